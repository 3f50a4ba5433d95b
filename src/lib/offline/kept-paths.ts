import { filesOf, tableNames, type Manifest } from '../dataset/index.ts';
import { addressed } from '../database/fetch-table-file.ts';
import { worldFiles } from '../map/world.ts';
import { furtherPages, sitePages } from '../search/pages.ts';

/** What is large and asked for by few: the engine of SQL and what reads for it, the map that can be zoomed. */
const ASKED_FOR_LATER = /duckdb|parquet\.worker|check\.worker|maplibre/;

/** Pages whose program and figures are kept at the first visit, as paths below the base. */
const mainPages = [...new Set([...sitePages, ...furtherPages].map(({ path }) => path.replace(/#.*/, '')))];

/** Of the fonts those of the script that the interface is written in. */
const isKept = (path: string) =>
  !ASKED_FOR_LATER.test(path) && (!path.endsWith('.woff2') || path.includes('-latin-wght-'));

/**
 * What is kept at the first visit, as paths: the program, its fonts, the main pages with their data, the shapes of the map
 * and the tables, these by the addresses under which the page asks for them.
 *
 * @param build paths of the files with a hash in their names
 */
export function keptPaths(base: string, build: readonly string[], { files }: Pick<Manifest, 'files'>): string[] {
  const tables = tableNames.flatMap(filesOf).map((name) => `data/${addressed(name, files[name]!)}`);
  const below = [`geometry/${worldFiles.page}`, 'search.json', 'before-paint.js', 'icon.svg', ...tables];
  const pages = mainPages.flatMap((path) => [`${base}${path}`, `${base}${path}__data.json`]);
  return [...build.filter(isKept), ...pages, ...below.map((path) => `${base}/${path}`)];
}
