import type { Random } from '../random.ts';
import { OutOfReach } from '../random.ts';

/** What is published of the neighbourhoods at one distance. */
export interface NeighbourhoodLevel {
  /** Neighbourhoods with at least two texts. */
  groups: number;
  /** Texts in them. */
  members: number;
  /** Texts in the largest. */
  largest: number;
  /** Neighbourhoods whose texts are all one person's; null where that is not published. */
  lonely: number | null;
}

/** The texts to be grouped, by number. */
export interface NeighbouringTexts {
  size: number;
  /** Texts that are the same to the letter. */
  same: readonly (readonly number[])[];
  /** What alike texts have in common, such as the topic. */
  kin: (text: number) => number;
  /** Whose text it is. */
  owner: (text: number) => number;
}

/** A neighbourhood while it grows. */
interface Group {
  members: number[];
  lonely: boolean;
}

/**
 * Groups texts into neighbourhoods at growing distances, with the published numbers of groups, of texts in them and of
 * texts in the largest. Identical texts come first; from one distance to the next groups only grow and new ones begin.
 *
 * @returns per level the neighbourhood of each text, numbered by first text; a text alone is a neighbourhood as well
 */
export function growNeighbourhoods(
  random: Random,
  texts: NeighbouringTexts,
  levels: readonly NeighbourhoodLevel[]
): Int32Array[] {
  const groups: Group[] = texts.same.map((members) => ({ members: [...members], lonely: false }));
  const alone = new Alone(random, texts, new Set(groups.flatMap((group) => group.members)));
  return levels.map((level) => {
    const largest = groups.reduce((most, group) => (group.members.length > most.members.length ? group : most));
    while (largest.members.length < level.largest) largest.members.push(alone.any());
    for (let lonely = groups.filter((group) => group.lonely).length; lonely < (level.lonely ?? 0); lonely++) {
      groups.push({ members: alone.pair(true), lonely: true });
    }
    while (groups.length < level.groups)
      groups.push({ members: alone.pair(level.lonely === null ? null : false), lonely: false });
    let members = groups.reduce((sum, group) => sum + group.members.length, 0);
    if (groups.length > level.groups || members > level.members) {
      throw new OutOfReach(
        `neighbourhoods: ${groups.length} groups of ${members} texts for ${level.groups} of ${level.members}`
      );
    }
    while (members < level.members) {
      const group = random.pick(groups);
      if (group.lonely || group === largest || group.members.length + 1 >= level.largest) continue;
      group.members.push(alone.kinOf(group.members[0] as number));
      members += 1;
    }
    return numbered(texts.size, groups);
  });
}

/** Texts that are in no group yet, by what they have in common. */
class Alone {
  private readonly buckets = new Map<number, number[]>();
  private readonly keys: number[];

  constructor(
    private readonly random: Random,
    private readonly texts: NeighbouringTexts,
    grouped: ReadonlySet<number>
  ) {
    for (let text = 0; text < texts.size; text++) {
      if (grouped.has(text)) continue;
      const key = texts.kin(text);
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(text);
      else this.buckets.set(key, [text]);
    }
    for (const bucket of this.buckets.values()) random.shuffle(bucket);
    this.keys = [...this.buckets.keys()];
  }

  /** Any text. */
  any(): number {
    for (;;) {
      const text = this.buckets.get(this.random.pick(this.keys))?.pop();
      if (text !== undefined) return text;
    }
  }

  /** A text that has something in common with another one, or any where none is left. */
  kinOf(text: number): number {
    return this.buckets.get(this.texts.kin(text))?.pop() ?? this.any();
  }

  /** Two texts with something in common, of one person, of two, or (null) of any. */
  pair(onePerson: boolean | null): number[] {
    for (let tries = 0; tries < 1e6; tries++) {
      const bucket = this.buckets.get(this.random.pick(this.keys)) ?? [];
      const first = bucket.at(-1);
      if (first === undefined || bucket.length < 2) continue;
      const owner = this.texts.owner(first);
      const at = bucket.findLastIndex(
        (text) => text !== first && (onePerson === null || (this.texts.owner(text) === owner) === onePerson)
      );
      if (at < 0) {
        this.random.shuffle(bucket);
        continue;
      }
      bucket.pop();
      return [first, ...bucket.splice(at, 1)];
    }
    throw new OutOfReach('neighbourhoods: no two texts have something in common any more');
  }
}

function numbered(size: number, groups: readonly Group[]): Int32Array {
  const groupOf = new Int32Array(size).fill(-1);
  groups.forEach((group, index) => {
    for (const text of group.members) groupOf[text] = index;
  });
  const numbers = new Map<number, number>();
  let next = 0;
  return groupOf.map((group) => {
    if (group < 0) return next++;
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, next);
    return next++;
  });
}
