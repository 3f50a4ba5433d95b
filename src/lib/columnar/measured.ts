import { findColumn, findMetric, levelsOf, type TableName } from '../dataset/index.ts';
import { ABSENT, codeOf } from '../query/index.ts';
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
  const { column } = findColumn(metric.column)!;
  const extra = tables.manifest.undocumented;
  const { values, at } = tables.view(metric.table, metric.column);
  let worth = (value: number) => value;
  if (metric.kind === 'share') {
    const code = codeOf(metric.column, ({ value }) => value === metric.level, extra);
    const notAsked = levelsOf(metric.column, extra).findIndex(({ value }) => value === null);
    worth =
      column.kind === 'many'
        ? (mask) => (mask === ABSENT ? ABSENT : (mask >> code) & 1)
        : (value) => (value === notAsked ? ABSENT : Number(value === code));
  }
  const found = new Int32Array(at.length);
  for (let row = 0; row < found.length; row++) found[row] = worth(values[at[row]!]!);
  return { table: metric.table, values: found };
}
