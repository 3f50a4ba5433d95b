import type { CrossMoments, Moments, Sums } from '../../../src/lib/estimate/estimate.ts';

/** A person's values on one side of a comparison; an empty list is a person without rows there. */
export type Values = readonly number[];

const add = (values: Values) => values.reduce((sum, value) => sum + value, 0);

function sumsOf(people: readonly Values[]): Sums {
  const sum = (of: (x: number, y: number) => number) => add(people.map((values) => of(values.length, add(values))));
  return {
    x: sum((x) => x),
    y: sum((_, y) => y),
    xx: sum((x) => x * x),
    xy: sum((x, y) => x * y),
    yy: sum((_, y) => y * y)
  };
}

/** Moments of people given by their values; each value is a conversation of its own. */
export function momentsOf(people: readonly Values[]): Moments {
  const present = people.filter((values) => values.length > 0);
  const sums = sumsOf(present);
  return { ...sums, people: present.length, conversations: sums.x, ratings: sums.x };
}

/** Cross moments of two sides; place i of both lists is the same person. */
export function crossMomentsOf(a: readonly Values[], b: readonly Values[]): CrossMoments {
  const shared = a.flatMap((values, i) => (values.length > 0 && b[i]!.length > 0 ? [[values, b[i]!] as const] : []));
  const sum = (of: (a: Values, b: Values) => number) => add(shared.map(([one, other]) => of(one, other)));
  return {
    people: shared.length,
    a: sumsOf(shared.map(([one]) => one)),
    b: sumsOf(shared.map(([, other]) => other)),
    xaxb: sum((one, other) => one.length * other.length),
    xayb: sum((one, other) => one.length * add(other)),
    yaxb: sum((one, other) => add(one) * other.length),
    yayb: sum((one, other) => add(one) * add(other))
  };
}

/** Moments and cross moments of two sides at once: the arguments of a difference. */
export function sidesOf(a: readonly Values[], b: readonly Values[]): [Moments, Moments, CrossMoments] {
  return [momentsOf(a), momentsOf(b), crossMomentsOf(a, b)];
}
