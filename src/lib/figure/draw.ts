import type * as PlotModule from '@observablehq/plot';
import type { Assets, Chart, Figure } from '../charts/chart.ts';
import { answerOf, isSynthetic } from './titles.ts';

/** Drawn once for a phone 360 px wide (less its margins) and once wide; a container query shows the one that fits. */
export const WIDTHS = [328, 720] as const;

/** One drawing: the width it was made for and its SVG. */
export interface Drawing {
  readonly width: number;
  readonly svg: string;
}

/** The widths a chart is drawn at, narrowest first. */
export const widthsOf = ({ widths }: Pick<Chart, 'widths'>): readonly number[] => widths ?? WIDTHS;

/**
 * The pictures of a figure as SVG text, the same in the build and in the page. Empty when there is nothing to draw.
 *
 * @param figureId unique on the page; prefixes the ids inside the SVG, which Plot numbers per process
 * @param widths those of the chart that are wanted; all when absent
 */
export function draw(
  plot: typeof PlotModule,
  document: Document,
  chart: Chart,
  figure: Figure,
  figureId: string,
  assets: Assets,
  widths: readonly number[] = widthsOf(chart)
): Drawing[] {
  return widths.flatMap((width) => {
    const options = chart.plot(plot, figure, width, assets);
    if (options === null) return [];
    const marks = [...(options.marks ?? [])];
    if (isSynthetic(figure)) marks.push(watermark(plot, width, options));
    const svg = plot.plot({ ...options, marks, document });
    return [{ width, svg: finish(svg as SVGSVGElement, figure, `${figureId}-${width}`) }];
  });
}

/** How far the word reaches from its middle, in its own size. */
const WATERMARK_REACH = 2.8;

/** How high the turned word stands, in its own size. */
const WATERMARK_HEIGHT = 2.8;

/** A tall picture says "Synthetic" once every so many pixels. */
const WATERMARK_EVERY = 480;

/** "Synthetic" across the plot area, so that no copy or part of the picture can lose it. */
function watermark(
  plot: typeof PlotModule,
  width: number,
  { height = 0, marginLeft = 0, marginRight = 0, marginTop = 0, marginBottom = 0 }: PlotModule.PlotOptions
): PlotModule.Markish {
  // A low plot area has its middle close to an end of the picture.
  const room = height - Math.abs(marginBottom - marginTop);
  const fontSize = Math.floor(Math.min(56, width / 7.5, room / WATERMARK_HEIGHT));
  // A plot area at the right edge has its middle too close to it.
  const middle = (marginLeft + width - marginRight) / 2;
  const dx = Math.min(0, Math.floor(width - WATERMARK_REACH * fontSize - middle));
  const times = Math.max(1, Math.round(height / WATERMARK_EVERY));
  return Array.from({ length: times }, (_, i) =>
    plot.text(['Synthetic'], {
      text: (d: string) => d,
      frameAnchor: 'middle',
      dx,
      dy: Math.round((i - (times - 1) / 2) * (height / times)),
      rotate: -18,
      fontSize,
      fontWeight: 700,
      fill: 'var(--watermark)',
      pointerEvents: 'none'
    })
  );
}

/**
 * One accessible name for the whole picture (the table is its accessible form), no labels on groups without a role, and
 * ids that are unique on the page and do not depend on what was drawn before.
 */
function finish(svg: SVGSVGElement, figure: Figure, prefix: string): string {
  for (const group of svg.querySelectorAll('g[aria-label], g[aria-description]')) {
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-description');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', answerOf(figure));
  const ids = new Map<string, string>();
  for (const element of svg.querySelectorAll('[id]')) {
    const id = `${prefix}-${ids.size}`;
    ids.set(element.id, id);
    element.id = id;
  }
  for (const path of svg.querySelectorAll('path[d]')) path.setAttribute('d', tenths(path.getAttribute('d')!));
  const text = svg.outerHTML.replace(/url\(#([^)]+)\)/g, (whole, id: string) =>
    ids.has(id) ? `url(#${ids.get(id)})` : whole
  );
  return text.replaceAll(/plot-[0-9a-f]{6}(?:-\d+)?/g, 'plot');
}

/** A path to a tenth of a pixel: half the bytes, no visible difference. */
function tenths(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
