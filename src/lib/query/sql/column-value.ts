import { findColumn, type TableName } from '../../dataset/index.ts';
import { qualified } from './from.ts';
import { comma, identifier, join, sql, type Sql } from './sql.ts';

/** A column's value in a row, of a table where its name alone may be that of several: what is stored, or joined from it. */
export function columnValue(name: string, table?: TableName): Sql {
  const { column, joined } = findColumn(name)!;
  const stored = joined?.of ?? name;
  const value = table === undefined ? identifier(stored) : qualified(table, stored);
  if (!joined) return value;
  const { codes, documented } = joined;
  if (column.kind === 'many') {
    const bits = column.levels.map((_, bit) => {
      const mask = codes.reduce((sum, to, from) => (to === bit ? sum + 2 ** from : sum), 0);
      return sql`((${value} & ${mask}) <> 0)::integer * ${2 ** bit}`;
    });
    return sql`(${join(bits, sql` + `)})`;
  }
  const listed = join(
    codes.map((code) => sql`${code}`),
    comma
  );
  // Answers that only the release has follow those documented.
  return sql`coalesce(([${listed}])[${value} + 1], ${value} + ${Math.max(...codes) + 1 - documented})`;
}
