import { joinedMask, joinedOf, type Column, type Joined } from '../dataset/index.ts';
import { ABSENT } from '../query/index.ts';

/** A stored column's values as those of a column that joins its answers. */
export function joining(values: Int32Array, { kind }: Column, joined: Joined): Int32Array {
  if (kind === 'many') return values.map((mask) => (mask === ABSENT ? ABSENT : joinedMask(joined, mask)));
  return values.map((code) => joinedOf(joined, code));
}
