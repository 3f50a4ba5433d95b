import { directed, outcome, type Battles } from './battles.ts';
import { bradleyTerry } from './bradley-terry.ts';
import { publishedRankCentrality, rankCentrality } from './rank-centrality.ts';
import { addUp, personSums, type PersonSums } from './resample.ts';
import type { SliceStandings, SliceTask, StandingMethod, StandingsTask } from './standings.ts';
import { strictWinRate, winRate } from './win-rate.ts';

/** A slice made ready for resampling: what each person adds to its sums, and the standings that follow from sums. */
export interface Prepared {
  readonly standings: Omit<SliceStandings, 'draws'>;
  readonly sums: PersonSums;
  readonly evaluate: (totals: Float64Array) => Float64Array;
}

/** A person's battle between two items, and who won it. */
interface Battle {
  readonly person: number;
  readonly first: number;
  readonly second: number;
  readonly won: -1 | 0 | 1;
}

/**
 * Leaves out the items on too few people, adds up what is left person by person, and computes the standings once.
 *
 * @param person each row's person as a place from 0 to `count` − 1
 */
export function prepare(task: StandingsTask, slice: SliceTask, person: Int32Array, count: number): Prepared {
  const { item } = task.replies;
  const rows = (slice.rows ?? Int32Array.from(person.keys())).filter((row) => item[row]! >= 0);
  return slice.method === 'mean'
    ? prepareMeans(task, slice, rows, person, count)
    : prepareBattles(task, slice, rows, person, count);
}

function prepareMeans(
  { items, fewest, replies: { item } }: StandingsTask,
  { value, perUnit = 1 }: SliceTask,
  rows: Int32Array,
  person: Int32Array,
  count: number
): Prepared {
  if (!value) throw new TypeError('A mean needs values');
  const people = peopleOf(
    items,
    Array.from(rows, (row) => [person[row]!, item[row]!] as const)
  );
  const counted = Array.from(rows).filter((row) => people[item[row]!]! >= fewest);
  // Cells: each item's number of rows, then each item's sum.
  const sums = personSums(count, 2 * items, {
    person: counted.flatMap((row) => [person[row]!, person[row]!]),
    cell: counted.flatMap((row) => [item[row]!, items + item[row]!]),
    amount: counted.flatMap((row) => [1, value[row]!])
  });
  const evaluate = (totals: Float64Array) =>
    Float64Array.from({ length: items }, (_, i) => totals[items + i]! / totals[i]! / perUnit);
  return prepared(sums, evaluate, { people, ratings: ratingsOf(items, rows, item), fewest, table: null });
}

function prepareBattles(
  task: StandingsTask,
  { method, tie }: SliceTask,
  rows: Int32Array,
  person: Int32Array,
  count: number
): Prepared {
  const { items, fewest } = task;
  const { item } = task.replies;
  const people = peopleOf(
    items,
    Array.from(rows, (row) => [person[row]!, item[row]!] as const)
  );
  let kept = new Set(Array.from(people.keys()).filter((one) => people[one]! >= fewest));
  let battles = battlesOf(task, rows, person, tie);
  // Leaving an item out takes battles from the others, which may then be on too few people as well.
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    battles = battles.filter(({ first, second }) => kept.has(first) && kept.has(second));
    const fighting = peopleOf(
      items,
      battles.flatMap((one) => [[one.person, one.first] as const, [one.person, one.second] as const])
    );
    for (const one of kept) people[one] = fighting[one]!;
    kept = new Set([...kept].filter((one) => people[one]! >= fewest));
  }
  const order = [...kept];
  const n = order.length;
  const place = new Int32Array(items).fill(-1);
  order.forEach((one, at) => (place[one] = at));
  // Cells: wins, then ties, as the tables of `Battles`.
  const entries = battles.flatMap((one) => {
    const [i, j] = [place[one.first]!, place[one.second]!];
    const cells = one.won === 0 ? [n * n + i * n + j, n * n + j * n + i] : [one.won > 0 ? i * n + j : j * n + i];
    return cells.map((cell) => ({ person: one.person, cell }));
  });
  const sums = personSums(count, 2 * n * n, {
    person: entries.map((entry) => entry.person),
    cell: entries.map((entry) => entry.cell),
    amount: new Uint8Array(entries.length).fill(1)
  });
  const tableOf = (totals: Float64Array): Battles => ({
    items: n,
    wins: totals.subarray(0, n * n),
    ties: totals.subarray(n * n)
  });
  const whole = new Float64Array(sums.cells);
  addUp(sums, whole);
  const start = method === 'bradley-terry' ? bradleyTerry(tableOf(whole)) : undefined;
  const evaluate = (totals: Float64Array) => {
    const values = new Float64Array(items).fill(NaN);
    const found = standingsOf(method, tableOf(totals), start);
    for (let at = 0; at < n; at++) values[order[at]!] = found[at]!;
    return values;
  };
  return prepared(sums, evaluate, {
    people,
    ratings: ratingsOf(items, rows, item),
    fewest,
    table: { order, ...tableOf(whole) }
  });
}

function standingsOf(method: StandingMethod, battles: Battles, start?: Float64Array): ArrayLike<number> {
  switch (method) {
    case 'win-rate':
      return winRate(battles);
    case 'strict-win-rate':
      return strictWinRate(battles);
    case 'rank-centrality':
      return rankCentrality(directed(battles));
    case 'published-rank-centrality':
      return publishedRankCentrality(directed(battles));
    case 'bradley-terry':
      return bradleyTerry(battles, start);
    case 'mean':
      throw new TypeError('A mean is not made of battles');
  }
}

/** Counts of a slice once it is known which items are left out. */
function prepared(
  sums: PersonSums,
  evaluate: Prepared['evaluate'],
  counts: {
    readonly people: Int32Array;
    readonly ratings: Int32Array;
    readonly fewest: number;
    readonly table: (Battles & { readonly order: readonly number[] }) | null;
  }
): Prepared {
  const { people, ratings, fewest, table } = counts;
  const whole = new Float64Array(sums.cells);
  addUp(sums, whole);
  const wins = new Int32Array(people.length);
  const losses = new Int32Array(people.length);
  const ties = new Int32Array(people.length);
  table?.order.forEach((item, i) => {
    for (let j = 0; j < table.items; j++) {
      wins[item]! += table.wins[i * table.items + j]!;
      losses[item]! += table.wins[j * table.items + i]!;
      ties[item]! += table.ties[i * table.items + j]!;
    }
  });
  const total = (numbers: Int32Array) => numbers.reduce((sum, number) => sum + number, 0);
  return {
    sums,
    evaluate,
    standings: {
      people: sums.people.length,
      ratings: total(ratings.filter((_, item) => people[item]! >= fewest)),
      battles: total(wins) + total(ties) / 2,
      ties: total(ties) / 2,
      of: { people, ratings, wins, losses, ties },
      values: evaluate(whole)
    }
  };
}

/** How many different people each item has, from pairs of a person and an item. */
function peopleOf(items: number, pairs: readonly (readonly [person: number, item: number])[]): Int32Array {
  const people = new Int32Array(items);
  const seen = new Set<number>();
  for (const [person, item] of pairs) {
    const key = person * items + item;
    if (seen.has(key)) continue;
    seen.add(key);
    people[item]!++;
  }
  return people;
}

function ratingsOf(items: number, rows: Int32Array, item: Int32Array): Int32Array {
  const ratings = new Int32Array(items);
  for (const row of rows) ratings[item[row]!]!++;
  return ratings;
}

/** All battles between replies to the same message, in the order of the rows. */
function battlesOf({ replies }: StandingsTask, rows: Int32Array, person: Int32Array, tie: number): Battle[] {
  const { interaction, item, score } = replies;
  const shown = new Map<number, number[]>();
  const battles: Battle[] = [];
  for (const row of rows) {
    const others = shown.get(interaction[row]!) ?? [];
    for (const other of others) {
      if (item[other] === item[row]) continue;
      const won = outcome(score[other]!, score[row]!, tie);
      battles.push({ person: person[row]!, first: item[other]!, second: item[row]!, won });
    }
    others.push(row);
    shown.set(interaction[row]!, others);
  }
  return battles;
}
