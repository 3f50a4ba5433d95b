import { createServer, type Server } from 'node:http';
import sirv from 'sirv';

/**
 * Serves a build as any static host would: right types, ranges, precompressed files, the 404 page.
 *
 * @param folder the built site
 * @param base path the site lies under, such as `/atlas`; empty for the root
 * @param port 0 for any free one
 */
export async function serve(folder: string, base = '', port = 0): Promise<{ server: Server; url: string }> {
  const files = sirv(folder, { etag: true, gzip: true, brotli: true, dotfiles: false, single: '404.html' });
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    const path = request.url ?? '/';
    if (base !== '' && path !== base && !path.startsWith(`${base}/`)) {
      response.statusCode = 404;
      return response.end('Not found');
    }
    request.url = path.slice(base.length) || '/';
    files(request, response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to serve on');
  return { server, url: `http://127.0.0.1:${address.port}${base}/` };
}
