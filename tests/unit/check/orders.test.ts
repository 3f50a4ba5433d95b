import { describe, expect, it } from 'vitest';
import matrix from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import order from '../../../data/published/pairwise_order.json' with { type: 'json' };
import { verdictOn, type Check } from '../../../data/check/check.ts';
import { cyclicShare, leastShare, majorities, undecided, type Flow } from '../../../data/check/majorities.ts';
import type { ShippedData } from '../../../data/check/shipped-data.ts';

describe('the published order of models', () => {
  const { matrix: counts, models } = matrix;
  const found = majorities(models.length, (a, b) => counts[a]![b]! - counts[b]![a]!);

  it('follows from the published matrix', () => {
    expect(Object.fromEntries(models.map((name, place) => [name, found.beaten[place]]))).toEqual(order.beaten);
    const sorted = (pairs: readonly (readonly string[])[]) => pairs.map((pair) => [...pair].sort().join()).sort();
    const draws = found.draws.map((pair) => pair.map((place) => models[place]!));
    expect(sorted(draws)).toEqual(sorted(order.draws));
    expect([found.triples, found.cyclic]).toEqual([order.triples, order.cyclic_triples]);
    expect([(models.length * (models.length - 1)) / 2, undecided(counts)]).toEqual([
      order.pairs,
      order.undecided_pairs
    ]);
    expect(leastShare(counts, models.indexOf('command'))).toBeCloseTo(order.least_share.command, 6);
  });
});

describe('orders', () => {
  const flow = (a: number, b: number, value: number, weight = 1): Flow => ({ a, b, value, weight });

  it('count cycles of three, draws and who beats whom', () => {
    // 0 beats 1, 1 beats 2, 2 beats 0; 3 beats nobody and draws with 2.
    const leads = [
      [0, 1, -1, 1],
      [-1, 0, 1, 1],
      [1, -1, 0, 0],
      [-1, -1, 0, 0]
    ];
    expect(majorities(4, (a, b) => leads[a]![b]!)).toEqual({
      beaten: [2, 2, 1, 0],
      draws: [[2, 3]],
      cyclic: 1,
      triples: 4
    });
  });

  it('explain all of differences of potentials and nothing of a cycle', () => {
    const potentials = [3, 1, 0.5, -2];
    const pairs = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].filter((b) => b > a).map((b) => [a, b] as const));
    const ordered = pairs.map(([a, b]) => flow(a, b, potentials[a]! - potentials[b]!, 1 + a + b));
    expect(cyclicShare(ordered)).toBeCloseTo(0, 12);
    expect(cyclicShare([flow(0, 1, 1), flow(1, 2, 1), flow(2, 0, 1)])).toBeCloseTo(1, 12);
    // Of 1, 1 and 0 round a circle, a third of each is cyclic: 3 · (2/3)² of 2.
    expect(cyclicShare([flow(0, 1, 1), flow(1, 2, 1), flow(2, 0, 0)])).toBeCloseTo(2 / 3, 12);
  });

  it('are not known where pairs do not hang together', () => {
    expect(cyclicShare([flow(0, 1, 1), flow(2, 3, 1)])).toBeNaN();
  });

  it('hold pairs for decided that are further from even than chance would have them', () => {
    const even = [
      [0, 60, 45],
      [40, 0, 50],
      [55, 50, 0]
    ];
    // 60 to 40 is two standard errors from even, 55 to 45 one.
    expect(undecided(even)).toBe(2);
    expect(leastShare(even, 1)).toBe(0.4);
  });
});

describe('a statement whose recipe is known in part', () => {
  it('is told and promises nothing', () => {
    const check: Check = {
      id: 'a',
      statement: 'A.',
      source: 'here',
      expected: { x: 1 },
      twin: 'exact',
      approximate: true,
      found: () => ({ x: 9 })
    };
    const data = { manifest: { source: 'official' } } as ShippedData;
    expect(verdictOn(check, data)).toMatchObject({ verdict: 'differs', exact: false });
    expect(verdictOn({ ...check, approximate: false }, data)).toMatchObject({ verdict: 'differs', exact: true });
  });
});
