import tokens from '../../styles/tokens.css?raw';
import figureStyles from '../../styles/figure.css?raw';
import type { Chart, Figure } from '../charts/chart.ts';
import { tableOf } from '../charts/columns/table.ts';
import type { Drawing } from '../figure/draw.ts';
import { isSynthetic, titleOf } from '../figure/titles.ts';
import { sourceLines } from './source-lines.ts';
import { escapeXml } from './xml.ts';

/** How the file is laid out besides the figure's own styles. */
const PAGE = `
body{margin:0 auto;padding:1.5rem 1rem;max-width:47rem;font-family:var(--sans);line-height:1.5;background:var(--paper);color:var(--ink)}
h1{font-family:var(--serif);font-weight:600;line-height:1.2;margin:0 0 .5rem}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.875rem}
caption{text-align:left;font-weight:600;padding-block:.5rem}
th,td{text-align:left;vertical-align:top;padding:.375rem 1rem .375rem 0;border-bottom:1px solid var(--hairline);font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
a{color:var(--accent);overflow-wrap:anywhere}
footer,li{font-size:.875rem}
@media print{@page{size:A4;margin:12mm}.table{overflow:visible}}
`;

/**
 * A view as one HTML file that asks nobody for anything and stays as it is: question, headline, answer, key, picture, table,
 * numbers and method, notes, source and address, in both themes, without scripts.
 *
 * @param drawings its pictures, as the page draws them
 * @param fonts rules with the fonts' files inside; without them the system's fonts stand in
 * @param address full address of the view, which may show something else one day
 */
export function frozen(
  chart: Chart,
  figure: Figure,
  drawings: readonly Drawing[],
  { address, fonts = '' }: { readonly address: string; readonly fonts?: string }
): string {
  const text = escapeXml;
  const { head, numbers, rows } = tableOf(chart, figure);
  const cellClass = (column: number) => (numbers[column] ? ' class="number"' : '');
  const cell = (value: string, column: number) =>
    column === 0 ? `<th scope="row">${text(value)}</th>` : `<td${cellClass(column)}>${text(value)}</td>`;
  const key = drawings.length === 0 ? [] : (chart.key?.(figure) ?? []);
  const hidden = figure.rows.flatMap(({ label, estimate }) => (estimate.shown ? [] : [`${label}, ${estimate.reason}`]));
  const asked = figure.headline === figure.question ? '' : ` · <span class="question">${text(figure.question)}</span>`;
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(titleOf(figure))} – PRISM Atlas</title>`,
    `<style>${fonts}${tokens}${figureStyles}${PAGE}</style></head><body><main class="figure">`,
    `<p class="kicker">${text(figure.kicker)}${asked}${isSynthetic(figure) ? ' <span class="synthetic">Synthetic</span>' : ''}</p>`,
    `<h1 class="headline">${text(figure.headline)}</h1>`,
    `<p class="answer">${text(figure.sentence)}</p>`,
    ...(key.length === 0
      ? []
      : [
          `<ul class="key">${key.map(({ mark, label }) => `<li><span class="swatch swatch-${mark}"></span>${text(label)}</li>`).join('')}</ul>`
        ]),
    `<div class="picture">${drawings.map(({ width, svg }) => `<div class="drawing drawing-${width}">${svg}</div>`).join('')}</div>`,
    ...(hidden.length > 0 && chart.source === 'database'
      ? [`<p class="hidden-rows">Not shown: ${text(hidden.join('; '))}.</p>`]
      : []),
    `<p class="numbers">${text(`${figure.numbers} · ${figure.method}`)}</p>`,
    `<div class="table"><table><caption>The same in numbers</caption><thead><tr>${head.map((one, i) => `<th scope="col"${cellClass(i)}>${text(one)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</tbody></table></div>`,
    ...(figure.notes.length === 0
      ? []
      : [`<ul class="notes">${figure.notes.map((note) => `<li>${text(note)}</li>`).join('')}</ul>`]),
    `<footer>${sourceLines(figure)
      .map((line) => `<p>${text(line)}.</p>`)
      .join('')}<p>From the PRISM Atlas: <a href="${text(address)}">${text(address)}</a></p></footer>`,
    '</main></body></html>',
    ''
  ].join('\n');
}
