import { expect, test } from 'vitest';
import { nearness, oneAmong } from '../../../src/lib/estimate/sliders/one-among.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

const random = seeded(5);
const people = 80;
const columns = [0, 1, 2].map(() => Int32Array.from({ length: people }, () => random.integer(12) * 8));
const rows = Array.from({ length: people }, (_, row) => columns.map((values) => values[row]!));
const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, k) => sum + Math.abs(one - b[k]!), 0) / a.length;

test.each([0, 1, 2, 3])('where one stands, counted one by one (%s)', (which) => {
  const answers = rows[which]!.map((value) => value + (which % 2));
  const { percentiles, typical } = oneAmong(columns, answers);
  expect(percentiles).toEqual(
    columns.map(
      (values, k) =>
        (values.filter((value) => value < answers[k]!).length +
          values.filter((value) => value === answers[k]!).length / 2) /
        people
    )
  );
  const far = (one: readonly number[]) => rows.reduce((sum, other) => sum + distance(one, other), 0);
  const further = rows.reduce((sum, other) => {
    const gap = far(other) - far(answers);
    return sum + (Math.abs(gap) < 1e-9 ? 0.5 : gap > 0 ? 1 : 0);
  }, 0);
  expect(typical).toBeCloseTo(further / people, 10);

  const group = Int32Array.from(Array.from({ length: people }, (_, row) => row).filter((row) => row % 3 === 0));
  const [found] = nearness(columns, answers, [group]);
  const inside = new Set(group);
  let nearer = 0;
  for (const i of group)
    for (let j = 0; j < people; j++)
      if (!inside.has(j)) {
        const gap = distance(rows[j]!, answers) - distance(rows[i]!, answers);
        nearer += Math.abs(gap) < 1e-9 ? 0.5 : gap > 0 ? 1 : 0;
      }
  expect(found!.nearer).toBeCloseTo(nearer / (group.length * (people - group.length)), 10);
  const average = Array.from(group, (row) => distance(rows[row]!, answers)).reduce((a, b) => a + b) / group.length;
  expect(found!.distance).toMatchObject({ value: expect.closeTo(average, 10) as number });
});
