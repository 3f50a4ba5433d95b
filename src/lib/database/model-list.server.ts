import { readFile } from 'node:fs/promises';
import type { ModelList } from '../dataset/index.ts';
import { dataPath } from './static-path.server.ts';

/**
 * What the release the site is built with says of its models.
 *
 * @throws Error when there is no data
 */
export async function modelList(folder = dataPath()): Promise<ModelList> {
  return JSON.parse(await readFile(`${folder}/models.json`, 'utf8')) as ModelList;
}
