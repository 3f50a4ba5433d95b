import type * as PlotModule from '@observablehq/plot';
import { formatCount } from '../dataset/index.ts';
import type { Figure, Row } from './chart.ts';

const NARROW = 520;
const FONT_SIZE = 13;
const CHARACTER = 0.62 * FONT_SIZE;

interface Mark {
  readonly key: string;
  readonly label: string;
  readonly swapped: number;
  readonly verdict: string;
  readonly holds: boolean;
}

/** A line per way of looking: how many pairs change their order, counted from zero, and what became of it in two words. */
export function pairsTurned(
  Plot: typeof PlotModule,
  figure: Figure,
  width: number,
  verdict: (row: Row) => string
): PlotModule.PlotOptions | null {
  const marks = figure.rows.flatMap((row): Mark[] =>
    row.estimate.shown
      ? [
          {
            key: row.key,
            label: row.label,
            swapped: row.estimate.value,
            verdict: verdict(row),
            holds: verdict(row) === 'holds'
          }
        ]
      : []
  );
  if (marks.length === 0) return null;
  const narrow = width < NARROW;
  const longest = Math.max(...marks.map(({ label }) => label.length)) * CHARACTER;
  const marginLeft = narrow ? 172 : Math.min(Math.ceil(longest), 340) + 12;
  const marginRight = 84;
  const rowHeight = narrow ? 46 : 24;
  const axisWidth = width - 16;
  const bottom = 30 + 17 * Math.ceil((figure.axis.length * CHARACTER) / axisWidth);
  const ink = (mark: Mark) => (mark.holds ? 'var(--ink)' : 'var(--accent)');
  const ticks = narrow ? 2 : 6;
  return {
    width,
    height: 12 + bottom + rowHeight * marks.length,
    marginTop: 12,
    marginBottom: bottom,
    marginLeft,
    marginRight,
    style: {
      background: 'none',
      color: 'var(--ink)',
      fontFamily: 'inherit',
      fontSize: `${FONT_SIZE}px`,
      overflow: 'visible'
    },
    x: {
      domain: [0, Math.max(10, ...marks.map(({ swapped }) => swapped))],
      label: null,
      ticks,
      tickSize: 0,
      tickFormat: (d: number) => formatCount(d)
    },
    y: { type: 'band', domain: marks.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.gridX({ ticks, stroke: 'var(--hairline)', strokeOpacity: 1 }),
      Plot.ruleY(marks, { y: 'key', x1: 0, x2: 'swapped', stroke: 'var(--muted)', strokeWidth: 1.5 }),
      Plot.dot(marks, {
        x: 'swapped',
        y: 'key',
        r: 4.5,
        fill: (mark: Mark) => (mark.holds ? 'var(--paper)' : 'var(--accent)'),
        stroke: ink,
        strokeWidth: 1.5
      }),
      Plot.text(marks, {
        y: 'key',
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -12,
        text: 'label',
        lineWidth: narrow ? ((marginLeft - 14) / FONT_SIZE) * 0.75 : Infinity,
        lineHeight: 1.1,
        fill: 'var(--ink)'
      }),
      Plot.text(marks, {
        y: 'key',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: marginRight - 2,
        text: 'verdict',
        fill: ink
      }),
      Plot.text([figure.axis], {
        frameAnchor: 'bottom-left',
        text: (d: string) => d,
        dx: 8 - marginLeft,
        dy: bottom - 6,
        lineWidth: (axisWidth / FONT_SIZE) * 0.75,
        lineHeight: 1.1,
        fill: 'var(--muted)',
        textAnchor: 'start',
        lineAnchor: 'bottom'
      })
    ]
  };
}
