import { betaQuantile, t975, tBeyond } from './quantiles.ts';

/** One person's rows with a value: how many, and their sum. */
export interface PersonRows {
  readonly count: number;
  readonly sum: number;
}

/** An average with its interval; null where none can be made. */
export interface Average {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Null where the interval is not built from a standard error. */
  readonly se: number | null;
  readonly df: number | null;
}

export interface Difference extends Average {
  readonly p: number | null;
  /** Everyone on either side. */
  readonly people: number;
}

const NOTHING: Average = { value: null, low: null, high: null, se: null, df: null };

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

interface Ratio {
  readonly count: number;
  readonly value: number;
  /** What each person's rows do to the average. */
  readonly influence: (person: PersonRows) => number;
}

function ratio(people: readonly PersonRows[]): Ratio {
  const count = total(people.map((person) => person.count));
  const value = total(people.map((person) => person.sum)) / count;
  return { count, value, influence: (person) => (person.sum - value * person.count) / count };
}

/** Whether all people have the same average, but for the rounding of floating point. */
const alike = (people: readonly PersonRows[], value: number) =>
  people.every(({ count, sum }) => Math.abs(sum / count - value) <= 1e-12 * Math.max(1, Math.abs(value)));

/** The exact binomial interval of a share of n answers. */
function exact(share: number, n: number): [low: number, high: number] {
  const ones = Math.round(share * n * 1e9) / 1e9;
  if (ones === 0) return [0, 1 - 0.025 ** (1 / n)];
  if (ones === n) return [0.025 ** (1 / n), 1];
  return [betaQuantile(0.025, ones, n - ones + 1), betaQuantile(0.975, ones + 1, n - ones)];
}

/** The average of a mean (`domain` holds the ends of its scale) or a share (`domain` is null). */
export function average(
  people: readonly PersonRows[],
  domain: readonly [number | null, number | null] | null
): Average {
  if (people.length < 2) return NOTHING;
  const { value, influence } = ratio(people);
  const df = people.length - 1;
  if (alike(people, value)) {
    if (domain !== null) return NOTHING;
    const [low, high] = exact(value, people.length);
    return { value, low, high, se: null, df };
  }
  const variance = (people.length / df) * total(people.map((person) => influence(person) ** 2));
  const se = Math.sqrt(variance);
  if (domain === null) {
    const centre = Math.log(value) - Math.log(1 - value);
    const half = (t975(df) * se) / (value * (1 - value));
    const expit = (x: number) => Math.exp(x) / (1 + Math.exp(x));
    return { value, low: expit(centre - half), high: expit(centre + half), se, df };
  }
  const [low, high] = [value - t975(df) * se, value + t975(df) * se];
  return { value, low: Math.max(low, domain[0] ?? low), high: Math.min(high, domain[1] ?? high), se, df };
}

/**
 * Side a less side b, in one linearisation over everyone on either side. Its degrees of freedom are Satterthwaite's over
 * the people on side a only, on side b only and on both; a share that is the same for everybody on its side adds the longer
 * arm of its own interval as if that were t times a standard error.
 */
export function difference(
  a: ReadonlyMap<unknown, PersonRows>,
  b: ReadonlyMap<unknown, PersonRows>,
  kind: 'mean' | 'share'
): Difference {
  const either = [...new Set([...a.keys(), ...b.keys()])];
  const people = either.length;
  const nothing = { ...NOTHING, p: null, people };
  if (a.size < 2 || b.size < 2) return nothing;
  const [sideA, sideB] = [ratio([...a.values()]), ratio([...b.values()])];
  const same = a.size === people && b.size === people;
  if (same && either.every((key) => a.get(key)!.count === b.get(key)!.count && a.get(key)!.sum === b.get(key)!.sum)) {
    return { value: 0, low: 0, high: 0, se: 0, df: people - 1, p: 1, people };
  }
  const parts: { variance: number; df: number }[] = [];
  for (const [side, found] of [
    [a, sideA],
    [b, sideB]
  ] as const) {
    if (!alike([...side.values()], found.value)) continue;
    if (kind === 'mean') return nothing;
    const [low, high] = exact(found.value, side.size);
    const arm = Math.max(found.value - low, high - found.value);
    parts.push({ variance: (arm / t975(side.size - 1)) ** 2, df: side.size - 1 });
  }
  const z = (key: unknown) =>
    (a.has(key) ? sideA.influence(a.get(key)!) : 0) - (b.has(key) ? sideB.influence(b.get(key)!) : 0);
  const where = (key: unknown) => (a.has(key) ? 1 : 0) + (b.has(key) ? 2 : 0);
  for (const place of [1, 2, 3]) {
    const set = either.filter((key) => where(key) === place);
    if (set.length === 0) continue;
    const squares = total(set.map((key) => z(key) ** 2));
    parts.push({ variance: (people / (people - 1)) * squares, df: Math.max(set.length - 1, 1) });
  }
  const variance = total(parts.map((part) => part.variance));
  const value = sideA.value - sideB.value;
  if (variance <= 1e-24 * Math.max(1, sideA.value ** 2)) return nothing;
  const satterthwaite = variance ** 2 / total(parts.map((part) => part.variance ** 2 / part.df));
  const df = Math.min(satterthwaite, people - 1);
  const se = Math.sqrt(variance);
  const half = t975(df) * se;
  return { value, low: value - half, high: value + half, se, df, p: tBeyond(value / se, df), people };
}
