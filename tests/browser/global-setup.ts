import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '../../scripts/serve.ts';

/**
 * Serves the build once at the root and, from `build-base` when it is there, once under a base path. Beside them runs a
 * second server that must receive nothing; what it does receive is at its `/received`.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const site = await serve('build');
  const based = await serve('build', '/some/base');
  const received: string[] = [];
  const other = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/received') return response.end(JSON.stringify(received));
    received.push(`${request.method} ${request.url}`);
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  process.env.SITE_UNDER_TEST = site.url;
  process.env.BASED_SITE_UNDER_TEST = based.url;
  process.env.OTHER_HOST = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  return async () => {
    for (const server of [site.server, based.server, other]) {
      server.closeAllConnections();
      server.close();
    }
  };
}
