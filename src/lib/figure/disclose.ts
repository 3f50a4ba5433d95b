import type { RawRow, Row } from '../charts/chart.ts';
import { formatCount, formatCountOf, PERSON } from '../dataset/index.ts';
import { SMALLEST_CELL, SMALLEST_RANKED } from '../selection/index.ts';

/** From so many people on an estimate is shown without a remark. */
const PLAIN = 100;

/**
 * The threshold rule, the only place where it is applied: people, not ratings, decide whether an estimate may be seen.
 * Under 10 people, or under a `minimum` above that, every value is dropped, not masked; 10–29 is `few`, 30–99 `wide`, 100
 * and more `plain`. The fewer people a group has, the coarser are the classes in which its answers may be seen.
 */
export function disclose(row: RawRow, minimum: number): Row {
  const { result, people, conversations, ratings, more, spreads, across, ...words } = row;
  const denominators = { people, conversations, ratings };
  const enough = people >= SMALLEST_CELL && !(people < minimum);
  if (!enough) {
    const { key, label, missing, pair } = words;
    return {
      key,
      label,
      missing,
      ...(pair === undefined ? {} : { pair }),
      estimate: {
        shown: false,
        ...denominators,
        reason: `${people < SMALLEST_CELL ? 'too few to show' : `fewer than the ${formatCount(minimum)} asked for`} (${formatCountOf(people, PERSON)})`
      }
    };
  }
  if (!('value' in result)) return { ...words, estimate: { shown: false, ...denominators, reason: result.reason } };
  const { value, low, high, se, df } = result;
  const level = people < SMALLEST_RANKED ? 'few' : people < PLAIN ? 'wide' : 'plain';
  return {
    ...words,
    ...(more === undefined ? {} : { more }),
    ...(spreads === undefined ? {} : { spread: spreads[level] }),
    ...(across === undefined ? {} : { across: disclose(across, minimum) }),
    estimate: { shown: true, value, low, high, ...(se === undefined ? {} : { se, df }), level, ...denominators }
  };
}
