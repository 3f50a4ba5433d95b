import {
  findColumn,
  levelKey,
  levelsOf,
  lineage,
  type Column,
  type Dimension,
  type Level,
  type TableName,
  type Undocumented
} from '../dataset/index.ts';
import { isRange, type Filter, type Sample, type Turns } from '../selection/selection.ts';
import { and, comma, identifier, join, sql, type Sql } from './sql.ts';

/** Filters that can act on rows of `table` (its own columns and those above), and those that cannot. */
export function applicable(filters: readonly Filter[], table: TableName): { applied: Filter[]; idle: Filter[] } {
  const tables = lineage(table);
  const reaches = (filter: Filter) => tables.includes(findColumn(filter.column)!.table);
  return { applied: filters.filter(reaches), idle: filters.filter((filter) => !reaches(filter)) };
}

/** Position of a level in the stored codes. Throws when the column has no such level. */
export function codeOf(name: string, is: (level: Level) => boolean, extra: Undocumented): number {
  const code = levelsOf(name, extra).findIndex(is);
  if (code < 0) throw new RangeError(`No such level of ${name}`);
  return code;
}

/** True for rows with any of the codes. Many-valued columns match when any named answer was ticked. */
export function hasLevel(name: string, column: Dimension, codes: readonly number[]): Sql {
  const value = identifier(name);
  if (column.kind === 'category')
    return sql`${value} in (${join(
      codes.map((code) => sql`${code}`),
      comma
    )})`;
  const count = column.levels.length;
  const bits = codes.filter((code) => code < count).reduce((mask, code) => mask + 2 ** code, 0);
  const [notAsked, noneTicked] = [codes.includes(count), codes.includes(count + 1)];
  return sql`coalesce((${value} & ${bits}) <> 0${noneTicked ? sql` or ${value} = 0` : sql``}, ${notAsked ? sql`true` : sql`false`})`;
}

/**
 * A bound as a stored integer. A bound finer than what is stored goes to the next integer on its inner side; one that is
 * whole but for the rounding of floating point is taken as meant.
 */
function stored(bound: number, perUnit: number, inwards: (value: number) => number): number {
  const value = bound * perUnit;
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-6 ? nearest : inwards(value);
}

function condition(filter: Filter, column: Column, extra: Undocumented): Sql {
  const name = filter.column;
  if (isRange(filter)) {
    if (column.kind !== 'number') throw new TypeError(`${name} is not a number`);
    const { from, to } = filter;
    const above = from === null ? sql`true` : sql`${identifier(name)} >= ${stored(from, column.perUnit, Math.ceil)}`;
    const below = to === null ? sql`true` : sql`${identifier(name)} <= ${stored(to, column.perUnit, Math.floor)}`;
    return sql`coalesce(${above} and ${below}, false)`;
  }
  if (column.kind !== 'category' && column.kind !== 'many') throw new TypeError(`${name} has no levels`);
  const codes = filter.keys.map((key) => codeOf(name, (level) => levelKey(level) === key, extra));
  return filter.exclude ? sql`not ${hasLevel(name, column, codes)}` : hasLevel(name, column, codes);
}

const flags: Record<Exclude<Sample, 'all'>, Record<TableName, string>> = {
  balanced: {
    participants: 'included_in_balanced_subset',
    conversations: 'conversation_in_balanced_subset',
    utterances: 'utterance_in_balanced_subset'
  },
  us: { participants: 'included_in_us_rep', conversations: 'included_in_us_rep', utterances: 'included_in_us_rep' },
  uk: { participants: 'included_in_uk_rep', conversations: 'included_in_uk_rep', utterances: 'included_in_uk_rep' }
};

/** True for rows of `table` that pass all filters, which must reach them; `used` is told the tables it needs. */
export function passes(filters: readonly Filter[], extra: Undocumented, used: Set<TableName>): Sql {
  const all = filters.map((filter) => {
    const { table, column } = findColumn(filter.column)!;
    used.add(table);
    return condition(filter, column, extra);
  });
  return sql`(${join(all, and, sql`true`)})`;
}

/** Conditions of a selection on rows of `table`, and the tables they need. */
export function conditions(
  rows: { filters: readonly Filter[]; sample: Sample; turns: Turns },
  table: TableName,
  extra: Undocumented
): { where: Sql[]; used: Set<TableName> } {
  const used = new Set<TableName>();
  const where: Sql[] = [];
  const add = (name: string, make: (column: Column) => Sql) => {
    const found = findColumn(name)!;
    used.add(found.table);
    where.push(make(found.column));
  };
  for (const filter of applicable(rows.filters, table).applied) {
    add(filter.column, (column) => condition(filter, column, extra));
  }
  if (rows.sample !== 'all') {
    const flag = flags[rows.sample][table];
    add(flag, (column) => hasLevel(flag, column as Dimension, [codeOf(flag, (level) => level.value === true, {})]));
  }
  if (table === 'utterances' && rows.turns !== 'all') {
    where.push(rows.turns === 'opener' ? sql`${identifier('turn')} = 0` : sql`${identifier('turn')} > 0`);
  }
  return { where, used };
}
