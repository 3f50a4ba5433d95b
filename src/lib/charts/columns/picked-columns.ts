import { formatDifferenceInterval } from '../../dataset/index.ts';
import type { FigureColumn } from '../chart.ts';

/** What a row of a list of differences has that was picked from many for standing out. */
interface PickedFields {
  readonly picked: 'interval';
  readonly p: 'value';
  readonly adjusted: 'value';
}

/**
 * The interval that holds though a line was picked, in points, and the test of no difference, alone and adjusted for all that
 * were tested.
 *
 * @param untested when a line has no adjusted p: "where it is not tested"
 */
export const pickedColumns = (untested: string): readonly FigureColumn<PickedFields>[] => [
  {
    key: 'picked_low',
    head: 'Interval after picking',
    says: 'lower end of the interval that holds though the line was picked for standing out; empty where it does not',
    kind: 'points',
    of: ({ picked }) => picked?.low,
    text: ({ picked }) => (picked ? formatDifferenceInterval(picked.low, picked.high, 'score') : '')
  },
  { key: 'picked_high', says: 'upper end of that interval', kind: 'points', of: ({ picked }) => picked?.high },
  { key: 'p', says: 'p-value of the test of no difference, two-sided', kind: 'p', of: ({ p }) => p },
  {
    key: 'p_adjusted',
    head: 'Adjusted p',
    says: `the same adjusted for all lines tested (Benjamini–Hochberg); empty ${untested}`,
    kind: 'p',
    of: ({ adjusted }) => adjusted
  }
];
