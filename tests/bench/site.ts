import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Server } from 'node:http';
import { compress } from '../../scripts/compress.ts';
import { serve } from '../../scripts/serve.ts';

/** A built site, compressed and served, with pages to compare with. */
export interface Site {
  readonly folder: string;
  /** Address of the site, ending in `/`. */
  readonly url: string;
  /** Paths of its pages, such as `` and `explore/`. */
  readonly pages: readonly string[];
  readonly server: Server;
}

/** Where the pages to compare with lie. */
const FLOOR = 'floor';

/** Address of an empty page of the site. */
export const blankPage = (site: Site) => `${site.url}${FLOOR}/`;

/** Address of a page's HTML without its scripts, styles and fonts. */
export const barePage = (site: Site, path: string) => `${blankPage(site)}${path === '' ? 'home/' : path}`;

/** Copies a build aside, adds the pages to compare with, compresses everything and serves it. */
export async function prepareSite(build: string, folder: string): Promise<Site> {
  await cp(build, folder, { recursive: true });
  const files = await readdir(folder, { recursive: true });
  const pages = files
    .filter((file) => file === 'index.html' || file.endsWith(`${sep}index.html`))
    .map((file) => file.slice(0, -'index.html'.length).replaceAll(sep, '/'))
    .sort();
  await put(join(folder, FLOOR), '<!doctype html><title>Floor</title><p>Floor</p>');
  for (const path of pages) {
    const html = await readFile(join(folder, path, 'index.html'), 'utf8');
    await put(join(folder, FLOOR, path === '' ? 'home' : path), bare(html));
  }
  await compress(folder);
  const { server, url } = await serve(folder);
  return { folder, url, pages, server };
}

async function put(folder: string, html: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
}

function bare(html: string): string {
  return html.replace(/<script\b[^>]*>.*?<\/script>/gs, '').replace(/<link\b[^>]*>|<meta http-equiv[^>]*>/g, '');
}

/** Kinds of files a page is made of. */
export const kinds = ['HTML', 'CSS', 'JavaScript', 'fonts', 'engine', 'data'] as const;
export type Kind = (typeof kinds)[number];

const kindByEnding: Readonly<Record<string, Kind>> = {
  '': 'HTML',
  '.html': 'HTML',
  '.css': 'CSS',
  '.js': 'JavaScript',
  '.woff2': 'fonts',
  '.wasm': 'engine'
};

export function kindOf(address: string): Kind {
  return kindByEnding[extname(new URL(address).pathname)] ?? 'data';
}

/** Bytes of a file as it is and as it is sent; a file that does not shrink is sent as it is. */
export interface Sizes {
  readonly plain: number;
  readonly gzip: number;
  readonly brotli: number;
}

export async function sizesOf(site: Site, address: string): Promise<Sizes> {
  const { pathname } = new URL(address);
  const path = join(site.folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const size = (file: string) =>
    stat(file).then(
      (found) => found.size,
      () => null
    );
  const plain = (await size(path)) ?? 0;
  return { plain, gzip: (await size(`${path}.gz`)) ?? plain, brotli: (await size(`${path}.br`)) ?? plain };
}

export async function totalSizes(site: Site, addresses: Iterable<string>): Promise<Sizes> {
  const all = await Promise.all([...addresses].map((address) => sizesOf(site, address)));
  const sum = (form: keyof Sizes) => all.reduce((total, sizes) => total + sizes[form], 0);
  return { plain: sum('plain'), gzip: sum('gzip'), brotli: sum('brotli') };
}
