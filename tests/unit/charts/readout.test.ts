import * as Plot from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readoutOf, spokenReadout } from '../../../src/lib/charts/columns/readout.ts';
import { rowsInTable, tableOf } from '../../../src/lib/charts/columns/table.ts';
import { ROW, withoutSpots } from '../../../src/lib/charts/forms/spots.ts';
import { isOf, rowName } from '../../../src/lib/charts/row-name.ts';
import { draw, type Drawing } from '../../../src/lib/figure/draw.ts';
import * as cases from './cases.ts';
import * as comparisons from './comparison-cases.ts';
import { rootOf } from './readable.ts';

const { document } = new JSDOM('').window;

/** Cases in which a mark is a row as wide as the picture, and others. */
const inRows = [cases.meansByAge, cases.syntheticMeansByAge, cases.sharesByTopic];
const speaking = [...inRows, cases.meansByAgeAndGender, cases.leaderboardOfModels, cases.bornInCountries];

/** On its page all pairs stand in a grid that speaks for itself. */
const silent = ['allPairsOfModels'];

const keysIn = (picture: Drawing) =>
  [...rootOf(picture).querySelectorAll(`[${ROW}]`)].map((mark) => mark.getAttribute(ROW)!);

describe('every picture', () => {
  it.each(Object.entries({ ...cases, ...comparisons }).filter(([name]) => !silent.includes(name)))(
    'has marks that are of its rows, the same in every width: %s',
    async (_, make) => {
      const { chart, figure, assets } = await make();
      const rows = new Map(rowsInTable(chart, figure).map((row) => [row.key, row]));
      const drawn = draw(Plot, document, chart, figure, 'x', assets).map((picture) => new Set(keysIn(picture)));
      for (const keys of drawn) {
        expect(keys.size).toBeGreaterThan(0);
        expect([...keys].filter((key) => !rows.has(key))).toEqual([]);
        expect(keys).toEqual(drawn[0]);
      }
    }
  );
});

describe.each(inRows.map((make) => [make.name, make] as const))('%s', (_, make) => {
  it('has a mark for each row that is shown, in the order of the rows and large enough to be hit', async () => {
    const { chart, figure, assets } = await make();
    const shown = figure.rows.filter(({ estimate }) => estimate.shown).map(({ key }) => key);
    for (const picture of draw(Plot, document, chart, figure, 'x', assets)) {
      expect(keysIn(picture)).toEqual(shown);
      for (const mark of rootOf(picture).querySelectorAll(`[${ROW}]`))
        expect(Number(mark.getAttribute('height'))).toBeGreaterThanOrEqual(24);
    }
  });
});

describe.each(speaking.map((make) => [make.name, make] as const))('%s', (_, make) => {
  it('says of each what the table says', async () => {
    const { chart, figure } = await make();
    const table = tableOf(chart, figure);
    for (const [r, row] of rowsInTable(chart, figure).entries()) {
      const said = spokenReadout(readoutOf(chart, figure, row));
      for (const key of row.estimate.shown ? ['name', 'value', 'interval', 'people', 'remark'] : ['name', 'remark'])
        expect(said).toContain(table.rows[r]![table.keys.indexOf(key)] ?? '');
    }
  });

  it('leaves nothing of it in a saved picture', async () => {
    const { chart, figure, assets } = await make();
    for (const { svg } of draw(Plot, document, chart, figure, 'x', assets)) {
      expect(svg).toContain(ROW);
      expect(withoutSpots(svg)).not.toMatch(/data-row|spots/);
    }
  });
});

describe('a readout', () => {
  it('is name, value, interval, people and how far from everyone', async () => {
    const { chart, figure } = await cases.meansByAge();
    const row = figure.rows.find(({ key }) => key === '18-24')!;
    const { name, value, interval, lines } = readoutOf(chart, figure, row);
    expect([name, value]).toEqual(['18–24', '61.2']);
    expect(interval).toMatch(/^\d\d\.\d to \d\d\.\d$/);
    expect(lines.slice(0, 2)).toEqual(['300 people', '−3.1 from everyone (64.3)']);
  });

  it('says of a hidden row why, and nothing else', async () => {
    const { chart, figure } = await cases.meansByAge();
    const row = figure.rows.find(({ key }) => key === '65-plus')!;
    expect(readoutOf(chart, figure, row)).toEqual({
      name: '65+',
      value: '',
      interval: '',
      lines: ['too few to show (9 people)']
    });
  });
});

describe('the name of a row', () => {
  const group = (label: string) => ({ key: 'x', label, missing: false });

  it('is the same for one group whatever its key, and of a pair both', () => {
    expect(rowName({ label: 'Northern America' })).toBe('northern-america');
    expect(rowName({ label: '18–24 · Female', first: group('18–24'), second: group('Female') })).toBe('18-24.female');
  });

  it('is met by the pairs that a group is in', () => {
    const pair = { label: '', first: group('18–24'), second: group('Female') };
    expect(['18-24', 'female', '18-24.female', '18-24.male', 'male'].map((name) => isOf(pair, name))).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
    expect(isOf(group('Female'), '18-24.female')).toBe(true);
  });
});
