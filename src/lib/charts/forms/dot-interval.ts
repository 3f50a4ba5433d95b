import type * as PlotModule from '@observablehq/plot';
import { formatCount, formatEstimate, formatValue, type Scale } from '../../dataset/index.ts';
import type { Figure, NoFields, Row, Total } from '../chart.ts';
import { CHARACTER, NARROW, axisTitle, pictureStyle, rightColumn, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { bandSpots } from './spots.ts';

/** Longest line of a label left of the marks; longer ones take two lines, and are cut beyond. */
const LINE = 34;

export interface Mark {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly people: number;
  readonly level: 'few' | 'wide' | 'plain';
  readonly published: number | null;
}

interface TextColumn<F> {
  readonly head: string;
  readonly of: (row: Row<F>) => string;
  /** Room for it, in pixels, where it is more than one count. */
  readonly width?: number;
}

export interface Style<F = NoFields> {
  /** Text right of each row, and its heading. */
  readonly right: TextColumn<F>;
  /** More such columns, right of it. */
  readonly further?: readonly TextColumn<F>[];
  /** Named vertical line. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  /** What an open mark beside the dot stands for. */
  readonly published: string | null;
  /** From where to where the axis goes, the marks within; as far as the marks reach where that is null or nothing is said. */
  readonly whole?: readonly [number, number | null] | null;
}

/** A row as a mark; null where it is hidden. */
export const markOf = (row: Total): Mark | null =>
  row.estimate.shown
    ? {
        key: row.key,
        label: row.label,
        value: row.estimate.value,
        low: row.estimate.low,
        high: row.estimate.high,
        people: row.estimate.people,
        level: row.estimate.level,
        published: row.published ?? null
      }
    : null;

/** Frames narrower than this have ticks as on phones. */
const ROOMY = 300;

/** Air beside marks that all but coincide, by scale. */
const leastAir: Readonly<Record<Scale, number>> = {
  score: 0.5,
  share: 0.01,
  standard: 0.02,
  strength: 0.001,
  count: 0.001
};

/** An axis as it is asked for, which leaves no mark outside. */
function reach(
  [low, high]: readonly [number, number],
  whole: Style['whole'],
  marks: readonly Mark[]
): readonly [number, number] {
  if (!whole) return [low, high];
  const [from, to] = whole;
  return [
    Math.min(from, ...marks.map((mark) => mark.low)),
    to === null ? high : Math.max(to, ...marks.map((mark) => mark.high))
  ];
}

/** Widest reach of the marks with air around it; a share never leaves 0–1. */
export function domain(
  marks: readonly Mark[],
  reference: number | null,
  { scale }: Pick<Figure, 'scale'>
): [number, number] {
  const ends = marks.flatMap((mark) => [mark.low, mark.high, mark.published ?? mark.value]);
  if (reference !== null) ends.push(reference);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const air = Math.max((high - low) * 0.06, leastAir[scale]);
  const floor = scale === 'score' || scale === 'standard' ? -Infinity : 0;
  const ceiling = scale === 'share' ? 1 : Infinity;
  return [Math.max(floor, low - air), Math.min(ceiling, high + air)];
}

/**
 * Dots with intervals, one row each, labels on the rows, the number of people at the right: the form for means, shares
 * and scores. Rows on few people are grey, have no caps on their interval and say "few".
 */
export function dotInterval<F = NoFields>(
  Plot: typeof PlotModule,
  figure: Pick<Figure<F>, 'rows' | 'axis' | 'scale'>,
  width: number,
  style: Style<F>
): PlotModule.PlotOptions | null {
  const marks = figure.rows.flatMap((row) => markOf(row) ?? []);
  if (marks.length === 0) return null;
  const narrow = width < NARROW;
  const longest = Math.max(...marks.map((mark) => mark.label.length));
  const top = 46;
  const marginLeft = narrow ? 4 : 16 + Math.min(LINE, longest) * CHARACTER;
  const columns = [style.right, ...(style.further ?? [])];
  const widths = columns.map((column) => column.width ?? 64);
  /** Where each column ends, right of the frame. */
  const ends = widths.map((_, i) => widths.slice(0, i + 1).reduce((sum, room) => sum + room) - 2);
  const marginRight = ends.at(-1)! + 2;
  const axisWidth = width - marginLeft - 8;
  const bottom = roomBelow(figure.axis, axisWidth);
  const labelRoom = narrow
    ? width - marginLeft - marginRight + (style.right.width === undefined ? 20 : 0)
    : LINE * CHARACTER;
  const twoLines = marks.some(({ label }) => setLabel(label, labelRoom).lines.length > 1);
  const rowHeight = narrow ? 44 : longest > LINE - 4 ? 36 : 30;
  const ticks = narrow || width - marginLeft - marginRight < ROOMY ? 4 : 7;
  // On a phone a label lies close above its mark, and further from the row before.
  const [labelDy, dy] = !narrow ? [0, 0] : twoLines ? [-9, 12] : [-7, 9];
  const [low, high] = reach(domain(marks, style.reference?.value ?? null, figure), style.whole, marks);
  const ink = (mark: Mark) => (mark.level === 'few' ? 'var(--muted)' : 'var(--ink)');
  const caps = marks.filter((mark) => mark.level !== 'few');
  const rowOf = new Map(figure.rows.map((row) => [row.key, row]));

  return {
    width,
    height: top + bottom + rowHeight * marks.length,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: {
      domain: [low, high],
      // Half of the first tick's label lies left of the tick.
      insetLeft: narrow ? 12 : 0,
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (d: number) => tick(d, figure, high - low)
    },
    y: { type: 'band', domain: marks.map((mark) => mark.key), padding: 0, axis: null },
    marks: [
      bandSpots(marks.map(({ key }) => key)),
      Plot.gridX({ ticks, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      narrow ? Plot.ruleY(marks.slice(1), { y: 'key', dy: -rowHeight / 2, stroke: 'var(--hairline)' }) : null,
      style.reference === null
        ? null
        : [
            Plot.ruleX([style.reference.value], { stroke: 'var(--muted)', strokeDasharray: '3 3' }),
            Plot.text([style.reference], {
              x: 'value',
              frameAnchor: 'top',
              text: 'label',
              dy: narrow && twoLines ? -15 : -12,
              fill: 'var(--muted)',
              textAnchor: side(style.reference.value, low, high)
            })
          ],
      Plot.text(marks, {
        y: 'key',
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        dy: labelDy,
        ...setText(marks, ({ label }) => setLabel(label, labelRoom)),
        ...(narrow ? { stroke: 'var(--paper)', strokeWidth: 4 } : {}),
        fill: ink
      }),
      columns.map(({ head, of }, i) =>
        rightColumn(
          Plot,
          marks,
          { head, end: ends[i]!, above: 30 },
          { y: 'key', dy: labelDy, text: (mark) => of(rowOf.get(mark.key)!) }
        )
      ),
      Plot.ruleY(marks, { y: 'key', x1: 'low', x2: 'high', stroke: ink, strokeWidth: 1.5, dy }),
      Plot.tickX(caps, {
        x: 'low',
        y: 'key',
        stroke: ink,
        strokeWidth: 1.5,
        insetTop: rowHeight / 2 - 4,
        insetBottom: rowHeight / 2 - 4,
        dy
      }),
      Plot.tickX(caps, {
        x: 'high',
        y: 'key',
        stroke: ink,
        strokeWidth: 1.5,
        insetTop: rowHeight / 2 - 4,
        insetBottom: rowHeight / 2 - 4,
        dy
      }),
      style.published === null
        ? null
        : Plot.dot(
            marks.filter((mark) => mark.published !== null),
            {
              x: 'published',
              y: 'key',
              r: 4,
              symbol: 'diamond',
              fill: 'var(--paper)',
              stroke: 'var(--muted)',
              strokeWidth: 1.5,
              dy
            }
          ),
      Plot.dot(marks, {
        x: 'value',
        y: 'key',
        r: 4.5,
        fill: (mark: Mark) => (mark.level === 'few' ? 'var(--paper)' : 'var(--accent)'),
        stroke: (mark: Mark) => (mark.level === 'few' ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5,
        dy
      }),
      Plot.text(
        marks.filter((mark) => mark.level !== 'plain' && mark.people > 0),
        {
          x: 'high',
          y: 'key',
          text: 'level',
          dx: 8,
          dy,
          textAnchor: 'start',
          fill: 'var(--muted)',
          fontStyle: 'italic',
          stroke: 'var(--paper)',
          strokeWidth: 5
        }
      ),
      axisTitle(Plot, figure.axis, bottom, axisWidth)
    ]
  };
}

export function side(value: number, low: number, high: number): 'start' | 'middle' | 'end' {
  const at = (value - low) / (high - low);
  return at < 0.2 ? 'start' : at > 0.8 ? 'end' : 'middle';
}

/** Decimals that tell at most seven ticks over a span apart. */
const tickDigits = (span: number) => [0, 1, 2, 3].find((digits) => span >= 5 * 10 ** -digits) ?? 4;

/** Ticks need as many decimals as their spacing, not as the values. */
export function tick(value: number, { scale }: Pick<Figure, 'scale'>, span: number): string {
  if (scale === 'score') return value.toFixed(tickDigits(span)).replace('-', '−');
  if (scale === 'share') return `${(value * 100).toFixed(value === 0 ? 0 : tickDigits(span * 100))}\u202f%`;
  if (scale === 'standard') return formatValue(value, span < 2 ? 'standard' : 'score');
  return scale === 'strength' ? value.toFixed(2) : formatValue(value, scale);
}

/** Values at the right as well, where there is room. */
export const atRight = ({ scale }: Pick<Figure, 'scale'>, width: number): Pick<Style, 'right' | 'further'> =>
  width < NARROW
    ? { right: peopleAtRight }
    : {
        right: {
          head: 'value',
          of: ({ estimate }) => (estimate.shown ? formatEstimate(estimate, scale) : ''),
          width: 88
        },
        further: [peopleAtRight]
      };

/** The usual right-hand text: how many people a row rests on. */
export const peopleAtRight: Style['right'] = { head: 'people', of: (row) => formatCount(row.estimate.people) };
