import type { Moments } from '../estimate.ts';
import type { Steps } from './median.ts';

/** Values of rows and whose each is: a code from 0. */
export interface PersonValues {
  readonly person: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** The steps of rows that are there one by one. */
export function stepsOf({ person, value }: PersonValues): Steps {
  const sorted = Float64Array.from(value).sort();
  const values: number[] = [];
  const rows: number[] = [];
  for (const one of sorted) {
    if (one !== values.at(-1)) {
      values.push(one);
      rows.push(0);
    }
    rows[rows.length - 1]!++;
  }
  const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const people = new Map<number, { x: number; upTo: number; below: number }>();
  for (let row = 0; row < value.length; row++) {
    const own = people.get(person[row]!) ?? { x: 0, upTo: 0, below: 0 };
    people.set(person[row]!, own);
    own.x++;
    if (value[row]! <= median) own.upTo++;
    if (value[row]! < median) own.below++;
  }
  const sums = [...people.values()];
  return {
    values,
    rows,
    upTo: momentsOf(sums.map(({ x, upTo }) => [x, upTo])),
    below: momentsOf(sums.map(({ x, below }) => [x, below]))
  };
}

function momentsOf(people: readonly (readonly [x: number, y: number])[]): Moments {
  const sum = (of: (x: number, y: number) => number) => people.reduce((total, [x, y]) => total + of(x, y), 0);
  return {
    people: people.length,
    conversations: 0,
    ratings: 0,
    x: sum((x) => x),
    y: sum((_, y) => y),
    xx: sum((x) => x * x),
    xy: sum((x, y) => x * y),
    yy: sum((_, y) => y * y)
  };
}
