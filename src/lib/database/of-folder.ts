import type { Manifest } from '../dataset/index.ts';
import type { Database } from './database.ts';
import type { Folder } from './folder.ts';
import { lazily } from './lazy.ts';
import { withSql } from './with-sql.ts';

/**
 * The database of a page over the files of a release: typed arrays in a worker, and SQL for whoever asks for it. Neither
 * code nor files are loaded before the first question.
 */
export function ofFolder(manifest: Manifest, folder: Folder): Database {
  const open = async () => (await import('./page.ts')).openPage(manifest, folder);
  const openSql = async () => (await import('./sql-engine.ts')).openSql(manifest, folder);
  return withSql({ ...lazily(manifest, open), folder }, openSql);
}
