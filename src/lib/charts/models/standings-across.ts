import {
  decapitalise,
  dimensionsOf,
  findColumn,
  formatCount,
  levelsOf,
  roleOf,
  usualColumns,
  type Dimension,
  type Undocumented
} from '../../dataset/index.ts';
import type { MemberCondition } from '../../estimate/index.ts';
import { ABSENT, type Answer } from '../../query/index.ts';
import { SMALLEST_RANKED, type ChoiceParam, type Selection } from '../../selection/index.ts';

/** What all groups together are called among them. */
export const TOGETHER = 'all together';

/** Most groups set side by side: more would be neither seen nor told apart. */
export const MOST_GROUPS = 11;

/** The groupings that readers are most likely to ask for, the default first. */
export const usualAcross = usualColumns();

/** Whether a column parts people or conversations into groups one may want to set side by side. */
const parts = (name: string) => {
  const { sample, reached } = roleOf(name);
  return sample === undefined && !reached;
};
const names = [...new Set([usualAcross[0]!, ...dimensionsOf('conversations').filter(parts)])];

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

/** What the rows of a level have in common; a many-valued dimension puts a row into each group it ticked. */
export function acrossCondition({ column, dimension }: ReturnType<typeof acrossOf>, code: number): MemberCondition {
  const count = dimension.levels.length;
  if (dimension.kind === 'category') return { column, is: code };
  if (code < count) return { column, bit: code, absent: ABSENT };
  return { column, is: code === count ? ABSENT : 0 };
}

/** The largest groups that may be ranked, in their own order. */
function comparable<G extends { readonly code: number; readonly people: number }>(groups: readonly G[]): G[] {
  return groups
    .filter(({ people }) => people >= SMALLEST_RANKED)
    .sort((a, b) => b.people - a.people || a.code - b.code)
    .slice(0, MOST_GROUPS)
    .sort((a, b) => a.code - b.code);
}

/** The comparable groups of people counted by group. */
export function groupsCounted(answer: Answer, selection: Selection, extra: Undocumented) {
  const { column, dimension } = acrossOf(selection);
  const counted = answer.map((row) => ({ code: row.g0!, people: row.people! }));
  return comparable(counted).map(({ code, people }) => {
    const { label } = levelsOf(column, extra)[code]!;
    return { label, code, people, missing: code >= dimension.levels.length };
  });
}

/** What is said where groups were left out. */
export function leftOutNotes(counted: number, shown: number): string[] {
  if (counted <= shown) return [];
  return [
    `Groups with fewer than ${formatCount(SMALLEST_RANKED)} people are not ranked, and at most the ${formatCount(MOST_GROUPS)} largest are set side by side.`
  ];
}
