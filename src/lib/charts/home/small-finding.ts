import { formatPercent, formatValue, type Scale } from '../../dataset/index.ts';
import type { Figure } from '../chart.ts';

/** A mark of a small figure: a value, and from where to where its line runs; null where none was printed. */
export interface SmallMark {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The value as it is printed beside the mark. */
  readonly text: string;
}

/** A finding with a figure of a few marks, and the view that has all of it. */
export interface SmallFinding {
  readonly theme: string;
  readonly question: string;
  readonly headline: string;
  readonly marks: readonly SmallMark[];
  /** Both ends of the scale the marks stand on. */
  readonly ends: readonly [number, number];
  /** What the lines are, on how many it rests, and where it is from. */
  readonly note: string;
  /** Path and search below the site's base, and what a reader finds there. */
  readonly path: string;
  readonly more: string;
}

/** More marks than these are left to the view. */
export const MOST_MARKS = 6;

/** What a figure comes to in a few marks: those of its rows that are shown, the first as it orders them. */
export function smallFinding(figure: Figure, theme: string, path: string, more: string): SmallFinding {
  const marks = figure.rows
    .flatMap(({ label, estimate }) =>
      estimate.shown && estimate.level !== 'few'
        ? [{ label: ownName(label), ...rangeOf(estimate), text: printed(estimate.value, figure.scale) }]
        : []
    )
    .slice(0, MOST_MARKS);
  return {
    theme,
    question: figure.question,
    headline: figure.headline,
    marks,
    ends: endsOf(figure.scale, marks),
    note: `${figure.numbers}; ${figure.method}`,
    path,
    more
  };
}

const rangeOf = ({ value, low, high }: { value: number; low: number; high: number }) => ({ value, low, high });

/** A value as a small figure prints it, all of a kind with as many decimals. */
export const printed = (value: number, scale: Scale): string =>
  scale === 'share' ? formatPercent(value, 0) : formatValue(value, scale);

/** A label without the group of everyone, which every mark of such a figure has. */
const ownName = (label: string): string => label.replace(/^Everyone · /, '');

/** Shares are drawn from nought to the next tenth above all lines, other numbers between the tens around all lines. */
export function endsOf(scale: Scale, marks: readonly SmallMark[]): readonly [number, number] {
  const step = scale === 'share' ? 0.1 : 10;
  const highest = Math.ceil(Math.max(0, ...marks.map(({ value, high }) => high ?? value)) / step) * step;
  if (scale === 'share') return [0, Math.min(1, highest)];
  return [Math.floor(Math.min(...marks.map(({ value, low }) => low ?? value)) / step) * step, highest];
}
