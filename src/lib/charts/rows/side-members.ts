import type { Undocumented } from '../../dataset/index.ts';
import { meets, rowCondition, type Columns } from '../../query/index.ts';
import type { Comparison, Filter } from '../../selection/index.ts';

/** The columns that say on which side of a comparison a row is. */
export const columnsOfSides = ({ a, b }: Comparison): readonly string[] => [
  ...new Set([...a, ...(b ?? [])].map(({ column }) => column))
];

/** Which rows are on each side, 1 for those that are; without a side b it is the rows that are not on side a. */
export function sideMembers({ a, b }: Comparison, rows: Columns, extra: Undocumented): Record<'a' | 'b', Int32Array> {
  const count = Object.values(rows)[0]?.length ?? 0;
  const on = (filters: readonly Filter[]) => {
    const conditions = filters.map((filter) => rowCondition(filter, extra));
    return Int32Array.from({ length: count }, (_, row) =>
      Number(conditions.every((condition) => meets(condition, rows[condition.column]![row]!)))
    );
  };
  const onA = on(a);
  return { a: onA, b: b === null ? onA.map((is) => 1 - is) : on(b) };
}
