import {
  columnsOf,
  fileOf,
  filesOf,
  parentOf,
  tableNames,
  tables,
  type Manifest,
  type TableName
} from '../../dataset/index.ts';
import { relativeColumns, relativeParts } from './relative.ts';
import { comma, identifier, join, shipped, sql, type Sql } from './sql.ts';

/** The smallest 32-bit integer stands for null where values are listed. */
const NULL = -(2 ** 31);

/** A column of a table, from its files and the table above. */
function column(table: TableName, name: string, codes: readonly number[] | null | undefined): Sql {
  const { follows, sameAs } = columnsOf(table)[name]!;
  const as = sql`as ${identifier(name)}`;
  const parent = parentOf(table);
  if (codes === undefined) return sql`${shipped(fileOf(table, name))}.${identifier(name)} ${as}`;
  if (codes !== null && follows !== undefined) {
    const listed = codes.map((code) => (code === NULL ? sql`null` : sql`${code}`));
    return sql`([${join(listed, comma)}])[${shipped(fileOf(table, follows))}.${identifier(follows)} + 1]::integer ${as}`;
  }
  if (sameAs !== undefined && parent !== null) return sql`${identifier(parent.table)}.${identifier(sameAs)} ${as}`;
  throw new TypeError(`${name} of ${table} is not shipped, and nothing says what it is made of`);
}

/** The files of a table beside one another, and the table above. */
function joined(table: TableName): Sql {
  const [first, ...others] = filesOf(table).map(shipped) as [Sql, ...Sql[]];
  const parent = parentOf(table);
  const key = identifier(tables[table].key);
  const apart = others.map((other) => sql` join ${other} on ${other}.${key} = ${first}.${key}`);
  if (parent === null) return sql`from ${first}${join(apart)}`;
  const [above, via] = [identifier(parent.table), identifier(parent.via)];
  return sql`from ${first}${join(apart)} join ${above} on ${above}.${via} = ${first}.${via}`;
}

/** SQL that makes a table as it is described. */
function tableSql(table: TableName, remade: Manifest['remade']): Sql {
  const names = Object.keys(columnsOf(table));
  const isRelative = (name: string) => Object.hasOwn(relativeColumns, name) && remade?.[table]?.[name] === null;
  const own = names.filter((name) => !isRelative(name)).map((name) => column(table, name, remade?.[table]?.[name]));
  const listed = names.map((name) =>
    isRelative(name) ? sql`(${relativeColumns[name]!})::integer as ${identifier(name)}` : identifier(name)
  );
  const parts = names.some(isRelative) ? sql`, ${relativeParts}` : sql``;
  return sql`create table ${identifier(table)} as with said as (
    select ${join(own, comma)} ${joined(table)}
  ), part as (
    select *${parts} from said
  ) select ${join(listed, comma)} from part order by ${identifier(tables[table].key)}`;
}

/**
 * The statements that make the three tables as they are described, in order. Before them the engine holds what each file
 * of `filesOf` holds, under the file's own name; after them it needs these no more.
 */
export function tableStatements({ remade }: Pick<Manifest, 'remade'>): string[] {
  return tableNames.map((table) => tableSql(table, remade).text);
}
