import type { Database } from './database.ts';
import { openNode } from './node.ts';
import { remembering } from './remembering.ts';
import { dataPath } from './static-path.server.ts';

let database: Promise<Database> | null = null;

/** The release the site is built with, opened once per build. */
export function bundled(): Promise<Database> {
  return (database ??= openNode(dataPath()).then(remembering));
}
