import type * as PlotModule from '@observablehq/plot';
import { formatCount, type NumberColumn } from '../../dataset/index.ts';
import { classesOf, type AnswerClasses } from '../rows/answer-classes.ts';
import type { Figure, Row, Spread } from '../chart.ts';
import { markOf, type Mark } from './dot-interval.ts';
import { CHARACTER, NARROW, axisTitle, pictureStyle, rightColumn, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { spots } from './spots.ts';

const BARS = 44;
/** Longest line of a label left of the bars, in characters. */
const LINE = 34;

interface Line extends Mark {
  /** Top of the row. */
  readonly y: number;
  readonly spread: Spread;
}

/** A scale on which every class is as wide as its span, and the last one, where it is open, as wide as the others. */
function scaleFor(column: NumberColumn, classes: AnswerClasses, spreads: readonly Spread[], narrow: boolean) {
  const [low, high] = column.domain;
  if (low !== null && high !== null) {
    const end = high + (column.perUnit === 1 ? 1 : 0);
    const step = column.perUnit === 1 ? 0.5 : 0;
    const ticks =
      high - low < 12
        ? Array.from({ length: high - low + 1 }, (_, i) => low + i)
        : [low, ...[0.25, 0.5, 0.75].map((part) => high * part), high];
    return {
      at: (value: number) => value,
      // A value given stands in the middle of its own bar.
      mean: (value: number) => value + step,
      domain: [low, end] as [number, number],
      ticks: ticks.map((value) => ({
        at: value + step,
        label: column.perUnit === 1 ? String(Math.round(value)) : value.toFixed(2)
      }))
    };
  }
  const { from } = classes;
  const used = spreads.flatMap((spread) => spread.from.map((value) => from.findLastIndex((bound) => bound <= value)));
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const at = (value: number) => {
    const i = Math.max(
      0,
      from.findLastIndex((bound) => bound <= value)
    );
    const next = from[i + 1] ?? from[i]! * 2 + 1;
    return i + Math.min(1, Math.max(0, (value - from[i]!) / (next - from[i]!)));
  };
  // A value given stands in the middle of its own bar.
  const middle = classes.single ? 0.5 : 0;
  const many = last - first > (narrow ? 4 : 8);
  const each = classes.single ? 1 : many ? 5 : 2;
  const shown = (i: number) => (low === null ? !many || (i - first) % 3 === 1 : i % each === 0);
  const label = (i: number) =>
    `${short(from[i]!)}${classes.single && i === from.length - 1 && classes.to === null ? '+' : ''}`;
  return {
    at,
    mean: (value: number) => Math.min(last + 1, at(value) + middle),
    domain: [first, last + 1] as [number, number],
    ticks: from
      .map((_, i) => ({ at: i + middle, label: label(i), i }))
      .filter(({ i }) => (classes.single ? i >= first : i > first) && i <= last && shown(i))
  };
}

const short = (value: number) => (value >= 1000 ? `${value / 1000}k` : String(value).replace('-', '−'));

/** The classes that have answers. */
function given(spread: Spread): Spread {
  const of = (numbers: readonly number[]) => numbers.filter((_, i) => spread.shares[i]! > 0);
  return { from: of(spread.from), shares: of(spread.shares), low: of(spread.low), high: of(spread.high) };
}

interface Bar {
  readonly left: number;
  readonly right: number;
  /** The share of the answers, and its interval. */
  readonly height: number;
  readonly low: number;
  readonly high: number;
}

/** The bar of each class; its height is the share of the answers. */
function bars(
  { from, shares, low, high }: Spread,
  classes: AnswerClasses,
  at: (value: number) => number,
  domain: readonly [number, number]
): Bar[] {
  return from.map((start, i) => {
    const next = classes.from[classes.from.indexOf(start) + 1];
    const [left, right] = [
      Math.max(domain[0], at(start)),
      next === undefined ? domain[1] : Math.min(domain[1], at(next))
    ];
    return { left, right, height: shares[i]!, low: low[i]!, high: high[i]! };
  });
}

/**
 * One row for each group: bars of how its answers fall with the intervals of their shares, below them the mean with its
 * own, people at the right. Bars are drawn as one outline a row, intervals as one path for all rows of a kind. Groups of
 * few people are grey.
 */
export function histogramRows(
  Plot: typeof PlotModule,
  figure: Pick<Figure, 'axis'> & { readonly rows: readonly (Row & { readonly spread?: Spread })[] },
  width: number,
  column: NumberColumn
): PlotModule.PlotOptions | null {
  const narrow = width < NARROW;
  const labelled = figure.rows.flatMap((row) => {
    const mark = markOf(row);
    return mark && row.spread ? [{ mark, spread: given(row.spread) }] : [];
  });
  if (labelled.length === 0) return null;
  const classes = classesOf(column);
  const scale = scaleFor(
    column,
    classes.plain,
    labelled.map(({ spread }) => spread),
    narrow
  );
  const longest = Math.max(...labelled.map(({ mark }) => mark.label.length));
  const labelRoom = narrow ? width - 72 : LINE * CHARACTER;
  const written = ({ label, level }: Mark) => setLabel(level === 'few' && narrow ? `${label} (few)` : label, labelRoom);
  /** Above the bars: on phones the label. */
  const above = narrow ? 4 + 14 * Math.max(...labelled.map(({ mark }) => written(mark).lines.length)) : 4;
  const pitch = BARS + 20 + above;
  const marginLeft = narrow ? 4 : 16 + Math.min(LINE, longest) * CHARACTER;
  const marginRight = 64;
  const axisWidth = width - marginLeft - 8;
  const top = 30;
  const bottom = roomBelow(figure.axis, axisWidth);
  const lines: Line[] = labelled.map(({ mark, spread }, i) => ({ ...mark, spread, y: i * pitch }));
  const height = lines.length * pitch;
  const base = ({ y }: Line) => y + BARS + above;
  const outlines = lines.map((line) => ({
    line,
    shape: bars(line.spread, classes[line.level], scale.at, scale.domain)
  }));
  const highest = (level: Mark['level']) =>
    Math.max(
      ...outlines.filter(({ line }) => line.level === level).flatMap(({ shape }) => shape.map(({ high }) => high))
    );
  const points = outlines.flatMap(({ line, shape }) => {
    const rise = BARS / highest(line.level);
    return shape.flatMap(({ left, right, height: tall }) => [
      { key: line.key, level: line.level, x: left, y: base(line) },
      { key: line.key, level: line.level, x: left, y: base(line) - tall * rise },
      { key: line.key, level: line.level, x: right, y: base(line) - tall * rise },
      { key: line.key, level: line.level, x: right, y: base(line) }
    ]);
  });
  // What has no place parts one interval from the next in their path.
  const intervals = outlines.flatMap(({ line, shape }) => {
    const rise = BARS / highest(line.level);
    return shape.flatMap(({ left, right, low, high }) =>
      [low * rise, high * rise, NaN].map((up) => ({ level: line.level, x: (left + right) / 2, y: base(line) - up }))
    );
  });
  const few = ({ level }: { level: Mark['level'] }) => level === 'few';
  const ink = (line: Line) => (few(line) ? 'var(--muted)' : 'var(--ink)');
  const below = (line: Line) => base(line) + 9;

  return {
    width,
    height: top + bottom + height,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: { domain: scale.domain, axis: null, insetLeft: narrow ? 8 : 0, insetRight: 4 },
    y: { domain: [0, height], range: [top, top + height], axis: null },
    marks: [
      spots(() => lines.map(({ key, y }) => ({ key, x: 0, y: top + y, width, height: pitch }))),
      Plot.ruleX(scale.ticks, { x: 'at', stroke: 'var(--hairline)' }),
      Plot.ruleY(lines, { y: base, stroke: 'var(--hairline)' }),
      ...(['plain', 'wide', 'few'] as const).flatMap((level) => [
        Plot.line(
          points.filter((point) => point.level === level),
          {
            x: 'x',
            y: 'y',
            z: 'key',
            fill: few({ level }) ? 'var(--few)' : 'var(--class-3)',
            stroke: few({ level }) ? 'var(--muted)' : 'var(--class-4)',
            strokeWidth: 0.5
          }
        ),
        Plot.line(
          intervals.filter((point) => point.level === level),
          { x: 'x', y: 'y', z: null, stroke: few({ level }) ? 'var(--muted)' : 'var(--ink)', strokeWidth: 1 }
        )
      ]),
      Plot.link(lines, {
        x1: (d: Line) => scale.mean(d.low),
        x2: (d: Line) => scale.mean(d.high),
        y: below,
        stroke: ink,
        strokeWidth: 1.5
      }),
      Plot.dot(lines, {
        x: (line: Line) => scale.mean(line.value),
        y: below,
        r: 4,
        fill: (line: Line) => (few(line) ? 'var(--paper)' : 'var(--accent)'),
        stroke: (line: Line) => (few(line) ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5
      }),
      Plot.text(lines, {
        y: (line: Line) => (narrow ? line.y + (above - 2) / 2 : base(line) - BARS / 2),
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        ...setText(lines, written),
        fill: ink
      }),
      rightColumn(
        Plot,
        lines,
        { head: 'people', end: marginRight - 2, above: 20 },
        {
          y: (line) => (narrow ? line.y + (above - 2) / 2 : base(line) - BARS / 2),
          text: ({ people }) => formatCount(people)
        }
      ),
      Plot.text(scale.ticks, { x: 'at', frameAnchor: 'bottom', dy: 16, text: 'label', fontVariant: 'tabular-nums' }),
      axisTitle(Plot, figure.axis, bottom, axisWidth)
    ]
  };
}
