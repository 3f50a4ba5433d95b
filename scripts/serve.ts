import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, join, relative, sep } from 'node:path';
import sirv from 'sirv';

/** Files that never change under their name, which holds a hash of them. */
const HASHED = '/_app/immutable/';

/** What a host should tell caches: hashed files are kept for good, others are asked for anew (by their tag). */
export function cacheControl(path: string): string {
  return path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Types that the server's own list lacks. */
const types: readonly (readonly [ending: string, type: string])[] = [['.parquet', 'application/vnd.apache.parquet']];

/** Paths of the pages that are folders, such as `/explore`. */
function foldersOf(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pages = files.filter((file) => file.split(sep).at(-1) === 'index.html');
  return new Set(pages.map((page) => `/${relative('.', dirname(page)).split(sep).join('/')}`));
}

/**
 * Serves a build as a static host should: right types, ranges, precompressed files, tags and how long to keep what; a page
 * without its last slash is sent on to the one with it, since links on a page are relative; for anything else the 404 page,
 * as such.
 *
 * @param folder the built site
 * @param base path the site lies under, such as `/atlas`; empty for the root
 * @param port 0 for any free one
 */
export async function serve(folder: string, base = '', port = 0): Promise<{ server: Server; url: string }> {
  const pages = foldersOf(folder);
  const missing = existsSync(join(folder, '404.html')) ? readFileSync(join(folder, '404.html')) : 'Not found';
  const files = sirv(folder, {
    etag: true,
    gzip: true,
    brotli: true,
    dotfiles: false,
    setHeaders(response, path) {
      response.setHeader('Cache-Control', cacheControl(path));
      const type = types.find(([ending]) => path.endsWith(ending));
      if (type) response.setHeader('Content-Type', type[1]);
    }
  });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const [path = '/', query] = (request.url ?? '/').split(/(\?.*)/s, 2);
    const within = base === '' || path.startsWith(`${base}/`);
    const page = within ? path.slice(base.length) : path === base ? '' : undefined;
    if (page === '' || (page !== undefined && page !== '/' && pages.has(page))) {
      response.writeHead(301, { Location: `${path}/${query ?? ''}`, 'Cache-Control': 'no-cache' });
      return response.end();
    }
    const notFound = (): void => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(request.method === 'HEAD' ? undefined : missing);
    };
    if (page === undefined) return notFound();
    request.url = page + (query ?? '');
    files(request, response, notFound);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to serve on');
  return { server, url: `http://127.0.0.1:${address.port}${base}/` };
}
