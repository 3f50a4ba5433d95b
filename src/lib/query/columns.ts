import type { TableName } from '../dataset/index.ts';
import type { Narrowed } from './rows.ts';

/**
 * Single rows as columns of stored integers, for what sums cannot give: resampling people. Columns are of the table or of
 * those above it.
 */
export interface ColumnsQuery extends Narrowed {
  readonly kind: 'columns';
  readonly table: TableName;
  readonly columns: readonly string[];
}

/** What stands in a column where the row has no value. */
export const ABSENT = -(2 ** 31);

/** One array per column asked for, all of one length, in the order of the table's key. */
export type Columns = Readonly<Record<string, Int32Array>>;
