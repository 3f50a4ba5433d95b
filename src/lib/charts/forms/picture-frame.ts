import type * as PlotModule from '@observablehq/plot';

/** Below this width a row's label stands above its mark instead of left of it. */
export const NARROW = 520;

export const FONT_SIZE = 13;
/** Widest that a character of a label is on average, in pixels. */
export const CHARACTER = 0.62 * FONT_SIZE;

/** A width in pixels as Plot counts lines, in ems of its own narrower letters. */
export const ems = (pixels: number) => (pixels / FONT_SIZE) * 0.75;

/** How every picture is set: on nothing, in ink, in the page's own letters. */
export const pictureStyle = {
  background: 'none',
  color: 'var(--ink)',
  fontFamily: 'inherit',
  fontSize: `${FONT_SIZE}px`,
  overflow: 'visible'
} as const;

/** How much of a line words fill at least: they break unevenly. */
const FILLED = 0.85;

/** Room below a picture for its ticks and for as many lines as its axis title takes. */
export const roomBelow = (axis: string, axisWidth: number) =>
  36 + 16 * Math.ceil((axis.length * CHARACTER) / (FILLED * axisWidth));

/** What the axis measures, at the foot of a picture, in as many lines as it takes. */
export function axisTitle(Plot: typeof PlotModule, axis: string, bottom: number, axisWidth: number) {
  return Plot.text([axis], {
    frameAnchor: 'bottom-left',
    text: (d: string) => d,
    dy: bottom - 6,
    lineWidth: ems(axisWidth),
    lineHeight: 1.1,
    fill: 'var(--muted)',
    textAnchor: 'start',
    lineAnchor: 'bottom'
  });
}

/** Where a column at the right of a picture stands. */
interface RightColumn {
  readonly head: string;
  /** Where it ends, in pixels right of the frame. */
  readonly end: number;
  /** How far above the frame the head stands. */
  readonly above: number;
}

/** A column of text at the right of a picture: its head, and the text of each row at the row's `y`. */
export function rightColumn<T>(
  Plot: typeof PlotModule,
  rows: readonly T[],
  { head, end, above }: RightColumn,
  row: {
    readonly y: string | ((row: T) => number);
    readonly dy?: number;
    readonly lineHeight?: number;
    readonly text: (row: T) => string;
  }
) {
  const shared = { dx: end, textAnchor: 'end', fill: 'var(--muted)' } as const;
  return [
    Plot.text([head], { frameAnchor: 'top-right', text: (d: string) => d, dy: -above, ...shared }),
    Plot.text(rows as T[], { frameAnchor: 'right', fontVariant: 'tabular-nums', ...row, ...shared })
  ];
}
