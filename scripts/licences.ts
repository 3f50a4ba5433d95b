import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Where the built site has the licences of what it contains. */
export const LICENCES = 'licences.txt';

/** A package whose code, fonts or engine the site hands on. */
export interface Contained {
  readonly name: string;
  readonly version: string;
  /** Its short name, such as `MIT`. */
  readonly licence: string;
  /** The texts it asks to be handed on with copies. */
  readonly texts: readonly string[];
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const FOLDER = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const TEXT = /^(?:licen[cs]e|copying|ofl|notice)/i;

/** Packages whose distributed files hold their dependencies already, so that no module of those is seen. */
const bundling = ['maplibre-gl', '@duckdb/duckdb-wasm'];

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Packages under the MIT licence that come without its text: whose it is, as their home says. */
const withoutText: Readonly<Record<string, string>> = {
  '@duckdb/duckdb-wasm':
    'Copyright 2021 DuckDB WASM Contributors (see https://github.com/duckdb/duckdb-wasm/graphs/contributors)\nContains DuckDB: Copyright 2018-2025 Stichting DuckDB Foundation',
  'murmurhash-js': 'Copyright (c) 2011 Gary Court'
};

/** Folder of the package that a module belongs to; null for a module of the project. */
export function packageFolder(module: string): string | null {
  return FOLDER.exec(module.replaceAll('\\', '/').replaceAll('\0', ''))?.[1] ?? null;
}

/**
 * The package in a folder.
 *
 * @throws Error when it comes without the text of its licence
 */
function packageIn(folder: string): Contained & { readonly needs: readonly string[] } {
  const { name, version, license, dependencies } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8')
  ) as PackageJson;
  const files = readdirSync(folder).filter((file) => TEXT.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const holder = withoutText[name];
  if (texts.length === 0 && holder === undefined) throw new Error(`${name} comes without the text of its licence`);
  return {
    name,
    version,
    licence: license ?? 'see below',
    texts: texts.length > 0 ? texts : [`${holder}\n\n${MIT}`],
    needs: bundling.includes(name) ? Object.keys(dependencies ?? {}) : []
  };
}

/** The packages of some folders, and those that they hold already, by name. */
export function contained(folders: Iterable<string>): Contained[] {
  const found = new Map<string, Contained>();
  const left = [...folders];
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    if (found.has(folder)) continue;
    const { needs, ...rest } = packageIn(folder);
    found.set(folder, rest);
    const require = createRequire(join(folder, 'package.json'));
    for (const need of needs) {
      const places = require.resolve.paths(need) ?? [];
      const place = places.map((path) => join(path, need)).find((path) => hasPackage(path));
      // Types are no part of what is built.
      if (place !== undefined && !need.startsWith('@types/')) left.push(place);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function hasPackage(folder: string): boolean {
  try {
    return readdirSync(folder).includes('package.json');
  } catch {
    return false;
  }
}

/** The licences as one text. */
export function licencesText(packages: readonly Contained[]): string {
  const line = '='.repeat(80);
  const parts = packages.map(({ name, version, licence, texts }) =>
    [line, `${name} ${version} (${licence})`, line, '', texts.join('\n\n')].join('\n')
  );
  return [
    'PRISM Atlas contains the following software and fonts, each under its own licence.',
    'The map’s shapes are made with Natural Earth, in the public domain.',
    '',
    ...parts,
    ''
  ].join('\n');
}

/** Packages that files of the site were made from beforehand: the map's shapes. */
const beforehand = ['world-atlas'];

/** Folders of the packages seen in any bundle of this process: pages, and workers before them. */
const seen = new Set<string>(beforehand.map((name) => resolve('node_modules', name)));

/** Notes which packages go into a bundle; the bundle of the pages gets the licences of all of them as a file. */
export function licences(bundle: 'pages' | 'worker'): Plugin {
  let wanted = true;
  return {
    name: 'licences',
    apply: 'build',
    configResolved({ build }) {
      wanted = bundle === 'worker' || build.ssr === false;
    },
    generateBundle(_, output) {
      if (!wanted) return;
      for (const part of Object.values(output)) {
        // Fonts are named by styles, not by modules.
        for (const source of part.type === 'chunk' ? part.moduleIds : part.originalFileNames) {
          const folder = packageFolder(isAbsolute(source) ? source : resolve(source));
          if (folder !== null) seen.add(folder);
        }
      }
      if (bundle === 'pages') {
        this.emitFile({ type: 'asset', fileName: LICENCES, source: licencesText(contained(seen)) });
      }
    }
  };
}
