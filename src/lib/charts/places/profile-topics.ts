import { findColumn, formatCount, levelKey, type Dimension } from '../../dataset/index.ts';
import type { ListedChart, Estimated } from '../chart.ts';
import {
  ADJUSTED,
  againstTheRest,
  differencesInWords,
  groupOf,
  METHOD,
  peopleOnBothSides,
  profileNotes,
  profileTable,
  profileVocabulary,
  rowsAsked,
  sidesInWords,
  tooFew,
  type Item
} from './profile.ts';
import { byEstimate, extremes } from './profile-order.ts';
import { profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';

const items: readonly Item[] = (findColumn('topic')!.column as Dimension).levels.map((level) => ({
  metric: `topic.${levelKey(level)}`,
  label: level.label
}));

/** Topics drawn at either end; the table has them all. */
const DRAWN = 3;

/** What a group of people open conversations on, by how far its share differs from everyone else's. */
export const profileTopics: ListedChart = {
  name: 'profile-topics',
  label: 'What a group talk about',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  queries: (selection) => items.map(({ metric }) => againstTheRest(metric, selection)),
  estimate(answers, selection, extra): Estimated {
    const { denominators, others } = peopleOnBothSides(answers[0]?.[0]);
    return {
      kicker: 'What they talk about',
      question: `What do ${groupOf(selection, extra)} talk about more, and less, than others?`,
      axis: 'Difference of shares of conversations, percentage points',
      scale: 'score',
      rowsAre: 'Topic',
      rows: rowsAsked(items, answers, 'difference'),
      overall: null,
      unit: 'conversations',
      denominators: { ...denominators, ratings: 0 },
      numbers: `${sidesInWords(selection, extra, denominators.people, others)} · ${formatCount(denominators.conversations)} conversations of these people`,
      constants: { others },
      method: METHOD,
      notes: [
        `Drawn are the ${DRAWN} topics furthest up and the ${DRAWN} furthest down of ${items.length}; the table has all.`,
        'Topics come from machine clustering of opening prompts and a machine-written name; a third of the openers has none and counts as “not this topic”.',
        'Of a topic with few conversations on a side, interval and test come from both shares’ own intervals (Newcombe).',
        ADJUSTED,
        ...profileNotes(selection, 'conversations', extra)
      ]
    };
  },
  arrange: byEstimate,
  describe: (figure) => tooFew(figure) ?? differencesInWords(figure.rows, ['topic', 'topics'], 'percentage points'),
  table: (figure) => profileTable(figure, 'share'),
  plot: (plot, figure) =>
    profilePlot(plot, extremes(figure.rows, DRAWN), figure, {
      axis: '← less than everyone else · more →',
      shows: 'difference'
    })
};
