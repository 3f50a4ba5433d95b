import {
  baseOf,
  findColumn,
  levelKey,
  levelsOf,
  storedOf,
  type Dimension,
  type TableName,
  type Undocumented
} from '../../dataset/index.ts';
import { applicable, flagOf, storedRange } from '../../query/index.ts';
import { isRange, type Filter, type Selection } from '../../selection/index.ts';
import { boxesOf, fieldOf } from './fields.ts';
import type { Grouping, Test } from './recipe.ts';

/** The stored codes of a dimension that some of its groups' codes stand for. */
const storedCodes = (name: string, codes: readonly number[]): readonly number[] => {
  const { joined } = findColumn(name)!;
  return joined ? codes.flatMap((code) => storedOf(joined, code)) : codes;
};

/** Rows in any of the groups of a dimension with these codes. */
function inGroups(name: string, codes: readonly number[], extra: Undocumented): Test {
  const { column } = findColumn(name)!;
  if (column.kind === 'many') {
    const all = boxesOf(name);
    const count = column.levels.length;
    const stored = storedBoxes(
      name,
      codes.filter((code) => code < count)
    );
    return {
      is: 'ticked',
      boxes: stored.map((code) => all[code]!),
      all,
      unasked: codes.includes(count),
      none: codes.includes(count + 1)
    };
  }
  const levels = levelsOf(baseOf(name), extra);
  const values = storedCodes(name, codes).map((code) => levels[code]!.value);
  const told = values.filter((value) => value !== null).map(String);
  return { is: 'among', field: fieldOf(name), values: told, absent: values.includes(null) };
}

/** Of a mask, the boxes that its groups stand for. */
function storedBoxes(name: string, codes: readonly number[]): readonly number[] {
  const { joined } = findColumn(name)!;
  return joined ? joined.codes.flatMap((code, bit) => (codes.includes(code) ? [bit] : [])) : codes;
}

/** A filter as a test of rows. */
export function testOf(filter: Filter, extra: Undocumented): Test {
  const { column } = findColumn(filter.column)!;
  if (isRange(filter)) {
    const bounds = storedRange(filter, column);
    // A range without bounds holds for what has no value too.
    if (bounds.low === null && bounds.high === null) return { is: 'any' };
    return { is: 'within', field: fieldOf(filter.column), ...bounds };
  }
  const levels = levelsOf(filter.column, extra);
  const codes = levels.flatMap((level, code) => (filter.keys.includes(levelKey(level)) ? [code] : []));
  const test = inGroups(filter.column, codes, extra);
  return filter.exclude ? { is: 'not', test } : test;
}

/** What a selection narrows rows of a table to. */
export function narrowing(
  { filters, sample, turns }: Selection,
  table: TableName,
  extra: Undocumented
): readonly Test[] {
  const flag = flagOf(sample, table);
  const first = { is: 'within', field: fieldOf('turn'), low: 0, high: 0 } as const;
  return [
    ...applicable(filters, table).applied.map((filter) => testOf(filter, extra)),
    ...(flag === null ? [] : [{ is: 'among', field: fieldOf(flag), values: ['true'], absent: false } as const]),
    ...(table !== 'utterances' || turns === 'all'
      ? []
      : [turns === 'opener' ? first : ({ is: 'not', test: first } as const)])
  ];
}

/** What a group is called where the code has to name it. */
export const nameOfGroup = (name: string, code: number, extra: Undocumented): string => {
  const level = levelsOf(name, extra)[code]!;
  const { column, joined } = findColumn(name)!;
  const own = column.kind === 'category' && (!joined || storedCodes(name, [code]).length === 1);
  if (!own) return level.label;
  const { value } = levelsOf(baseOf(name), extra)[storedCodes(name, [code])[0]!]!;
  return value === null ? level.label : String(value);
};

/** A dimension as a grouping. */
export function groupingOf(name: string, extra: Undocumented): Grouping {
  const column = findColumn(name)!.column as Dimension;
  const many = column.kind === 'many';
  const groups = levelsOf(name, extra).flatMap((_, code) => {
    const test = inGroups(name, [code], extra);
    const named = many || (test.is === 'among' && (test.absent || test.values.length > 1));
    return named ? [{ name: nameOfGroup(name, code, extra), test }] : [];
  });
  return { label: column.label, groups, field: many ? null : fieldOf(name) };
}
