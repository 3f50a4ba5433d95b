import { expect, test } from 'vitest';
import { composeRegression, type ComposedTask } from '../../../src/lib/estimate/regression/composed-task.ts';
import { expectReference, fixture, type Numbers, type Planted } from './reference-rows.ts';

const composed = fixture<Readonly<Record<string, Numbers>>>('composed');
const { rows } = fixture<{
  rows: Record<'person' | 'age' | 'type' | 'replies', number[]> & { topic: (number | null)[]; kept: boolean[] };
}>('topics');

/** The conversations as a task; with an error, if one is planted. */
function taskOf(planted?: Planted): ComposedTask {
  const found = rows.person.flatMap((_, row) => {
    if (!rows.kept[row] && planted !== 'filter dropped') return [];
    if (rows.topic[row] === null && planted !== 'missing counted as zero') return [];
    return Array<number>(planted === 'denominator from the wrong table' ? rows.replies[row]! : 1).fill(row);
  });
  const people = [...new Set(found.map((row) => rows.person[row]!))];
  const own = planted === 'clusters ignored';
  return {
    kind: 'composed',
    outcomes: [0, 1, 2, 3, 4].map((topic) => Float64Array.from(found, (row) => Number(rows.topic[row] === topic))),
    shares: true,
    terms: [
      { name: 'age', codes: Int32Array.from(found, (row) => rows.age[row]!), levels: 3, reference: 1 },
      { name: 'type', codes: Int32Array.from(found, (row) => rows.type[row]!), levels: 3, reference: 0 }
    ],
    person: Int32Array.from(found, (row, i) => (own ? i : people.indexOf(rows.person[row]!))),
    people: own ? found.length : people.length,
    least: 30
  };
}

const names = ['age', 'type'];

test.each(Object.entries(composed))('%s, as lm, vcovCL and p.adjust have it', (name, expected) => {
  const [topic, term, level] = name.split('.');
  expectReference(
    (planted) => {
      const { outcomes } = composeRegression(taskOf(planted));
      const one = outcomes[Number(topic)]!.find(
        (coefficient) => coefficient.term === names.indexOf(term!) && coefficient.level === Number(level)
      )!;
      return { ...one.result, adjusted: one.adjusted };
    },
    expected,
    1e-8
  );
});

test('what R does not test is not tested', () => {
  const { outcomes } = composeRegression(taskOf());
  const tested = outcomes.flatMap((all, topic) =>
    all.flatMap(({ term, level, adjusted }) => (adjusted === undefined ? [] : [`${topic}.${names[term]}.${level}`]))
  );
  expect(tested.sort()).toEqual(
    Object.keys(composed)
      .filter((name) => composed[name]!.adjusted !== undefined)
      .sort()
  );
});

test('terms that say the same are refused by name, and so is a reference of few people', () => {
  const task = taskOf();
  const [age, type] = task.terms;
  const older = { ...age!, name: 'older', codes: age!.codes.map((code) => Number(code > 1)), levels: 2, reference: 0 };
  expect(composeRegression({ ...task, terms: [age!, type!, older] }).refused).toMatchObject({ terms: ['older'] });
  expect(composeRegression({ ...task, least: 1000 }).refused).toMatchObject({ terms: ['age', 'type'] });
  const rare = { ...age!, codes: age!.codes.map((code, row) => (row === 0 ? 3 : code)), levels: 5 };
  const found = composeRegression({ ...task, terms: [rare] });
  expect(found.refused).toBeNull();
  expect(found.outcomes[0]!.map(({ level, eligible }) => [level, eligible])).toContainEqual([3, false]);
});
