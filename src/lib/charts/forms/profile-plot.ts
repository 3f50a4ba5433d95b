import type * as PlotModule from '@observablehq/plot';
import type { Interval } from '../../estimate/index.ts';
import type { Figure, Row } from '../chart.ts';
import { tick } from './dot-interval.ts';
import { CHARACTER, pictureStyle } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { bandSpots } from './spots.ts';

/** The one width profiles are drawn at: they stand side by side. */
export const PROFILE_WIDTH = 328;

/** Space for the labels, and the longest line in it, in characters. */
const LABELS = 162;
const LINE = 19;
const RIGHT = 34;
const [TOP, BOTTOM] = [24, 42];

interface Mark {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly people: string;
  readonly few: boolean;
  readonly there: number | null;
}

interface Style {
  /** What the axis measures. */
  readonly axis: string;
  /** Whether rows are differences, with a line at none, or the group's own values beside everyone else's. */
  readonly shows: 'here' | 'difference';
}

/** A row of a profile: its estimate, and everyone else's value beside it. */
type ProfileRow = Row & { readonly there?: Pick<Interval, 'value'> };

function markOf({ key, label, estimate, there }: ProfileRow): Mark[] {
  if (!estimate.shown) return [];
  const { value, low, high, people, level } = estimate;
  return [{ key, label, value, low, high, people: String(people), few: level === 'few', there: there?.value ?? null }];
}

/**
 * Rows of a profile: label, dot with interval, number of people; a tick for everyone else, or a line at no difference.
 * Rows on few people are grey and open.
 */
export function profilePlot(
  Plot: typeof PlotModule,
  { rows, scale }: Pick<Figure, 'scale'> & { readonly rows: readonly ProfileRow[] },
  { axis, shows }: Style
): PlotModule.PlotOptions | null {
  const marks = rows.flatMap(markOf);
  if (marks.length === 0) return null;
  const differences = shows === 'difference';
  const ends = marks.flatMap(({ low, high, there }) => [low, high, differences ? 0 : (there ?? low)]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const air = (high - low) * 0.04;
  const domain = differences ? [low - air, high + air] : [Math.max(0, low - air), Math.min(1, high + air)];
  const ticks = fewTicks(domain[0]!, domain[1]!);
  const rowHeight = marks.some(({ label }) => label.length > LINE) ? 30 : 20;
  const ink = ({ few }: Mark) => (few ? 'var(--muted)' : 'var(--ink)');
  const y = 'key';
  const muted = { fill: 'var(--muted)' };

  return {
    width: PROFILE_WIDTH,
    height: TOP + BOTTOM + rowHeight * marks.length,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: LABELS,
    marginRight: RIGHT,
    style: pictureStyle,
    x: {
      domain,
      insetLeft: 6,
      insetRight: 6,
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (d: number) => (scale === 'share' ? tick(d, { scale }, domain[1]! - domain[0]!) : signed(d))
    },
    y: { type: 'band', domain: marks.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      bandSpots(marks.map(({ key }) => key)),
      Plot.gridX(ticks, { stroke: 'var(--hairline)', strokeOpacity: 1 }),
      differences ? Plot.ruleX([0], { stroke: 'var(--muted)' }) : null,
      Plot.text(marks, {
        y,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        ...setText(marks, ({ label }) => setLabel(label, LINE * CHARACTER + 1)),
        lineHeight: 1.05,
        fill: ink
      }),
      Plot.text(['people'], {
        frameAnchor: 'top-right',
        text: (d: string) => d,
        dx: RIGHT - 1,
        dy: -18,
        textAnchor: 'end',
        ...muted
      }),
      Plot.text(marks, {
        y,
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: RIGHT - 1,
        text: 'people',
        fontVariant: 'tabular-nums',
        ...muted
      }),
      differences
        ? null
        : Plot.tickX(
            marks.filter(({ there }) => there !== null),
            {
              x: 'there',
              y,
              stroke: 'var(--muted)',
              strokeWidth: 2,
              insetTop: rowHeight / 2 - 7,
              insetBottom: rowHeight / 2 - 7
            }
          ),
      Plot.ruleY(marks, { y, x1: 'low', x2: 'high', stroke: ink, strokeWidth: 1.5 }),
      Plot.dot(marks, {
        x: 'value',
        y,
        r: 4,
        fill: ({ few }: Mark) => (few ? 'var(--paper)' : 'var(--accent)'),
        stroke: ({ few }: Mark) => (few ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5
      }),
      Plot.text([axis], {
        frameAnchor: 'bottom-right',
        text: (d: string) => d,
        dx: RIGHT - 1,
        dy: BOTTOM - 4,
        textAnchor: 'end',
        lineAnchor: 'bottom',
        ...muted
      })
    ]
  };
}

/** At most three round values between two others: four would touch on shares. */
function fewTicks(low: number, high: number): number[] {
  if (!(high > low)) return [low];
  const size = 10 ** Math.floor(Math.log10(high - low) - 1);
  const step = [1, 2, 5, 10, 20, 50]
    .map((by) => by * size)
    .find((one) => Math.floor(high / one) - Math.ceil(low / one) < 3)!;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(6))
  );
}

/** Points with a sign, and no more decimals than a tick needs. */
function signed(value: number): string {
  const text = Number.isInteger(value) ? String(Math.abs(value)) : Math.abs(value).toFixed(1);
  return `${value < 0 ? '−' : value > 0 ? '+' : ''}${text}`;
}

/** The key of profiles that show the group's own values. */
export const HERE_AND_THERE = [
  { mark: 'value', label: 'these people, with interval' },
  { mark: 'others', label: 'everyone else' }
] as const;
