import { filesOf, tableNames, type Manifest } from '../../dataset/index.ts';
import { tableStatements } from '../../query/sql/index.ts';
import type { Statement } from './statements.ts';

/** Names of the files that the three tables are made from. */
export const tableFiles: readonly string[] = tableNames.flatMap(filesOf);

/** Statements as one script for DuckDB anywhere, to be run beside the files of the tables: it makes the tables first. */
export function scriptOf(manifest: Manifest, statements: readonly Statement[]): string {
  const views = tableFiles.map((name) => `create temp view "${name}" as from read_parquet('${name}')`);
  return [
    `-- The tables, from the files ${tableFiles.join(', ')} of data version ${manifest.version}`,
    ...[...views, ...tableStatements(manifest)].map((text) => `${text};`),
    ...statements.map(({ name, text }) => `-- ${name}\n${text};`),
    ''
  ].join('\n\n');
}
