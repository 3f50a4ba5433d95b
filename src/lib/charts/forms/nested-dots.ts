import type * as PlotModule from '@observablehq/plot';
import { formatCount } from '../../dataset/index.ts';
import type { Figure, Group, Row } from '../chart.ts';
import type { PairFields } from '../rows/pairs.ts';
import { domain, markOf, side, tick, type Mark } from './dot-interval.ts';
import { CHARACTER, NARROW, axisTitle, pictureStyle, rightColumn, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { spots } from './spots.ts';

const HEADING = 28;
/** Longest line of a label left of the marks, in characters. */
const LINE = 34;
/** Colours for named things; more are told apart by nothing but their label. */
const COLOURS = 6;
const symbols = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;

interface Line extends Mark {
  readonly y: number;
  /** Its row: where it begins, and how high it is. */
  readonly top: number;
  readonly pitch: number;
  /** Position of the second group among those drawn. */
  readonly nth: number;
}

/** The second groups that are drawn, in order. */
export function secondGroups(rows: readonly Row<PairFields>[]): Group[] {
  const groups = new Map(rows.flatMap(({ second, estimate }) => (estimate.shown ? [[second.key, second]] : [])));
  return [...groups.values()];
}

/**
 * Dots with intervals for pairs of groups: a heading for each first group, below it a line for each second one, which
 * keeps its colour and its symbol throughout. Each line is labelled, so neither is needed to read it.
 */
export function nestedDots(
  Plot: typeof PlotModule,
  figure: Pick<Figure<PairFields>, 'rows' | 'axis' | 'scale'>,
  width: number,
  reference: { readonly value: number; readonly label: string } | null
): PlotModule.PlotOptions | null {
  const narrow = width < NARROW;
  const marginRight = 64;
  const labelRoom = narrow ? width - marginRight - 4 : LINE * CHARACTER;
  const setLine = (label: string) => setLabel(label, labelRoom);
  const pitchOf = (label: string) => (narrow ? 40 : 24) + 12 * (setLine(label).lines.length - 1);
  const seconds = secondGroups(figure.rows).map(({ key }) => key);
  const headings: { y: number; label: string }[] = [];
  const lines: Line[] = [];
  let y = 0;
  let heading = '';
  for (const row of figure.rows) {
    const mark = markOf(row);
    if (!mark) continue;
    const { first, second } = row;
    if (first.key !== heading) {
      heading = first.key;
      y += headings.length === 0 ? 0 : 8;
      headings.push({ y: y + HEADING / 2, label: first.label });
      y += HEADING;
    }
    const pitch = pitchOf(second.label);
    lines.push({
      ...mark,
      label: second.label,
      y: y + pitch - (narrow ? 20 : pitch / 2),
      top: y,
      pitch,
      nth: seconds.indexOf(second.key)
    });
    y += pitch;
  }
  if (lines.length === 0) return null;
  const top = 46;
  const longest = Math.max(...lines.map(({ label }) => label.length));
  const marginLeft = narrow ? 4 : 28 + Math.min(LINE, longest) * CHARACTER;
  const axisWidth = width - marginLeft - 8;
  const bottom = roomBelow(figure.axis, axisWidth);
  const dy = narrow ? 8 : 0;
  const labelDy = narrow ? -8 : 0;
  const [low, high] = domain(lines, reference?.value ?? null, figure);
  const colour = ({ level, nth }: Line) => (level === 'few' ? 'var(--muted)' : `var(--named-${(nth % COLOURS) + 1})`);
  const ink = ({ level }: Line) => (level === 'few' ? 'var(--muted)' : 'var(--ink)');
  const caps = lines
    .filter(({ level }) => level !== 'few')
    .flatMap((line) => [
      { ...line, end: line.low },
      { ...line, end: line.high }
    ]);

  return {
    width,
    height: top + bottom + y,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: {
      domain: [low, high],
      insetLeft: narrow ? 12 : 0,
      label: null,
      ticks: narrow ? 4 : 7,
      tickSize: 0,
      tickFormat: (d: number) => tick(d, figure, high - low)
    },
    y: { domain: [0, y], range: [top, top + y], axis: null },
    symbol: { type: 'identity' },
    marks: [
      spots(() => lines.map(({ key, top: from, pitch }) => ({ key, x: 0, y: top + from, width, height: pitch }))),
      Plot.gridX({ ticks: narrow ? 4 : 7, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      reference === null
        ? null
        : [
            Plot.ruleX([reference.value], { stroke: 'var(--muted)', strokeDasharray: '3 3' }),
            Plot.text([reference], {
              x: 'value',
              frameAnchor: 'top',
              text: 'label',
              dy: -12,
              fill: 'var(--muted)',
              textAnchor: side(reference.value, low, high)
            })
          ],
      Plot.text(headings, {
        y: 'y',
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: narrow ? 0 : 4 - marginLeft,
        ...setText(headings, ({ label }) => setLabel(label, width - marginRight - 8, 1)),
        fontWeight: 600,
        stroke: 'var(--paper)',
        strokeWidth: 4,
        fill: 'var(--ink)'
      }),
      Plot.text(lines, {
        y: ({ y, label }: Line) => y - (narrow ? 6 * (setLine(label).lines.length - 1) : 0),
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        dy: labelDy,
        ...setText(lines, ({ label }) => setLine(label)),
        ...(narrow ? { stroke: 'var(--paper)', strokeWidth: 4 } : {}),
        fill: ink
      }),
      rightColumn(
        Plot,
        lines,
        { head: 'people', end: marginRight - 2, above: 30 },
        { y: 'y', dy: labelDy, text: ({ people }) => formatCount(people) }
      ),
      Plot.link(lines, { x1: 'low', x2: 'high', y: 'y', stroke: colour, strokeWidth: 1.5, dy }),
      Plot.dot(caps, { x: 'end', y: 'y', r: 3, symbol: CAP, stroke: colour, strokeWidth: 1.5, dy }),
      Plot.dot(lines, {
        x: 'value',
        y: 'y',
        r: 4.5,
        symbol: ({ nth }: Line) => symbols[nth % symbols.length]!,
        fill: (line: Line) => (line.level === 'few' ? 'var(--paper)' : colour(line)),
        stroke: colour,
        strokeWidth: 1.5,
        dy
      }),
      Plot.text(
        lines.filter(({ level }) => level !== 'plain'),
        {
          x: 'high',
          y: 'y',
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

/** The end of an interval: a short upright line. */
const CAP: PlotModule.SymbolImplementation = {
  draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }, size: number) {
    const half = Math.sqrt(size / Math.PI);
    context.moveTo(0, -half);
    context.lineTo(0, half);
  }
} as PlotModule.SymbolImplementation;
