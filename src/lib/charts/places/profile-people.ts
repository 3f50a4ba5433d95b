import { answersOf, capitalise, formatInterval, formatValue, levelKey } from '../../dataset/index.ts';
import type { ListedChart, Estimated, Figure, Row } from '../chart.ts';
import {
  againstTheRest,
  countOfGroup,
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
import { HERE_AND_THERE, profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';

/** The levels with these released values, as shares of the people. */
function shares(column: string, values: readonly string[] | null, label = (name: string) => name): Item[] {
  return answersOf(column)
    .filter(({ value }) => values === null || values.includes(String(value)))
    .map((level) => ({ metric: `${column}.${levelKey(level)}`, label: label(level.label) }));
}

const ages = shares('age', null, (band) => `Aged ${band}`);
const items: readonly Item[] = [
  ...shares('gender', ['Female']),
  ...ages,
  ...shares('education', ['University Bachelors Degree', 'Graduate / Professional degree']).map(({ metric }, i) => ({
    metric,
    label: ['Bachelor’s degree', 'Graduate degree'][i]!
  })),
  ...shares('lm_familiarity', ['Very familiar'], () => 'AI: very familiar'),
  ...shares('lm_direct_use', ['Yes'], () => 'AI: used directly')
];

function describe(figure: Omit<Figure, 'sentence'>): string {
  const few = tooFew(figure);
  if (few) return few;
  const shown = new Map(figure.rows.flatMap((row) => (row.estimate.shown ? [[row.key, row] as const] : [])));
  const share = ({ more = {} }: Row, name: 'here' | 'there') =>
    `${formatValue(more[name]!, 'share')} (${formatInterval(more[`${name}_low`]!, more[`${name}_high`]!, 'share')})`;
  const [women, familiar] = [shown.get('gender.female'), shown.get('lm_familiarity.very-familiar')];
  const oldest = ages.flatMap(({ metric }) => shown.get(metric) ?? []).sort((a, b) => b.more!.here! - a.more!.here!)[0];
  const parts = [
    women && `${share(women, 'here')} are female`,
    oldest && `the most common age is ${oldest.label.replace('Aged ', '')}, ${share(oldest, 'here')}`,
    familiar &&
      `${share(familiar, 'here')} are very familiar with AI${familiar.more!.there === undefined ? '' : `, against ${share(familiar, 'there')} of everyone else`}`
  ].filter((part) => part !== undefined);
  return `Of the ${countOfGroup(groupOf(figure.selection), figure.denominators.people)}, ${parts.join('; ')}.`;
}

/** Who a group of people are: gender, age, education, familiarity with AI, beside everyone else. */
export const profilePeople: ListedChart = {
  name: 'profile-people',
  label: 'Who a group are',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  queries: (selection) => items.map(({ metric }) => againstTheRest(metric, selection)),
  estimate(answers, selection, extra): Estimated {
    const { denominators, others } = peopleOnBothSides(answers[0]?.[0]);
    return {
      kicker: 'Who they are',
      question: `Who are the ${groupOf(selection, extra)}?`,
      axis: 'Share of people',
      scale: 'share',
      rowsAre: 'Who',
      rows: rowsAsked(items, answers, 'here'),
      overall: null,
      unit: 'participants',
      denominators,
      numbers: sidesInWords(selection, extra, denominators.people, others),
      constants: { others },
      method: METHOD,
      notes: profileNotes(selection, 'participants', extra)
    };
  },
  describe: (figure) => capitalise(describe(figure)),
  table: (figure) => profileTable(figure, 'share'),
  key: () => [...HERE_AND_THERE],
  plot: (plot, figure) => profilePlot(plot, figure.rows, figure, { axis: 'Share of people', shows: 'here' })
};
