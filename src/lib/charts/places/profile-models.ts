import {
  capitalise,
  findColumn,
  formatInterval,
  formatList,
  formatValue,
  levelKey,
  type Dimension
} from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart, Unsaid } from '../chart.ts';
import { HERE_AND_THERE, profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';
import { highestFirst, isFirm, type ShownRow } from '../rows/ranked.ts';
import { profileColumns } from './profile-columns.ts';
import {
  findings,
  peopleOnBothSides,
  profileConstants,
  profileFields,
  profileRow,
  withAdjusted,
  type ProfileConstants,
  type ProfileFields
} from './profile-rows.ts';
import { differencesInWords } from './profile-words.ts';
import {
  ADJUSTED,
  METHOD,
  againstTheRest,
  profileGroup,
  profileNotes,
  profileVocabulary,
  sidesInWords,
  tooFew
} from './profile.ts';

const METRIC = 'win_share';
const BY = 'model_family';
const families = (findColumn(BY)!.column as Dimension).levels;

type Asked = { readonly all: Query; readonly makers: Query };

function headline(figure: Unsaid<ProfileFields, ProfileConstants>): string | null {
  if (tooFew(figure) || !figure.rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  const unlike = findings(figure.rows).map(({ label }) => label);
  const group = capitalise(profileGroup(figure.selection));
  return unlike.length === 0
    ? `${group} see no maker’s models differently from everyone else, as far as we can tell`
    : `${group} see the models of ${formatList(unlike)} differently from everyone else`;
}

function describe(figure: Unsaid<ProfileFields, ProfileConstants>): string {
  const few = tooFew(figure);
  if (few) return few;
  const firm = figure.rows.filter(isFirm);
  const [top, bottom] = [firm[0], firm.at(-1)];
  if (!top || !bottom || top === bottom) return 'No two makers of models have enough people to be set side by side.';
  const words = ({ estimate: { value, low, high } }: ShownRow) =>
    `${formatValue(value, 'share')} (${formatInterval(low, high, 'share')})`;
  const spread = `Replies by models of ${top.label} beat ${words(top)} of the other replies to the same message, those of ${bottom.label} ${words(bottom)}.`;
  return `${spread} ${differencesInWords(figure.rows, ['maker', 'makers'], 'percentage points')}`;
}

/** Which makers' models a group of people prefer, beside everyone else. */
export const profileModels: DatabaseChart<ProfileFields, Asked, ProfileConstants> = {
  name: 'profile-models',
  label: 'Which models a group prefer',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields: profileFields,
  constants: profileConstants,
  columns: profileColumns('share'),
  queries: (selection) => ({ all: againstTheRest(METRIC, selection), makers: againstTheRest(METRIC, selection, [BY]) }),
  estimate(answers, selection, extra) {
    const { denominators, others } = peopleOnBothSides(answers.all[0]);
    const makers = new Map(answers.makers.map((row) => [row.g0!, row]));
    const rows = families.map((level, code) =>
      profileRow({ metric: METRIC, label: level.label }, levelKey(level), makers.get(code), 'here')
    );
    return {
      kicker: 'Which models they prefer',
      axis: 'Share of the other replies beaten',
      scale: 'share',
      rowsAre: 'Maker of the model',
      rows: withAdjusted(rows, selection),
      overall: null,
      unit: 'utterances',
      denominators,
      numbers: sidesInWords(selection, extra, denominators.people, others),
      constants: { others },
      method: METHOD,
      notes: [
        'How many of the other replies to the same message a reply beats, half for an equal score: each person’s own use of the scale is taken out. 50 % is average by construction; makers’ models differ in size and age.',
        'Opening turns only: there, models were assigned at random.',
        ADJUSTED,
        ...profileNotes(selection, 'utterances', extra)
      ]
    };
  },
  arrange: highestFirst,
  question: (selection, extra) => `Whose models do ${profileGroup(selection, extra)} prefer?`,
  headline,
  describe: (figure) => capitalise(describe(figure)),
  key: () => [...HERE_AND_THERE],
  plot: (plot, figure) => profilePlot(plot, figure, { axis: 'Share of the other replies beaten', shows: 'here' })
};
