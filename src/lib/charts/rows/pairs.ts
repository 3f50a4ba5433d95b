import type { Group, RawRow, RawTotal } from '../chart.ts';

/** What a row has that is a pair of groups, one of each of two groupings. */
export const pairFields = { first: 'group', second: 'group' } as const;

export type PairFields = typeof pairFields;

/** The people whom two groups have in common, as a group; it is missing where either is. */
export const pairOf = (first: Group, second: Group): Group => ({
  key: `${first.key}.${second.key}`,
  label: `${first.label} · ${second.label}`,
  missing: first.missing || second.missing
});

/** A row about the people whom two groups have in common. */
export function pairRow(first: Group, second: Group, row: Omit<RawTotal, keyof Group>): RawRow<PairFields> {
  return { ...row, ...pairOf(first, second), first, second };
}
