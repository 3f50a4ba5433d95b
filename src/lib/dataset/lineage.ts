import { isDimension, type Column } from './column.ts';
import { columnsOf, parentOf, type TableName } from './tables.ts';

/** A table and all tables above it: utterances → conversations → participants. */
export function lineage(table: TableName): TableName[] {
  const parent = parentOf(table);
  return parent ? [table, ...lineage(parent.table)] : [table];
}

function namesOf(table: TableName, fits: (column: Column) => boolean): string[] {
  return lineage(table)
    .reverse()
    .flatMap((name) =>
      Object.entries(columnsOf(name)).flatMap(([column, described]) => (fits(described) ? [column] : []))
    );
}

/** Names of the columns that rows of a table can be grouped and filtered by: its own and those above, participants first. */
export function dimensionsOf(table: TableName): string[] {
  return namesOf(table, isDimension);
}

/** Names of the number columns of a table and those above, participants first. */
export function numbersOf(table: TableName): string[] {
  return namesOf(table, (column) => column.kind === 'number');
}
