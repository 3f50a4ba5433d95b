import { describe, expect, test } from 'vitest';
import published from '../../../data/published/pairwise_win_matrix.json' with { type: 'json' };
import type { Battles } from '../../../src/lib/estimate/rankings/battles.ts';
import { beyondAbilities, bradleyTerry } from '../../../src/lib/estimate/rankings/bradley-terry.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { fixture } from './reference-rows.ts';

/** Battles from a table of wins and, where given, one of ties. */
function battles(wins: readonly (readonly number[])[], ties?: readonly (readonly number[])[]): Battles {
  const items = wins.length;
  const flat = (table: readonly (readonly number[])[]) => Float64Array.from(table.flat());
  return { items, wins: flat(wins), ties: ties ? flat(ties) : new Float64Array(items * items) };
}

describe('the published battles', () => {
  type Reference = { bradley_terry: { published: Record<'btm' | 'glm', number[]> } };
  const { btm, glm } = fixture<Reference>('models').bradley_terry.published;
  test.each([
    ['BradleyTerry2', btm],
    ['glm', glm]
  ])('%s gives the same abilities', (_, expected) => {
    const abilities = bradleyTerry(battles(published.matrix));
    expect(abilities).toHaveLength(21);
    abilities.forEach((ability, i) => expect(Math.abs(ability - expected[i]!)).toBeLessThan(1e-8));
  });
});

describe('by hand', () => {
  test('two items: the logarithm of the odds, shared out', () => {
    // 6 wins, 1 tie, 1 loss: 6.5 to 1.5.
    const abilities = bradleyTerry(
      battles(
        [
          [0, 6],
          [1, 0]
        ],
        [
          [0, 1],
          [1, 0]
        ]
      )
    );
    expect(abilities[0]).toBeCloseTo(Math.log(6.5 / 1.5) / 2, 10);
    expect(abilities[1]).toBeCloseTo(-Math.log(6.5 / 1.5) / 2, 10);
  });
  test('an item that never won has no ability, and the others are fitted without it', () => {
    const abilities = bradleyTerry(
      battles([
        [0, 6, 5],
        [2, 0, 9],
        [0, 0, 0]
      ])
    );
    expect(abilities[0]).toBeCloseTo(Math.log(3) / 2, 10);
    expect(abilities[2]).toBeNaN();
    const noBattles = bradleyTerry(battles([[0, 0].map(() => 0), [0, 0]]));
    expect([...noBattles]).toEqual([NaN, NaN]);
  });
  test('what never lost to those with an ability stands above them, what never won below, through others too', () => {
    // 0 beat 1 only, and nobody beat 0; 1 beat 2 only; 2 and 3 beat each other; 3 beat 4; 5 met nobody.
    const wins = [
      [0, 4, 0, 0, 0, 0],
      [0, 0, 3, 0, 0, 0],
      [0, 0, 0, 2, 0, 0],
      [0, 0, 1, 0, 5, 0],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0]
    ];
    expect([...bradleyTerry(battles(wins))].map(Number.isNaN)).toEqual([true, true, false, false, true, true]);
    expect([...beyondAbilities(battles(wins))]).toEqual([1, 1, 0, 0, -1, 0]);
    expect([...beyondAbilities(battles([[0, 0].map(() => 0), [0, 0]]))]).toEqual([0, 0]);
  });
  test('of two worlds that never met, the larger is fitted', () => {
    const wins = Array.from({ length: 5 }, (_, i) =>
      Array.from({ length: 5 }, (_, j) => (i !== j && i < 2 === j < 2 ? 1 + i : 0))
    );
    const abilities = bradleyTerry(battles(wins));
    expect([...abilities].map(Number.isNaN)).toEqual([true, true, false, false, false]);
  });
});

describe('properties over random battles', () => {
  const random = seeded(5);
  const made = Array.from({ length: 60 }, (_, round) => {
    const n = 2 + random.integer(10);
    // Every third table is lopsided: some pairs never met, some items hardly ever win.
    const most = round % 3 === 0 ? 2 : 40;
    return Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 0 : random.integer(most)))
    );
  });

  test('the likelihood is at its top: expected wins are wins', () => {
    for (const wins of made) {
      const abilities = bradleyTerry(battles(wins));
      const among = [...abilities.keys()].filter((i) => Number.isFinite(abilities[i]!));
      expect(among.reduce((sum, i) => sum + abilities[i]!, 0)).toBeCloseTo(0, 9);
      for (const i of among) {
        let surplus = 0;
        for (const j of among) {
          if (i === j) continue;
          const chance = 1 / (1 + Math.exp(abilities[j]! - abilities[i]!));
          surplus += wins[i]![j]! - (wins[i]![j]! + wins[j]![i]!) * chance;
        }
        expect(Math.abs(surplus)).toBeLessThan(1e-6);
      }
    }
  });
  test('a noiseless order is recovered, with the very strengths', () => {
    for (let round = 0; round < 40; round++) {
      const strengths = Array.from({ length: 2 + random.integer(12) }, (_, i) => (i + 1) * 40 + random.integer(40));
      const mean = strengths.reduce((sum, strength) => sum + Math.log(strength), 0) / strengths.length;
      const abilities = bradleyTerry(battles(strengths.map((own, i) => strengths.map((_, j) => (i === j ? 0 : own)))));
      abilities.forEach((ability, i) => expect(ability).toBeCloseTo(Math.log(strengths[i]!) - mean, 9));
    }
  });
  test('another order of the items gives the same abilities', () => {
    const complete = made.filter((table) => table.flat().filter((count) => count === 0).length === table.length);
    expect(complete.length).toBeGreaterThan(5);
    for (const wins of complete) {
      const n = wins.length;
      const turned = bradleyTerry(battles(wins.map((_, i) => wins.map((_, j) => wins[n - 1 - i]![n - 1 - j]!))));
      const abilities = bradleyTerry(battles(wins));
      turned.forEach((ability, i) => expect(ability).toBeCloseTo(abilities[n - 1 - i]!, 8));
    }
  });
  test('ten times the battles change nothing, nor does a start elsewhere', () => {
    for (const wins of made) {
      const abilities = bradleyTerry(battles(wins));
      const tenfold = bradleyTerry(battles(wins.map((row) => row.map((count) => count * 10))));
      const from = bradleyTerry(
        battles(wins),
        abilities.map((ability, i) => ability + (i % 2 === 0 ? 3 : -3))
      );
      abilities.forEach((ability, i) => {
        if (Number.isNaN(ability)) return expect([tenfold[i], from[i]]).toEqual([NaN, NaN]);
        expect(tenfold[i]).toBeCloseTo(ability, 8);
        expect(from[i]).toBeCloseTo(ability, 8);
      });
    }
  });
});
