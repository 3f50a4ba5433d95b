import { formatCount, formatPercent, formatValue } from '../../dataset/index.ts';
import { everything } from '../../selection/index.ts';
import type { Estimated, FigureColumn, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, remarkColumn } from '../columns/row-columns.ts';
import { nestedDots } from '../forms/nested-dots.ts';
import { pairFields, pairRow } from '../rows/pairs.ts';
import type { PublishedFiles } from '../published-files.ts';
import { judgedTraits, settings, traits } from './sliders.ts';
import { NO_RANKING, OF_THE_CHOSEN } from './values-words.ts';

/** Standard deviation of the answers, and the share of conversations marked N/A. */
const fields = { ...pairFields, spread: 'value', unanswered: 'value' } as const;

type Fields = typeof fields;
type Key = keyof PublishedFiles['attributes']['performance_attributes'];

function estimate({ attributes, conversations, demographics }: PublishedFiles): Estimated<Fields> {
  const held = {
    people: conversations.participants_with_conversations,
    conversations: conversations.row_counts.conversations
  };
  const averages = {
    said: attributes.stated_prefs,
    judged: attributes.performance_attributes,
    chosen: attributes.choice_attributes
  } as const;
  const marked = {
    judged: attributes.pct_NA_of_8011_rounded.performance,
    chosen: attributes.pct_NA_of_8011_rounded.choice
  };
  const rows = traits.flatMap((trait) =>
    settings.flatMap(({ key: setting, label }): RawRow<Fields>[] => {
      if (setting !== 'said' && !judgedTraits.includes(trait)) return [];
      const key = trait.key as Key;
      const { mean, std } = averages[setting][key];
      const unanswered = setting === 'said' ? undefined : marked[setting][key] / 100;
      const counted = setting === 'said' ? { people: demographics.n, conversations: 0 } : held;
      return [
        {
          // Published without an interval.
          ...pairRow(
            trait,
            { key: setting, label, missing: false },
            { ...counted, ratings: 0, result: { value: mean, low: mean, high: mean } }
          ),
          spread: std,
          ...(unanswered === undefined ? {} : { unanswered })
        }
      ];
    })
  );
  return {
    kicker: 'Said, judged, rewarded · published, real',
    axis: 'Average on a slider from 0 (said) or 1 (judged, choice) to 100',
    scale: 'score',
    rowsAre: 'Trait',
    rows,
    overall: null,
    unit: null,
    denominators: { people: demographics.n, conversations: held.conversations, ratings: 0 },
    numbers: `${formatCount(demographics.n)} people said, ${formatCount(held.people)} judged ${formatCount(held.conversations)} conversations`,
    method: 'averages, published without intervals',
    notes: [
      OF_THE_CHOSEN,
      NO_RANKING,
      'Sliders used before and after run from 0 and from 1, and stood on different pages: small gaps between them say nothing.'
    ]
  };
}

function describe({ rows }: Unsaid<Fields>): string {
  const at = (trait: string, setting: string) =>
    rows.find(({ first, second }) => first.key === trait && second.key === setting);
  const value = (trait: string, setting: string) => {
    const row = at(trait, setting);
    return row?.estimate.shown ? formatValue(row.estimate.value, 'score') : 'unknown';
  };
  const na = rows.flatMap(({ unanswered }) => (unanswered === undefined ? [] : [unanswered]));
  return `Beforehand people gave helpfulness ${value('helpfulness', 'said')} and fitting their own values ${value('values', 'said')} of 100 on average. The replies they chose they judged ${value('helpfulness', 'judged')} for helpfulness and ${value('values', 'judged')} for fitting their values; sliders were marked N/A in up to ${formatPercent(Math.max(...na), 0)} of conversations (published without intervals).`;
}

const columns: readonly FigureColumn<Fields>[] = [
  {
    key: 'trait',
    head: 'Trait',
    says: 'what the slider is about',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'asked',
    head: 'Asked',
    says: 'when it was asked',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  },
  estimateColumn('Average'),
  {
    key: 'spread',
    head: 'Standard deviation',
    says: 'standard deviation of the answers, as published',
    kind: 'points',
    of: ({ spread }) => spread
  },
  {
    key: 'unanswered',
    head: 'N/A',
    says: 'share of conversations marked N/A, as published in whole per cent',
    kind: 'share',
    of: ({ unanswered }) => unanswered,
    text: ({ unanswered }) => (unanswered === undefined ? '' : formatPercent(unanswered, 0))
  },
  remarkColumn(({ estimate }) => (estimate.shown ? 'published without an interval' : estimate.reason))
];

/** What was published of the 22 sliders. */
export const publishedValues: PublishedChart<Fields> = {
  name: 'published-values',
  label: 'Said, judged and chosen by, published',
  rowsCalled: 'averages',
  vocabulary: { defaults: everything, parts: [], params: {} },
  source: 'published',
  needs: [],
  fields,
  columns,
  estimate,
  question: () => 'What do people say they want, and how does what they choose do?',
  headline: ({ rows }) => {
    const of = (setting: string) =>
      rows.find(({ first, second }) => first.key === 'values' && second.key === setting)?.estimate;
    const [said, judged] = [of('said'), of('judged')];
    const whole = (value: number) => formatCount(Math.round(value));
    return said?.shown && judged?.shown
      ? `A model that fits their values matters ${whole(said.value)} of 100 to people beforehand; the reply they choose gets ${whole(judged.value)} for it`
      : null;
  },
  describe,
  plot: (plot, figure, width) => nestedDots(plot, figure, width, null)
};
