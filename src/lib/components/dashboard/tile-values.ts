import { tileColumn, tileNamed } from '../../charts/dashboard/index.ts';
import { findColumn, formatEstimate, formatInterval, formatValue, type Scale } from '../../dataset/index.ts';
import type { Estimate } from '../../estimate/index.ts';
import type { BoardRow } from '../../figure/board.ts';

/** The ends of a tile's scale. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Ends at which a scale of shares stops. */
const ENDS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];

const values = (rows: readonly BoardRow[]) =>
  rows.flatMap(({ shown, beside }) => [shown, beside].flatMap((one) => (one?.shown ? [one] : [])));

/**
 * The scale of a tile: shares from 0 to a round end, means between the tens round all that is firmly known, so that it seldom
 * changes.
 */
export function spanOf(rows: readonly BoardRow[], isShare: boolean): Span {
  const seen = values(rows);
  if (isShare) {
    const most = Math.max(0, ...seen.map(({ value }) => value));
    return { low: 0, high: ENDS.find((end) => end >= most) ?? 1 };
  }
  const firm = seen.filter(({ level }) => level !== 'few');
  const all = firm.length > 0 ? firm : seen;
  if (all.length === 0) return { low: 0, high: 1 };
  const [low, high] = [Math.min(...all.map((one) => one.low)), Math.max(...all.map((one) => one.high))];
  const step = high - low > 2 ? 10 : 0.1;
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step };
}

/** Where a value stands on a scale, in per cent; values beyond stand at its ends. */
export const alongScale = (value: number, { low, high }: Span): number =>
  Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100));

/** An estimate in words: `48 % (46 % to 51 %)`. */
export function estimateWords(estimate: Estimate, scale: Scale): string {
  if (!estimate.shown) return estimate.reason;
  return `${formatEstimate(estimate, scale)} (${formatInterval(estimate.low, estimate.high, scale)})`;
}

/** The value alone, as it stands at the end of a row. */
export const valueWords = (estimate: Estimate, scale: Scale): string =>
  estimate.shown ? formatValue(estimate.value, scale) : 'too few';

/** A row's place among others: what is missing last, then by how large it is of those who stand beside, or of all. */
const size = ({ shown, beside, missing }: BoardRow) => {
  const one = beside ?? shown;
  return missing ? -2 : one.shown ? one.value : -1;
};

/** The keys of a tile's rows in the order they are shown in. */
export function orderOfRows(key: string, rows: readonly BoardRow[]): readonly string[] {
  const tile = tileNamed(key);
  const name = tileColumn(tile);
  const column = name === null ? null : findColumn(name)!.column;
  const ordered = tile.kind === 'values' || (column?.kind === 'category' && column.ordered);
  return (ordered ? rows : [...rows].sort((a, b) => size(b) - size(a))).map((row) => row.key);
}
