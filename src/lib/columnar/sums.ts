import type { Answer, AnswerRow } from '../query/index.ts';
import { ExactSums } from './exact-sums.ts';

/** Numbers of the present person by cell, under names of their own. */
export function ofPerson<N extends string>(size: number, ...names: readonly N[]): Record<N, Float64Array> {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(size)])) as Record<N, Float64Array>;
}

/** Sums over people by cell, under the names and in the order of the answer. */
export function overPeople<N extends string>(size: number, ...names: readonly N[]): Record<N, ExactSums> {
  return Object.fromEntries(names.map((name) => [name, new ExactSums(size)])) as Record<N, ExactSums>;
}

/** One row for each cell that is listed: its codes, then its sums. */
export function rowsOfSums(
  cells: Iterable<number>,
  named: (cell: number) => AnswerRow,
  sums: Readonly<Record<string, ExactSums>>
): Answer {
  const entries = Object.entries(sums);
  return Array.from(cells, (cell) => {
    const row: Record<string, number> = { ...named(cell) };
    for (const [name, sum] of entries) row[name] = sum.at(cell);
    return row;
  });
}

/** The cells that some row fell into, in order; the only one when nothing is grouped, even without rows. */
export function cellsSeen(size: number, cells: Int32Array, by: readonly string[]): number[] {
  if (by.length === 0) return [0];
  const seen = new Uint8Array(size);
  for (const cell of cells) seen[cell] = 1;
  const found: number[] = [];
  seen.forEach((is, cell) => {
    if (is === 1) found.push(cell);
  });
  return found;
}
