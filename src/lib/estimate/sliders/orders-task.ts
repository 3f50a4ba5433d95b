import { firsts, pairDifferences, ranks, type Rank } from '../rankings/ranks.ts';
import { STANDING_RESAMPLES } from '../resampling/resample.ts';
import { seeded } from '../resampling/seeded.ts';

/** Sliders that groups of people put into an order by their averages. Typed data only: it is posted to a worker. */
export interface OrdersTask {
  readonly kind: 'orders';
  /** One column a slider, with an answer of everybody. */
  readonly columns: readonly Int32Array[];
  /** Each group's members by their rows; a person may be in several. */
  readonly groups: readonly Int32Array[];
  readonly seed: number;
}

/** A group's order: per slider its average, its ranks, and in how many resamples it stands first. */
export interface GroupOrder {
  readonly people: number;
  readonly means: readonly number[];
  readonly ranks: readonly (Rank | null)[];
  readonly firsts: readonly number[];
}

export interface OrdersComputed {
  readonly kind: 'orders';
  readonly groups: readonly GroupOrder[];
  readonly resamples: number;
}

/** Under so many people no order is made. */
const FEWEST = 10;

/** The average of each slider over some rows, each counted once for every time it is named. */
function means(columns: readonly Int32Array[], rows: ArrayLike<number>, into: Float64Array, at: number): void {
  columns.forEach((values, k) => {
    let sum = 0;
    for (let i = 0; i < rows.length; i++) sum += values[rows[i]!]!;
    into[at + k] = sum / rows.length;
  });
}

/**
 * In which order a group of people put what they were asked about, by its average importance to them. People are taken
 * again and again from the group, as many as it has, and the order made anew each time: what changes places with who
 * happened to be asked cannot be told apart, and shares its ranks. A single person’s order has no such interval.
 *
 * @method Orders of groups
 * @formula v(j) = average answer of the group’s people to slider j, of each of 1,000 resamples of these people the same
 * ranks, their intervals and the simultaneous intervals of all differences of a group as under Ranks
 * first in x of 1,000 resamples: those in which v(j) is the highest, shared where several are
 * @assumes People are independent of one another. Intervals hold for all pairs of one group together, not for all groups.
 * @source Mogstad, Romano, Shaikh & Wilhelm (2024), Review of Economic Studies 91.
 * @differs Not in the published analyses, which show how the answers to each slider are spread.
 */
export function orderGroups({ columns, groups, seed }: OrdersTask): OrdersComputed {
  const items = columns.length;
  const found = groups.map((rows, g): GroupOrder => {
    const people = rows.length;
    const none = columns.map(() => NaN);
    if (people < FEWEST) return { people, means: none, ranks: columns.map(() => null), firsts: none };
    const values = new Float64Array(items);
    means(columns, rows, values, 0);
    const random = seeded(seed + g);
    const draws = new Float64Array(STANDING_RESAMPLES * items);
    const drawn = new Int32Array(people);
    for (let at = 0; at < draws.length; at += items) {
      for (let i = 0; i < people; i++) drawn[i] = rows[random.integer(people)]!;
      means(columns, drawn, draws, at);
    }
    const differences = pairDifferences(
      values,
      draws,
      columns.map((_, k) => k),
      columns.map(() => people)
    );
    return { people, means: [...values], ranks: ranks(values, draws, differences), firsts: [...firsts(values, draws)] };
  });
  return { kind: 'orders', groups: found, resamples: STANDING_RESAMPLES };
}
