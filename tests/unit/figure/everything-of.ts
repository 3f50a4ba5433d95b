import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { drawWorld, drawings } from '../../../data/geometry/build.ts';
import { readoutOf } from '../../../src/lib/charts/columns/readout.ts';
import { rowsInTable, tableOf } from '../../../src/lib/charts/columns/table.ts';
import type { Chart, Figure } from '../../../src/lib/charts/index.ts';
import type { Manifest } from '../../../src/lib/dataset/index.ts';
import { draw } from '../../../src/lib/figure/draw.ts';
import { asShownLines } from '../../../src/lib/take/as-shown.ts';
import { codeFor } from '../../../src/lib/take/code/index.ts';
import { styles, works } from '../../../src/lib/take/citation/index.ts';
import { csv } from '../../../src/lib/take/csv.ts';
import { embedCode } from '../../../src/lib/take/embed/embed-code.ts';
import { frozen } from '../../../src/lib/take/frozen.ts';
import { packedFiles } from '../../../src/lib/take/package/index.ts';
import { sentenceWithSource } from '../../../src/lib/take/sentence.ts';
import { svg } from '../../../src/lib/take/svg.ts';

const { document } = new JSDOM('').window;
const world = drawWorld(drawings.page);

const ADDRESS = 'https://atlas.example/';
const MANIFEST: Manifest = {
  source: 'twin',
  version: 'v',
  counts: {},
  files: {},
  undocumented: {},
  missing: [],
  warnings: []
};
const DAY = { year: 2026, month: 1, day: 1 };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const read = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

/** What is read of a page or a picture. */
const wordsIn = (markup: string) =>
  read(markup.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '));

/** All that a reader, a copier or a program can get of a figure. */
export function everythingOf(chart: Chart, figure: Figure): Record<string, string> {
  const pictures = draw(Plot, document, chart, figure, chart.name, { world });
  const { held, ...table } = tableOf(chart, figure);
  return {
    json: JSON.stringify(figure),
    sentence: figure.sentence,
    table: JSON.stringify(table),
    // What the cells hold, unrounded, for sorting.
    held: JSON.stringify(held),
    readouts: JSON.stringify(rowsInTable(chart, figure).map((row) => readoutOf(chart, figure, row))),
    crossed: JSON.stringify(chart.crossed?.(figure) ?? null),
    csv: csv(chart, figure, ADDRESS),
    asShown: JSON.stringify(asShownLines(chart, figure, ADDRESS)),
    said: sentenceWithSource(figure, ADDRESS),
    embedded: embedCode(figure, ADDRESS, { theme: 'auto', title: '', note: '', width: null, height: 700 }),
    archive: packedFiles(chart, figure, ADDRESS, { decimals: 'point', mark: false }, DAY)
      .map(({ text }) => text)
      .join('\n'),
    frozen: wordsIn(frozen(chart, figure, [], { address: ADDRESS })),
    code: JSON.stringify(codeFor(chart, figure, MANIFEST, ADDRESS)),
    cited: Object.values(styles)
      .map(({ write }) => write(works(figure, ADDRESS, DAY).view))
      .join('\n'),
    // The picture that is saved, but for what is drawn, which is looked at below.
    image: wordsIn(svg(chart, figure, null, { address: ADDRESS })),
    key: JSON.stringify(chart.key?.(figure) ?? []),
    pictures: pictures.map(({ svg }) => svg).join('\n'),
    words: pictures.map(({ svg }) => wordsIn(svg)).join('\n'),
    alternative: pictures.map(({ svg }) => read(/aria-label="([^"]*)"/.exec(svg)![1]!)).join('\n')
  };
}
