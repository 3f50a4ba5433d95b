import type { CrossMoments, Moments, Sums } from '../../src/lib/estimate/estimate.ts';
import type { Planted } from './kind.ts';

/** Values of people, a list each; the same place on two sides is the same person. */
export type Values = readonly (readonly number[])[];

/** The people as an error makes them: each row somebody of their own. */
export const asPlanted = (people: Values, planted?: Planted): Values =>
  planted ? people.flatMap((values) => values.map((value) => [value])) : people;

/** The moments of the people who have a value. */
export function momentsOf(people: Values): Moments {
  const sums = { people: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const values of people) {
    if (values.length === 0) continue;
    let y = 0;
    for (const value of values) y += value;
    const x = values.length;
    sums.people++;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return { ...sums, conversations: sums.x, ratings: sums.x };
}

/** The cross moments of two sides. */
export function crossMomentsOf(a: Values, b: Values): CrossMoments {
  const shared = a.flatMap((values, i) => (values.length > 0 && b[i]!.length > 0 ? [i] : []));
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const sumOf = (of: (i: number) => number) => shared.reduce((sum, i) => sum + of(i), 0);
  const own = (side: Values): Sums => momentsOf(shared.map((i) => side[i]!));
  return {
    people: shared.length,
    a: own(a),
    b: own(b),
    xaxb: sumOf((i) => a[i]!.length * b[i]!.length),
    xayb: sumOf((i) => a[i]!.length * total(b[i]!)),
    yaxb: sumOf((i) => total(a[i]!) * b[i]!.length),
    yayb: sumOf((i) => total(a[i]!) * total(b[i]!))
  };
}
