import { lineage, parentOf, type TableName } from '../../dataset/index.ts';
import { identifier, sql, type Sql } from './sql.ts';

/** A column of a table by its full name; needed for the keys, which several tables carry. */
export function qualified(table: TableName, column: string): Sql {
  return sql`${identifier(table)}.${identifier(column)}`;
}

/**
 * `from` clause at the grain of `table`, joined upwards only, so that no row is ever counted twice. Tables above that no
 * column in use belongs to are left out.
 */
export function from(table: TableName, used: ReadonlySet<TableName>): Sql {
  let clause = sql`from ${identifier(table)}`;
  for (const above of lineage(table).slice(1)) {
    if (!used.has(above)) continue;
    // Every table carries the keys of all tables above it.
    const key = lineage(table)
      .map((name) => parentOf(name))
      .find((parent) => parent?.table === above)!.via;
    clause = sql`${clause} join ${identifier(above)} on ${qualified(above, key)} = ${qualified(table, key)}`;
  }
  return clause;
}
