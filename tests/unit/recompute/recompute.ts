import {
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  lineage,
  type Metric,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import { isRange, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { average, difference, type Average, type Difference, type PersonRows } from './estimates.ts';
import { byMedians, differenceOfMiddles, middle } from './medians.ts';
import { keyAmongGroups, storedName } from './joins.ts';
import type { Conversation, Person, Release, Reply, Value } from './release.ts';

/*
 * What Explore should answer, row by row from a release's files. From the site it takes the names of columns and levels
 * and what a Selection is made of; from its queries, estimates and figures nothing.
 */

/** Errors that are easily made between rows and numbers; the comparison must notice each. */
export const PLANTED = [
  'clusters ignored',
  'filter dropped',
  'denominator from the wrong table',
  'missing counted as zero'
] as const;
export type Planted = (typeof PLANTED)[number];

/** A row of any table with the rows above it. */
interface Row {
  readonly person: Person;
  readonly conversation?: Conversation;
  readonly reply?: Reply;
}

export interface Cell extends Average {
  readonly people: number;
  readonly conversations: number;
  readonly ratings: number;
}

/** The two sides of a comparison in one group, and both differences. */
export interface Compared {
  readonly a: Cell;
  readonly b: Cell;
  readonly between: Difference;
  readonly within: Difference;
}

/** Answers by the keys of their group: none for all rows, one by grouping, joined by a full stop. */
export type Answers<T> = ReadonlyMap<string, T>;

const ALL = '';

function rowsOf({ people, conversations, replies }: Release, table: TableName): Row[] {
  if (table === 'participants') return people.map((person) => ({ person }));
  if (table === 'conversations') return conversations.map((one) => ({ person: one.person, conversation: one }));
  return replies.map((reply) => ({ person: reply.conversation.person, conversation: reply.conversation, reply }));
}

function at({ person, conversation, reply }: Row, column: string): Value {
  const { table } = findColumn(column)!;
  const { values } = { participants: person, conversations: conversation, utterances: reply }[table]!;
  const name = storedName(column);
  if (!(name in values)) throw new RangeError(`The release holds no ${name}`);
  return values[name]!;
}

/** The words for links of the levels of one column, and which of them a value has. */
function keysOf(column: string, undocumented: Undocumented): (value: Value) => readonly string[] {
  const keys = new Map(levelsOf(storedName(column), undocumented).map((level) => [level.value, levelKey(level)]));
  const among = keyAmongGroups(column);
  const key = (value: string | boolean | null) => among(keys.get(value)!);
  return (value) => {
    if (typeof value === 'number') throw new TypeError(`${column} has no levels`);
    if (typeof value !== 'object' || value === null) return [key(value)];
    return value.length === 0 ? [key('none')] : [...new Set(value.map(key))];
  };
}

type Test = (row: Row) => boolean;

function test(filter: Filter, undocumented: Undocumented): Test {
  if (isRange(filter)) {
    const within = (value: number) => value >= (filter.from ?? -Infinity) && value <= (filter.to ?? Infinity);
    return (row) => {
      const value = at(row, filter.column);
      return typeof value === 'number' && within(value);
    };
  }
  const keys = keysOf(filter.column, undocumented);
  return (row) => keys(at(row, filter.column)).some((key) => filter.keys.includes(key)) !== filter.exclude;
}

const every =
  (tests: readonly Test[]): Test =>
  (row) =>
    tests.every((one) => one(row));

/** The tests that the selection's own filters, sample and turns make of the rows of a table. */
function testsOf({ filters, sample, turns }: Selection, table: TableName, undocumented: Undocumented): Test[] {
  const tests = filters
    .filter(({ column }) => lineage(table).includes(findColumn(column)!.table))
    .map((filter) => test(filter, undocumented));
  const own = { participants: 'included_in', conversations: 'conversation_in', utterances: 'utterance_in' }[table];
  if (sample === 'balanced') tests.push((row) => at(row, `${own}_balanced_subset`) === true);
  if (sample === 'us') tests.push(({ person }) => person.values.included_in_us_rep === true);
  if (sample === 'uk') tests.push(({ person }) => person.values.included_in_uk_rep === true);
  if (turns === 'opener') tests.push(({ reply }) => reply === undefined || reply.values.turn === 0);
  if (turns === 'later') tests.push(({ reply }) => reply === undefined || reply.values.turn !== 0);
  return tests;
}

/** The measured value of a row, null where there is none. */
function measure(metric: Metric): (row: Row) => number | null {
  const { column } = metric;
  switch (metric.kind) {
    case 'mean':
      return (row) => at(row, column) as number | null;
    case 'share':
      return (row) => {
        const value = at(row, column);
        if (metric.level === null) return Number(value === null);
        if (typeof value !== 'object') return Number(value === metric.level);
        return value && Number(value.includes(String(metric.level)));
      };
  }
}

/** One question about a release: how its rows are measured, and which error, if any, is planted. */
class Question {
  readonly metric: Metric;
  readonly #value: (row: Row) => number | null;

  constructor(
    name: string,
    readonly planted?: Planted,
    readonly median = false
  ) {
    this.metric = findMetric(name)!;
    const value = measure(this.metric);
    this.#value = planted === 'missing counted as zero' ? (row) => value(row) ?? 0 : value;
  }

  /** The values of each person who has any. */
  #values(rows: readonly Row[]): Map<unknown, number[]> {
    const found = new Map<unknown, number[]>();
    for (const row of rows) {
      const value = this.#value(row);
      const key = this.planted === 'clusters ignored' ? row : row.person;
      if (value !== null) found.set(key, [...(found.get(key) ?? []), value]);
    }
    return found;
  }

  /** Count and sum of values by person, for those who have any. */
  byPerson(rows: readonly Row[]): Map<unknown, PersonRows> {
    const wrong = this.planted === 'denominator from the wrong table' && rows[0]?.reply !== undefined;
    const held = new Map<unknown, Set<unknown>>();
    for (const { person, conversation } of wrong ? rows : []) {
      held.set(person, (held.get(person) ?? new Set()).add(conversation));
    }
    const sums = [...this.#values(rows)].map(([key, values]): [unknown, PersonRows] => {
      const count = held.get(key)?.size ?? values.length;
      return [key, { count, sum: values.reduce((sum, value) => sum + value, 0) }];
    });
    return new Map(sums);
  }

  cell(rows: readonly Row[]): Cell {
    const answered = rows.filter((row) => this.#value(row) !== null);
    const { table } = this.metric;
    const domain = this.metric.kind === 'mean' ? this.metric.domain : null;
    return {
      people: new Set(answered.map(({ person }) => person)).size,
      conversations: table === 'participants' ? 0 : new Set(answered.map(({ conversation }) => conversation)).size,
      ratings: table === 'utterances' ? answered.length : 0,
      ...(this.median ? middle([...this.#values(rows).values()]) : average([...this.byPerson(rows).values()], domain))
    };
  }

  compared(rows: readonly Row[], onA: Test, onB: Test): Compared {
    const [a, b] = [rows.filter(onA), rows.filter(onB)];
    const [sumsA, sumsB] = [this.byPerson(a), this.byPerson(b)];
    const shared = (one: typeof sumsA, other: typeof sumsA) => new Map([...one].filter(([key]) => other.has(key)));
    return {
      a: this.cell(a),
      b: this.cell(b),
      between: this.median
        ? differenceOfMiddles(this.#values(a), this.#values(b))
        : difference(sumsA, sumsB, this.metric.kind),
      within: difference(shared(sumsA, sumsB), shared(sumsB, sumsA), this.metric.kind)
    };
  }
}

/** The rows a selection keeps, and the same rows by group: a row may fall into several. Groups named alike are one. */
function grouped(
  release: Release,
  selection: Selection,
  undocumented: Undocumented,
  planted?: Planted,
  named: (group: string) => string = (group) => group
): Map<string, Row[]> {
  const { table } = findMetric(selection.metric)!;
  const spared = planted === 'filter dropped' ? { ...selection, filters: [] } : selection;
  const all = rowsOf(release, table).filter(every(testsOf(spared, table, undocumented)));
  const groups = new Map([[ALL, all]]);
  const columns = [selection.by, selection.and].filter((column) => column !== null);
  const keys = columns.map((column) => keysOf(column, undocumented));
  for (const row of columns.length > 0 ? all : []) {
    const own = columns.map((column, i) => keys[i]!(at(row, column)));
    for (const group of own.reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head}.${tail}`)))) {
      const name = named(group);
      const members = groups.get(name);
      if (members) members.push(row);
      else groups.set(name, [row]);
    }
  }
  return groups;
}

/** The replies that a selection's filters, sample and turns leave. */
export function keptReplies(release: Release, selection: Selection, undocumented: Undocumented): Reply[] {
  const tests = every(testsOf(selection, 'utterances', undocumented));
  return rowsOf(release, 'utterances').flatMap((row) => (tests(row) ? [row.reply!] : []));
}

/** The word for links of a reply's level of a column. */
export function keyIn(column: string, undocumented: Undocumented): (reply: Reply) => string {
  const keys = keysOf(column, undocumented);
  return ({ values }) => keys(values[column]!)[0]!;
}

/** What a selection without comparison should show: for all rows under the empty key, and for every group that has rows. */
export function recompute(
  release: Release,
  selection: Selection,
  undocumented: Undocumented,
  planted?: Planted
): Answers<Cell> {
  const question = new Question(selection.metric, planted, byMedians(selection));
  const groups = grouped(release, selection, undocumented, planted);
  return new Map([...groups].map(([name, rows]) => [name, question.cell(rows)]));
}

/** Some of the rows of a group: those whose measured value lies in a span, or that have a level of a column. */
export type Part = { readonly from: number; readonly to: number } | { readonly column: string; readonly key: string };

/** The share of each group's rows with a value that each part has, of all rows under the empty key. */
export function recomputeParts(
  release: Release,
  selection: Selection,
  undocumented: Undocumented,
  parts: readonly Part[]
): Answers<readonly Average[]> {
  const value = measure(findMetric(selection.metric)!);
  const tests = parts.map((part): Test => {
    if ('key' in part) return test({ column: part.column, keys: [part.key], exclude: false }, undocumented);
    return (row) => value(row)! >= part.from && value(row)! < part.to;
  });
  const shareOf = (rows: readonly Row[], inside: Test) => {
    const people = new Map<Person, PersonRows>();
    for (const row of rows) {
      const { count, sum } = people.get(row.person) ?? { count: 0, sum: 0 };
      people.set(row.person, { count: count + 1, sum: sum + Number(inside(row)) });
    }
    return average([...people.values()], null);
  };
  const groups = [...grouped(release, selection, undocumented)];
  return new Map(
    groups.map(([name, rows]) => {
      const answered = rows.filter((row) => value(row) !== null);
      return [name, tests.map((inside) => shareOf(answered, inside))];
    })
  );
}

/**
 * What a comparison should show: for all rows under the empty key, and for every group that has rows on a side, under the
 * name that is given to it.
 */
export function recomputeComparison(
  release: Release,
  selection: Selection,
  undocumented: Undocumented,
  planted?: Planted,
  named?: (group: string) => string
): Answers<Compared> {
  const question = new Question(selection.metric, planted, byMedians(selection));
  const { a, b } = selection.compare!;
  const onA = every(a.map((filter) => test(filter, undocumented)));
  const onB: Test = b === null ? (row) => !onA(row) : every(b.map((filter) => test(filter, undocumented)));
  const groups = [...grouped(release, selection, undocumented, planted, named)].filter(
    ([name, rows]) => name === ALL || rows.some((row) => onA(row) || onB(row))
  );
  return new Map(groups.map(([name, rows]) => [name, question.compared(rows, onA, onB)]));
}
