import { formatDifference, formatDifferenceInterval, formatInterval, formatValue } from '../../dataset/index.ts';
import type { FigureColumn, Total } from '../chart.ts';
import { pickedColumns } from '../columns/picked-columns.ts';
import { errorColumns, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { remark } from '../words/metric-words.ts';
import type { ApartFields } from './apart-rows.ts';
import { metricOfRow } from './apart-words.ts';

/** A side's own value and, in the next cell, its interval. */
function sideColumns(name: 'here' | 'there', head: string, says: string): readonly FigureColumn<ApartFields>[] {
  const scale = (row: Total<ApartFields>) => metricOfRow(row.key).scale;
  return [
    {
      key: name,
      head,
      says: `value ${says}, a share as a share`,
      kind: 'value',
      of: (row) => row[name]?.value,
      text: (row) => (row[name] ? formatValue(row[name].value, scale(row)) : '')
    },
    {
      key: `${name}_low`,
      says: `lower end of the interval of \`${name}\``,
      kind: 'value',
      of: (row) => row[name]?.low,
      text: (row) => (row[name] ? formatInterval(row[name].low, row[name].high, scale(row)) : '')
    },
    { key: `${name}_high`, says: `upper end of that interval`, kind: 'value', of: (row) => row[name]?.high }
  ];
}

/** Whether it stands, or why nothing is said of that. */
function remarkOf(row: Total<ApartFields>): string {
  const { estimate, adjusted, picked } = row;
  if (!estimate.shown) return estimate.reason;
  const said =
    adjusted === undefined
      ? 'not tested: too few are expected'
      : picked === undefined
        ? 'no difference shown'
        : 'stands out';
  return [said, remark(row)].filter(Boolean).join(', ');
}

/** What is compared, the difference, both values, the interval after picking, the tests, and who is behind it. */
export const apartColumns: readonly FigureColumn<ApartFields>[] = [
  label,
  estimateColumn(
    'Difference, points',
    ({ value }) => formatDifference(value, 'score'),
    'the value of side A less that of side B, shares in percentage points; empty where it is hidden'
  ),
  ...intervalColumns('95 % interval', ({ low, high }) => formatDifferenceInterval(low, high, 'score')),
  ...errorColumns,
  ...sideColumns('here', 'Here', 'of side A'),
  ...sideColumns('there', 'Elsewhere', 'of side B'),
  ...pickedColumns('where it is not tested'),
  {
    key: 'people',
    head: 'People here',
    says: 'people on side A with a value',
    kind: 'count',
    of: ({ estimate }) => estimate.people
  },
  {
    key: 'people_b',
    head: 'People elsewhere',
    says: 'people on side B with a value',
    kind: 'count',
    of: ({ sides }) => sides?.b
  },
  {
    key: 'people_both',
    says: 'people on both sides, who count as the same people',
    kind: 'count',
    of: ({ sides }) => sides?.both
  },
  remarkColumn(remarkOf)
];
