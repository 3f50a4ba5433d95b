import { expect, test } from 'vitest';
import { fileName } from '../../../src/lib/take/file-name.ts';
import { viewAddress } from '../../../src/lib/take/view-address.ts';
import { ageFigure, mapFigure, rankingFigure } from './made-figures.ts';

test('a file is named after chart, question and version, and a twin’s says so', async () => {
  expect(fileName(await ageFigure('official'), 'csv')).toBe(
    'prism-atlas-by-group-how-important-is-factuality-to-people-by-age-abc1234567.csv'
  );
  expect(fileName(await ageFigure('twin'), 'png')).toBe(
    'prism-atlas-by-group-synthetic-how-important-is-factuality-to-people-by-age-abc1234567.png'
  );
  expect(fileName(rankingFigure(), 'svg')).toBe(
    'prism-atlas-model-ranking-which-models-do-people-prefer-published.svg'
  );
  expect(fileName(mapFigure('regions'), 'svg')).not.toBe(fileName(mapFigure('countries'), 'svg'));
});

test('the words are short, whole and safe in any file system', async () => {
  const figure = await ageFigure('twin');
  const long = fileName({ ...figure, question: `${'Ä/b?*<é> 18–24: 65+ '.repeat(20)}` }, 'csv');
  expect(long).toMatch(/^[a-z0-9.-]+$/);
  expect(long.length).toBeLessThan(110);
  expect(long).toContain('-synthetic-a-b-e-18-24-65-plus-a-b');
  expect(
    fileName(
      { ...figure, question: '漢字', rowsAre: '漢', provenance: { ...figure.provenance, source: 'official' } },
      'csv'
    )
  ).toBe('prism-atlas-by-group-view-abc1234567.csv');
});

test('the address is that of the figure, whatever the page’s own asks for', async () => {
  const figure = await ageFigure('twin', { by: 'gender' });
  expect(viewAddress(figure, 'https://atlas.example/base/explore/?metric=score&v=1#main')).toBe(
    'https://atlas.example/base/explore/?by=gender&v=1'
  );
  expect(viewAddress(rankingFigure(), 'https://atlas.example/?place=residence&v=1', 'ranking')).toBe(
    'https://atlas.example/#ranking'
  );
});
