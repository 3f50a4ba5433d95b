import { describe, expect, test } from 'vitest';
import { averaged } from '../../../src/lib/estimate/sliders/averaged.ts';
import { correlate } from '../../../src/lib/estimate/sliders/correlations-task.ts';
import { orderGroups } from '../../../src/lib/estimate/sliders/orders-task.ts';
import { reward } from '../../../src/lib/estimate/sliders/rewarded-task.ts';
import { differenceOfSlopes, slopesAlone, slopesEqual } from '../../../src/lib/estimate/sliders/within-slopes.ts';
import { expectReference, fixture, type Numbers, type Planted } from './reference-rows.ts';

const names = ['m1', 'm2', 'm3'] as const;
type Name = (typeof names)[number];
type Cases = Readonly<Record<string, Numbers>>;

const sliders = fixture<
  {
    readonly rows: Record<'person' | 'score' | 'replies', number[]> &
      Record<Name, (number | null)[]> & { kept: boolean[] };
  } & Record<'conversations' | 'people' | 'alone' | 'equal' | 'differences', Cases>
>('sliders');

/** The conversations; with an error, if one is planted. */
function rowsOf(planted?: Planted) {
  const { rows } = sliders;
  const kept = rows.person.flatMap((_, row) => {
    if (!rows.kept[row] && planted !== 'filter dropped') return [];
    return Array<number>(planted === 'denominator from the wrong table' ? rows.replies[row]! : 1).fill(row);
  });
  const missing = planted === 'missing counted as zero' ? 0 : NaN;
  return {
    person: Int32Array.from(kept, (row, i) => (planted === 'clusters ignored' ? i : rows.person[row]! - 1)),
    score: Int32Array.from(kept, (row) => rows.score[row]!),
    marks: names.map((name) => Float64Array.from(kept, (row) => rows[name][row] ?? missing)),
    people: planted === 'clusters ignored' ? kept.length : Math.max(...rows.person)
  };
}

describe.each(['conversations', 'people'] as const)('correlations over %s, as svyvar has them', (over) => {
  test.each(Object.entries(sliders[over]))('%s', (pair, expected) => {
    const [a, b] = pair.split('.').map((name) => names.indexOf(name as Name));
    expectReference((planted) => {
      const { marks, person, people } = rowsOf(planted);
      const columns = marks;
      const { pairs } = correlate({ kind: 'correlations', columns, person, people, peopleAlike: over === 'people' });
      return pairs.find((one) => one.a === b && one.b === a)!.result;
    }, expected);
  });
});

test.each(Object.entries(sliders.alone))('the slope of %s alone, as lm and vcovCL have it', (name, expected) => {
  expectReference((planted) => slopesAlone(rowsOf(planted))[names.indexOf(name as Name)]!.result, expected, 1e-8);
});

test.each(Object.entries(sliders.equal))('the slope of %s with the others equal', (name, expected) => {
  expectReference((planted) => slopesEqual(rowsOf(planted))[names.indexOf(name as Name)]!.result, expected, 1e-8);
});

test.each(Object.entries(sliders.differences))('the difference of slopes %s', (pair, expected) => {
  const [a, b] = pair.split('.').map((name) => names.indexOf(name as Name));
  expectReference(
    (planted) => {
      const slopes = slopesAlone(rowsOf(planted));
      return differenceOfSlopes(slopes[a!]!, slopes[b!]!) ?? {};
    },
    expected,
    1e-8
  );
});

test('a mark stands first only above all others, and never on few people', () => {
  const task = { kind: 'rewarded', ...rowsOf(), least: 30 } as const;
  expect(reward(task).first).toBe(0);
  expect(reward({ ...task, least: 1000 }).first).toBeNull();
  expect(reward({ ...task, marks: [task.marks[1]!, task.marks[2]!, task.marks[1]!] }).first).toBeNull();
});

test('what everybody has alike has no slope and no correlation', () => {
  const person = Int32Array.from([0, 0, 1, 1]);
  const flat = Float64Array.from([5, 5, 7, 7]);
  const [one] = slopesAlone({ score: [1, 2, 3, 4], marks: [flat], person });
  expect(one!.result).toHaveProperty('reason');
  expect(slopesEqual({ score: [1, 2, 3, 4], marks: [flat], person })[0]!.result).toHaveProperty('reason');
  expect([...averaged(flat, person, 3)]).toEqual([5, 7, NaN]);
  const columns = [flat, Float64Array.from([1, 1, 1, 1])];
  const task = { kind: 'correlations', columns, person, people: 2, peopleAlike: false } as const;
  expect(correlate(task).pairs[0]!.result).toHaveProperty('reason');
});

test('orders are told apart where people agree and shared where they do not', () => {
  const people = Array.from({ length: 60 }, (_, i) => i);
  const columns = [
    Int32Array.from(people, (i) => 90 + (i % 5)),
    Int32Array.from(people, (i) => 50 + ((i * 7) % 40)),
    Int32Array.from(people, (i) => 50 + ((i * 11) % 40))
  ];
  const groups = [Int32Array.from(people), Int32Array.from(people.slice(0, 9)), Int32Array.from([])];
  const found = orderGroups({ kind: 'orders', columns, groups, seed: 1 });
  expect(found.groups.map((group) => group.people)).toEqual([60, 9, 0]);
  const [all, few] = found.groups;
  expect(all!.means).toEqual(columns.map((values) => values.reduce((sum, value) => sum + value, 0) / 60));
  expect(all!.ranks.map((rank) => [rank!.low, rank!.high])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3]
  ]);
  expect(all!.firsts).toEqual([found.resamples, 0, 0]);
  expect(few!.ranks).toEqual([null, null, null]);
});
