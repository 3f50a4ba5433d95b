import { attributes, capitalise } from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart } from '../chart.ts';
import { profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';
import { highestFirst } from '../rows/ranked.ts';
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
import { wishesHeadline } from './profile-headline.ts';

const items: readonly Item[] = Object.values(attributes).map(({ key, label }) => ({
  metric: `stated_${key}`,
  label: capitalise(label)
}));

/** What a group of people say they want of a language model, by how far that differs from everyone else. */
export const profileWishes: DatabaseChart<ProfileFields, Readonly<Record<string, Query>>, ProfileConstants> = {
  name: 'profile-wishes',
  label: 'What a group say they want',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields: profileFields,
  constants: profileConstants,
  columns: profileColumns('points'),
  queries: (selection) => askedOneByOne(items, selection),
  estimate(answers, selection, extra) {
    const { denominators, others } = peopleOnBothSides(answers[items[0]!.metric]?.[0]);
    return {
      kicker: 'What they say',
      axis: 'Difference of mean importance, points of 0–100',
      scale: 'score',
      rowsAre: 'Importance of',
      rows: rowsAsked(items, answers, 'difference', selection),
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
  arrange: highestFirst,
  question: (selection, extra) => `What do ${profileGroup(selection, extra)} ask of AI, compared with others?`,
  headline: wishesHeadline,
  describe: (figure) => tooFew(figure) ?? differencesInWords(figure.rows, ['stated preference', 'stated preferences']),
  plot: (plot, figure) => profilePlot(plot, figure, { axis: '← less than everyone else · more →', shows: 'difference' })
};
