import { directed, outcome, type Battles } from './battles.ts';
import { beyondAbilities, bradleyTerry } from './bradley-terry.ts';
import { publishedRankCentrality, rankCentrality } from './rank-centrality.ts';
import { addUp, personSums, type PersonSums } from '../resampling/resample.ts';
import { membersOf } from './members.ts';
import type { RatedReplies, SliceStandings, SliceTask, StandingMethod, StandingsTask } from './standings.ts';
import { strictWinRate, winRate } from './win-rate.ts';

/** A slice made ready for resampling: what each person adds to its sums, and the standings that follow from sums. */
export interface Prepared {
  readonly standings: SliceStandings;
  readonly sums: PersonSums;
  readonly evaluate: (totals: Float64Array) => Float64Array;
  /** What `evaluate` depends on besides the sums, as text: the same text, the same values. */
  readonly rule: string;
}

/** The people of a task: each row's person as a place from 0 to `count` − 1. */
export interface People {
  readonly places: Int32Array;
  readonly count: number;
}

/** Pairs of rows that answer one message and belong to different items, and which of the two won. */
export interface RowPairs {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly won: Int8Array;
}

/** All battles of the rows, with ties up to so many points. */
export function rowPairs({ interaction, item, score }: RatedReplies, tie: number): RowPairs {
  const shown = new Map<number, number[]>();
  const [first, second, won]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < item.length; row++) {
    if (item[row]! < 0) continue;
    const others = shown.get(interaction[row]!);
    if (!others) {
      shown.set(interaction[row]!, [row]);
      continue;
    }
    for (const other of others) {
      if (item[other] === item[row]) continue;
      first.push(other);
      second.push(row);
      won.push(outcome(score[other]!, score[row]!, tie));
    }
    others.push(row);
  }
  return { first: Int32Array.from(first), second: Int32Array.from(second), won: Int8Array.from(won) };
}

/** Leaves out the items on too few people, adds up what is left person by person, and computes the standings once. */
export function prepare(
  task: StandingsTask,
  slice: SliceTask,
  people: People,
  pairsFor: (tie: number) => RowPairs
): Prepared {
  const { item } = task.replies;
  const member = membersOf(item.length, task.columns, slice.where ?? []);
  for (let row = 0; row < member.length; row++) if (item[row]! < 0) member[row] = 0;
  const counts = rowCounts(task, member, people);
  return slice.method === 'mean'
    ? prepareMeans(task, slice, member, people, counts)
    : prepareBattles(task, slice, member, people, pairsFor(slice.tie), counts);
}

/** People and ratings of each item, and people with any of them. */
interface Counts {
  readonly people: Int32Array;
  readonly ratings: Int32Array;
  readonly present: number;
}

function rowCounts({ items, replies }: StandingsTask, member: Uint8Array, { places, count }: People): Counts {
  const ratings = new Int32Array(items);
  const people = new Distinct(items, count);
  const anybody = new Distinct(1, count);
  for (let row = 0; row < member.length; row++) {
    if (member[row] === 0) continue;
    const item = replies.item[row]!;
    ratings[item]!++;
    people.add(places[row]!, item);
    anybody.add(places[row]!, 0);
  }
  return { people: people.of, ratings, present: anybody.of[0]! };
}

/** Counts the different people of each item. */
class Distinct {
  readonly of: Int32Array;
  readonly #seen: Uint8Array;

  constructor(
    readonly items: number,
    count: number
  ) {
    this.of = new Int32Array(items);
    this.#seen = new Uint8Array(items * count);
  }

  add(person: number, item: number): void {
    const place = person * this.items + item;
    if (this.#seen[place] === 1) return;
    this.#seen[place] = 1;
    this.of[item]!++;
  }
}

function prepareMeans(
  { items, fewest, columns, replies: { item } }: StandingsTask,
  { value, perUnit = 1 }: SliceTask,
  member: Uint8Array,
  { places, count }: People,
  counts: Counts
): Prepared {
  const numbers = value && columns[value.column];
  if (!numbers) throw new TypeError('A mean needs values');
  const amount =
    value.is === undefined ? (row: number) => numbers[row]! : (row: number) => Number(numbers[row] === value.is);
  const entries = { person: [] as number[], cell: [] as number[], amount: [] as number[] };
  const add = (person: number, cell: number, amount: number) => {
    entries.person.push(person);
    entries.cell.push(cell);
    entries.amount.push(amount);
  };
  // Cells: each item's number of rows, then each item's sum.
  for (let row = 0; row < member.length; row++) {
    if (member[row] === 0 || counts.people[item[row]!]! < fewest) continue;
    add(places[row]!, item[row]!, 1);
    add(places[row]!, items + item[row]!, amount(row));
  }
  const evaluate = (totals: Float64Array) =>
    Float64Array.from({ length: items }, (_, i) => totals[items + i]! / totals[i]! / perUnit);
  const sums = personSums(count, 2 * items, entries);
  return {
    ...prepared(sums, evaluate, { ...counts, fewest, beyond: new Int8Array(items), seldomMet: false, table: null }),
    rule: JSON.stringify(['mean', items, perUnit])
  };
}

function prepareBattles(
  { items, fewest, replies: { item } }: StandingsTask,
  { method }: SliceTask,
  member: Uint8Array,
  { places, count }: People,
  pairs: RowPairs,
  { people: ofRows, ratings, present }: Counts
): Prepared {
  const people = ofRows.slice();
  const kept = ofRows.map((number) => (number >= fewest ? 1 : 0));
  const fought = (at: number) =>
    member[pairs.first[at]!] === 1 &&
    member[pairs.second[at]!] === 1 &&
    kept[item[pairs.first[at]!]!] === 1 &&
    kept[item[pairs.second[at]!]!] === 1;
  // Leaving an item out takes battles from the others, which may then be on too few people as well.
  for (let left = true; left;) {
    const fighting = new Distinct(items, count);
    for (let at = 0; at < pairs.won.length; at++) {
      if (!fought(at)) continue;
      fighting.add(places[pairs.first[at]!]!, item[pairs.first[at]!]!);
      fighting.add(places[pairs.second[at]!]!, item[pairs.second[at]!]!);
    }
    left = false;
    for (let one = 0; one < items; one++) {
      if (kept[one] === 0) continue;
      people[one] = fighting.of[one]!;
      if (fighting.of[one]! >= fewest) continue;
      kept[one] = 0;
      left = true;
    }
  }
  const order = [...kept.keys()].filter((one) => kept[one] === 1);
  const n = order.length;
  const place = new Int32Array(items);
  order.forEach((one, at) => (place[one] = at));
  // Cells: wins, then ties, as the tables of `Battles`.
  const entries = { person: [] as number[], cell: [] as number[], amount: [] as number[] };
  const add = (person: number, cell: number) => {
    entries.person.push(person);
    entries.cell.push(cell);
    entries.amount.push(1);
  };
  for (let at = 0; at < pairs.won.length; at++) {
    if (!fought(at)) continue;
    const person = places[pairs.first[at]!]!;
    const [i, j] = [place[item[pairs.first[at]!]!]!, place[item[pairs.second[at]!]!]!];
    if (pairs.won[at] === 0) {
      add(person, n * n + i * n + j);
      add(person, n * n + j * n + i);
    } else add(person, pairs.won[at] === 1 ? i * n + j : j * n + i);
  }
  const sums = personSums(count, 2 * n * n, entries);
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
  const beyond = new Int8Array(items);
  if (method === 'bradley-terry') beyondAbilities(tableOf(whole)).forEach((side, at) => (beyond[order[at]!] = side));
  const seldomMet = ADDING.has(method) && battlesOf(tableOf(whole)) < (FEWEST_OF_A_PAIR * n * (n - 1)) / 2;
  const counted = { people, ratings, present, fewest, beyond, seldomMet, table: { order, ...tableOf(whole) } };
  return { ...prepared(sums, evaluate, counted), rule: JSON.stringify([method, items, order]) };
}

/** Methods that add a win in each direction to every pair. */
const ADDING: ReadonlySet<StandingMethod> = new Set(['rank-centrality', 'published-rank-centrality']);

/** Battles of a pair, on average, beside which what is added no longer matters. */
const FEWEST_OF_A_PAIR = 20;

const battlesOf = ({ wins, ties }: Battles) => {
  const total = (numbers: ArrayLike<number>) => Array.from(numbers).reduce((sum, number) => sum + number, 0);
  return total(wins) + total(ties) / 2;
};

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
  counts: Counts & {
    readonly fewest: number;
    readonly beyond: Int8Array;
    readonly seldomMet: boolean;
    readonly table: (Battles & { readonly order: readonly number[] }) | null;
  }
): Omit<Prepared, 'rule'> {
  const { people, ratings, present, fewest, beyond, seldomMet, table } = counts;
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
      present,
      ratings: total(ratings.filter((_, item) => people[item]! >= fewest)),
      battles: total(wins) + total(ties) / 2,
      ties: total(ties) / 2,
      seldomMet,
      of: { people, ratings, wins, losses, ties, beyond },
      values: evaluate(whole)
    }
  };
}
