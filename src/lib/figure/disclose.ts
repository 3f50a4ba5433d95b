import type { RawEstimate, RawRow, Row } from '../charts/chart.ts';
import { formatCount, formatCountOf, PERSON } from '../dataset/index.ts';
import type { Estimate } from '../estimate/index.ts';
import { SMALLEST_CELL, SMALLEST_RANKED } from '../selection/index.ts';

/** From so many people on an estimate is shown without a remark. */
const PLAIN = 100;

/**
 * The threshold rule, the only place where it is applied: people, not ratings, decide whether an estimate may be seen.
 * Under 10 people, or under a `minimum` above that, every value is dropped, not masked; 10–29 is `few`, 30–99 `wide`, 100
 * and more `plain`. A difference rests on its smaller side, and what stands beside a row is judged on its own. The fewer
 * people a group has, the coarser are the classes in which its answers may be seen.
 */
export function disclose(row: RawRow, minimum: number): Row {
  const { key, label, missing, pair, places, sides, published, more, spreads, across, beside } = row;
  const estimate = judged(row, minimum);
  const others = Object.entries(beside ?? {}).map(([name, other]) => [name, judged(other, minimum)] as const);
  return {
    key,
    label,
    missing,
    ...(pair === undefined ? {} : { pair }),
    ...(places === undefined ? {} : { places }),
    ...(sides === undefined ? {} : { sides }),
    ...(published === undefined || !enough(row, minimum) ? {} : { published }),
    ...(more === undefined || !estimate.shown ? {} : { more }),
    ...(spreads === undefined || !estimate.shown ? {} : { spread: spreads[estimate.level], coarse: spreads.few }),
    ...(across === undefined || !estimate.shown ? {} : { across: disclose(across, minimum) }),
    ...(beside === undefined ? {} : { beside: Object.fromEntries(others) }),
    estimate
  };
}

/** The people that decide: of a difference, those of its smaller side. */
const fewest = ({ people, sides }: RawEstimate) => (sides ? Math.min(people, sides.a, sides.b) : people);

function enough(estimate: RawEstimate, minimum: number): boolean {
  return fewest(estimate) >= SMALLEST_CELL && !(fewest(estimate) < minimum);
}

function judged(raw: RawEstimate, minimum: number): Estimate {
  const { result, people, conversations, ratings, sides } = raw;
  const denominators = { people, conversations, ratings };
  const deciding = fewest(raw);
  if (!enough(raw, minimum)) {
    const why = deciding < SMALLEST_CELL ? 'too few to show' : `fewer than the ${formatCount(minimum)} asked for`;
    return { shown: false, ...denominators, reason: `${why} (${peopleWords(people, sides)})` };
  }
  if (!('value' in result)) return { shown: false, ...denominators, reason: result.reason };
  const { value, low, high, se, df } = result;
  const level = deciding < SMALLEST_RANKED ? 'few' : deciding < PLAIN ? 'wide' : 'plain';
  return { shown: true, value, low, high, ...(se === undefined ? {} : { se, df }), level, ...denominators };
}

function peopleWords(people: number, sides: RawEstimate['sides']): string {
  if (!sides) return formatCountOf(people, PERSON);
  if (people < Math.min(sides.a, sides.b)) return `${formatCountOf(people, PERSON)} on both sides`;
  return `${formatCountOf(sides.a, PERSON)} on side A, ${formatCount(sides.b)} on side B`;
}
