import { describe, expect, test } from 'vitest';
import { juryRules, type JuryRule } from '../../../src/lib/estimate/juries/ballots.ts';
import { computeJuries } from '../../../src/lib/estimate/juries/juries-task.ts';
import { holdJuries } from '../../../src/lib/estimate/juries/hold-juries.ts';
import { tastesOf } from '../../../src/lib/estimate/juries/tastes.ts';
import { welfareOf } from '../../../src/lib/estimate/juries/welfare.ts';
import reference from '../../reference/fixtures/juries.json' with { type: 'json' };
import { lastOf } from './last-of.ts';
import { numbers, repliesOf, seeded, taskOf, weighed, type JuryRow } from './jury-studies.ts';

const { juries, heldOut } = reference;

/** The table of a study with its gaps. */
function tableOf(rows: readonly JuryRow[], models: number, of: 'score' | 'chosen') {
  const people = Math.max(...rows.map(({ person }) => person)) + 1;
  const tastes = tastesOf(repliesOf(rows), people, models);
  const table = Array.from({ length: people }, () => new Array<number | null>(models).fill(null));
  for (let person = 0; person < people; person++)
    for (let at = tastes.starts[person]!; at < tastes.starts[person + 1]!; at++)
      table[person]![tastes.model[at]!] = tastes[of][at]!;
  return { tastes, table };
}

/** The largest difference between numbers of either side; infinite where one is missing and the other is not. */
const apart = (found: readonly (number | null)[], wanted: readonly (number | null)[]) =>
  Math.max(
    ...wanted.map((value, i) =>
      value === null || found[i] === null ? (value === found[i] ? 0 : Infinity) : Math.abs(value - found[i]!)
    )
  );

describe.each([
  ['by hand', reference.hand],
  ['with gaps', reference.seeded]
])('a study %s, against numpy', (_, study) => {
  const { tastes, table } = tableOf(study.rows, study.models, 'score');

  test('has the same table of people by models', () => {
    expect(apart(table.flat(), study.scores.flat())).toBeLessThan(1e-9);
    expect(apart(tableOf(study.rows, study.models, 'chosen').table.flat(), study.chosen.flat())).toBeLessThan(1e-9);
  });

  test('is worth the same to its people', () => {
    for (const by of ['score', 'chosen'] as const)
      expect(apart([...welfareOf(tastes, numbers(tastes.people), by)], study.welfare[by])).toBeLessThan(1e-9);
  });

  test.each(juryRules)('is weighed the same by %s', (rule) => {
    expect(apart(weighed(tastes, rule).values, study.weighed[rule])).toBeLessThan(1e-9);
  });
});

describe('errors that would be seen', () => {
  const { rows, models, welfare } = reference.seeded;
  const changed = (change: (rows: readonly JuryRow[]) => readonly JuryRow[]) => {
    const { tastes } = tableOf(change(rows), models, 'score');
    return apart([...welfareOf(tastes, numbers(tastes.people), 'score')], welfare.score);
  };

  test.each<[string, (rows: readonly JuryRow[]) => readonly JuryRow[]]>([
    ['replies of one person taken for those of several', (all) => all.map((row, i) => ({ ...row, person: i }))],
    ['a person left out', (all) => all.filter(({ person }) => person !== 3)],
    [
      'a model never met counted as 0',
      (all) => [...all, { person: all.find(({ model }) => model !== 5)!.person, model: 5, score: 0, chosen: 0 }]
    ]
  ])('%s', (_, change) => {
    expect(changed((all) => all)).toBeLessThan(1e-9);
    expect(changed(change)).toBeGreaterThan(1e-3);
  });
});

/** How far two shares lie apart, in standard errors of both. */
const errors = (a: number, drawsA: number, b: number, drawsB: number) => {
  const p = (a * drawsA + b * drawsB) / (drawsA + drawsB);
  return Math.abs(a - b) / Math.sqrt(Math.max(p * (1 - p), 1e-4) * (1 / drawsA + 1 / drawsB));
};

describe('juries drawn by lot, against numpy', () => {
  const { rows, models } = reference.seeded;
  const { tastes } = tableOf(rows, models, 'score');

  test.each(juries)('$size people by $rule choose each model as often', ({ rule, size, won, draws }) => {
    const { ballots } = weighed(tastes, rule as JuryRule);
    const [drawn, winners] = [6000, new Int32Array(6000)];
    const pool = numbers(tastes.people);
    const mayWin = new Uint8Array(models).fill(1);
    holdJuries(seeded(3), { ballots, pool, size, replace: true, fewest: 0, mayWin }, winners);
    won.forEach((share, m) => {
      const ours = winners.reduce((sum, winner) => sum + Number(winner === m), 0) / drawn;
      expect(errors(ours, drawn, share, draws), `model ${m}`).toBeLessThan(4.5);
    });
  });

  test('held-out juries serve as well, and not as in-sample ones do', () => {
    const { size } = heldOut;
    const served = Int32Array.from(heldOut.served);
    const means = [1, 2, 3, 4, 5, 6].map((seed) => {
      const task = taskOf(rows, tastes.people, models, { seed, served, schemes: [{ pool: 0, size, chance: 1 }] });
      const { schemes } = lastOf(computeJuries(task));
      const [scheme] = schemes;
      if (!scheme || 'reason' in scheme) throw new Error('No juries');
      return { heldOut: scheme.heldOut.mean, inSample: scheme.inSample.mean };
    });
    const mean = (of: 'heldOut' | 'inSample') => means.reduce((sum, one) => sum + one[of], 0) / means.length;
    // Fifty splits of forty people: what is left is the luck of the splits.
    const error = heldOut.sd * Math.sqrt(1 / (50 * means.length) + 1 / heldOut.draws);
    expect(Math.abs(mean('heldOut') - heldOut.mean)).toBeLessThan(4 * error);
    expect(mean('inSample') - heldOut.mean).toBeGreaterThan(4 * error);
  });
});
