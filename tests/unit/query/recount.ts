import {
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  lineage,
  type Dimension,
  type NumberColumn,
  type ShareMetric,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import { storedRows, type Stored } from './stored-rows.ts';
import { isRange, type Filter, type Selection } from '../../../src/lib/selection/index.ts';

/** A row with the rows above it: everything that can be said of it. */
export type Joined = Readonly<Partial<Record<TableName, Stored>>>;

/** The sums of a group, under the names that the engines give them. */
export type Sums = Record<string, number>;

/** A release as rows, read with nothing but a Parquet reader. */
export interface Rows {
  readonly tables: Readonly<Record<TableName, readonly Joined[]>>;
  readonly undocumented: Undocumented;
}

export async function readRows(folder: string): Promise<Rows> {
  const { rows: stored, manifest } = await storedRows(folder);
  const people = new Map(stored.participants.map((row) => [row.user_id, row]));
  const conversations = new Map(stored.conversations.map((row) => [row.conversation_id, row]));
  return {
    undocumented: manifest.undocumented,
    tables: {
      participants: stored.participants.map((row) => ({ participants: row })),
      conversations: stored.conversations.map((row) => ({
        conversations: row,
        participants: people.get(row.user_id)!
      })),
      utterances: stored.utterances.map((row) => ({
        utterances: row,
        conversations: conversations.get(row.conversation_id)!,
        participants: people.get(row.user_id)!
      }))
    }
  };
}

export const at = (row: Joined, name: string): number | null => row[findColumn(name)!.table]![name] ?? null;

/** Codes of all levels that a stored value has: one for a category, each ticked one of a mask. */
export function codesOf(column: Dimension, value: number | null): number[] {
  if (column.kind === 'category') return [value!];
  if (value === null) return [column.levels.length];
  if (value === 0) return [column.levels.length + 1];
  return column.levels.flatMap((_, code) => (Math.floor(value / 2 ** code) % 2 === 1 ? [code] : []));
}

export type Test = (row: Joined) => boolean;

export function filterTest(filter: Filter, undocumented: Undocumented): Test {
  const { column } = findColumn(filter.column)!;
  if (isRange(filter)) {
    const { perUnit } = column as NumberColumn;
    const { from, to } = filter;
    return (row) => {
      const value = at(row, filter.column);
      if (value === null) return false;
      return (from === null || value / perUnit >= from) && (to === null || value / perUnit <= to);
    };
  }
  const keys = levelsOf(filter.column, undocumented).map(levelKey);
  const named = new Set(keys.flatMap((key, code) => (filter.keys.includes(key) ? [code] : [])));
  return (row) =>
    codesOf(column as Dimension, at(row, filter.column)).some((code) => named.has(code)) !== filter.exclude;
}

/** The rows of a release that pass the filters, those with `has` by the people who have one: all their conditions at once. */
export function filterTests(filters: readonly Filter[], { tables, undocumented }: Rows): Test[] {
  const has = filters.filter((filter) => filter.has);
  const tests = filters.filter((filter) => !filter.has).map((filter) => filterTest(filter, undocumented));
  if (has.length === 0) return tests;
  const replies = has.some(({ column }) => findColumn(column)!.table === 'utterances');
  const conditions = has.map((filter) => filterTest(filter, undocumented));
  const rows = tables[replies ? 'utterances' : 'conversations'].filter((row) => conditions.every((test) => test(row)));
  const people = new Set(rows.map((row) => row.participants!.user_id));
  return [...tests, (row) => people.has(row.participants!.user_id)];
}

const flags = {
  all: null,
  balanced: {
    participants: 'included_in_balanced_subset',
    conversations: 'conversation_in_balanced_subset',
    utterances: 'utterance_in_balanced_subset'
  },
  us: { participants: 'included_in_us_rep', conversations: 'included_in_us_rep', utterances: 'included_in_us_rep' },
  uk: { participants: 'included_in_uk_rep', conversations: 'included_in_uk_rep', utterances: 'included_in_uk_rep' }
};

/** All that a row has to pass. */
export function testsOf(table: TableName, selection: Selection, rows: Rows): Test[] {
  const reaching = selection.filters.filter(
    ({ column, has }) => has || lineage(table).includes(findColumn(column)!.table)
  );
  const tests = filterTests(reaching, rows);
  const flag = flags[selection.sample]?.[table];
  if (flag) {
    const yes = levelsOf(flag).findIndex(({ value }) => value === true);
    tests.push((row) => at(row, flag) === yes);
  }
  if (table === 'utterances' && selection.turns !== 'all') {
    tests.push((row) => (row.utterances!.turn === 0) === (selection.turns === 'opener'));
  }
  return tests;
}

/** Reads the measured value of a row; null where it has none. */
export function measure(name: string, undocumented: Undocumented): (row: Joined) => number | null {
  const metric = findMetric(name)!;
  switch (metric.kind) {
    case 'mean':
      return (row) => at(row, metric.column);
    case 'share':
      return counted(metric, undocumented);
  }
}

function counted({ column: measured, level }: ShareMetric, undocumented: Undocumented): (row: Joined) => number | null {
  const { column } = findColumn(measured)!;
  const levels = levelsOf(measured, undocumented);
  return (row) => {
    const has = codesOf(column as Dimension, at(row, measured)).map((code) => levels[code]!.value);
    return has.includes(null) && level !== null ? null : Number(has.includes(level));
  };
}

/**
 * The sums over participants that a selection asks for, counted row by row and person by person: for all at once, and
 * for each group by its code.
 */
export function recount(release: Rows, selection: Selection): { all: Sums; groups: Map<number, Sums> } {
  const { tables, undocumented } = release;
  const { table } = findMetric(selection.metric)!;
  const all: Joined[] = [];
  const members = new Map<number, Joined[]>();
  const tests = testsOf(table, selection, release);
  for (const row of tables[table]) {
    if (!tests.every((test) => test(row))) continue;
    all.push(row);
    if (selection.by === null) continue;
    for (const code of codesOf(findColumn(selection.by)!.column as Dimension, at(row, selection.by))) {
      if (!members.has(code)) members.set(code, []);
      members.get(code)!.push(row);
    }
  }
  const value = measure(selection.metric, undocumented);
  const sums = (rows: readonly Joined[]) => sumsOf(rows, table, value);
  return { all: sums(all), groups: new Map([...members].map(([code, rows]) => [code, sums(rows)])) };
}

/** The sum of products of whole numbers: exact, then the nearest double. */
export const sumOfProducts = (pairs: readonly (readonly [number, number])[]): number =>
  Number(pairs.reduce((sum, [a, b]) => sum + BigInt(a) * BigInt(b), 0n));

export function sumsOf(rows: readonly Joined[], table: TableName, measured: (row: Joined) => number | null): Sums {
  const values = new Map<number, number[]>();
  const conversations = new Set<number>();
  let absent = 0;
  for (const row of rows) {
    const value = measured(row);
    if (value === null) {
      absent++;
      continue;
    }
    const person = row.participants!.user_id!;
    if (!values.has(person)) values.set(person, []);
    values.get(person)!.push(value);
    if (row.conversations) conversations.add(row.conversations.conversation_id!);
  }
  const sums: Sums = { people: values.size, conversations: conversations.size, ratings: 0, absent };
  const persons = [...values.values()].map((of) => [of.length, of.reduce((sum, value) => sum + value, 0)] as const);
  const total = (each: (person: readonly [x: number, y: number]) => readonly [number, number]) =>
    sumOfProducts(persons.map(each));
  Object.assign(sums, {
    x: total(([x]) => [x, 1]),
    y: total(([, y]) => [y, 1]),
    xx: total(([x]) => [x, x]),
    xy: total((person) => person),
    yy: total(([, y]) => [y, y])
  });
  if (table === 'utterances') sums.ratings = sums.x!;
  return sums;
}

/** A count of rows with an answer and the sums that its share rests on, under the names that the engines give them. */
type Given = Record<string, number>;

/**
 * How the rows of a selection that have a value fall over the levels of a column, or over classes of the measured number:
 * by group and answer, as `${g0} ${bin}` (`all` without a grouping), counted row by row.
 */
export function recountAnswers(
  release: Rows,
  selection: Selection,
  counted: string,
  bounds: readonly number[] | null
): Map<string, Given> {
  const { tables, undocumented } = release;
  const { table } = findMetric(selection.metric)!;
  const value = measure(selection.metric, undocumented);
  const tests = testsOf(table, selection, release);
  const { column } = findColumn(counted)!;
  const dimension = selection.by === null ? null : (findColumn(selection.by)!.column as Dimension);
  /** For each group: each person's rows with a value, and those with each answer. */
  const groups = new Map<string, Map<number, { x: number; bins: Map<number, Joined[]> }>>();
  for (const row of tables[table]) {
    if (value(row) === null || !tests.every((test) => test(row))) continue;
    const bins =
      column.kind === 'number'
        ? [bounds === null ? value(row)! : bounds.findLastIndex((bound, i) => i === 0 || bound <= value(row)!)]
        : codesOf(column as Dimension, at(row, counted));
    const codes = dimension === null ? ['all'] : codesOf(dimension, at(row, selection.by!)).map(String);
    for (const code of codes) {
      const people = groups.get(code) ?? new Map<number, { x: number; bins: Map<number, Joined[]> }>();
      groups.set(code, people);
      const user = row.participants!.user_id!;
      const person = people.get(user) ?? { x: 0, bins: new Map<number, Joined[]>() };
      people.set(user, person);
      person.x++;
      for (const bin of bins) person.bins.set(bin, [...(person.bins.get(bin) ?? []), row]);
    }
  }
  const found = new Map<string, Given>();
  for (const [code, people] of groups) {
    for (const { x, bins } of people.values()) {
      for (const [bin, rows] of bins) {
        const key = `${code} ${bin}`;
        const sums = found.get(key) ?? { people: 0, conversations: 0, ratings: 0, y: 0, xy: 0, yy: 0 };
        const y = rows.length;
        const conversations = new Set(rows.flatMap((row) => row.conversations?.conversation_id ?? [])).size;
        found.set(key, {
          people: sums.people! + 1,
          conversations: sums.conversations! + conversations,
          ratings: sums.ratings! + (table === 'utterances' ? y : 0),
          y: sums.y! + y,
          xy: sums.xy! + x * y,
          yy: sums.yy! + y * y
        });
      }
    }
  }
  return found;
}
