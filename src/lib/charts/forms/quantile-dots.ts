import type * as PlotModule from '@observablehq/plot';
import type { Figure, Outcome, Row } from '../chart.ts';
import { domain, markOf, tick, type Mark } from './dot-interval.ts';
import { CHARACTER, NARROW, axisTitle, pictureStyle, roomBelow } from './picture-frame.ts';
import { setLabel, setText } from './row-label.ts';
import { stacksOf, type Stack } from './quantile-stacks.ts';
import { spots } from './spots.ts';

/** Dots a row has in all, their width, and how many stand side by side in a stack. */
const DOTS = 50;
const DOT = 5;
const ACROSS = 3;
const LINE = 22;
/** Room below the dots of a row, for its mean. */
const BELOW = 26;

interface Style<F> {
  readonly of: (row: Row<F>) => readonly Outcome[];
  /** How many things a row has in all. */
  readonly times: number;
  readonly called: string;
}

interface Line {
  readonly mark: Mark;
  readonly stacks: readonly Stack[];
  /** Where the dots stand, down from the top of the frame. */
  readonly base: number;
  /** Where the middle of the label stands, up from there. */
  readonly labelled: number;
  readonly spread: { readonly lower: number; readonly upper: number } | null;
}

/**
 * Rows of dots: what came about in each row, stacked at what it was worth and named, fifty dots a row; below them the mean
 * with its interval and, as a bar, the middle half. For outcomes that take few values, of which no smooth shape would be true.
 */
export function quantileDots<F extends object>(
  Plot: typeof PlotModule,
  figure: Pick<Figure<F>, 'rows' | 'axis' | 'scale'>,
  width: number,
  style: Style<F>
): PlotModule.PlotOptions | null {
  const narrow = width < NARROW;
  const shown = figure.rows.flatMap((row) => {
    const mark = markOf(row);
    return mark ? [{ mark, outcomes: style.of(row), row }] : [];
  });
  if (shown.length === 0) return null;
  const marginLeft = narrow
    ? 12
    : 16 + Math.min(LINE, Math.max(...shown.map(({ mark }) => mark.label.length))) * CHARACTER;
  const marginRight = 24;
  const axisWidth = width - marginLeft - marginRight;
  const reach = shown.flatMap(({ mark, outcomes }) => [
    { ...mark, published: null },
    ...outcomes
      .filter(({ times }) => times >= style.times / DOTS / 2)
      .map(({ value }) => ({ ...mark, low: value, high: value }))
  ]);
  const [low, high] = domain(reach, null, figure);
  const x = (value: number) => ((value - low) / (high - low)) * axisWidth;
  const top = 8;
  let down = top;
  const set = ({ label }: Mark) => setLabel(label, narrow ? width - marginLeft : LINE * CHARACTER);
  const lines = shown.map(({ mark, outcomes, row }): Line => {
    const stacks = stacksOf(outcomes, x, {
      dots: DOTS,
      times: style.times,
      dot: DOT,
      across: ACROSS,
      width: axisWidth
    });
    const tallest = Math.max(1, ...stacks.map(({ rows }) => rows));
    // On phones the lines of a label stand above the dots and their names.
    const more = narrow ? 16 * (set(mark).lines.length - 1) : 0;
    down += (narrow ? 22 : 4) + 16 + more + tallest * DOT;
    const { lower, upper } = row as { readonly lower?: number; readonly upper?: number };
    const line = {
      mark,
      stacks,
      base: down,
      labelled: narrow ? tallest * DOT + 26 + more / 2 : -9,
      spread: lower === undefined || upper === undefined ? null : { lower, upper }
    };
    down += BELOW;
    return line;
  });
  const bottom = roomBelow(figure.axis, axisWidth);
  const ink = ({ mark }: Line) => (mark.level === 'few' ? 'var(--muted)' : 'var(--ink)');
  const dots = lines.flatMap((line) =>
    line.stacks.flatMap((stack) => stack.dots.map((dot) => ({ line, x: dot.x, y: line.base - dot.up })))
  );
  const names = lines.flatMap((line) =>
    line.stacks.flatMap((stack) =>
      stack.name === '' ? [] : [{ x: stack.nameAt, y: line.base - stack.rows * DOT - 9, text: stack.name }]
    )
  );
  const ticks = narrow || axisWidth < 300 ? 4 : 7;
  const below = ({ base }: Line) => base + 9;
  return {
    width,
    height: down + bottom,
    marginTop: top,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: pictureStyle,
    x: { domain: [low, high], label: null, ticks, tickSize: 0, tickFormat: (d: number) => tick(d, figure, high - low) },
    y: { domain: [0, down], range: [0, down], axis: null },
    marks: [
      spots(() =>
        lines.map(({ mark, base }, row) => {
          const y = row === 0 ? 0 : lines[row - 1]!.base + BELOW;
          return { key: mark.key, x: 0, y, width, height: base + BELOW - y };
        })
      ),
      Plot.gridX({ ticks, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      Plot.ruleY(lines, { y: 'base', stroke: 'var(--hairline)' }),
      Plot.dot(dots, {
        x: (d: (typeof dots)[number]) => low + (d.x / axisWidth) * (high - low),
        y: 'y',
        r: DOT / 2 - 0.4,
        fill: (d: (typeof dots)[number]) => (d.line.mark.level === 'few' ? 'var(--muted)' : 'var(--class-3)')
      }),
      Plot.text(names, {
        x: (d: (typeof names)[number]) => low + (d.x / axisWidth) * (high - low),
        y: 'y',
        text: 'text',
        fill: 'var(--muted)',
        stroke: 'var(--paper)',
        strokeWidth: 4
      }),
      Plot.ruleY(
        lines.filter(({ spread }) => spread !== null),
        {
          y: (line: Line) => below(line),
          x1: (line: Line) => line.spread!.lower,
          x2: (line: Line) => line.spread!.upper,
          stroke: 'var(--hairline)',
          strokeWidth: 9
        }
      ),
      Plot.ruleY(lines, {
        y: below,
        x1: (line: Line) => line.mark.low,
        x2: (line: Line) => line.mark.high,
        stroke: ink,
        strokeWidth: 1.5
      }),
      Plot.dot(lines, {
        x: (line: Line) => line.mark.value,
        y: below,
        r: 4.5,
        fill: (line: Line) => (line.mark.level === 'few' ? 'var(--paper)' : 'var(--accent)'),
        stroke: (line: Line) => (line.mark.level === 'few' ? 'var(--muted)' : 'var(--accent)'),
        strokeWidth: 1.5
      }),
      Plot.text(lines, {
        y: (line: Line) => line.base - line.labelled,
        frameAnchor: 'left',
        textAnchor: narrow ? 'start' : 'end',
        dx: narrow ? 0 : -12,
        ...setText(lines, ({ mark }) => set(mark)),
        fill: ink
      }),
      axisTitle(Plot, figure.axis, bottom, axisWidth)
    ]
  };
}
