import { serve } from '../../scripts/serve.ts';
import { FOLDER } from './build.ts';

/** Serves the site over the release with all variants. */
export default async function setup(): Promise<() => Promise<void>> {
  const { server, url } = await serve(`${FOLDER}/build`);
  process.env.SITE_UNDER_TEST = url;
  return async () => {
    server.closeAllConnections();
    server.close();
  };
}
