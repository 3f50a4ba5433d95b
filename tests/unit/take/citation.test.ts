import { expect, test } from 'vitest';
import { dataset, paper, styles, view, works } from '../../../src/lib/take/citation/index.ts';
import { ageFigure } from './made-figures.ts';

const address = 'https://atlas.example/explore/?by=age&v=1';
const read = { year: 2026, month: 3, day: 9 };
const odd = view(
  {
    chart: 'by-group',
    headline: 'Zoë’s 50 % & “more”: {A_B} #1 – 7 ~ ^ $',
    provenance: { source: 'official', version: 'abc1234567', text: 'PRISM' }
  },
  address,
  read
);

test.each(Object.entries(styles))('%s is written as it was agreed', async (name, { write, extension }) => {
  const all = [paper, dataset, odd].map((work) => write(work)).join('\n');
  await expect(all).toMatchFileSnapshot(`citations/${name}.${extension}`);
});

test('a view of the twin says so, has its version, and asks for the data to be cited beside it', async () => {
  const figure = await ageFigure();
  const found = works(figure, address, read);
  expect(Object.keys(found)).toEqual(['view', 'dataset', 'paper']);
  for (const { write } of Object.values(styles)) {
    expect(write(found.view)).toContain('Synthetic: ');
    expect(write(found.view)).toContain('abc1234567');
    expect(write(found.view)).toContain(address);
  }
});

test('JSON is JSON, and BibTeX is ASCII with braces that match', () => {
  for (const work of [paper, dataset, odd]) {
    expect(JSON.parse(styles['csl-json'].write(work))).toHaveLength(1);
    const entry = styles.bibtex.write(work);
    expect(entry).toMatch(/^[\x20-\x7e\n]*$/);
    const bare = entry.replace(/\\[{}]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
  }
});
