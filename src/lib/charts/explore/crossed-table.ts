import { PERSON, formatCountOf, formatEstimate, formatInterval, type Scale } from '../../dataset/index.ts';
import type { Estimate } from '../../estimate/index.ts';
import type { CrossedCell, CrossedRow, Row, Total } from '../chart.ts';
import type { PairFields } from '../rows/pairs.ts';

/** An estimate of a cell, and what it is of where the cell has several. */
export interface CellEstimate {
  readonly of: string;
  readonly estimate: Estimate | undefined;
}

/**
 * A row of a figure as a cell: its estimates and the people in the cell. Where the row is hidden, nothing but the reason;
 * where one of its estimates is, the reason in its place.
 */
export function crossedCell(row: Total, estimates: readonly CellEstimate[], people: number, scale: Scale): CrossedCell {
  const { estimate } = row;
  if (!estimate.shown) return { lines: [], people: '', remark: estimate.reason };
  const lines = estimates.flatMap(({ of, estimate }) => {
    if (!estimate) return [];
    if (!estimate.shown) return [{ of, value: estimate.reason, interval: '' }];
    const { low, high } = estimate;
    return [{ of, value: formatEstimate(estimate, scale), interval: formatInterval(low, high, scale) }];
  });
  return { lines, people: formatCountOf(people, PERSON), remark: estimate.level === 'plain' ? '' : estimate.level };
}

/**
 * Pairs as rows of cells, in the order of the pairs' first groups.
 *
 * @param columns keys of the second groups, in the order of the columns
 * @param total the cell at the end of the row of a first group
 */
export function crossedRows<R extends Row<PairFields>>(
  pairs: readonly R[],
  columns: readonly string[],
  cell: (row: R) => CrossedCell,
  total: (first: string) => CrossedCell | null
): CrossedRow[] {
  const lines = new Map<string, { readonly label: string; readonly cells: Map<string, CrossedCell> }>();
  for (const row of pairs) {
    const { first, second } = row;
    const line = lines.get(first.key) ?? { label: first.label, cells: new Map() };
    line.cells.set(second.key, cell(row));
    lines.set(first.key, line);
  }
  return [...lines].map(([key, { label, cells }]) => ({
    label,
    cells: [...columns.map((column) => cells.get(column) ?? null), total(key)]
  }));
}
