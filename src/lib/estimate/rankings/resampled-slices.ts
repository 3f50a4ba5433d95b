import { addUp, FIRST_STANDING_RESAMPLES, resamplePeople } from '../resampling/resample.ts';
import { seeded } from '../resampling/seeded.ts';
import { KeptTables, type ResampledTable } from './kept-tables.ts';
import { prepare, rowPairs, type People, type Prepared, type RowPairs } from './slice.ts';
import type { SliceStandings, StandingsTask } from './standings.ts';

/** A slice with its standings, those of other ways of looking, and what resampling made of its own. */
export interface ResampledSlice {
  readonly standings: SliceStandings;
  readonly ways: readonly SliceStandings[];
  /** One row of values per resample made, NaN where there is none. */
  readonly resampled: Float64Array;
}

interface Made {
  /** Number of resamples. */
  readonly made: number;
  readonly slices: readonly ResampledSlice[];
}

/** A slice while it is resampled. */
interface Moving extends Omit<Prepared, 'rule'> {
  readonly ways: readonly SliceStandings[];
  readonly table: ResampledTable;
  /** Room for its sums in one resample. */
  readonly totals: Float64Array;
}

/** Resamples between two breaths, so that a worker can hear that it should stop. */
const BREATH = 100;

/**
 * The slices of a task under the same resamples of people. Yields what it has after the first resamples, and null when it
 * only pauses.
 *
 * @param kept tables of tasks before this one, which may rest on the same people and rows
 */
export function* resampledSlices(task: StandingsTask, kept = new KeptTables()): Generator<Made | null, Made> {
  const { seed, items, resamples: total, replies } = task;
  const people = peopleOf(replies.person);
  const pairs = new Map<number, RowPairs>();
  const pairsFor = (tie: number) => {
    const found = pairs.get(tie) ?? rowPairs(replies, tie);
    pairs.set(tie, found);
    return found;
  };
  const slices: Moving[] = [];
  for (const slice of task.slices) {
    const { rule, ...own } = prepare(task, slice, people, pairsFor);
    const table = kept.of({ key: `${seed} ${total} ${people.count} ${rule}`, sums: own.sums }, total * items);
    const ways = (slice.ways ?? []).map((way) => prepare(task, way, people, pairsFor).standings);
    slices.push({ ...own, ways, table, totals: new Float64Array(own.sums.cells) });
    if (ways.length > 0) yield null;
  }
  const after = (made: number): Made => ({
    made,
    slices: slices.map(({ standings, ways, table }) => {
      return { standings, ways, resampled: table.values.subarray(0, made * items) };
    })
  });
  if (people.count === 0) return after(0);
  const random = seeded(seed);
  const weights = new Uint16Array(people.count);
  const unfinished = () => slices.filter(({ table }) => table.made < total);
  const moving = unfinished();
  for (let made = 0; made < total && unfinished().length > 0; made++) {
    if (made === FIRST_STANDING_RESAMPLES) yield after(made);
    else if (made > 0 && made % BREATH === 0) yield null;
    resamplePeople(random, weights);
    for (const { sums, evaluate, table, totals } of moving) {
      // Another task may have made this one.
      if (table.made > made) continue;
      addUp(sums, totals, weights);
      table.values.set(evaluate(totals), made * items);
      table.made = made + 1;
    }
  }
  return after(total);
}

/** Each row's person as a place from 0 on, in the order of their ids. */
function peopleOf(person: Int32Array): People {
  const ids = Int32Array.from(new Set(person)).sort();
  const placeOf = new Map(Array.from(ids, (id, place) => [id, place]));
  return { places: person.map((id) => placeOf.get(id)!), count: ids.length };
}
