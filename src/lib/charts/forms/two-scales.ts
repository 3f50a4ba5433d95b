import type * as PlotModule from '@observablehq/plot';
import type { Interval } from '../../estimate/index.ts';
import { CHARACTER, NARROW, pictureStyle, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { spots } from './spots.ts';

/** A number with its interval, perhaps on few people. */
export type Reach = Pick<Interval, 'value' | 'low' | 'high'> & { readonly few: boolean };

/** A row with one number on the scale at the left, and up to two on the one at the right. */
export interface TwoScaled {
  readonly key: string;
  readonly label: string;
  readonly left: Reach | null;
  readonly right: Reach | null;
  /** Another on the scale at the right, drawn open. */
  readonly beside: Reach | null;
}

/** What the scales measure, and from where to where they go at least. */
export interface Scales {
  readonly left: { readonly axis: string; readonly from: number; readonly to: number };
  readonly right: { readonly axis: string; readonly zero: string };
}

/** Room between the two scales. */
const GUTTER = 28;
const TOP = 40;
const LINE = 22;

const few = (low: number, high: number): number[] => {
  const step = [0.25, 0.5, 1, 2, 5, 10, 20, 25, 50].find((one) => (high - low) / one <= 4.5) ?? 100;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(2)));
};

/**
 * The same rows on two scales side by side, each with dots and intervals: what is larger on the one need not be on the
 * other. On phones the labels stand above their rows.
 */
export function twoScales(
  Plot: typeof PlotModule,
  rows: readonly TwoScaled[],
  scales: Scales,
  width: number
): PlotModule.PlotOptions | null {
  const shown = rows.filter(({ left, right, beside }) => left ?? right ?? beside);
  if (shown.length === 0) return null;
  const narrow = width < NARROW;
  const labels = narrow ? 0 : 16 + Math.min(LINE, Math.max(...shown.map(({ label }) => label.length))) * CHARACTER;
  const each = (width - labels - GUTTER - 12) / 2;
  const pitch = narrow ? 52 : 38;
  const ends = shown.flatMap(({ right, beside }) => [right, beside].flatMap((one) => (one ? [one.low, one.high] : [])));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends, 0.1)];
  const air = (high - low) * 0.05;
  const { from, to } = scales.left;
  const toLeft = (value: number) => labels + 12 + ((value - from) / (to - from)) * (each - 12);
  const start = labels + each + GUTTER;
  const toRight = (value: number) => start + ((value - low + air) / (high - low + 2 * air)) * each;
  const bottom = Math.max(roomBelow(scales.left.axis, each), roomBelow(scales.right.axis, each));
  const height = TOP + bottom + pitch * shown.length;
  const middle = (i: number) => TOP + pitch * (i + (narrow ? 0.68 : 0.5));

  interface Mark extends Reach {
    readonly x: number;
    readonly x1: number;
    readonly x2: number;
    readonly y: number;
  }
  const marks = (of: (row: TwoScaled) => Reach | null, place: (value: number) => number, dy: number): Mark[] =>
    shown.flatMap((row, i) => {
      const one = of(row);
      return one ? [{ ...one, x: place(one.value), x1: place(one.low), x2: place(one.high), y: middle(i) + dy }] : [];
    });
  const filled = [...marks(({ left }) => left, toLeft, 0), ...marks(({ right }) => right, toRight, -5)];
  const open = marks(({ beside }) => beside, toRight, 6);
  const ticks = [
    ...few(from, to).map((value) => ({ value, x: toLeft(value) })),
    ...few(low - air, high + air).map((value) => ({ value, x: toRight(value) }))
  ];
  const foot = TOP + pitch * shown.length;
  const ink = ({ few }: Mark) => (few ? 'var(--muted)' : 'var(--ink)');
  const intervals = (some: Mark[]) => Plot.link(some, { x1: 'x1', x2: 'x2', y: 'y', stroke: ink, strokeWidth: 1.5 });
  const title = (axis: string, x: number) =>
    Plot.text([axis], {
      text: (d: string) => d,
      x: () => x,
      y: () => foot + 28,
      lineWidth: (each / 13) * 0.75,
      lineHeight: 1.1,
      textAnchor: 'start',
      lineAnchor: 'top',
      fill: 'var(--muted)'
    });

  return {
    width,
    height,
    margin: 0,
    style: pictureStyle,
    x: { domain: [0, width], range: [0, width], axis: null },
    y: { domain: [0, height], range: [0, height], axis: null },
    marks: [
      spots(() => shown.map(({ key }, i) => ({ key, x: 0, y: TOP + pitch * i, width, height: pitch }))),
      Plot.link(ticks, { x1: 'x', x2: 'x', y1: () => TOP, y2: () => foot, stroke: 'var(--hairline)' }),
      narrow
        ? Plot.link(shown.slice(1), {
            x1: () => 0,
            x2: () => width,
            y: (_: TwoScaled, i: number) => TOP + pitch * (i + 1),
            stroke: 'var(--hairline)'
          })
        : null,
      Plot.text(ticks, {
        x: 'x',
        y: () => foot + 14,
        text: ({ value }: { value: number }) => String(value).replace('-', '−'),
        fill: 'var(--ink)'
      }),
      Plot.link([0], {
        x1: () => toRight(0),
        x2: () => toRight(0),
        y1: () => TOP,
        y2: () => foot,
        stroke: 'var(--muted)',
        strokeDasharray: '3 3'
      }),
      Plot.text([scales.right.zero], {
        x: () => toRight(0),
        y: () => TOP - 12,
        text: (d: string) => d,
        fill: 'var(--muted)',
        textAnchor: narrow ? 'middle' : 'middle'
      }),
      Plot.text(shown, {
        x: () => (narrow ? 0 : labels - 10),
        y: (_: TwoScaled, i: number) => (narrow ? TOP + pitch * i + 13 : middle(i)),
        ...setText(shown, ({ label }) => setLabel(label, narrow ? width - 8 : LINE * CHARACTER)),
        textAnchor: narrow ? 'start' : 'end',
        ...(narrow ? { stroke: 'var(--paper)', strokeWidth: 4 } : {}),
        fill: 'var(--ink)'
      }),
      intervals(filled),
      intervals(open),
      Plot.dot(filled, {
        x: 'x',
        y: 'y',
        r: 4.5,
        fill: (one: Mark) => (one.few ? 'var(--paper)' : 'var(--accent)'),
        stroke: (one: Mark) => (one.few ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5
      }),
      Plot.dot(open, {
        x: 'x',
        y: 'y',
        r: 4,
        symbol: 'diamond',
        fill: 'var(--paper)',
        stroke: 'var(--muted)',
        strokeWidth: 1.5
      }),
      title(scales.left.axis, labels),
      title(scales.right.axis, start)
    ]
  };
}
