import type * as PlotModule from '@observablehq/plot';
import { formatCount, formatDifference } from '../../dataset/index.ts';
import type { Figure } from '../chart.ts';
import { dotInterval, markOf, type Mark } from './dot-interval.ts';
import { CHARACTER, NARROW, ems } from './picture-frame.ts';

/** Room for the people of two sides. */
const RIGHT = 118;
const LINE_HEIGHT = 16;
/** Room above the plot that dots and intervals have anyway. */
const TOP = 46;

/** Reach of the marks and of no difference, with air; marks that say "few" or "wide" need more of it at their right. */
function domain(marks: readonly Mark[], scale: Figure['scale']): [number, number] {
  const ends = [0, ...marks.flatMap(({ low, high, value }) => [low, high, value])];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const least = scale === 'score' ? 1 : 0.01;
  const span = Math.max(high - low, least);
  return [low - 0.08 * span, high + (marks.some(({ level }) => level !== 'plain') ? 0.2 : 0.08) * span];
}

/** Most lines a text takes: words break unevenly. */
const lines = (text: string, pixels: number) => Math.ceil((text.length * CHARACTER) / (0.78 * pixels));

/**
 * Differences as dots with intervals about a line of no difference, which says on either side who is higher there; the
 * people of both sides at the right.
 */
export function differencePlot(Plot: typeof PlotModule, figure: Figure, width: number): PlotModule.PlotOptions | null {
  const { a, b } = figure.compared!;
  const options = dotInterval(Plot, figure, width, {
    right: {
      head: 'people, A · B',
      of: ({ sides }) => `${formatCount(sides?.a ?? 0)} · ${formatCount(sides?.b ?? 0)}`,
      width: RIGHT
    },
    reference: null,
    published: null
  });
  if (options === null) return null;
  const marks = figure.rows.flatMap((row) => markOf(row) ?? []);
  const [low, high] = domain(marks, figure.scale);
  const span = (high - low) * (figure.scale === 'share' ? 100 : 1);
  const digits = span < 0.4 ? 2 : span < 4 ? 1 : 0;
  const [lower, higher] = [`← ${b.short} higher`, `${a.short} higher →`];
  const frame = width - options.marginLeft! - RIGHT;
  const stacked = width < NARROW;
  const room = stacked ? frame : frame / 2 - 8;
  const under = lines(higher, room);
  const tall = stacked ? under + lines(lower, room) : Math.max(under, lines(lower, room));
  const more = Math.max(0, 14 + tall * LINE_HEIGHT - TOP);
  const words = (text: string, anchor: 'top-left' | 'top-right', above: number) =>
    Plot.text([text], {
      frameAnchor: anchor,
      text: (d: string) => d,
      textAnchor: anchor === 'top-left' ? 'start' : 'end',
      lineAnchor: 'bottom',
      lineWidth: ems(room),
      lineHeight: 1.1,
      dy: -8 - above * LINE_HEIGHT,
      fill: 'var(--ink)'
    });
  return {
    ...options,
    height: options.height! + more,
    marginTop: TOP + more,
    x: { ...options.x, domain: [low, high], tickFormat: (d: number) => formatDifference(d, figure.scale, digits) },
    marks: [
      Plot.ruleX([0], { stroke: 'var(--ink)', strokeWidth: 1 }),
      ...options.marks!,
      words(lower, 'top-left', stacked ? under : 0),
      words(higher, 'top-right', 0)
    ]
  };
}
