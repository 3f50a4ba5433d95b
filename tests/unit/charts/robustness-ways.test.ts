import { describe, expect, it } from 'vitest';
import { robustness } from '../../../src/lib/charts/models/robustness.ts';
import { otherWays, sliceOfWay, wayColumns } from '../../../src/lib/charts/models/robustness-ways.ts';
import { membersOf } from '../../../src/lib/estimate/rankings/members.ts';
import type { Columns } from '../../../src/lib/query/index.ts';
import type { Turns } from '../../../src/lib/selection/index.ts';

const { defaults } = robustness.vocabulary;
const turnOf = [0, 0, 0, 1, 1, 2];
const rows: Columns = Object.fromEntries(
  wayColumns.map((name) => [name, name === 'turn' ? Int32Array.from(turnOf) : new Int32Array(turnOf.length)])
);

const members = (way: Parameters<typeof sliceOfWay>[0]) => membersOf(turnOf.length, rows, sliceOfWay(way).where!);

/** The turns that each way counts, by label. */
function turnsOf(method: string, turns: Turns) {
  const selection = { ...defaults, turns, params: { ...defaults.params, method } };
  const counted = (way: Parameters<typeof sliceOfWay>[0]) =>
    [...new Set(turnOf.filter((_, row) => members(way)[row] === 1).map((turn) => Math.min(1, turn)))].join();
  const sampled = otherWays(selection, new Set([1]), {}).filter(({ key }) => !key.startsWith('sample.'));
  return { base: counted({ selection }), ways: sampled.map((way) => ({ ...way, turns: counted(way) })) };
}

describe('another way of looking at a ranking', () => {
  it.each(['opener', 'later', 'all'] as const)(
    'counts the openers that battles need, with the link at “%s”',
    (turns) => {
      const { base, ways } = turnsOf('win-rate', turns);
      expect(base).toBe('0');
      for (const way of ways) {
        expect([way.label, way.turns]).toEqual([way.label, way.key === 'turns.all' ? '0,1' : '0']);
        expect(way.label.includes('turns')).toBe(way.key === 'turns.all');
      }
      expect(ways.map(({ key }) => key)).toContain('by.mean-score');
    }
  );

  it.each([
    ['later', '1'],
    ['all', '0,1']
  ] as const)('says so where it needs other turns than a mean score in “%s”', (turns, own) => {
    const { base, ways } = turnsOf('mean-score', turns);
    expect(base).toBe(own);
    for (const way of ways) {
      expect([way.label, way.turns === own]).toEqual([way.label, !way.label.includes('turns')]);
    }
    expect(ways.map(({ label }) => label)).toContain('by win rate, in opening turns');
    expect(ways.map(({ label }) => label)).toContain('by standardised score');
  });
});
