import { formatCount, formatCountOf, formatInterval, formatList, formatValue } from '../../dataset/index.ts';
import type { Interval } from '../../estimate/index.ts';
import type { Row } from '../chart.ts';
import { findings, type ProfileFields } from './profile-rows.ts';

/** Most differences a sentence names. */
const MOST_NAMED = 3;

/** A difference in words: "6.2 points higher (2.1 to 10.3)". */
function differenceWords({ value, low, high }: Pick<Interval, 'value' | 'low' | 'high'>, unit: string): string {
  const size = formatValue(Math.abs(value), 'score');
  const interval = value < 0 ? formatInterval(-high, -low, 'score') : formatInterval(low, high, 'score');
  return `${size} ${unit} ${value < 0 ? 'lower' : 'higher'} (${interval})`;
}

/** How many differ, of how many tested, and the largest of them with their intervals. */
export function differencesInWords(
  rows: readonly Row<ProfileFields>[],
  things: readonly [string, string],
  unit = 'points'
): string {
  const found = findings(rows);
  const tested = rows.filter(({ adjusted }) => adjusted !== undefined).length;
  if (tested === 0) return 'There are too few people to test any difference from everyone else.';
  if (found.length === 0) {
    return `None of ${formatCountOf(tested, things)} differs from everyone else by more than chance would explain.`;
  }
  const largest = formatList(
    found.slice(0, MOST_NAMED).map(({ label, difference }) => `${label}, ${differenceWords(difference, unit)}`)
  );
  const start = `Of ${formatCountOf(tested, things)}, ${formatCount(found.length)} ${found.length === 1 ? 'differs' : 'differ'} from everyone else by more than chance explains`;
  return `${start}${found.length > MOST_NAMED ? ', most of all' : ':'} ${largest}.`;
}
