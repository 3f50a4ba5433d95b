import type { Group, RawRow, RawTotal } from '../chart.ts';

/** What a row has that is a pair of groups, one of each of two groupings. */
export const pairFields = { first: 'group', second: 'group' } as const;

export type PairFields = typeof pairFields;

/** A row about the people whom two groups have in common; it is missing where either group is. */
export function pairRow(first: Group, second: Group, row: Omit<RawTotal, keyof Group>): RawRow<PairFields> {
  return {
    ...row,
    key: `${first.key}.${second.key}`,
    label: `${first.label} · ${second.label}`,
    missing: first.missing || second.missing,
    first,
    second
  };
}
