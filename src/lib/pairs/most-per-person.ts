import { mixed } from './mix.ts';
import type { Pairs } from './pair-up.ts';
import type { RepliesToPair } from './rated-replies.ts';

/** At most so many pairs of each person, drawn by the seed from the ids of the two replies; those left stay in their order. */
export function mostPerPerson(
  { utterance, person, ids }: RepliesToPair,
  { chosen, rejected }: Pairs,
  most: number,
  seed: number
): Pairs {
  const own: number[][] = Array.from(ids.person, () => []);
  for (let i = 0; i < chosen.length; i++) own[person[chosen[i]!]!]!.push(i);
  const drawn = new Uint8Array(chosen.length);
  for (const pairs of own) {
    if (pairs.length > most) {
      const bits = new Map(pairs.map((i) => [i, mixed(seed, utterance[chosen[i]!]!, utterance[rejected[i]!]!)]));
      pairs.sort((a, b) => bits.get(a)! - bits.get(b)! || a - b);
    }
    for (const i of pairs.slice(0, most)) drawn[i] = 1;
  }
  return {
    chosen: chosen.filter((_, i) => drawn[i] === 1),
    rejected: rejected.filter((_, i) => drawn[i] === 1)
  };
}
