import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import type { PeopleRows } from '../../../src/lib/estimate/verdicts/people-rows.ts';
import { peopleRows } from '../../coverage/groups.ts';

/** So many people of one group each, with three values each, about `mean` and 40 points apart at most; the same for the same seed. */
export function madeGroups(means: readonly number[], people: readonly number[], seed = 7): PeopleRows {
  const random = seeded(seed);
  const groups = means.flatMap((mean, group) => Array.from({ length: people[group]! }, () => ({ mean, group })));
  return peopleRows(
    groups.map(({ mean, group }, person) => {
      const level = mean + random.integer(21) - 10;
      return { person, group, values: Array.from({ length: 3 }, () => level + random.integer(21) - 10) };
    })
  );
}

/** People with rows in each of the groups, whose means are as told. */
export function madeShared(means: readonly number[], people: number, seed = 7): PeopleRows {
  const random = seeded(seed);
  return peopleRows(
    Array.from({ length: people }, (_, person) => {
      const level = random.integer(41) - 20;
      return means.map((mean, group) => ({ person, group, values: [mean + level + random.integer(21) - 10] }));
    }).flat()
  );
}
