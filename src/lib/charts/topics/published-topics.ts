import { formatCount, formatPercent, formatList } from '../../dataset/index.ts';
import { everything } from '../../selection/index.ts';
import type { FigureColumn, Estimated, PublishedChart, RawRow, Unsaid } from '../chart.ts';
import { estimateColumn, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import type { PublishedFiles } from '../published-files.ts';
import { isShown } from '../rows/ranked.ts';
import { topicLabel, topics } from './topics-vocabulary.ts';

/** The words that tell a topic from the others, and how many conversations are on it. */
const fields = { words: 'word', size: 'count' } as const;

type Fields = typeof fields;

/** Key of the conversations that are on no topic. */
const NO_TOPIC = topics.at(-1)!.key;

/** Topics by the names their authors gave them; conversations on none have no name. */
const keyOf = (name: string) => topics.find(({ label }) => label === topicLabel(name))?.key ?? NO_TOPIC;

function estimate({ conversations, topics: published }: PublishedFiles): Estimated<Fields> {
  const people = conversations.participants_with_conversations;
  const rows = [...published.clusters]
    .sort((a, b) => (a.cluster_id < 0 ? 1 : b.cluster_id < 0 ? -1 : b.size - a.size))
    .map(({ cluster_id, name, size, top_words }): RawRow<Fields> => {
      const value = size / published.n_prompts;
      return {
        key: cluster_id < 0 ? NO_TOPIC : keyOf(name),
        label: cluster_id < 0 ? 'No topic' : name,
        missing: false,
        people,
        conversations: published.n_prompts,
        ratings: 0,
        words: formatList(top_words),
        size,
        // Published without an interval.
        result: { value, low: value, high: value }
      };
    });
  return {
    kicker: 'Dialogue diversity · published, real',
    axis: 'Share of conversations that open on the topic',
    scale: 'share',
    rowsAre: 'Topic',
    rows,
    overall: null,
    unit: null,
    denominators: { people, conversations: published.n_prompts, ratings: 0 },
    numbers: `${formatCount(people)} people · ${formatCount(published.n_prompts)} conversations`,
    method: 'counts, published without intervals',
    notes: [
      'Nobody asked people for a topic. Their opening prompts were turned into vectors of meaning, the vectors grouped by a clustering program (HDBSCAN, 80 prompts or more a group), and each group named by a language model from its typical prompts and words.',
      'Openers that the program put into no group are “No topic”: about a third. They are a row of every table here, so that shares add up.',
      'The words are the ten that tell a group’s prompts best from those of other groups (class-based TF-IDF), as published.'
    ]
  };
}

function describe({ rows }: Unsaid<Fields>): string {
  const shown = rows.filter(isShown);
  const none = shown.find(({ key }) => key === NO_TOPIC)!;
  const [largest, ...others] = shown.filter((row) => row !== none);
  const smallest = others.at(-1)!;
  const share = ({ estimate }: typeof none) => formatPercent(estimate.value, estimate.value < 0.05 ? 1 : 0);
  return `The published clustering finds ${formatCount(others.length + 1)} topics, from “${largest!.label}” (${formatCount(largest!.size)} conversations, ${share(largest!)}) down to “${smallest.label}” (${formatCount(smallest.size)}, ${share(smallest)}). ${formatCount(none.size)} conversations, ${share(none)}, are on none of them.`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  estimateColumn('Share of conversations'),
  {
    key: 'size',
    head: 'Conversations',
    says: 'conversations that open on the topic, as published',
    kind: 'count',
    of: ({ size }) => size
  },
  {
    key: 'words',
    head: 'Words that tell it from others',
    says: 'the ten words that tell the topic’s opening prompts best from those of others, as published',
    kind: 'word',
    of: ({ words }) => words
  },
  remarkColumn(({ estimate }) => (estimate.shown ? '' : estimate.reason))
];

/** The published topics: how large they are and the words that tell them apart. */
export const publishedTopics: PublishedChart<Fields> = {
  name: 'published-topics',
  label: 'Topics, published',
  rowsCalled: 'topics',
  vocabulary: { defaults: everything, parts: [], params: {} },
  source: 'published',
  needs: [],
  fields,
  columns,
  estimate,
  question: () => 'What do people talk about?',
  headline: ({ rows }) => {
    const none = rows.find(({ key }) => key === NO_TOPIC);
    return none?.estimate.shown
      ? `People open on ${formatCount(rows.length - 1)} topics, and in ${formatPercent(none.estimate.value, 0)} of conversations on none of them`
      : null;
  },
  describe,
  plot: (plot, figure, width) =>
    dotInterval<Fields>(plot, figure, width, {
      right: { head: 'conversations', of: ({ size }) => formatCount(size), width: 104 },
      reference: null,
      published: null
    })
};
