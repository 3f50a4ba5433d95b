import { attributes, capitalise } from '../../dataset/index.ts';
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
import { profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';
import { byEstimate } from './profile-order.ts';

const items: readonly Item[] = Object.values(attributes).map(({ key, label }) => ({
  metric: `stated_${key}`,
  label: capitalise(label)
}));

/** What a group of people say they want of a language model, by how far that differs from everyone else. */
export const profileWishes: ListedChart = {
  name: 'profile-wishes',
  label: 'What a group say they want',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  queries: (selection) => items.map(({ metric }) => againstTheRest(metric, selection)),
  estimate(answers, selection, extra): Estimated {
    const { denominators, others } = peopleOnBothSides(answers[0]?.[0]);
    return {
      kicker: 'What they say',
      question: `What do ${groupOf(selection, extra)} ask of AI, compared with others?`,
      axis: 'Difference of mean importance, points of 0–100',
      scale: 'score',
      rowsAre: 'Importance of',
      rows: rowsAsked(items, answers, 'difference'),
      overall: null,
      unit: 'participants',
      denominators,
      numbers: sidesInWords(selection, extra, denominators.people, others),
      constants: { others },
      method: METHOD,
      notes: [
        'How strongly people agree that each trait matters, before they talked with a model. People use such sliders differently.',
        ADJUSTED,
        ...profileNotes(selection, 'participants', extra)
      ]
    };
  },
  arrange: byEstimate,
  describe: (figure) => tooFew(figure) ?? differencesInWords(figure.rows, ['stated preference', 'stated preferences']),
  table: (figure) => profileTable(figure, 'score'),
  plot: (plot, figure) =>
    profilePlot(plot, figure.rows, figure, { axis: '← less than everyone else · more →', shows: 'difference' })
};
