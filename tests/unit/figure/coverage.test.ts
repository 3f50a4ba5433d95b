import { describe, expect, it } from 'vitest';
import { coverageSummary, type CoverageOfCell } from '../../../src/lib/figure/coverage.server.ts';
import { kinds } from '../../coverage/kinds/index.ts';
import { byChance, leastOf } from '../../coverage/required.ts';

const table = coverageSummary();
const kindNamed = (name: string) => kinds.find((kind) => kind.name === name)!;

describe('the table of coverage', () => {
  it('has every kind of interval and every study of each', () => {
    expect(table.kinds.map(({ name }) => name)).toEqual(kinds.map(({ name }) => name));
    for (const { name, cells } of table.kinds) {
      const asked = kindNamed(name).cells.map(({ people, says }) => `${people} ${says}`);
      expect(cells.map(({ people, says }) => `${people} ${says}`)).toEqual(asked);
    }
  });

  it('says why where a kind covers less than is asked, further than chance goes', () => {
    const short = table.kinds.filter(({ name, cells }) =>
      cells.some(({ coverage, people, runs, without }) => {
        const least = leastOf(kindNamed(name), people);
        return coverage !== null && coverage < least - byChance(least, runs * (1 - without));
      })
    );
    expect(short.filter(({ why }) => !why).map(({ name }) => name)).toEqual([]);
  });

  it('is made of enough studies to see a fault', () => {
    for (const { cells } of table.kinds) for (const { runs } of cells) expect(runs).toBeGreaterThanOrEqual(40);
  });

  it('sums up a kind by its numbers of people', () => {
    const cell = (people: number, coverage: number | null, without = 0): CoverageOfCell => ({
      says: `${people} ${coverage}`,
      people,
      runs: 100,
      coverage,
      without,
      width: 1
    });
    const cells = [cell(10, 0.9), cell(29, 0.95, 0.2), cell(99, null, 1), cell(100, 0.94), cell(400, 0.96)];
    const [made] = coverageSummary({
      seed: 1,
      code: '2026-01-01',
      kinds: [{ name: 'Made', kernel: 'made', shown: 'nowhere', cells }]
    }).kinds;
    expect(made!.runs).toBe(100);
    expect(made!.sizes).toEqual([
      { least: 0.9, most: 0.95, cells: 2, without: 0.2 },
      null,
      { least: 0.94, most: 0.96, cells: 2, without: 0 }
    ]);
  });
});
