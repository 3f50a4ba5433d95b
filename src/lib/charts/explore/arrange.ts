import { findColumn, type Dimension } from '../../dataset/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Row } from '../chart.ts';
import { highestFirst } from '../rows/ranked.ts';

/** Whether a grouping's groups have no order of their own. */
export function isUnordered(grouping: string | null): boolean {
  if (grouping === null) return false;
  const column = findColumn(grouping)!.column as Dimension;
  return column.kind !== 'category' || !column.ordered;
}

/** Whether a grouping's groups are put in order of value: they have none of their own, and the reader does not ask for theirs. */
export const isByValue = (grouping: string | null, { params }: Selection): boolean =>
  params.order === 'value' && isUnordered(grouping);

/** Nominal groups by value, others as listed. */
export function arrange<R extends Row>(rows: readonly R[], selection: Selection): readonly R[] {
  return isByValue(selection.by, selection) ? highestFirst(rows) : rows;
}
