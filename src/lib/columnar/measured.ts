import {
  findColumn,
  findMetric,
  levelsOf,
  type ShareMetric,
  type TableName,
  type Undocumented
} from '../dataset/index.ts';
import { ABSENT, codeOf } from '../query/index.ts';
import { rowsAmong } from './filter.ts';
import type { Tables } from './tables.ts';

/** What a metric is in each row of its table. */
export interface Measured {
  readonly table: TableName;
  /** Whole numbers; `ABSENT` where there is none. */
  readonly values: Int32Array;
}

/**
 * A metric's value in each row of its table: the number, or 1 and 0 for a row that has the level and one that has not.
 *
 * @throws RangeError when the column has no such level
 */
export function measured(name: string, tables: Tables): Measured {
  const metric = findMetric(name)!;
  const { table: home } = findColumn(metric.column)!;
  const extra = tables.manifest.undocumented;
  const { values, at } = tables.view(metric.table, metric.column);
  const spread = (worth: Int32Array): Measured => ({
    table: metric.table,
    values: home === metric.table ? worth : at.map((row) => worth[row]!)
  });
  switch (metric.kind) {
    case 'mean':
      return spread(values);
    case 'share':
      return spread(having(values, metric.column, metric.level, extra));
  }
}

/**
 * 1 in each row whose answer is, or among whose answers is, the level; 0 in others, `ABSENT` where nobody was asked. Of the
 * level of those who were not asked, 1 for them and 0 for all others.
 */
function having(values: Int32Array, name: string, level: ShareMetric['level'], extra: Undocumented): Int32Array {
  const many = findColumn(name)!.column.kind === 'many';
  if (many && level === null) return values.map((mask) => Number(mask === ABSENT));
  const code = codeOf(name, ({ value }) => value === level, extra);
  if (many) return values.map((mask) => (mask === ABSENT ? ABSENT : (mask >> code) & 1));
  if (level === null) return values.map((value) => Number(value === code));
  const notAsked = levelsOf(name, extra).findIndex(({ value }) => value === null);
  return values.map((value) => (value === notAsked ? ABSENT : Number(value === code)));
}

/** Those of some rows that have a value. */
export function withValue(rows: Int32Array, values: Int32Array): Int32Array {
  const has = new Uint8Array(values.length);
  for (let row = 0; row < has.length; row++) has[row] = values[row] === ABSENT ? 0 : 1;
  return rowsAmong(rows, has);
}
