import {
  decapitalise,
  dimensionsOf,
  findColumn,
  levelsOf,
  type Dimension,
  type Level,
  type Undocumented
} from '../dataset/index.ts';
import { ABSENT } from '../query/index.ts';
import type { ChoiceParam, Selection } from '../selection/index.ts';

/** Columns that part people or conversations into groups one may want to set side by side; the default first. */
const left = new Set([
  'survey_only',
  'included_in_us_rep',
  'included_in_uk_rep',
  'included_in_balanced_subset',
  'conversation_in_balanced_subset'
]);
const names = ['age', ...dimensionsOf('conversations').filter((name) => name !== 'age' && !left.has(name))];

/** Which groups the models are ranked in. */
export const across: ChoiceParam = {
  kind: 'choice',
  label: 'Groups',
  choices: names.map((name) => ({ key: name, label: decapitalise(findColumn(name)!.column.label) }))
};

/** The dimension a selection sets side by side. */
export function acrossOf({ params }: Selection): { readonly column: string; readonly dimension: Dimension } {
  const column = params.across ?? names[0]!;
  return { column, dimension: findColumn(column)!.column as Dimension };
}

/** A group with the positions of its rows and its number of people. */
export interface Group {
  readonly level: Level;
  readonly code: number;
  readonly rows: Int32Array;
  readonly people: number;
}

/** The rows of each level of a dimension; a many-valued one puts a row into each group it ticked. */
export function groupsOf(
  { column, dimension }: ReturnType<typeof acrossOf>,
  values: Int32Array,
  person: Int32Array,
  extra: Undocumented
): Group[] {
  const count = dimension.levels.length;
  const belongs = (value: number, code: number) => {
    if (dimension.kind === 'category') return value === code;
    if (code < count) return value !== ABSENT && ((value >> code) & 1) === 1;
    return code === count ? value === ABSENT : value === 0;
  };
  return levelsOf(column, extra).map((level, code) => {
    const rows = Int32Array.from(values.keys()).filter((row) => belongs(values[row]!, code));
    return { level, code, rows, people: new Set(Array.from(rows, (row) => person[row]!)).size };
  });
}
