import { findColumn, formatDifference, formatDifferenceInterval, formatPercent } from '../../dataset/index.ts';
import type { Figure, FigureColumn } from '../chart.ts';
import { countColumn, estimateColumns, remarkColumn } from '../columns/row-columns.ts';
import { pairFields } from '../rows/pairs.ts';

/**
 * Besides its average, how many rows were marked N/A, as a share of those asked; of a group how far it lies from all others,
 * with the p-value adjusted for all that were tested.
 */
export const sliderFields = { ...pairFields, unanswered: 'value', difference: 'interval', adjusted: 'value' } as const;

export type SliderFields = typeof sliderFields;

const isGrouped = ({ selection }: Pick<Figure, 'selection'>) => selection.by !== null;

/** Trait, group, average, N/A, the test, and who is behind it. */
export const averageColumns: readonly FigureColumn<SliderFields>[] = [
  {
    key: 'trait',
    head: 'Trait',
    says: 'what the slider is about',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'group',
    head: ({ selection: { by } }) => (by === null ? 'Asked' : findColumn(by)!.column.label),
    says: 'when it was asked or, where there are groups, whose answers they are',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  },
  ...estimateColumns('Average'),
  {
    key: 'unanswered',
    head: 'N/A',
    says: 'share of conversations in which the slider was marked N/A; empty for what was said beforehand, which has no N/A',
    kind: 'share',
    of: ({ unanswered }) => unanswered,
    text: ({ unanswered }) => (unanswered === undefined ? '' : formatPercent(unanswered, 1))
  },
  {
    key: 'difference',
    head: 'From everybody else',
    says: 'average of the group less that of everybody else; empty where it is not tested',
    when: isGrouped,
    kind: 'points',
    of: ({ difference }) => difference?.value,
    text: ({ difference }) =>
      difference
        ? `${formatDifference(difference.value, 'score')} (${formatDifferenceInterval(difference.low, difference.high, 'score')})`
        : ''
  },
  { key: 'difference_low', says: 'lower end of its interval', kind: 'points', of: ({ difference }) => difference?.low },
  {
    key: 'difference_high',
    says: 'upper end of its interval',
    kind: 'points',
    of: ({ difference }) => difference?.high
  },
  {
    key: 'p_adjusted',
    head: 'Adjusted p',
    says: 'p-value of no difference, adjusted for all differences tested in the figure',
    when: isGrouped,
    kind: 'p',
    of: ({ adjusted }) => adjusted
  },
  countColumn('people', 'People', 'people with an answer'),
  {
    key: 'conversations',
    head: 'Conversations',
    says: 'conversations with an answer; empty for what was said beforehand',
    kind: 'count',
    of: ({ estimate }) => (estimate.conversations === 0 ? null : estimate.conversations)
  },
  remarkColumn()
];
