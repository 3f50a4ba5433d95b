import { formatInterval, formatP, formatValue } from '../../dataset/index.ts';
import type { FigureColumn, Figure, Total } from '../chart.ts';
import {
  countColumn,
  countedColumns,
  estimateColumns,
  inFilesOnly,
  label,
  remarkColumn
} from '../columns/row-columns.ts';
import type { ProfileConstants, ProfileFields } from './profile-rows.ts';

type Kind = 'share' | 'points';
type Name = 'here' | 'there' | 'difference';

/** A number of a row and, in the next cell, its interval. */
function numberColumns(name: Name, head: string, says: string, kind: Kind, hidden = ''): FigureColumn<ProfileFields>[] {
  const scale = kind === 'share' ? 'share' : 'score';
  const key = name === 'difference' ? 'difference_points' : name;
  return [
    {
      key,
      head,
      says,
      kind,
      of: (row) => row[name]?.value,
      text: (row) => (row[name] ? formatValue(row[name].value, scale) : row.estimate.shown ? '' : hidden)
    },
    {
      key: `${name}_low`,
      head: '95 % interval',
      says: `lower end of the interval of \`${key}\``,
      kind,
      of: (row) => row[name]?.low,
      text: (row) => (row[name] ? formatInterval(row[name].low, row[name].high, scale) : '')
    },
    { key: `${name}_high`, says: `upper end of the interval of \`${key}\``, kind, of: (row) => row[name]?.high }
  ];
}

const levelWords = { few: 'few people, not tested', wide: 'wide interval', plain: '' } as const;

/** The adjusted p-value and how far to trust the row, or why it is hidden. */
function remark({ estimate, adjusted }: Total<ProfileFields>): string {
  if (!estimate.shown) return estimate.reason;
  const remarks = [adjusted === undefined ? '' : `adjusted p ${formatP(adjusted)}`, levelWords[estimate.level]];
  return remarks.filter((words) => words !== '').join(', ');
}

/**
 * Here, everyone else, the difference with its interval and adjusted p-value, and the people on both sides.
 *
 * @param kind what the two sides' values are; differences are in points
 */
export const profileColumns = (kind: Kind): readonly FigureColumn<ProfileFields>[] => [
  label,
  ...inFilesOnly(estimateColumns()),
  ...numberColumns('here', 'Here', 'value of the group', kind, 'not shown'),
  ...numberColumns('there', 'Everyone else', 'value of everybody who is not in the group', kind),
  ...numberColumns(
    'difference',
    'Difference, points',
    'value of the group less that of everyone else, in points, of shares in percentage points',
    'points'
  ),
  countColumn(
    'people',
    'People here',
    'people the line rests on: of the group and everyone else, those of the smaller side'
  ),
  ...inFilesOnly(countedColumns('of the group')),
  {
    key: 'people_elsewhere',
    head: 'People elsewhere',
    says: 'people who are not in the group',
    kind: 'count',
    of: (row, figure) => row.others ?? (figure as Figure<ProfileFields, ProfileConstants>).constants!.others
  },
  {
    key: 'p',
    says: 'p-value of the test of no difference, two-sided',
    kind: 'p',
    of: ({ p }) => p
  },
  {
    key: 'p_adjusted',
    says: 'the same adjusted for all lines tested (Benjamini–Hochberg); only with 30 people or more on each side',
    kind: 'p',
    of: ({ adjusted }) => adjusted
  },
  remarkColumn(remark)
];
