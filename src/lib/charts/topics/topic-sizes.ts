import { formatCount, formatEstimate, formatInterval, levelKey, levelsOf } from '../../dataset/index.ts';
import { share } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { FigureColumn, DatabaseChart, Estimated, RawRow, Unsaid } from '../chart.ts';
import { countColumn, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval } from '../forms/dot-interval.ts';
import { NARROW } from '../forms/picture-frame.ts';
import { denominatorsOf, momentsOf } from '../rows/moments.ts';
import { narrowed } from '../rows/metric-rows.ts';
import { isFirm } from '../rows/ranked.ts';
import { idleFilters, narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { conversationsOf, topics, topicsVocabulary } from './topics-vocabulary.ts';

/** The people who open on a topic at least once, and the conversations that do. */
const fields = { peopleWith: 'value', conversationsWith: 'value' } as const;

type Fields = typeof fields;

/** All conversations, and how they fall on the topics. */
type Asked = { readonly all: Query; readonly topics: Query };

const estimate: DatabaseChart<Fields, Asked>['estimate'] = (answers, selection, extra): Estimated<Fields> => {
  const total = answers.all[0];
  const denominators = { ...denominatorsOf(total), ratings: 0 };
  const codes = new Map(levelsOf('topic', extra).map((level, code) => [levelKey(level), code]));
  const rows = topics.map((topic): RawRow<Fields> => {
    const sums = answers.topics.find(({ bin }) => bin === codes.get(topic.key));
    const having = { y: sums?.y ?? 0, xy: sums?.xy ?? 0, yy: sums?.yy ?? 0 };
    return {
      ...topic,
      ...denominators,
      peopleWith: sums?.people ?? 0,
      conversationsWith: sums?.conversations ?? 0,
      result: share({ ...momentsOf(total), ...having })
    };
  });
  return {
    kicker: 'Topics',
    axis: 'Share of conversations that open on the topic',
    scale: 'share',
    rowsAre: 'Topic',
    rows: rows.sort((a, b) => (b.conversationsWith ?? 0) - (a.conversationsWith ?? 0)),
    overall: null,
    unit: 'conversations',
    denominators,
    numbers: denominatorWords(denominators, 'conversations'),
    method: '95 % intervals, clustered by person',
    notes: [
      idleFilters({ ...selection, turns: 'opener' }, 'conversations', extra),
      'Topics come from machine clustering of opening prompts and a machine-written name; nobody asked people for them.',
      'People on the right open on the topic at least once. They do not add up: each held several conversations.',
      'These are people who took part, not whole countries: an opt-in sample.'
    ].filter((note) => note !== undefined)
  };
};

/** Topics of 30 people or more, the largest first, without “No topic”. */
const firmTopics = (rows: Unsaid<Fields>['rows']) =>
  rows.filter(isFirm).filter(({ key }) => key !== topics.at(-1)!.key);

/** Whether the largest of several topics may be called so: its interval is above all others'. */
function leads(rows: Unsaid<Fields>['rows']): boolean {
  const [first, ...others] = firmTopics(rows);
  return others.length > 0 && first!.estimate.low > Math.max(...others.map(({ estimate }) => estimate.high));
}

function describe({ rows, denominators }: Unsaid<Fields>): string {
  const firm = rows.filter(isFirm);
  const none = firm.find(({ key }) => key === topics.at(-1)!.key);
  const [first, second] = firmTopics(rows);
  if (!none || !first) {
    return denominators.people === 0
      ? 'Nobody is left with a conversation under these filters.'
      : 'Too few people are left to say what they talk about.';
  }
  const words = ({ estimate }: typeof none) =>
    `${formatEstimate(estimate, 'share')} (${formatInterval(estimate.low, estimate.high, 'share')})`;
  const opened = `opened by ${formatCount(first.peopleWith!)} of ${formatCount(first.estimate.people)} people at least once`;
  const top =
    !second || leads(rows)
      ? `The topic “${first.label}” comes first with ${words(first)} of conversations, ${opened}.`
      : `Which topic comes first cannot be told: “${first.label}” has ${words(first)} of conversations, ${opened}, and “${second.label}” ${words(second)}.`;
  return `${top} On no topic that the clustering knows are ${words(none)}.`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  ...estimateColumns('Share of conversations'),
  {
    key: 'conversations_with',
    head: 'Conversations on it',
    says: 'conversations that open on the topic; empty where the estimate is hidden',
    kind: 'count',
    of: ({ conversationsWith }) => conversationsWith
  },
  {
    key: 'people_with',
    head: 'People who open on it',
    says: 'people with a conversation that opens on the topic; empty where the estimate is hidden',
    kind: 'count',
    of: ({ peopleWith }) => peopleWith
  },
  countColumn('people', 'People', 'people with a conversation'),
  countColumn('conversations', 'Conversations', 'all their conversations'),
  remarkColumn()
];

/** How large the topics are, in conversations and in people. */
export const topicSizes: DatabaseChart<Fields, Asked> = {
  name: 'topic-sizes',
  label: 'Topics by size',
  rowsCalled: 'topics',
  vocabulary: topicsVocabulary,
  source: 'database',
  needs: [],
  fields,
  columns,
  queries: (selection) => ({
    all: conversationsOf(selection),
    topics: { ...conversationsOf(selection), kind: 'answers', column: 'topic' }
  }),
  estimate,
  question: (selection, extra) => `What do people talk about${narrowedTo(selection, 'conversations', extra)}?`,
  headline: (figure) => {
    const [first] = firmTopics(figure.rows);
    return first && leads(figure.rows)
      ? `“${first.label}” is what ${narrowed(figure.selection) ? 'these people' : 'people'} open on most, in ${formatEstimate(first.estimate, 'share')} of conversations`
      : null;
  },
  describe,
  plot: (plot, figure, width) =>
    dotInterval<Fields>(plot, figure, width, {
      right: {
        head: 'conversations',
        of: ({ conversationsWith }) => (conversationsWith === undefined ? '' : formatCount(conversationsWith)),
        width: 104
      },
      // Phones have no room for both; the table has.
      further:
        width < NARROW
          ? []
          : [
              {
                head: 'people',
                of: ({ peopleWith }) => (peopleWith === undefined ? '' : formatCount(peopleWith)),
                width: 60
              }
            ],
      reference: null,
      published: null
    })
};
