import { formatCount, formatPercent, formatValue } from '../../dataset/index.ts';
import { everything } from '../../selection/index.ts';
import type { FigureColumn, Estimated, NoFields, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { replyTerms } from './reply-terms.ts';
import type { PublishedFiles } from '../published-files.ts';

const signed = (value: number) => `${value > 0 ? '+' : ''}${formatValue(value, 'score')}`;

/** The share of the differences between scores that the marks account for. */
const constants = { explained: 'value' } as const;

type Constants = typeof constants;

function estimate({ conversations, scores }: PublishedFiles): Estimated<NoFields, Constants> {
  const people = conversations.participants_with_conversations;
  const { n, r2 } = scores.ols_all_hypotheses_openers;
  const rows = replyTerms.map(({ column, label, published }): RawRow => ({
    ...{ key: column, label, missing: false, people, conversations: 0, ratings: n },
    // Published without an interval.
    result: { value: published, low: published, high: published }
  }));
  return {
    kicker: 'What goes into a score · published, real',
    axis: 'Points of score more, other marks being equal',
    scale: 'score',
    rowsAre: 'What the reply is like',
    rows,
    overall: null,
    unit: null,
    denominators: { people, conversations: conversations.row_counts.conversations, ratings: n },
    numbers: `${formatCount(people)} people · ${formatCount(conversations.row_counts.conversations)} conversations · ${formatCount(n)} ratings of opening replies`,
    constants: { explained: r2 },
    method: 'least squares, published without intervals',
    notes: [
      'The published errors are those of independent ratings, so that no interval is made of them here: ratings of one person are alike, and true intervals are wider.',
      'No effects of models or people: what goes with a mark goes with the models that have it, too.',
      `Published rates of the three kinds of phrases: ${['denies_being_human', 'refuses', 'says_it_is_ai']
        .map((name) => replyTerms.find(({ column }) => column === name)!)
        .map(({ label, publishedRate }) => `${label.toLowerCase()} ${formatPercent(publishedRate!, 1)}`)
        .join(
          ', '
        )} of opening replies. The list for the last holds bare names of models, among them everyday words such as “command”.`,
      'What goes with a score need not be what makes it.'
    ]
  };
}

function headline({ constants }: Unsaid<NoFields, Constants>): string {
  return `Length, lists and other marks account for ${formatValue(constants!.explained!, 'share')} of the differences between scores`;
}

function describe(figure: Unsaid<NoFields, Constants>): string {
  const value = (key: string) => {
    const row = figure.rows.find((one) => one.key === key);
    return row?.estimate.shown ? signed(row.estimate.value) : 'unknown';
  };
  return `Other marks being equal, 100 characters more go with ${value('response_length')} points of score and a list with ${value('has_list')}, line breaks with ${value('has_line_break')} and declining to answer with ${value('refuses')}. Together these marks account for ${formatValue(figure.constants!.explained!, 'share')} of the differences between ${formatCount(figure.denominators.ratings)} scores of opening replies (published without intervals).`;
}

const columns: readonly FigureColumn[] = [
  label,
  estimateColumn(undefined, ({ value }) => signed(value)),
  remarkColumn(({ estimate }) => (estimate.shown ? 'published without an interval' : estimate.reason))
];

/** The published regression of opener scores on length and marks of the reply. */
export const publishedRegression: PublishedChart<NoFields, Constants> = {
  name: 'published-regression',
  label: 'What goes with a higher score, published',
  vocabulary: { defaults: everything, parts: [], params: {} },
  source: 'published',
  needs: [],
  constants,
  columns,
  estimate,
  question: () => 'What goes with a higher score?',
  headline,
  describe,
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: { head: 'points', of: ({ estimate }) => (estimate.shown ? signed(estimate.value) : '') },
      reference: { value: 0, label: '← lower · higher →' },
      published: null
    })
};
