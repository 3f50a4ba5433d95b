import { betaQuantile, t975, tBeyond, tLeaving } from './quantiles.ts';

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

/** What is there where nothing can be estimated. */
export const NOTHING: Average = { value: null, low: null, high: null, se: null, df: null };

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

export interface Ratio {
  readonly count: number;
  readonly value: number;
  /** What each person's rows do to the average. */
  readonly influence: (person: PersonRows) => number;
}

export function ratio(people: readonly PersonRows[]): Ratio {
  const count = total(people.map((person) => person.count));
  const value = total(people.map((person) => person.sum)) / count;
  return { count, value, influence: (person) => (person.sum - value * person.count) / count };
}

/** Whether all people have the same average, but for the rounding of floating point. */
const alike = (people: readonly PersonRows[], value: number) =>
  people.every(({ count, sum }) => Math.abs(sum / count - value) <= 1e-12 * Math.max(1, Math.abs(value)));

/** The exact binomial interval of a share of n answers that leaves out this chance. */
function exact(share: number, n: number, outside = 0.05): [low: number, high: number] {
  const whole = Math.round(share * n);
  const ones = Math.abs(share * n - whole) < 1e-9 ? whole : share * n;
  const tail = outside / 2;
  if (ones === 0) return [0, 1 - tail ** (1 / n)];
  if (ones === n) return [tail ** (1 / n), 1];
  return [betaQuantile(tail, ones, n - ones + 1), betaQuantile(1 - tail, ones + 1, n - ones)];
}

const expit = (x: number) => Math.exp(x) / (1 + Math.exp(x));

/** The standard error of an average whose people differ. */
export const errorOf = (people: readonly PersonRows[], { influence }: Ratio) =>
  Math.sqrt((people.length / (people.length - 1)) * total(people.map((person) => influence(person) ** 2)));

/** People behind the answer that fewer stand behind: as many, alike, would make its sum as uneven. */
function peopleBehind(people: readonly PersonRows[]): number {
  const [yes, no] = [people.map(({ sum }) => sum), people.map(({ count, sum }) => count - sum)];
  return Math.min(...[yes, no].map((of) => total(of) ** 2 / total(of.map((one) => one ** 2))));
}

/** The interval of a share by the logit that leaves out this chance, or the exact one where people do not differ. */
function shareInterval(people: readonly PersonRows[], found: Ratio, outside = 0.05): [low: number, high: number] {
  const { value } = found;
  if (alike(people, value)) return exact(value, people.length, outside);
  const worth = (value * (1 - value)) / errorOf(people, found) ** 2;
  const behind = peopleBehind(people);
  if (behind < 10 && worth > people.length) {
    return exact(value, Math.exp((Math.log(people.length) + behind * Math.log(worth)) / (behind + 1)), outside);
  }
  const centre = Math.log(value) - Math.log(1 - value);
  const half = (tLeaving(outside, people.length - 1) * errorOf(people, found)) / (value * (1 - value));
  return [expit(centre - half), expit(centre + half)];
}

/** An interval as long on either side along the odds of the place between two ends. */
function withinEnds(value: number, half: number, [from, to]: readonly [number, number]): [low: number, high: number] {
  const [down, up] = [value - from, to - value];
  const factor = Math.exp((half * (to - from)) / (down * up));
  const at = (odds: number) => from + ((to - from) * odds) / (1 + odds);
  return [at(down / up / factor), at((down / up) * factor)];
}

/** Whether everybody is at one end of a scale that has two. */
const atAnEnd = (value: number, [from, to]: readonly [number | null, number | null]) =>
  from !== null && to !== null && (value === from || value === to);

/** The average of a mean (`domain` holds the ends of its scale) or a share (`domain` is null). */
export function average(
  people: readonly PersonRows[],
  domain: readonly [number | null, number | null] | null
): Average {
  if (people.length < 2) return NOTHING;
  const found = ratio(people);
  const { value } = found;
  const df = people.length - 1;
  if (alike(people, value)) {
    const [from, to] = domain === null ? [0, 1] : atAnEnd(value, domain) ? domain : [null, null];
    if (from === null || to === null) return NOTHING;
    const [low, high] = exact((value - from) / (to - from), people.length);
    return { value, low: from + (to - from) * low, high: from + (to - from) * high, se: null, df };
  }
  const se = errorOf(people, found);
  if (domain === null) {
    const [low, high] = shareInterval(people, found);
    return { value, low, high, se, df };
  }
  const [low, high] =
    people.length < 100 && domain[0] !== null && domain[1] !== null
      ? withinEnds(value, t975(df) * se, [domain[0], domain[1]])
      : [value - t975(df) * se, value + t975(df) * se];
  return { value, low: Math.max(low, domain[0] ?? low), high: Math.min(high, domain[1] ?? high), se, df };
}

/** Whether a share rests on fewer than ten rows with the property or without, or on what such rows of others would tell. */
function rare(people: readonly PersonRows[], found: Ratio): boolean {
  if (alike(people, found.value) || peopleBehind(people) < 10) return true;
  const { value, count } = found;
  const independent = (value * (1 - value)) / errorOf(people, found) ** 2;
  return [value, 1 - value].some((of) => Math.round(of * count) < 10 || of * independent < 10);
}

/**
 * The difference of two shares, one of them rare, from their own intervals: the arms of either side are the legs of a
 * triangle, at an angle that their correlation makes. Its p-value is the chance left out by the interval that ends at 0.
 */
function fromArms(
  a: ReadonlyMap<unknown, PersonRows>,
  b: ReadonlyMap<unknown, PersonRows>,
  [sideA, sideB]: readonly [Ratio, Ratio]
): Pick<Difference, 'low' | 'high' | 'p'> {
  const [listA, listB] = [[...a.values()], [...b.values()]];
  const length = (people: readonly PersonRows[], { influence }: Ratio) =>
    Math.sqrt(total(people.map((person) => influence(person) ** 2)));
  const both = [...a.keys()].filter((key) => b.has(key));
  const still = alike(listA, sideA.value) || alike(listB, sideB.value);
  const cosine = still
    ? 0
    : total(both.map((key) => sideA.influence(a.get(key)!) * sideB.influence(b.get(key)!))) /
      (length(listA, sideA) * length(listB, sideB));
  const side = (one: number, other: number) => Math.sqrt(one * one + other * other - 2 * one * other * cosine);
  const value = sideA.value - sideB.value;
  const ends = (outside: number): [number, number] => {
    const [lowA, highA] = shareInterval(listA, sideA, outside);
    const [lowB, highB] = shareInterval(listB, sideB, outside);
    return [
      value - side(sideA.value - lowA, highB - sideB.value),
      value + side(highA - sideA.value, sideB.value - lowB)
    ];
  };
  const leavesOut0 = ([low, high]: [number, number]) => low * high > 0;
  const [low, high] = ends(0.05);
  let [from, to] = leavesOut0([low, high]) ? [0, 0.05] : [0.05, 1];
  while (to - from > 1e-10) {
    const middle = (from + to) / 2;
    if (leavesOut0(ends(middle))) to = middle;
    else from = middle;
  }
  return { low, high, p: to };
}

/**
 * Side a less side b, in one linearisation over everyone on either side. Its degrees of freedom are Satterthwaite's over
 * the people on side a only, on side b only and on both. Where either of two shares is rare, or the same for everybody on
 * its side, the difference is put together from the intervals of both.
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
  const value = sideA.value - sideB.value;
  const [listA, listB] = [[...a.values()], [...b.values()]];
  if (kind === 'mean' && (alike(listA, sideA.value) || alike(listB, sideB.value))) return nothing;
  if (kind === 'share' && (rare(listA, sideA) || rare(listB, sideB))) {
    return { value, ...fromArms(a, b, [sideA, sideB]), se: null, df: null, people };
  }
  const parts: { variance: number; df: number }[] = [];
  const z = (key: unknown) =>
    (a.has(key) ? sideA.influence(a.get(key)!) : 0) - (b.has(key) ? sideB.influence(b.get(key)!) : 0);
  const where = (key: unknown) => (a.has(key) ? 1 : 0) + (b.has(key) ? 2 : 0);
  for (const place of [1, 2, 3]) {
    const set = either.filter((key) => where(key) === place);
    if (set.length === 0) continue;
    const squares = total(set.map((key) => z(key) ** 2));
    const n = set.length === 1 ? people : set.length;
    parts.push({ variance: (n / (n - 1)) * squares, df: Math.max(set.length - 1, 1) });
  }
  const variance = total(parts.map((part) => part.variance));
  if (variance <= 1e-24 * Math.max(1, sideA.value ** 2)) return nothing;
  const satterthwaite = variance ** 2 / total(parts.map((part) => part.variance ** 2 / part.df));
  const df = Math.min(satterthwaite, people - 1);
  const se = Math.sqrt(variance);
  const half = t975(df) * se;
  return { value, low: value - half, high: value + half, se, df, p: tBeyond(value / se, df), people };
}
