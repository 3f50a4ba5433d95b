import type { Row } from '../chart.ts';

const rank = ({ estimate }: Row) => (!estimate.shown ? 2 : estimate.level === 'few' ? 1 : 0);

function by(value: (row: Row) => number): (rows: readonly Row[]) => readonly Row[] {
  return (rows) => [...rows].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? value(b) - value(a) : 0));
}

/** Highest estimate first; few people are never ranked and follow as listed, then the hidden. */
export const byEstimate = by(({ estimate }) => (estimate.shown ? estimate.value : 0));

/** The rows with the most at either end, in their order: `most` from each. */
export function extremes(rows: readonly Row[], most: number): readonly Row[] {
  const ranked = rows.filter((row) => rank(row) === 0);
  return ranked.length <= 2 * most ? ranked : [...ranked.slice(0, most), ...ranked.slice(-most)];
}
