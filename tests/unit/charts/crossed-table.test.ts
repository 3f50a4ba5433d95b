import { describe, expect, it } from 'vitest';
import { familiarityByAge, meansByAge, meansByAgeAndGender, type Case } from './cases.ts';

const crossed = ({ chart, figure }: Case) => chart.crossed?.(figure) ?? null;

describe('two groupings', () => {
  it('are crossed: one in rows, one in columns, with what is hidden and why, and the totals of both', async () => {
    const table = crossed(await meansByAgeAndGender())!;
    expect(table.columns).toEqual(['Male', 'Female', 'Non-binary / third gender', 'Prefer not to say']);
    expect(table.rows.map(({ label }) => label)).toEqual(['18–24', '25–34', '65+']);
    for (const { cells } of [...table.rows, table.foot]) expect(cells).toHaveLength(table.columns.length + 1);
    const [young, , old] = table.rows;
    expect(young!.cells[0]).toEqual({
      lines: [{ of: '', value: '61.2', interval: '59.5 to 62.9' }],
      people: '140 people',
      remark: ''
    });
    expect(young!.cells[2]).toMatchObject({ people: '12 people', remark: 'few' });
    expect(young!.cells[3]).toBeNull();
    expect(old!.cells[0]).toEqual({ lines: [], people: '', remark: 'too few to show (9 people)' });
    expect(table.foot).toMatchObject({ label: 'Everyone' });
    expect(table.foot.cells.at(-1)).toMatchObject({ people: '450 people' });
  });
});

describe('the answers to a question', () => {
  it('are crossed with a grouping: shares of the row and of the column', async () => {
    const { chart, figure } = await familiarityByAge();
    const table = crossed({ chart, figure, assets: {} })!;
    expect(table.rows.map(({ label }) => label)).toEqual(['18–24', '55–64', '65+']);
    const row = figure.rows[0]!;
    expect(row.ofAnswer?.shown).toBe(true);
    const [first] = table.rows[0]!.cells;
    expect(first!.lines.map(({ of }) => of)).toEqual(['of the row', 'of the column']);
    for (const { value, interval } of first!.lines) {
      expect(value).toMatch(/^\d+(\.\d)?\u202f%$/);
      expect(interval).toMatch(/%.* to .*%/);
    }
    const hidden = table.rows[2]!.cells.slice(0, -1);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every((cell) => cell?.lines.length === 0 && cell.remark === 'too few to show (9 people)')).toBe(true);
    expect(table.rows[0]!.cells.at(-1)!.lines.map(({ of }) => of)).toEqual(['of everyone']);
    expect(table.foot.cells.at(-1)).toMatchObject({ lines: [], people: '900 people' });
  });
});

it('one grouping alone is not crossed', async () => {
  expect(crossed(await meansByAge())).toBeNull();
});
