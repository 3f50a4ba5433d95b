import { formatDifference, formatDifferenceInterval, formatInterval, formatValue } from '../../dataset/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { FigureColumn } from '../chart.ts';
import { errorColumns, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { remark } from '../words/metric-words.ts';

/** Both sides' shares, people of the level who are left, and the tests. */
export const leftFields = {
  here: 'interval',
  there: 'interval',
  stay: 'value',
  p: 'value',
  adjusted: 'value',
  picked: 'interval'
} as const;

export type LeftFields = typeof leftFields;

const shareColumns = (name: 'here' | 'there', head: string, says: string): readonly FigureColumn<LeftFields>[] => [
  {
    key: `share_${name}`,
    head,
    says: `share with the answer ${says}`,
    kind: 'share',
    of: (row) => row[name]?.value,
    text: (row) =>
      row[name]
        ? `${formatValue(row[name].value, 'share')} (${formatInterval(row[name].low, row[name].high, 'share')})`
        : ''
  },
  {
    key: `share_${name}_low`,
    says: `lower end of the interval of \`share_${name}\``,
    kind: 'share',
    of: (row) => row[name]?.low
  },
  {
    key: `share_${name}_high`,
    says: `upper end of the interval of \`share_${name}\``,
    kind: 'share',
    of: (row) => row[name]?.high
  }
];

/** Both sides' shares, their difference, the test, and who is behind it. */
export const leftColumns: readonly FigureColumn<LeftFields>[] = [
  label,
  estimateColumn('Difference, points', ({ value }) => formatDifference(value, 'score')),
  ...intervalColumns('95 % interval', ({ low, high }) => formatDifferenceInterval(low, high, 'score')),
  ...errorColumns,
  ...shareColumns('here', 'Among those left', 'among those left'),
  ...shareColumns('there', 'Among those dropped', 'among those dropped'),
  {
    key: 'p_adjusted',
    head: 'Adjusted p',
    says: 'p-value of no difference, adjusted for all tested together; empty where too few are expected',
    kind: 'p',
    of: ({ adjusted }) => adjusted
  },
  {
    key: 'stay',
    head: 'People left',
    says: 'people with the answer who are left; empty where the estimate is hidden',
    kind: 'count',
    of: ({ stay }) => stay
  },
  { key: 'people_a', says: 'people left, whatever their answer', kind: 'count', of: ({ sides }) => sides?.a },
  { key: 'people_b', says: 'people dropped, whatever their answer', kind: 'count', of: ({ sides }) => sides?.b },
  remarkColumn((row) =>
    [
      row.picked ? 'differs' : '',
      remark(row),
      row.stay !== undefined && row.stay < SMALLEST_RANKED ? 'fewer than 30 left' : ''
    ]
      .filter(Boolean)
      .join(', ')
  )
];
