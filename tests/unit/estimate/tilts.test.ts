import { describe, expect, test } from 'vitest';
import { tilt, type TiltsTask } from '../../../src/lib/estimate/tilts/tilts-task.ts';
import { expectReference, fixture, type Numbers, type Planted } from './reference-rows.ts';

type Grouping = 'age' | 'type';

interface Topics {
  readonly rows: Record<'person' | Grouping | 'replies', number[]> & { topic: (number | null)[]; kept: boolean[] };
  readonly age: Readonly<Record<string, Numbers>>;
  readonly type: Readonly<Record<string, Numbers>>;
}

const topics = fixture<Topics>('topics');

/** The conversations as a task; with an error, if one is planted. */
function taskOf(by: Grouping, planted?: Planted): TiltsTask {
  const { rows } = topics;
  const found: { person: number; topic: number; group: number }[] = [];
  rows.person.forEach((person, row) => {
    if (!rows.kept[row] && planted !== 'filter dropped') return;
    const topic = rows.topic[row] ?? (planted === 'missing counted as zero' ? 5 : -1);
    const times = planted === 'denominator from the wrong table' ? rows.replies[row]! : 1;
    const one = { person: planted === 'clusters ignored' ? row : person - 1, topic, group: rows[by][row]! };
    for (let i = 0; i < times; i++) found.push(one);
  });
  const column = (name: 'person' | 'topic' | 'group') => Int32Array.from(found, (one) => one[name]);
  return {
    kind: 'tilts',
    person: column('person'),
    people: rows.person.length,
    topic: column('topic'),
    topics: 6,
    group: column('group'),
    groups: 3,
    many: false,
    against: 'rest',
    peopleAlike: false,
    least: 30
  };
}

const cellsOf = (task: TiltsTask) =>
  new Map(
    tilt(task).tilts.map((one) => [
      `${one.topic}.${one.group}`,
      {
        ...one.difference,
        adjusted: one.adjusted,
        ...(one.picked && { picked_low: one.picked.low, picked_high: one.picked.high })
      }
    ])
  );

describe.each(['age', 'type'] as const)('topics by %s, as svycontrast and p.adjust have them', (by) => {
  test.each(Object.entries(topics[by]))('%s', (name, expected) => {
    expectReference((planted) => cellsOf(taskOf(by, planted)).get(name)!, expected, 1e-8);
  });
  test('and nothing else is tested', () => {
    const tested = [...cellsOf(taskOf(by))].flatMap(([name, { adjusted }]) => (adjusted === undefined ? [] : [name]));
    expect(tested.sort()).toEqual(Object.keys(topics[by]).sort());
  });
});

describe('topics by group', () => {
  test('two groups that are everybody ask once, and mirror each other', () => {
    const task = taskOf('age');
    const two = { ...task, group: task.group.map((code) => (code === 0 ? 0 : 1)), groups: 2 };
    const { tilts, tested } = tilt(two);
    expect(tested).toBe(5);
    for (const one of tilts.filter(({ group }) => group === 0)) {
      const other = tilts.find(({ group, topic }) => group === 1 && topic === one.topic)!;
      expect(other.adjusted).toBe(one.adjusted);
      if ('p' in one.difference && 'p' in other.difference)
        expect(other.difference.value).toBeCloseTo(-one.difference.value, 12);
    }
  });
  test('against the largest group it is not set against itself', () => {
    const { tilts, reference } = tilt({ ...taskOf('age'), against: 'largest' });
    expect(reference).toBe(0);
    expect(new Set(tilts.map(({ group }) => group))).toEqual(new Set([1, 2]));
  });
  test('in bit masks a row is in several groups', () => {
    const task = taskOf('type');
    const { tilts } = tilt({ ...task, many: true, group: task.group.map((code) => (1 << code) | 8), groups: 4 });
    const all = tilts.filter(({ group }) => group === 3);
    expect(all[0]!.conversations).toBe(
      topics.rows.topic.filter((topic, row) => topic !== null && topics.rows.kept[row]).length
    );
    expect(all.every(({ sides }) => sides.b === 0)).toBe(true);
  });
  test('people counted alike weigh the same whatever they held', () => {
    const person = Int32Array.from([0, 0, 0, 1, 2, 2, 3]);
    const topic = Int32Array.from([0, 0, 0, 1, 0, 1, 1]);
    const group = Int32Array.from([0, 0, 0, 0, 1, 1, 1]);
    const task = { ...taskOf('age'), person, people: 4, topic, topics: 2, group, groups: 2 };
    const shareOf = (peopleAlike: boolean) => tilt({ ...task, peopleAlike }).tilts[0]!.here;
    expect(shareOf(false)).toMatchObject({ value: 0.75 });
    expect(shareOf(true)).toMatchObject({ value: 0.5 });
  });
});
