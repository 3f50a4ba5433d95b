import type * as PlotModule from '@observablehq/plot';
import { formatCount, formatDifference, formatDifferenceInterval, type Scale } from '../../dataset/index.ts';
import type { Figure, Row } from '../chart.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import { domain, tick } from './dot-interval.ts';
import { keyLine, keyRoom, type KeyItem } from './key-line.ts';
import { CHARACTER, NARROW, axisTitle, pictureStyle, rightColumn, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { bandSpots } from './spots.ts';

/** What a row has whose estimate is a difference of two levels: each of them with its own interval. */
export const levelFields = { levelA: 'interval', levelB: 'interval' } as const;

export type LevelFields = typeof levelFields;

/** Longest line of a label left of the marks. */
const LINE = 30;
/** Half the height of the bands that are the intervals of the levels. */
const BAND = 6;
/** Room between two columns of text. */
const GAP = 18;
/** Least room for the marks beside a difference whose interval stands in one line with it. */
const ROOMY = 250;
const LINE_HEIGHT = 16;

/** What is said of either side, side a's above side b's. */
export interface StackedColumn<F> {
  readonly head: string;
  readonly of: (row: Row<F>) => readonly [a: string, b: string];
}

interface Ends {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A row as two marks and what joins them. */
interface Pair {
  readonly key: string;
  readonly label: string;
  readonly a: Ends;
  readonly b: Ends;
  readonly few: boolean;
  /** Whether the difference is told from none. */
  readonly holds: boolean;
  readonly difference: string;
  readonly interval: string;
  readonly people: string;
  /** The lines of further columns. */
  readonly further: readonly (readonly [string, string])[];
}

function pairOf(row: ShownRow<Row<LevelFields>>, scale: Scale, told: Pick<Pair, 'holds' | 'further'>): Pair | null {
  const { key, label, levelA, levelB, estimate, sides } = row;
  if (!levelA || !levelB) return null;
  return {
    ...{ key, label, a: levelA, b: levelB },
    ...told,
    few: estimate.level === 'few',
    difference: formatDifference(estimate.value, scale),
    interval: formatDifferenceInterval(estimate.low, estimate.high, scale),
    people: `${estimate.level === 'plain' ? '' : `${estimate.level} `}${formatCount(sides?.a ?? 0)} · ${formatCount(sides?.b ?? 0)}`
  };
}

const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) * CHARACTER;

/**
 * Two groups on the scale of what is measured, a row for each pair of levels: a dot and a square, joined, on bands that are
 * their intervals; the difference and the people of both sides in columns. On phones a row's words stand above its marks.
 *
 * @param holds whether a row's difference is told from none: where it is not, its levels are joined by dashes
 * @param further columns between the difference and the people; on phones a line of words for each
 */
export function dumbbell<F extends LevelFields>(
  Plot: typeof PlotModule,
  figure: Pick<Figure<F>, 'rows' | 'axis' | 'scale' | 'compared'>,
  width: number,
  holds: (row: Row<F>) => boolean,
  further: readonly StackedColumn<F>[] = []
): PlotModule.PlotOptions | null {
  const { scale } = figure;
  const pairs = figure.rows.flatMap((row) => {
    const seen = row as Row<LevelFields>;
    return isShown(seen)
      ? (pairOf(seen, scale, { holds: holds(row), further: further.map(({ of }) => of(row)) }) ?? [])
      : [];
  });
  if (pairs.length === 0) return null;
  const narrow = width < NARROW;
  const less = scale === 'share' ? 'A less B, points' : 'A less B';
  const { a, b } = figure.compared!;
  const stacks = !narrow && further.length > 0;
  /** The columns right of the difference: of one line each, or of both sides' lines. */
  const columns = stacks
    ? [
        ...further.map(({ head }, nth) => ({ head, text: (pair: Pair) => pair.further[nth]!.join('\n') })),
        { head: 'people', text: ({ people }: Pair) => people.replace(' · ', '\n') }
      ]
    : [{ head: 'people, A · B', text: ({ people }: Pair) => people }];
  const widths = columns.map(({ head, text }) => widest([head, ...pairs.flatMap((pair) => text(pair).split('\n'))]));
  const beside = widths.reduce((sum, room) => sum + room + GAP, 0);
  const longest = Math.max(...pairs.map(({ label }) => label.length));
  const marginLeft = narrow ? 4 : 16 + Math.min(LINE, longest) * CHARACTER;
  const together = widest(pairs.map(({ difference, interval }) => `${difference} (${interval})`));
  const apart = Math.max(widest(pairs.map(({ interval }) => interval)), widest([less]));
  const inOne = !narrow && !stacks && width - marginLeft - together - beside - GAP >= ROOMY;
  const differences = inOne ? together : apart;
  const marginRight = narrow ? 6 : differences + beside + GAP;
  const labelRoom = narrow ? width - widest(['+00.0']) - 2 * GAP : LINE * CHARACTER;
  const set = ({ label }: Pair) => setLabel(label, labelRoom);
  const tall = Math.max(...pairs.map((pair) => set(pair).lines.length)) - 1;
  const more = narrow && further.length > 0 ? 1 : 0;
  const pitch = narrow ? 62 + LINE_HEIGHT * (tall + more) : inOne && tall === 0 ? 32 : 38;
  const middle = narrow ? pitch / 2 - 14 : 0;
  const lineAt = (nth: number) => 12 - pitch / 2 + LINE_HEIGHT * nth;
  const items: KeyItem[] = [
    { mark: 'dot', text: `A: ${a.short}` },
    { mark: 'square', text: `B: ${b.short}` },
    ...(pairs.some((pair) => pair.holds) ? [{ mark: 'line', text: 'differ' } as const] : []),
    ...(pairs.some((pair) => !pair.holds) ? [{ mark: 'dashes', text: 'cannot be told apart' } as const] : [])
  ];
  const keyed = keyRoom(items, width);
  const top = keyed + (narrow ? 30 : 28);
  const axisWidth = width - marginLeft - 8;
  const bottom = roomBelow(figure.axis, axisWidth);
  const reach = pairs.flatMap((pair) => (pair.few ? [pair.a.value, pair.b.value] : [pair.a, pair.b].flatMap(endsOf)));
  const mark = { key: '', label: '', value: reach[0]!, people: 0, level: 'plain', published: null } as const;
  const [low, high] = domain([{ ...mark, low: Math.min(...reach), high: Math.max(...reach) }], null, figure);
  const frame = width - marginLeft - marginRight;
  const ticks = frame < 180 ? 2 : narrow || frame < 300 ? 4 : 7;
  const ink = ({ few }: Pair) => (few ? 'var(--muted)' : 'var(--ink)');
  const firm = pairs.filter(({ few }) => !few);
  const band = (side: 'a' | 'b', above: number, below: number, fill: string) =>
    Plot.rect(firm, {
      x1: (pair: Pair) => pair[side].low,
      x2: (pair: Pair) => pair[side].high,
      y: 'key',
      fill,
      fillOpacity: 0.25,
      insetTop: pitch / 2 + middle - above,
      insetBottom: pitch / 2 - middle - below
    });
  /** The difference is what is read first: in ink, and heavier where it holds. */
  const differenceAt = (end: number, dy: number, text: (pair: Pair) => string) => [
    rightColumn(Plot, [], { head: less, end, above: 14 }, { y: 'key', text }),
    [true, false].map((held) =>
      Plot.text(
        pairs.filter((pair) => pair.holds === held),
        {
          ...{ y: 'key', frameAnchor: 'right', textAnchor: 'end', dx: end, dy, text, fill: ink },
          ...{ fontVariant: 'tabular-nums', lineHeight: 1.2, fontWeight: held ? 600 : 400 }
        }
      )
    )
  ];
  const joined = (some: Pair[], options: PlotModule.RuleYOptions) =>
    Plot.ruleY(some, {
      x1: (pair: Pair) => pair.a.value,
      x2: (pair: Pair) => pair.b.value,
      y: 'key',
      stroke: ink,
      dy: middle,
      ...options
    });

  return {
    width,
    height: top + bottom + pitch * pairs.length,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: {
      domain: [low, high],
      insetLeft: narrow ? 18 : 0,
      insetRight: narrow ? 14 : 0,
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (d: number) => tick(d, figure, high - low)
    },
    y: { type: 'band', domain: pairs.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      bandSpots(pairs.map(({ key }) => key)),
      Plot.gridX({ ticks, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      keyLine(Plot, items, { width, marginLeft, top }),
      Plot.text(pairs, {
        y: 'key',
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        dy: narrow ? lineAt(tall / 2) : 0,
        ...setText(pairs, set),
        fill: ink,
        ...(narrow ? { stroke: 'var(--paper)', strokeWidth: 4 } : {})
      }),
      narrow
        ? [
            more === 0
              ? null
              : Plot.text(pairs, {
                  y: 'key',
                  frameAnchor: 'left',
                  dy: lineAt(tall + 2),
                  text: (pair: Pair) =>
                    further.map(({ head }, nth) => `${head} ${pair.further[nth]!.join(' · ')}`).join(', '),
                  textAnchor: 'start',
                  fill: 'var(--muted)',
                  stroke: 'var(--paper)',
                  strokeWidth: 4,
                  fontVariant: 'tabular-nums'
                }),
            differenceAt(2, lineAt(0), ({ difference }) => difference),
            Plot.text(pairs, {
              y: 'key',
              frameAnchor: 'left',
              dy: lineAt(tall + 1),
              text: ({ people }: Pair) => `${people} people`,
              textAnchor: 'start',
              fill: 'var(--muted)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
              fontVariant: 'tabular-nums'
            }),
            Plot.text(pairs, {
              y: 'key',
              frameAnchor: 'right',
              dx: 2,
              dy: lineAt(tall + 1),
              text: ({ interval }: Pair) => `(${interval})`,
              textAnchor: 'end',
              fill: 'var(--muted)',
              stroke: 'var(--paper)',
              strokeWidth: 4,
              fontVariant: 'tabular-nums'
            })
          ]
        : [
            differenceAt(GAP + differences, 0, ({ difference, interval }) =>
              inOne ? `${difference} (${interval})` : `${difference}\n${interval}`
            ),
            columns.map(({ head, text }, nth) => {
              const end = GAP + differences + widths.slice(0, nth + 1).reduce((sum, room) => sum + room + GAP, 0) - 2;
              return rightColumn(Plot, pairs, { head, end, above: 14 }, { y: 'key', text, lineHeight: 1.2 });
            })
          ],
      band('a', BAND, 0, 'var(--accent)'),
      band('b', 0, BAND, 'var(--ink)'),
      joined(
        pairs.filter((pair) => pair.holds),
        { strokeWidth: 2 }
      ),
      joined(
        pairs.filter((pair) => !pair.holds),
        { strokeWidth: 1, strokeDasharray: '2 3' }
      ),
      Plot.dot(pairs, {
        x: ({ b }: Pair) => b.value,
        y: 'key',
        r: 4.5,
        symbol: 'square',
        fill: ({ few }: Pair) => (few ? 'var(--paper)' : 'var(--ink)'),
        stroke: ink,
        strokeWidth: 1.5,
        dy: middle
      }),
      Plot.dot(pairs, {
        x: ({ a }: Pair) => a.value,
        y: 'key',
        r: 4.5,
        fill: ({ few }: Pair) => (few ? 'var(--paper)' : 'var(--accent)'),
        stroke: ({ few }: Pair) => (few ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5,
        dy: middle
      }),
      axisTitle(Plot, figure.axis, bottom, axisWidth)
    ]
  };
}

const endsOf = ({ low, high, value }: Ends) => [low, high, value];
