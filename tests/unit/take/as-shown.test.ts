import { csvParse } from 'd3';
import { expect, test } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import { asShown } from '../../../src/lib/take/as-shown.ts';
import { sentenceWithSource } from '../../../src/lib/take/sentence.ts';
import { HIDDEN_MEAN, ageFigure, mapFigure, rankingFigure } from './made-figures.ts';

const address = 'https://atlas.example/explore/?by=age&v=1';

test('the file as shown has the cells of the table and says where it is from', async () => {
  for (const figure of [await ageFigure(), await ageFigure('official'), rankingFigure(), mapFigure('countries')]) {
    const chart = chartNamed(figure.chart);
    const { head, rows } = tableOf(chart, figure);
    const lines = csvParse(asShown(chart, figure, address));
    expect(lines.columns).toEqual([...head, 'Question', 'Source', 'Data version', 'Link']);
    expect(lines.map((line) => head.map((name) => line[name]))).toEqual(rows);
    for (const line of lines) {
      expect(line).toMatchObject({ Link: address, 'Data version': figure.provenance.version });
      expect(line.Question!.startsWith('Synthetic: ')).toBe(figure.provenance.source === 'twin');
    }
  }
});

test('a group of nine people has no number in it, nor in the sentence', async () => {
  const figure = await ageFigure();
  for (const text of [asShown(chartNamed('by-group'), figure, address), sentenceWithSource(figure, address)])
    expect(text).not.toMatch(new RegExp(`${HIDDEN_MEAN.toFixed(1)}|${Math.round(HIDDEN_MEAN)}\\b`));
});

test('the sentence carries what was found, the people once, the source, its date and the link', async () => {
  const figure = await ageFigure('official');
  const text = sentenceWithSource(figure, address);
  expect(text.startsWith(`${figure.headline}. ${figure.sentence}`)).toBe(true);
  expect(text).toContain('193 people');
  expect(text).toContain('Source: PRISM (Kirk et al. 2024), CC-BY-4.0. Answers given from 22 November to 22 December');
  expect(text.endsWith(address)).toBe(true);
  expect(sentenceWithSource(await ageFigure('twin'), address)).toMatch(/^Synthetic: (?!.*Answers given)/);
});
