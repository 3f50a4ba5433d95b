import { answersOf, capitalise, formatCount, formatInterval, formatValue, levelKey } from '../../dataset/index.ts';
import type { Interval } from '../../estimate/index.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart, Unsaid } from '../chart.ts';
import { HERE_AND_THERE, profilePlot, PROFILE_WIDTH } from '../forms/profile-plot.ts';
import { isShown } from '../rows/ranked.ts';
import { profileColumns } from './profile-columns.ts';
import {
  findings,
  peopleOnBothSides,
  profileConstants,
  profileFields,
  rowsAsked,
  type ProfileConstants,
  type ProfileFields
} from './profile-rows.ts';
import {
  METHOD,
  askedOneByOne,
  countOfGroup,
  profileGroup,
  profileNotes,
  profileVocabulary,
  sidesInWords,
  tooFew,
  type Item
} from './profile.ts';

interface Asked extends Item {
  /** Its level, as a sentence names it. */
  readonly level: string;
}

/** The levels with these released values, as shares of the people. */
function shares(column: string, values: readonly string[] | null, label = (name: string) => name): Asked[] {
  return answersOf(column)
    .filter(({ value }) => values === null || values.includes(String(value)))
    .map((level) => ({ metric: `${column}.${levelKey(level)}`, label: label(level.label), level: level.label }));
}

const [women] = shares('gender', ['Female']);
const ages = shares('age', null, (band) => `Aged ${band}`);
const [familiar] = shares('lm_familiarity', ['Very familiar'], () => 'AI: very familiar');

const items: readonly Asked[] = [
  women!,
  ...ages,
  ...shares('education', ['University Bachelors Degree', 'Graduate / Professional degree']).map((item, i) => ({
    ...item,
    label: ['Bachelor’s degree', 'Graduate degree'][i]!
  })),
  familiar!,
  ...shares('lm_direct_use', ['Yes'], () => 'AI: used directly')
];

/** All people have a value of it. */
const [FIRST] = items;

const share = ({ value, low, high }: Pick<Interval, 'value' | 'low' | 'high'>) =>
  `${formatValue(value, 'share')} (${formatInterval(low, high, 'share')})`;

function headline(figure: Unsaid<ProfileFields, ProfileConstants>): string | null {
  if (tooFew(figure) || !figure.rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  const unlike = findings(figure.rows).length;
  const tested = figure.rows.filter(({ adjusted }) => adjusted !== undefined).length;
  return `${capitalise(profileGroup(figure.selection))} are unlike everyone else in ${formatCount(unlike)} of ${formatCount(tested)} ways tested`;
}

function describe(figure: Unsaid<ProfileFields, ProfileConstants>): string {
  const few = tooFew(figure);
  if (few) return few;
  const shown = new Map(figure.rows.filter(isShown).map((row) => [row.key, row]));
  const here = (item: Asked) => {
    const found = shown.get(item.metric);
    return found?.here ? { item, here: found.here, there: found.there } : undefined;
  };
  const [female, knowing] = [here(women!), here(familiar!)];
  const oldest = ages.flatMap((item) => here(item) ?? []).sort((a, b) => b.here.value - a.here.value)[0];
  const parts = [
    female && `${share(female.here)} are female`,
    oldest && `the most common age is ${oldest.item.level}, ${share(oldest.here)}`,
    knowing &&
      `${share(knowing.here)} are very familiar with AI${knowing.there ? `, against ${share(knowing.there)} of everyone else` : ''}`
  ].filter((part) => part !== undefined);
  return `Of the ${countOfGroup(profileGroup(figure.selection), figure.denominators.people)}, ${parts.join('; ')}.`;
}

/** Who a group of people are: gender, age, education, familiarity with AI, beside everyone else. */
export const profilePeople: DatabaseChart<ProfileFields, Readonly<Record<string, Query>>, ProfileConstants> = {
  name: 'profile-people',
  label: 'Who a group are',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields: profileFields,
  constants: profileConstants,
  columns: profileColumns('share'),
  queries: (selection) => askedOneByOne(items, selection),
  estimate(answers, selection, extra) {
    const { denominators, others } = peopleOnBothSides(answers[FIRST!.metric]?.[0]);
    return {
      kicker: 'Who they are',
      axis: 'Share of people',
      scale: 'share',
      rowsAre: 'Who',
      rows: rowsAsked(items, answers, 'here', selection),
      overall: null,
      unit: 'participants',
      denominators,
      numbers: sidesInWords(selection, extra, denominators.people, others),
      constants: { others },
      method: METHOD,
      notes: profileNotes(selection, 'participants', extra)
    };
  },
  question: (selection, extra) => `Who are the ${profileGroup(selection, extra)}?`,
  headline,
  describe: (figure) => capitalise(describe(figure)),
  key: () => [...HERE_AND_THERE],
  plot: (plot, figure) => profilePlot(plot, figure, { axis: 'Share of people', shows: 'here' })
};
