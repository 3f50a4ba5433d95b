import {
  capitalise,
  countWord,
  decapitalise,
  findMetric,
  formatCount,
  formatCountOf,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { Figure, Unsaid } from '../chart.ts';
import { BY_MODEL } from './apart-items.ts';
import { standingApart, type ApartFields, type ApartRow, type ApartStanding } from './apart-rows.ts';

/** How many differences were tested, and how many of them stand. */
export const apartConstants = { tested: 'count', found: 'count' } as const;

export type ApartConstants = typeof apartConstants;
type Apart = Unsaid<ApartFields, ApartConstants>;

const DIFFERENCE = ['difference', 'differences'] as const;

/** What is measured in a row. */
export const metricOfRow = (key: string) => findMetric(key.startsWith(`${BY_MODEL}.`) ? BY_MODEL : key)!;

const does = ({ estimate, more, less }: ApartStanding) => (estimate.value > 0 ? more : less);

/** A difference that stands, as a sentence with both values and the interval that holds after picking. */
export function apartSentence(row: ApartStanding): string {
  const { scale } = metricOfRow(row.key);
  const { value } = row.estimate;
  const { low, high } = row.picked;
  const interval = value < 0 ? formatInterval(-high, -low, 'score') : formatInterval(low, high, 'score');
  const values =
    row.here && row.there
      ? `: ${formatValue(row.here.value, scale)} against ${formatValue(row.there.value, scale)}`
      : '';
  return `They ${does(row)}${values}, a gap of ${formatValue(Math.abs(value), 'score')} points (${interval}).`;
}

const sidesOf = ({ compared }: Apart) => ({
  a: compared?.a.words ?? 'these people',
  b: compared?.b.words ?? 'everyone else'
});

/** What was found, in a line: nothing, the surest difference, and how many more. */
export function apartHeadline(figure: Apart): string | null {
  const { tested } = figure.constants!;
  if (tested === 0) return null;
  const found = standingApart(figure.rows);
  const { a, b } = sidesOf(figure);
  if (found.length === 0) return `Nothing sets ${a} apart from ${decapitalise(b)}, as far as we can tell`;
  const [first] = found;
  const more =
    found.length === 1
      ? ''
      : `, and ${countWord(found.length - 1)} more ${found.length === 2 ? 'difference stands' : 'differences stand'}`;
  return `${capitalise(a)} ${does(first!)} than ${decapitalise(b)}${more}`;
}

/** How many differences stand of how many tested, the surest of them, and what picking does. */
export function describeApart(figure: Apart): string {
  const { tested, found } = figure.constants!;
  if (figure.denominators.people === 0)
    return 'Pick some people on the board to see what sets them apart from all others.';
  if (tested === 0) return 'There are too few people on one side to test any difference.';
  const [first] = standingApart(figure.rows);
  if (!first) return `None of ${formatCountOf(tested, DIFFERENCE)} tested can be told from chance.`;
  return `${formatCount(found)} of ${formatCountOf(tested, DIFFERENCE)} stand once all are tested together. ${apartSentence(first)} Picked from ${formatCount(tested)}; the true gaps are likely smaller.`;
}

/** The differences that stand, each with its sentence, surest to be large first, and how many were tested. */
export function apartList({ rows, constants }: Pick<Figure, 'rows' | 'constants'>) {
  const { tested = 0 } = (constants ?? {}) as Partial<Record<keyof ApartConstants, number>>;
  return {
    tested,
    found: standingApart(rows as readonly ApartRow[]).map((row) => ({ key: row.key, sentence: apartSentence(row) }))
  };
}
