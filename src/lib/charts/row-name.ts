import { levelKey } from '../dataset/index.ts';
import { PAIRED } from '../selection/index.ts';
import type { Group, Total } from './row.ts';

/** A row that may be a pair of groups. */
type Named = Pick<Total, 'label'> & { readonly first?: Group; readonly second?: Group };

const word = (label: string) => levelKey({ value: label, label });

/**
 * What a row is called in links and by the hand, the same in every figure that shows its group, whatever the keys there:
 * `18-24`, `northern-america`, `gpt-4`; of a pair both, `18-24.female`.
 */
export const rowName = ({ label, first, second }: Named): string =>
  first && second ? `${word(first.label)}${PAIRED}${word(second.label)}` : word(label);

/** Whether two names are of one row, or the one of a group in the pair that the other is of. */
export const isOfName = (one: string, other: string): boolean =>
  one === other || one.split(PAIRED).includes(other) || other.split(PAIRED).includes(one);

/** Whether a row is what a name says, or has to do with it. */
export const isOf = (row: Named, name: string): boolean => isOfName(rowName(row), name);
