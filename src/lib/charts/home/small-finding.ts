import { formatValue, type Scale } from '../../dataset/index.ts';
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

const ENDS: Readonly<Record<'share' | 'score', readonly [number, number]>> = { share: [0, 1], score: [0, 100] };

/** What a figure comes to in a few marks: those of its rows that are shown, the first as it orders them. */
export function smallFinding(figure: Figure, theme: string, path: string, more: string): SmallFinding {
  const marks = figure.rows
    .flatMap(({ label, estimate }) =>
      estimate.shown && estimate.level !== 'few'
        ? [{ label: ownName(label), ...rangeOf(estimate), text: formatValue(estimate.value, figure.scale) }]
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

/** A label without the group of everyone, which every mark of such a figure has. */
const ownName = (label: string): string => label.replace(/^Everyone · /, '');

/** Shares end where the longest line does, rounded up to a tenth; scores at the scale's own ends. */
export function endsOf(scale: Scale, marks: readonly SmallMark[]): readonly [number, number] {
  if (scale === 'score') return ENDS.score;
  const longest = Math.max(0, ...marks.map(({ value, high }) => high ?? value));
  return scale === 'share' ? [0, Math.min(1, Math.ceil(longest * 10) / 10)] : [0, longest];
}
