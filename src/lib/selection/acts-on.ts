import { findColumn, type TableName } from '../dataset/index.ts';
import type { Filter } from './selection.ts';

/** Whether a filter keeps people for what they have at least one of. */
export const isHas = ({ has }: Filter): boolean => has === true;

/** The table whose rows a filter lets through or not. */
export const actsOn = ({ column, has }: Filter): TableName => (has ? 'participants' : findColumn(column)!.table);

/** Filters of rows, and those that keep people for what they have at least one of. */
export function partedByHas(filters: readonly Filter[]): { readonly own: Filter[]; readonly has: Filter[] } {
  return { own: filters.filter((filter) => !isHas(filter)), has: filters.filter(isHas) };
}
