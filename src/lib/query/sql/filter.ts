import {
  findColumn,
  levelKey,
  type Column,
  type Dimension,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { partedByHas } from '../../selection/acts-on.ts';
import { isRange, type Filter } from '../../selection/selection.ts';
import { applicable, codeOf, flagOf, lowestOf, storedRange } from '../filter.ts';
import type { Narrowed } from '../rows.ts';
import { columnValue } from './column-value.ts';
import { from, qualified } from './from.ts';
import { and, comma, identifier, join, sql, type Sql } from './sql.ts';

/** True for rows with any of the codes. Many-valued columns match when any named answer was ticked. */
function hasLevel(name: string, column: Dimension, codes: readonly number[]): Sql {
  const value = columnValue(name);
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

function condition(filter: Filter, column: Column, extra: Undocumented): Sql {
  const name = filter.column;
  if (isRange(filter)) {
    const { low, high } = storedRange(filter, column);
    const above = low === null ? sql`true` : sql`${identifier(name)} >= ${low}`;
    const below = high === null ? sql`true` : sql`${identifier(name)} <= ${high}`;
    return sql`coalesce(${above} and ${below}, false)`;
  }
  if (column.kind !== 'category' && column.kind !== 'many') throw new TypeError(`${name} has no levels`);
  const codes = filter.keys.map((key) => codeOf(name, (level) => levelKey(level) === key, extra));
  return filter.exclude ? sql`not ${hasLevel(name, column, codes)}` : hasLevel(name, column, codes);
}

/** True for people who have at least one row that all of some filters hold for. */
function having(filters: readonly Filter[], extra: Undocumented): Sql {
  const table = lowestOf(filters);
  const used = new Set<TableName>();
  const all = filters.map((filter) => {
    const found = findColumn(filter.column)!;
    used.add(found.table);
    return condition(filter, found.column, extra);
  });
  const rows = sql`select ${qualified(table, 'user_id')} ${from(table, used)} where ${join(all, and)}`;
  return sql`${qualified('participants', 'user_id')} in (${rows})`;
}

/** What filters say of rows, one by one; `used` is told the tables they need. */
function filtering(filters: readonly Filter[], extra: Undocumented, used: Set<TableName>): Sql[] {
  const { own, has } = partedByHas(filters);
  const all = own.map((filter) => {
    const { table, column } = findColumn(filter.column)!;
    used.add(table);
    return condition(filter, column, extra);
  });
  if (has.length === 0) return all;
  used.add('participants');
  return [...all, having(has, extra)];
}

/** True for rows that pass all filters, which must reach them; `used` is told the tables it needs. */
export function passesSql(filters: readonly Filter[], extra: Undocumented, used: Set<TableName>): Sql {
  return sql`(${join(filtering(filters, extra, used), and, sql`true`)})`;
}

/** Conditions of a selection on rows of `table`, and the tables they need. */
export function conditions(
  { filters, sample, turns }: Narrowed,
  table: TableName,
  extra: Undocumented
): { where: Sql[]; used: Set<TableName> } {
  const used = new Set<TableName>();
  const where = filtering(applicable(filters, table).applied, extra, used);
  const add = (name: string, make: (column: Column) => Sql) => {
    const found = findColumn(name)!;
    used.add(found.table);
    where.push(make(found.column));
  };
  const flag = flagOf(sample, table);
  if (flag !== null) {
    add(flag, (column) => hasLevel(flag, column as Dimension, [codeOf(flag, (level) => level.value === true, {})]));
  }
  if (table === 'utterances' && turns !== 'all') {
    where.push(turns === 'opener' ? sql`${identifier('turn')} = 0` : sql`${identifier('turn')} > 0`);
  }
  return { where, used };
}
