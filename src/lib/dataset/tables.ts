import type { Column } from './column.ts';
import { conversations } from './conversations/index.ts';
import { participants } from './participants/index.ts';
import type { Table } from './table.ts';
import { utterances } from './utterances/index.ts';

/** The tables of the site, from the people down to the rated replies. */
export const tables = { participants, conversations, utterances } as const;

export type TableName = keyof typeof tables;

export const tableNames = ['participants', 'conversations', 'utterances'] as const satisfies readonly TableName[];

/** Names of the columns of one table. */
export type ColumnName<T extends TableName = TableName> = {
  [Name in T]: keyof (typeof tables)[Name]['columns'] & string;
}[T];

/** The table above and the column that leads there. */
export interface Parent {
  readonly table: TableName;
  readonly via: string;
}

const parents: Readonly<Record<TableName, Parent | null>> = {
  participants: null,
  conversations: { table: 'participants', via: 'user_id' },
  utterances: { table: 'conversations', via: 'conversation_id' }
};

/** The table each row of `table` belongs to exactly one row of; null for the people. */
export function parentOf(table: TableName): Parent | null {
  return parents[table];
}

/** The columns of a table by name, without their literal types. */
export function columnsOf(table: TableName): Readonly<Record<string, Column>> {
  const described: Table = tables[table];
  return described.columns;
}

/** A column with its name and the table it belongs to. */
export interface StoredColumn {
  readonly table: TableName;
  readonly name: string;
  readonly column: Column;
}

/**
 * The column that is stored under that name. Names are unique across tables but for the keys that join them; those are found in the
 * table they identify. Undefined when there is none.
 */
export function storedColumn(name: string): StoredColumn | undefined {
  for (const table of tableNames) {
    const columns = columnsOf(table);
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
    if (column !== undefined) return { table, name, column };
  }
  return undefined;
}
