import type { Chart, Figure } from '../charts/chart.ts';
import { draw, type Drawing } from '../figure/draw.ts';
import { drawingName } from '../figure/drawn.ts';
import { assetsFor } from './site-files.ts';

/**
 * The pictures of a figure, drawn now: those of some of its chart's widths, or all. Rejects when the drawing code or a shape
 * cannot be loaded.
 */
export async function pictures(chart: Chart, figure: Figure, widths?: readonly number[]): Promise<Drawing[]> {
  const [plot, assets] = await Promise.all([import('@observablehq/plot'), assetsFor(chart)]);
  return draw(plot, document, chart, figure, drawingName(figure), assets, widths);
}
