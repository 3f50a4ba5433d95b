import { findColumn, formatCount, levelKey, type Dimension } from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart, Row } from '../chart.ts';
import { profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';
import { highestFirst, isFirm } from '../rows/ranked.ts';
import { profileColumns } from './profile-columns.ts';
import {
  peopleOnBothSides,
  profileConstants,
  profileFields,
  rowsAsked,
  type ProfileConstants,
  type ProfileFields
} from './profile-rows.ts';
import { differencesInWords } from './profile-words.ts';
import {
  ADJUSTED,
  METHOD,
  askedOneByOne,
  profileGroup,
  profileNotes,
  profileVocabulary,
  sidesInWords,
  tooFew,
  type Item
} from './profile.ts';
import { topicsHeadline } from './profile-headline.ts';

const items: readonly Item[] = (findColumn('topic')!.column as Dimension).levels.map((level) => ({
  metric: `topic.${levelKey(level)}`,
  label: level.label
}));

/** Topics drawn at either end; the table has them all. */
const DRAWN = 3;

/** The rows with the most at either end, in their order: `most` from each. */
function extremes<R extends Row>(rows: readonly R[], most: number): readonly R[] {
  const firm = rows.filter(isFirm);
  return firm.length <= 2 * most ? firm : [...firm.slice(0, most), ...firm.slice(-most)];
}

/** What a group of people open conversations on, by how far its share differs from everyone else's. */
export const profileTopics: DatabaseChart<ProfileFields, Readonly<Record<string, Query>>, ProfileConstants> = {
  name: 'profile-topics',
  label: 'What a group talk about',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields: profileFields,
  constants: profileConstants,
  columns: profileColumns('share'),
  queries: (selection) => askedOneByOne(items, selection),
  estimate(answers, selection, extra) {
    const { denominators, others } = peopleOnBothSides(answers[items[0]!.metric]?.[0]);
    return {
      kicker: 'What they talk about',
      axis: 'Difference of shares of conversations, percentage points',
      scale: 'score',
      rowsAre: 'Topic',
      rows: rowsAsked(items, answers, 'difference', selection),
      overall: null,
      unit: 'conversations',
      denominators: { ...denominators, ratings: 0 },
      numbers: `${sidesInWords(selection, extra, denominators.people, others)} · ${formatCount(denominators.conversations)} conversations of these people`,
      constants: { others },
      method: METHOD,
      notes: [
        `Drawn are the ${DRAWN} topics furthest up and the ${DRAWN} furthest down of ${items.length}; the table has all.`,
        'Topics come from machine clustering of opening prompts and a machine-written name; openers without one count as “not this topic”.',
        'Of a topic with few conversations on a side, interval and test come from both shares’ own intervals (Newcombe).',
        ADJUSTED,
        ...profileNotes(selection, 'conversations', extra)
      ]
    };
  },
  arrange: highestFirst,
  question: (selection, extra) => `What do ${profileGroup(selection, extra)} talk about more, and less, than others?`,
  headline: topicsHeadline,
  describe: (figure) => tooFew(figure) ?? differencesInWords(figure.rows, ['topic', 'topics'], 'percentage points'),
  plot: (plot, figure) =>
    profilePlot(
      plot,
      { ...figure, rows: extremes(figure.rows, DRAWN) },
      { axis: '← less than everyone else · more →', shows: 'difference' }
    )
};
