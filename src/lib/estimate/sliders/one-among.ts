import { mean } from '../sums/mean.ts';
import type { Interval, Unestimated } from '../estimate.ts';

/** How far one person's answers are from those of a group. */
export interface Nearness {
  readonly people: number;
  /** Average distance from the group's people, in points of a slider. */
  readonly distance: Interval | Unestimated;
  /** Of all pairs of somebody in the group and somebody outside, the share in which the one in the group is nearer. */
  readonly nearer: number;
}

/** Where somebody stands among people who answered the same sliders. */
export interface StandingAmong {
  /** Per slider the share of people who answered lower, those who answered the same counting half. */
  readonly percentiles: readonly number[];
  /** The share of people whose answers are further from everybody's than these. */
  readonly typical: number;
}

const distanceTo = (columns: readonly Int32Array[], answers: readonly number[], row: number) =>
  columns.reduce((sum, values, k) => sum + Math.abs(values[row]! - answers[k]!), 0) / columns.length;

/** How far each value of a column is from all its values, on average, by the value. */
function farness(values: Int32Array): (value: number) => number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = new Map<number, number>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    let sum = 0;
    for (const [other, count] of counts) sum += count * Math.abs(other - value);
    known.set(value, sum / values.length);
    return sum / values.length;
  };
}

/**
 * How somebody’s answers compare with those of the people who took part: on each slider the share of people who answered
 * lower; over all of them, how many people are less typical, that is on average further from everybody’s answers.
 *
 * These are counts of the people asked, not estimates of anybody else, and so have no interval. The average distance from
 * a group’s people has one. Overlap is said beside it: groups whose people are nearer on average still hold many who are
 * not.
 *
 * @method One person among the others
 * @formula distance of two people = average over the sliders of |a − b|
 * percentile = (people below + half of those alike) / people
 * typical = share of people whose average distance from all is larger (half of those alike)
 * nearer = share of pairs (i in the group, j outside) with distance(i) < distance(j), ties counting half
 * @assumes Every slider counts as much as any other, and a point means the same everywhere on it.
 * @source The share of pairs is the Mann–Whitney statistic (Mann & Whitney 1947, Annals of Mathematical Statistics 18).
 * @differs Not in the published analyses.
 */
export function oneAmong(columns: readonly Int32Array[], answers: readonly number[]): StandingAmong {
  const people = columns[0]!.length;
  const percentiles = columns.map((values, k) => {
    let below = 0;
    for (const value of values) below += value < answers[k]! ? 1 : value === answers[k]! ? 0.5 : 0;
    return below / people;
  });
  const far = columns.map(farness);
  const farOf = (of: (k: number) => number) => far.reduce((sum, one, k) => sum + one(of(k)), 0);
  const own = farOf((k) => answers[k]!);
  let typical = 0;
  for (let row = 0; row < people; row++) {
    const other = farOf((k) => columns[k]![row]!);
    typical += other > own ? 1 : other === own ? 0.5 : 0;
  }
  return { percentiles, typical: typical / people };
}

/** How near each group's people are; groups by the rows of their people. */
export function nearness(
  columns: readonly Int32Array[],
  answers: readonly number[],
  groups: readonly Int32Array[]
): Nearness[] {
  const distances = Float64Array.from(columns[0]!, (_, row) => distanceTo(columns, answers, row));
  const order = Array.from(distances.keys()).sort((a, b) => distances[a]! - distances[b]!);
  // Ranks from nearest on; those alike share the middle of theirs.
  const ranks = new Float64Array(distances.length);
  for (let at = 0; at < order.length;) {
    let end = at + 1;
    while (end < order.length && distances[order[end]!] === distances[order[at]!]) end++;
    for (let i = at; i < end; i++) ranks[order[i]!] = (at + end + 1) / 2;
    at = end;
  }
  return groups.map((rows) => {
    const inside = rows.length;
    const outside = distances.length - inside;
    const points = Array.from(rows, (row) => Math.round(distances[row]! * columns.length));
    const sums = points.reduce(({ y, yy }, d) => ({ y: y + d, yy: yy + d * d }), { y: 0, yy: 0 });
    const moments = { x: inside, xx: inside, xy: sums.y, ...sums, people: inside, conversations: 0, ratings: 0 };
    const rank = Array.from(rows).reduce((sum, row) => sum + ranks[row]!, 0);
    const further = rank - (inside * (inside + 1)) / 2;
    return {
      people: inside,
      distance: mean(moments, columns.length),
      nearer: outside === 0 ? 0.5 : 1 - further / (inside * outside)
    };
  });
}
