import type { Chart, Figure } from '../charts/chart.ts';
import { tableOf } from '../charts/columns/table.ts';
import { marked } from '../figure/titles.ts';
import { csvText, type FileCell } from './csv-text.ts';

/**
 * The figure's table as its page shows it, for a text or a slide: the same heads, the same rows with their totals below,
 * numbers rounded and written with their units. The last columns say what it answers and where it is from.
 *
 * @param address full address of the view
 */
export const asShown = (chart: Chart, figure: Figure, address: string): string =>
  csvText(asShownLines(chart, figure, address));

/** The lines of that file, its heads first. */
export function asShownLines(chart: Chart, figure: Figure, address: string): FileCell[][] {
  const { head, rows } = tableOf(chart, figure);
  const { text, version } = figure.provenance;
  const whole = [marked(figure, figure.question), text, version, address];
  return [[...head, 'Question', 'Source', 'Data version', 'Link'], ...rows.map((row) => [...row, ...whole])];
}
