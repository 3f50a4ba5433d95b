import { capitalise, findColumn, formatInterval, formatValue, levelKey, type Dimension } from '../../dataset/index.ts';
import type { ListedChart, Estimated, Figure } from '../chart.ts';
import {
  ADJUSTED,
  againstTheRest,
  differencesInWords,
  groupOf,
  METHOD,
  peopleOnBothSides,
  profileNotes,
  profileRow,
  profileTable,
  profileVocabulary,
  sidesInWords,
  tooFew
} from './profile.ts';
import { byEstimate } from './profile-order.ts';
import { HERE_AND_THERE, profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';

const METRIC = 'win_share';
const BY = 'model_family';
const families = (findColumn(BY)!.column as Dimension).levels;

function describe(figure: Omit<Figure, 'sentence'>): string {
  const few = tooFew(figure);
  if (few) return few;
  const ranked = figure.rows.flatMap((row) =>
    row.estimate.shown && row.estimate.level !== 'few' ? [{ label: row.label, ...row.estimate }] : []
  );
  const [top, bottom] = [ranked[0], ranked.at(-1)];
  if (!top || !bottom || top === bottom) return 'No two makers of models have enough people to be set side by side.';
  const words = (row: typeof top) =>
    `${formatValue(row.value, 'share')} (${formatInterval(row.low, row.high, 'share')})`;
  const spread = `Replies by models of ${top.label} beat ${words(top)} of the other replies to the same message, those of ${bottom.label} ${words(bottom)}.`;
  return `${spread} ${differencesInWords(figure.rows, ['maker', 'makers'], 'percentage points')}`;
}

/** Which makers' models a group of people prefer, beside everyone else. */
export const profileModels: ListedChart = {
  name: 'profile-models',
  label: 'Which models a group prefer',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  queries: (selection) => [againstTheRest(METRIC, selection), againstTheRest(METRIC, selection, [BY])],
  estimate([whole, answers], selection, extra): Estimated {
    const { denominators, others } = peopleOnBothSides(whole?.[0]);
    const rows = new Map((answers ?? []).map((row) => [row.g0!, row]));
    return {
      kicker: 'Which models they prefer',
      question: `Whose models do ${groupOf(selection, extra)} prefer?`,
      axis: 'Share of the other replies beaten',
      scale: 'share',
      rowsAre: 'Maker of the model',
      rows: families.map((level, code) =>
        profileRow({ metric: METRIC, label: level.label }, levelKey(level), rows.get(code), 'here')
      ),
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
  arrange: byEstimate,
  describe: (figure) => capitalise(describe(figure)),
  table: (figure) => profileTable(figure, 'share'),
  key: () => [...HERE_AND_THERE],
  plot: (plot, figure) =>
    profilePlot(plot, figure.rows, figure, { axis: 'Share of the other replies beaten', shows: 'here' })
};
