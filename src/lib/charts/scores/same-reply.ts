import { formatCount, formatInterval, formatValue } from '../../dataset/index.ts';
import { everything } from '../../selection/index.ts';
import type { FigureColumn, Estimated, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { countColumn, estimateColumn, intervalColumns, label, remarkColumn } from '../columns/row-columns.ts';
import type { PublishedFiles } from '../published-files.ts';

/** How many groups of ratings a row is over. */
const fields = { groups: 'count' } as const;

type Fields = typeof fields;

function estimate({ neighbourhoods }: PublishedFiles): Estimated<Fields> {
  const { different_participants_exact_same_prompt_and_response: between, same_participant_same_response: within } =
    neighbourhoods.same_context_score_differences;
  // How many different people are in the groups is not printed; so many ratings by somebody else are.
  const ratings = Object.entries(between.group_sizes).reduce((sum, [size, groups]) => sum + Number(size) * groups, 0);
  const rows: RawRow<Fields>[] = [
    {
      ...{ key: 'between', label: 'Different people, same message, same reply', missing: false },
      ...{ people: ratings, conversations: 0, ratings },
      groups: between.n,
      result: { value: between.median, low: between.p25, high: between.p75 }
    },
    {
      ...{ key: 'within', label: 'One person, same reply from two models', missing: false },
      ...{ people: within.users, conversations: 0, ratings: 0 },
      groups: within.n,
      result: { value: within.median, low: within.p25, high: within.p75 }
    }
  ];
  return {
    kicker: 'Preference diversity · published, real',
    axis: 'Highest less lowest score within a group, points; median and middle half of the groups',
    scale: 'score',
    rowsAre: 'Who scored',
    rows,
    overall: null,
    unit: null,
    denominators: { people: within.users, conversations: 0, ratings },
    numbers: `${formatCount(between.n)} groups of ${formatCount(ratings)} ratings by different people · ${formatCount(within.n)} groups by ${formatCount(within.users)} people`,
    method: 'dots are medians, bars the middle half of the groups; no interval is published',
    notes: [
      'Between people: they wrote the very same opening message and were shown the very same reply. Such messages are short (“hello”, “hi”), so this is not a sample of all conversations.',
      'Within a person: two models answered the same message with the same words. Both stood side by side, so that the person could see it.',
      'Larger groups have a larger range by chance alone; most groups are pairs.'
    ]
  };
}

function headline({ rows }: Unsaid<Fields>): string | null {
  const value = (key: string) => {
    const estimate = rows.find((row) => row.key === key)?.estimate;
    return estimate?.shown ? formatValue(estimate.value, 'score') : null;
  };
  const [between, within] = [value('between'), value('within')];
  return between === null || within === null
    ? null
    : `Two people score the very same reply ${between} points apart, one person ${within}`;
}

function describe(figure: Unsaid<Fields>): string {
  const words = (key: string) => {
    const row = figure.rows.find((one) => one.key === key);
    return row?.estimate.shown
      ? `${formatValue(row.estimate.value, 'score')} points apart (middle half of ${formatCount(row.groups)} groups: ${formatInterval(row.estimate.low, row.estimate.high, 'score')})`
      : 'an unknown distance apart';
  };
  return `Scores of different people for the very same reply to the very same message lie ${words('between')} in the median group; those of one person for the same reply from two models ${words('within')}.`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  estimateColumn(),
  ...intervalColumns('Middle half of the groups').map((column) => ({
    ...column,
    says: `${column.key === 'low' ? 'lower' : 'upper'} quartile of the groups: no interval is published`
  })),
  {
    key: 'groups',
    says: 'groups of ratings of one reply',
    kind: 'count',
    of: ({ groups }) => groups
  },
  {
    ...countColumn('people', 'Ratings or people'),
    key: 'ratings_or_people',
    says: 'ratings by different people, or people who rated one reply twice'
  },
  remarkColumn()
];

/** How far scores of the very same reply lie apart, between people and within one. */
export const sameReply: PublishedChart<Fields> = {
  name: 'same-reply',
  label: 'One reply, two people, published',
  vocabulary: { defaults: everything, parts: [], params: {} },
  source: 'published',
  needs: [],
  fields,
  columns,
  estimate,
  question: () => 'Do two people score one and the same reply alike?',
  headline,
  describe,
  plot: (plot, figure, width) =>
    dotInterval<Fields>(plot, figure, width, {
      right: { head: 'groups', of: ({ groups }) => formatCount(groups) },
      reference: null,
      published: null
    })
};
