import type { Seeded } from '../resampling/seeded.ts';

/** Numbers from 0 to n − 1 in two halves by lot, the first the smaller where n is odd; each in order. */
export function splitPeople(random: Seeded, people: number): readonly [Int32Array, Int32Array] {
  const first = new Uint8Array(people);
  let left = people >> 1;
  for (let i = 0; i < people; i++) {
    if (random.integer(people - i) >= left) continue;
    first[i] = 1;
    left--;
  }
  const half = (side: number) => Int32Array.from([...first.keys()].filter((i) => first[i] === side));
  return [half(1), half(0)];
}

/** As many people as there are, drawn with replacement. */
export function drawnAgain(random: Seeded, people: Int32Array): Int32Array {
  return people.map(() => people[random.integer(people.length)]!);
}
