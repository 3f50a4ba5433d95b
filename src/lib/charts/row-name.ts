import { levelKey } from '../dataset/index.ts';
import { PAIRED } from '../selection/index.ts';
import type { Group, Total } from './row.ts';

/** A row that may be a pair of groups. */
type Named = Pick<Total, 'label'> & {
  readonly first?: Group;
  readonly second?: Group;
  /** A model and whose ranking it is in. */
  readonly item?: string;
  readonly group?: string;
};

const word = (label: string) => levelKey({ label });

/**
 * What a row is called in links and by the hand, the same in every figure that shows its group, whatever the keys there:
 * `18-24`, `northern-america`, `gpt-4`; of a pair both, `18-24.female`.
 */
export function rowName({ label, first, second, item, group }: Named): string {
  const pair = first && second ? [first.label, second.label] : item && group !== undefined ? [item, group] : [label];
  return pair.map(word).filter(Boolean).join(PAIRED);
}

/** Whether two names are of one row, or the one of a group in the pair that the other is of. */
export const isOfName = (one: string, other: string): boolean =>
  one === other || one.split(PAIRED).includes(other) || other.split(PAIRED).includes(one);

/** Whether a row is what a name says, or has to do with it. */
export const isOf = (row: Named, name: string): boolean => isOfName(rowName(row), name);
