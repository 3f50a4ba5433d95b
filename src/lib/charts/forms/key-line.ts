import type * as PlotModule from '@observablehq/plot';
import { CHARACTER } from './picture-frame.ts';
import { oneLine } from './row-label.ts';

/** A mark as it stands in a picture, and what it stands for. */
export interface KeyItem {
  readonly mark: 'dot' | 'square' | 'line' | 'dashes';
  readonly text: string;
}

const LINE_HEIGHT = 20;
/** Room for a mark before its words, and between two items. */
const MARK = 22;
const BETWEEN = 16;

interface Placed extends KeyItem {
  readonly x: number;
  readonly line: number;
}

/** A level line in so many pieces. */
const stroke = (pieces: number): PlotModule.SymbolImplementation =>
  ({
    draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }, size: number) {
      const half = Math.sqrt(size / Math.PI) * 1.4;
      const step = (2 * half) / (2 * pieces - 1);
      for (let piece = 0; piece < pieces; piece++) {
        context.moveTo(-half + 2 * piece * step, 0);
        context.lineTo(-half + (2 * piece + 1) * step, 0);
      }
    }
  }) as PlotModule.SymbolImplementation;

/** Items from left to right in as many lines as they take. */
function placed(items: readonly KeyItem[], width: number): Placed[] {
  let [x, line] = [0, 0];
  return items.map((item) => {
    const text = oneLine(item.text, width - MARK - 4);
    const room = MARK + text.length * CHARACTER;
    if (x > 0 && x + room > width) [x, line] = [0, line + 1];
    const at = { ...item, text, x, line };
    x += room + BETWEEN;
    return at;
  });
}

/** The height of a key in a picture so wide. */
export const keyRoom = (items: readonly KeyItem[], width: number): number =>
  LINE_HEIGHT * (1 + Math.max(...placed(items, width).map(({ line }) => line)));

/** A key at the top of a picture, in the marks of the picture itself. */
export function keyLine(
  Plot: typeof PlotModule,
  items: readonly KeyItem[],
  { width, marginLeft, top }: { readonly width: number; readonly marginLeft: number; readonly top: number }
) {
  return placed(items, width).map(({ mark, text, x, line }) => {
    const at = { frameAnchor: 'top-left', dx: x - marginLeft, dy: LINE_HEIGHT * (line + 0.5) - top } as const;
    const half = { ...at, dx: at.dx + 9 };
    return [
      mark === 'dot'
        ? Plot.dot([0], { ...half, r: 4.5, fill: 'var(--accent)' })
        : mark === 'square'
          ? Plot.dot([0], { ...half, r: 4.5, symbol: 'square', fill: 'var(--ink)' })
          : Plot.dot([0], {
              ...{ ...half, r: 6, fill: 'none', stroke: 'var(--ink)' },
              ...(mark === 'line' ? { symbol: stroke(1), strokeWidth: 2 } : { symbol: stroke(4), strokeWidth: 1.5 })
            }),
      Plot.text([text], {
        ...at,
        dx: at.dx + MARK,
        text: (d: string) => d,
        textAnchor: 'start',
        lineAnchor: 'middle',
        fill: 'var(--ink)'
      })
    ];
  });
}
