import {
  findColumn,
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatValue
} from '../../dataset/index.ts';
import type { FigureColumn, Total } from '../chart.ts';
import { pickedColumns } from '../columns/picked-columns.ts';
import { estimateColumn, errorColumns, intervalColumns, remarkColumn } from '../columns/row-columns.ts';
import { remark } from '../words/metric-words.ts';
import { standsOut, type TiltFields, type TiltRow } from './tilt-rows.ts';

/** A side's share of conversations on the topic and, in the next cell, its interval. */
function shareColumns(name: 'here' | 'there', head: string, says: string): readonly FigureColumn<TiltFields>[] {
  return [
    {
      key: `share_${name}`,
      head,
      says: `share of conversations on the topic ${says}`,
      kind: 'share',
      of: (row) => row[name]?.value,
      text: (row) => (row[name] ? formatValue(row[name].value, 'share') : '')
    },
    {
      key: `share_${name}_low`,
      says: `lower end of the interval of \`share_${name}\``,
      kind: 'share',
      of: (row) => row[name]?.low,
      text: (row) => (row[name] ? formatInterval(row[name].low, row[name].high, 'share') : '')
    },
    {
      key: `share_${name}_high`,
      says: `upper end of the interval of \`share_${name}\``,
      kind: 'share',
      of: (row) => row[name]?.high
    }
  ];
}

/** Whether it stands out, or why nothing is said of that. */
function remarkOf(row: Total<TiltFields>): string {
  const { estimate } = row;
  if (!estimate.shown) return estimate.reason;
  const said =
    row.adjusted === undefined
      ? 'not tested: too few are expected'
      : standsOut(row as TiltRow)
        ? 'stands out'
        : 'no difference shown';
  return [said, remark(row)].filter(Boolean).join(', ');
}

/** Topic, group, difference, both shares, the interval after picking, the tests, and who is behind it. */
export const tiltColumns: readonly FigureColumn<TiltFields>[] = [
  {
    key: 'topic',
    head: 'Topic',
    says: 'the topic that conversations open on',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'group',
    head: ({ selection }) => findColumn(selection.by!)!.column.label,
    says: 'the group whose conversations they are',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  },
  estimateColumn(
    'Difference, points',
    ({ value }) => formatDifference(value, 'score'),
    'the share of the group’s conversations on the topic less that of the other side, in percentage points; empty where it is hidden'
  ),
  ...intervalColumns('95 % interval', ({ low, high }) => formatDifferenceInterval(low, high, 'score')),
  ...errorColumns,
  ...shareColumns('here', 'Share here', 'in the group'),
  ...shareColumns('there', 'Share elsewhere', 'on the other side'),
  ...pickedColumns('where too few are expected for a test'),
  {
    key: 'conversations_with',
    head: 'Conversations on it',
    says: 'conversations of the group that are on the topic; empty where the estimate is hidden',
    kind: 'count',
    of: ({ having }) => having
  },
  {
    key: 'conversations',
    head: 'Conversations',
    says: 'conversations of the group',
    kind: 'count',
    of: ({ estimate }) => estimate.conversations
  },
  {
    key: 'people',
    head: 'People',
    says: 'people of the group with a conversation',
    kind: 'count',
    of: ({ estimate }) => estimate.people
  },
  {
    key: 'people_b',
    head: 'People elsewhere',
    says: 'people with a conversation on the other side',
    kind: 'count',
    of: ({ sides }) => sides?.b
  },
  {
    key: 'people_both',
    says: 'people with conversations on both sides, who count as the same people',
    kind: 'count',
    of: ({ sides }) => sides?.both
  },
  remarkColumn(remarkOf)
];
