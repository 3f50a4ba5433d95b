import { alike, tiltCounts, sidesSums, tiltTotal, without, type PersonCounts, type SidesSums } from './tilt-sums.ts';
import type { TiltsTask } from './tilts-task.ts';

/** A topic in a group and in what the group is set against, added up. */
export interface TiltCell {
  readonly topic: number;
  readonly group: number;
  readonly sums: SidesSums;
  /** Conversations of the group, and those of them that are on the topic. */
  readonly conversations: number;
  readonly having: number;
  /** Whether a test may be made of it: known before looking. */
  readonly eligible: boolean;
}

interface TiltCells {
  readonly cells: readonly TiltCell[];
  /** The group the others are set against; null for everybody else. */
  readonly reference: number | null;
  /** Whether two groups are everybody, so that each is the other's rest. */
  readonly twofold: boolean;
  readonly people: number;
  readonly conversations: number;
}

/** So many rows with and without are expected on either side before a difference is tested. */
const EXPECTED = 20;

/** Every topic in every group that has a conversation. */
export function tiltCells(task: TiltsTask): TiltCells {
  const { person, people, topic, topics, group, groups, many, against, peopleAlike, least } = task;
  const counts = (keeps: (row: number) => boolean) => tiltCounts(person, people, topic, topics, keeps);
  const isIn = (code: number) => (row: number) =>
    many ? group[row]! >= 0 && ((group[row]! >> code) & 1) === 1 : group[row] === code;
  const all = counts(() => true);
  const sizes: { code: number; own: PersonCounts; size: number }[] = [];
  for (let code = 0; code < groups; code++) {
    const own = counts(isIn(code));
    const size = tiltTotal(own.rows);
    if (size > 0) sizes.push({ code, own, size });
  }
  const largest = sizes.reduce<(typeof sizes)[number] | null>(
    (most, one) => (most && most.size >= one.size ? most : one),
    null
  );
  const reference = against === 'largest' ? largest : null;
  const counted = (plain: PersonCounts) => (peopleAlike ? alike(plain) : plain);

  const cells = sizes
    .filter((one) => one !== reference)
    .flatMap(({ code, own, size }) => {
      const other = reference?.own ?? without(all, own);
      const [sideA, sideB] = [counted(own), counted(other)];
      const rest = tiltTotal(other.rows);
      return Array.from({ length: topics }, (_, one): TiltCell => {
        const at = (of: PersonCounts) => tiltTotal(of.having.subarray(one * people, (one + 1) * people));
        const [having, elsewhere] = [at(own), at(other)];
        const pooled = (having + elsewhere) / (size + rest);
        const sums = sidesSums(sideA, sideB, one);
        const eligible =
          Math.min(size, rest) * Math.min(pooled, 1 - pooled) >= EXPECTED &&
          Math.min(sums.a.people, sums.b.people) >= least;
        return { topic: one, group: code, sums, conversations: size, having, eligible };
      });
    });
  return {
    cells,
    reference: reference?.code ?? null,
    twofold: reference === null && sizes.length === 2 && sizes[0]!.size + sizes[1]!.size === tiltTotal(all.rows),
    people: all.rows.filter((count) => count > 0).length,
    conversations: tiltTotal(all.rows)
  };
}
