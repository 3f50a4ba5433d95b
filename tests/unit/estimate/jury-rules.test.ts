import { describe, expect, it } from 'vitest';
import { workedCase } from '../../../src/lib/charts/juries/worked-case.ts';
import { juryRules } from '../../../src/lib/estimate/juries/ballots.ts';
import { tastesOf } from '../../../src/lib/estimate/juries/tastes.ts';
import { best, numbers, randomTastes, repliesOf, seeded, weighed, winnerOf, type JuryRow } from './jury-studies.ts';

const many = Array.from({ length: 60 }, (_, seed) => randomTastes(seeded(seed + 1)));

/** The models that a rule may choose, with everybody sitting. */
const chosenOf = (rows: readonly JuryRow[], rule: (typeof juryRules)[number], people = 9, models = 4) =>
  best(weighed(tastesOf(repliesOf(rows), people, models), rule).values);

describe.each(juryRules)('the rule %s', (rule) => {
  it('asks nobody’s name: jurors may change places', () => {
    for (const { rows } of many) {
      const turned = rows.map((row) => ({ ...row, person: (row.person + 4) % 9 }));
      expect(chosenOf(turned, rule)).toEqual(chosenOf(rows, rule));
    }
  });

  it('favours no model: models may change names', () => {
    for (const { rows } of many) {
      const turned = rows.map((row) => ({ ...row, model: (row.model + 1) % 4 }));
      const expected = chosenOf(rows, rule).map((model) => (model + 1) % 4);
      expect(chosenOf(turned, rule)).toEqual(expected.sort());
    }
  });

  // Pairs that two met are ties, and no longer when the two sit twice.
  if (!/copeland|maximin|rank-centrality/.test(rule))
    it('says the same when everybody sits twice', () => {
      for (const { rows } of many) {
        const twice = [...rows, ...rows.map((row) => ({ ...row, person: row.person + 9 }))];
        expect(chosenOf(twice, rule, 18)).toEqual(chosenOf(rows, rule));
      }
    });

  it('chooses what all put first, where all met all and like it well', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const random = seeded(seed);
      const rows = [...numbers(7)].flatMap((person) =>
        [0, 1, 2].map((model) => ({
          ...{ person, model, score: model === 1 ? 95 : 1 + random.integer(80) },
          chosen: Number(model === 1)
        }))
      );
      expect(chosenOf(rows, rule, 7, 3)).toContain(1);
    }
  });
});

/** The model that a strict majority of those who met both puts above each other one, three having met both; else null. */
function condorcet(rows: readonly JuryRow[]): number | null {
  const score = (person: number, model: number) =>
    rows.find((row) => row.person === person && row.model === model)?.score;
  const beats = (a: number, b: number) => {
    const both = [...numbers(9)].flatMap((person) => {
      const [one, other] = [score(person, a), score(person, b)];
      return one === undefined || other === undefined ? [] : [Math.sign(one - other)];
    });
    return both.length >= 3 && both.reduce((sum, sign) => sum + sign, 0) > 0;
  };
  return [0, 1, 2, 3].find((a) => [0, 1, 2, 3].every((b) => a === b || beats(a, b))) ?? null;
}

describe('a model that beats all others', () => {
  const found = many.flatMap(({ rows }) => {
    const winner = condorcet(rows);
    return winner === null ? [] : [{ rows, winner }];
  });

  it('is chosen by Copeland and has the best worst pair', () => {
    expect(found.length).toBeGreaterThan(15);
    for (const { rows, winner } of found) {
      expect(chosenOf(rows, 'copeland')).toEqual([winner]);
      expect(chosenOf(rows, 'maximin')).toEqual([winner]);
    }
  });

  it('need not be chosen by the others', () => {
    for (const rule of ['mean', 'borda', 'least-disliked'] as const)
      expect(
        found.some(({ rows, winner }) => !chosenOf(rows, rule).includes(winner)),
        rule
      ).toBe(true);
  });
});

describe('the worked case', () => {
  const rows = workedCase.people.flatMap(({ scores }, person) =>
    scores.map((score, model) => ({ person, model, score, chosen: 0 }))
  );

  it.each(workedCase.rules)('is as the page says by $rule', ({ rule, says, chosen }) => {
    const { values } = weighed(tastesOf(repliesOf(rows), 5, 3), rule);
    const shown = values.map((value) => String(rule === 'least-disliked' ? Math.round(-5 * value) : value));
    expect(shown).toEqual(says);
    expect(best(values)).toEqual([chosen]);
  });
});

describe('a jury', () => {
  const rows = [
    { person: 0, model: 0, score: 90, chosen: 1 },
    { person: 0, model: 1, score: 40, chosen: 0 },
    { person: 1, model: 1, score: 60, chosen: 1 },
    { person: 2, model: 1, score: 50, chosen: 1 }
  ];
  const tastes = tastesOf(repliesOf(rows), 3, 3);
  const { ballots, sums, values } = weighed(tastes, 'mean');
  const choose = (fewest: number, mayWin = Uint8Array.of(1, 1, 1)) =>
    winnerOf(seeded(1), { ballots, fewest, mayWin }, sums, Float64Array.from(values));

  it('chooses a model that only one of it met, unless three must have', () => {
    expect(values).toEqual([90, 50, 1]);
    expect([choose(0), choose(3)]).toEqual([0, 1]);
    // Nobody met as many as five: then what most have met.
    expect(choose(5)).toBe(1);
    expect(choose(0, Uint8Array.of(0, 0, 1))).toBe(2);
    expect(choose(0, Uint8Array.of(0, 0, 0))).toBe(-1);
  });

  it('draws lots between what is level', () => {
    const random = seeded(2);
    const level = Float64Array.of(5, 5, 1);
    const won = Array.from({ length: 2000 }, () =>
      winnerOf(random, { ballots, fewest: 0, mayWin: Uint8Array.of(1, 1, 1) }, sums, level)
    );
    expect(Math.abs(won.filter((winner) => winner === 0).length - 1000)).toBeLessThan(120);
    expect(won).not.toContain(2);
  });
});
