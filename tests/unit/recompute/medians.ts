import { findColumn } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { NOTHING, errorOf, ratio, type Average, type Difference } from './estimates.ts';
import { tLeaving } from './quantiles.ts';

/** Times are shown and, between sides of people, compared by medians, unless means or a map are asked for. */
export const byMedians = ({ metric, params: { form, view }, compare }: Selection) =>
  /_duration_s$/.test(metric) &&
  form === 'average' &&
  view !== 'map' &&
  [...(compare?.a ?? []), ...(compare?.b ?? [])].every(({ column }) => findColumn(column)!.table === 'participants');

/** The median of all values of some people, each person's in a list, with Woodruff's interval. */
export function middle(people: readonly (readonly number[])[], outside = 0.05): Average {
  const all = people.flat().sort((a, b) => a - b);
  if (people.length < 6 || all[0] === all.at(-1)) return NOTHING;
  const at = (share: number) => all[Math.min(all.length, Math.max(1, Math.ceil(share * all.length - 1e-9))) - 1]!;
  const value = at(0.5);
  const se = (counts: (one: number) => boolean) => {
    const rows = people.map((own) => ({ count: own.length, sum: own.filter(counts).length }));
    return errorOf(rows, ratio(rows));
  };
  const df = people.length - 1;
  const half =
    tLeaving(outside, df) *
    Math.max(
      se((one) => one <= value),
      se((one) => one < value)
    );
  return { value, low: at(0.5 - half), high: at(0.5 + half), se: null, df };
}

/** The difference of two medians from the arms of both, the legs of a right angle; none where somebody is on both sides. */
export function differenceOfMiddles(
  a: ReadonlyMap<unknown, readonly number[]>,
  b: ReadonlyMap<unknown, readonly number[]>
): Difference {
  const people = new Set([...a.keys(), ...b.keys()]).size;
  const ends = (outside: number) => {
    const [one, other] = [middle([...a.values()], outside), middle([...b.values()], outside)];
    const value = one.value! - other.value!;
    return {
      value,
      low: value - Math.hypot(one.value! - one.low!, other.high! - other.value!),
      high: value + Math.hypot(one.high! - one.value!, other.value! - other.low!)
    };
  };
  const none = [a, b].some((side) => middle([...side.values()]).value === null);
  if (none || people < a.size + b.size || ends(0.05).low === ends(0.05).high) return { ...NOTHING, p: null, people };
  let [from, to] = [0, 1];
  while (to - from > 1e-10) {
    const tried = (from + to) / 2;
    const { low, high } = ends(tried);
    if (low > 0 || high < 0) to = tried;
    else from = tried;
  }
  return { ...ends(0.05), se: null, df: null, p: to, people };
}
