import { filesOf, findColumn, tableNames, tables, type TableName } from '../../dataset/index.ts';

const KIND = Symbol('sql');

/** A piece of SQL that is safe to run: made only of literals in our code, finite numbers and described names. */
export interface Sql {
  readonly [KIND]: true;
  readonly text: string;
}

const make = (text: string): Sql => ({ [KIND]: true, text });

/**
 * Template for SQL. Interpolates other pieces of SQL and finite numbers, nothing else: a plain string cannot get in.
 *
 * @throws TypeError for any other value
 */
export function sql(parts: TemplateStringsArray, ...values: readonly (Sql | number)[]): Sql {
  let text = parts[0] ?? '';
  values.forEach((value, i) => {
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new TypeError(`Not a number for SQL: ${value}`);
      text += String(value);
    } else if (value?.[KIND]) {
      text += value.text;
    } else {
      throw new TypeError('Only SQL and numbers may stand in SQL');
    }
    text += parts[i + 1] ?? '';
  });
  return make(text);
}

/** Joins pieces with a separator; `empty` when there are none. */
export function join(pieces: readonly Sql[], separator: Sql = make(''), empty: Sql = make('')): Sql {
  return pieces.length === 0 ? empty : make(pieces.map((piece) => piece.text).join(separator.text));
}

export const comma = make(', ');
export const and = make(' and ');

const names = new Set<string>();
for (const table of Object.values(tables)) {
  names.add(table.name);
  for (const name of Object.keys(table.columns)) names.add(name);
}

/**
 * A table's or stored column's name, quoted.
 *
 * @throws TypeError when the description does not know it
 */
export function identifier(name: string): Sql {
  if (!names.has(name)) throw new TypeError(`Not in the description: ${name}`);
  return make(`"${name}"`);
}

/** What a joined column's name is made of. */
const JOINED = /^[a-z0-9_.*-]+$/;

/**
 * A column's name for what is selected as it, stored or joined, quoted.
 *
 * @throws TypeError when the description does not make it
 */
export function columnName(name: string): Sql {
  if (names.has(name)) return identifier(name);
  if (!JOINED.test(name) || findColumn(name)?.name !== name) throw new TypeError(`Not in the description: ${name}`);
  return make(`"${name}"`);
}

const files = new Set<string>(tableNames.flatMap((table: TableName) => filesOf(table)));

/**
 * The name of what a file of a table holds, as it is shipped: the file's own, quoted.
 *
 * @throws TypeError when the description has no such file
 */
export function shipped(file: string): Sql {
  if (!files.has(file)) throw new TypeError(`Not a file of a table: ${file}`);
  return make(`"${file}"`);
}

/** Our own output name `g0`, `g1` … of the i-th grouping. */
export function groupClause(i: number): Sql {
  return make(`g${Math.trunc(i)}`);
}
