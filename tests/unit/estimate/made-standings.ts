import { resampledSlices } from '../../../src/lib/estimate/rankings/resampled-slices.ts';
import {
  resampleStandings,
  type StandingMethod,
  type StandingsComputed,
  type StandingsTask
} from '../../../src/lib/estimate/rankings/standings.ts';
import { seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

/** What steps end with. */
export function last<T>(steps: Generator<T | null, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
/** All of a task, at once. */
export const finish = (task: StandingsTask): StandingsComputed => last(resampleStandings(task));
/** The same slices with their values in each resample. */
export const resampledOf = (task: StandingsTask) =>
  last(resampledSlices(task)).slices.map(({ standings, resampled }) => ({ values: standings.values, resampled }));

/** Methods that R computes as well. */
export const methods = ['mean', 'win-rate', 'strict-win-rate', 'rank-centrality'] as const;

/** Every method. */
export const all: readonly StandingMethod[] = [...methods, 'published-rank-centrality', 'bradley-terry'];

/** Replies made up: `people` persons, four messages each, three or four of `items` models; `noise` 0 for an order all agree on. */
export function made(options: {
  people: number;
  items: number;
  noise: number;
  alike?: boolean;
  seed?: number;
}): StandingsTask {
  const { people, items, noise, alike = false, seed = 3 } = options;
  const random = seeded(seed);
  const rows: number[][] = [];
  const messages: { shown: number[]; noise: number[] }[] = [];
  for (let person = 0; person < people; person++) {
    for (let message = 0; message < items; message++) {
      const again = alike && person > 0 ? messages[message]! : null;
      // Neighbours in a ring, so that all meet all.
      const shown =
        again?.shown ?? Array.from({ length: 3 }, (_, k) => (message + k * (1 + random.integer(2))) % items);
      const own = again?.noise ?? shown.map(() => random.integer(2 * noise + 1) - noise);
      messages[message] = { shown, noise: own };
      new Set(shown).forEach((item) =>
        rows.push([person, person * items + message, item, 50 - 6 * item + own[shown.indexOf(item)]!])
      );
    }
  }
  const column = (k: number) => Int32Array.from(rows, (row) => row[k]!);
  return {
    kind: 'standings',
    seed: 1,
    resamples: 200,
    fewest: 1,
    fewestRanked: 1,
    items,
    replies: { person: column(0), interaction: column(1), item: column(2), score: column(3) },
    columns: { score: column(3) },
    slices: all.map((method) => ({ method, value: { column: 'score' }, tie: 5 }))
  };
}
