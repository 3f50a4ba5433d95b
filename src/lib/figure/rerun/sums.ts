import type { Answer, AnswerRow } from '../../query/index.ts';
import type { SqlResult } from '../../database/database.ts';
import { SMALLEST_CELL } from '../../selection/index.ts';

/** One number of a group, as the figure has it and as SQL gives it; null where one of them lacks it. */
export interface Sum {
  readonly name: string;
  readonly own: number | null;
  readonly sql: number | null;
  readonly equal: boolean;
}

/** The numbers of one row of an answer. */
export interface SumGroup {
  /** The codes that say which row it is; none where there is one row alone. */
  readonly key: AnswerRow;
  /** People it rests on; null where it does not say. */
  readonly people: number | null;
  /** Fewer people than anything may be said of: these are released rows, and no finding. */
  readonly few: boolean;
  readonly sums: readonly Sum[];
  readonly equal: boolean;
}

/** A figure's own answer beside what SQL gives. */
export interface SumCompared {
  readonly groups: readonly SumGroup[];
  /** How many numbers were set side by side, and how many of them differ. */
  readonly numbers: number;
  readonly unequal: number;
}

/** Columns of an answer that say which row it is. */
const KEYS = /^(g\d+|first|second|bin|facet|code|part)$/;

/** What stands for the number of people of a row; of two sides, the smaller one decides. */
const PEOPLE = ['people', 'people_a', 'people_b'];

/** Sums are whole numbers and must be the same. Others may differ in what the order of adding leaves: 1e-9 of themselves. */
const same = (a: number, b: number) =>
  a === b ||
  (!(Number.isInteger(a) && Number.isInteger(b)) && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

/**
 * The rows of SQL's result as an answer.
 *
 * @throws TypeError when it holds what is no number
 */
export function sumsAnswered({ columns, rows }: SqlResult): Answer {
  return rows.map((values) =>
    Object.fromEntries(
      columns.map((name, i) => {
        const value = values[i];
        if (typeof value !== 'number' && typeof value !== 'bigint') throw new TypeError(`${name} is not a number`);
        return [name, Number(value)];
      })
    )
  );
}

/** Sets two answers side by side, row by row as their codes say, number by number. */
export function compare(own: Answer, sql: Answer): SumCompared {
  const others = new Map(sql.map((row) => [idOf(row), row]));
  const groups = own.map((row) => {
    const id = idOf(row);
    const other = others.get(id);
    others.delete(id);
    return groupOf(row, other);
  });
  groups.push(...[...others.values()].map((row) => groupOf(undefined, row)));
  const sums = groups.flatMap((group) => group.sums);
  return { groups, numbers: sums.length, unequal: sums.filter(({ equal }) => !equal).length };
}

const keyOf = (row: AnswerRow): AnswerRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => KEYS.test(name)));

const idOf = (row: AnswerRow) =>
  Object.entries(keyOf(row))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .join();

function groupOf(own: AnswerRow | undefined, sql: AnswerRow | undefined): SumGroup {
  const row = own ?? sql!;
  const names = new Set([...Object.keys(row), ...Object.keys(sql ?? {})].filter((name) => !KEYS.test(name)));
  const sums = [...names].map((name): Sum => {
    const [a, b] = [own?.[name] ?? null, sql?.[name] ?? null];
    return { name, own: a, sql: b, equal: a !== null && b !== null && same(a, b) };
  });
  const counts = PEOPLE.flatMap((name) => row[name] ?? []);
  const people = counts.length === 0 ? null : Math.min(...counts);
  return {
    key: keyOf(row),
    people,
    few: people !== null && people < SMALLEST_CELL,
    sums,
    equal: sums.every(({ equal }) => equal)
  };
}
