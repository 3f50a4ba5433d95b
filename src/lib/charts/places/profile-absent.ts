import { PERSON, formatCount, formatCountOf, formatList, type Undocumented } from '../../dataset/index.ts';
import type { Answer } from '../../query/index.ts';
import type { ListedChart, Estimated, Figure, FigureTable, RawRow, Row } from '../chart.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { groupOf, profileNotes, profileVocabulary, tooFew } from './profile.ts';
import { PROFILE_WIDTH } from '../forms/profile-plot.ts';

/** Everybody has a value of it, so that it counts people. */
const COUNTED = 'survey_only.had-conversations';

/** Groups whose absence is said, and how a sentence speaks of one. */
const groups: readonly { readonly column: string; readonly prefix: string; readonly whenThere?: true }[] = [
  { column: 'age', prefix: 'Age' },
  { column: 'gender', prefix: 'Gender' },
  { column: 'english_proficiency', prefix: 'English' },
  // Recruitment drives that brought nobody are no gap.
  { column: 'study_locale', prefix: 'Recruited in', whenThere: true }
];

function rowsOf(answers: readonly Answer[], extra: Undocumented): RawRow[] {
  return groups.flatMap(({ column, prefix, whenThere }, i) => {
    const people = new Map((answers[i + 1] ?? []).map((row) => [row.g0!, row.people!]));
    return groupsOf(column, extra).flatMap(({ key, label, missing }, code): RawRow[] => {
      const n = people.get(code) ?? 0;
      if (n === 0 && (whenThere || missing)) return [];
      return [
        {
          key: `${column}.${key}`,
          label: `${prefix}: ${label}`,
          missing,
          people: n,
          conversations: 0,
          ratings: 0,
          result: { value: n, low: n, high: n }
        }
      ];
    });
  });
}

const short = ({ label }: Row) =>
  label.startsWith('Age: ') ? label.replace('Age: ', 'aged ') : label.replace(/^Gender: /, '').toLowerCase();
const withPeople = (row: Row) => `${short(row)} (${formatCount(row.estimate.people)})`;

/** Through which recruitment drives they came. */
function recruitment(rows: readonly Row[], all: number): string {
  const drives = rows
    .filter(({ key }) => key.startsWith('study_locale.'))
    .sort((a, b) => b.estimate.people - a.estimate.people);
  const first = drives[0];
  if (!first) return '';
  const largest = `“${first.label.replace('Recruited in: ', '')}” (${formatCount(first.estimate.people)} of ${formatCount(all)})`;
  if (first.estimate.people * 2 > all) return `Most came through the recruitment drive ${largest}.`;
  return `They came through ${formatCount(drives.length)} recruitment drives, the largest part through ${largest}.`;
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const few = tooFew(figure);
  if (few) return few;
  const { rows, constants, denominators } = figure;
  const asked = rows.filter(({ key, missing }) => !missing && /^(age|gender)\./.test(key));
  const nobody = asked.filter(({ estimate }) => estimate.people === 0);
  const hidden = asked.filter(({ estimate }) => !estimate.shown && estimate.people > 0);
  const grey = asked.filter(({ estimate }) => estimate.shown && estimate.level === 'few');
  const native = rows.find(({ key }) => key === 'english_proficiency.native-speaker');
  const silent = denominators.people - constants!.talked!;
  const sentences = [
    nobody.length > 0 ? `Nobody here is ${formatList(nobody.map(short), 'or')}.` : '',
    hidden.length > 0 ? `Too few to say anything of: ${formatList(hidden.map(withPeople))}.` : '',
    grey.length > 0 ? `Only in grey, never tested: ${formatList(grey.map(withPeople))}.` : '',
    nobody.length + hidden.length + grey.length === 0 ? 'Every age and gender asked about has 30 people or more.' : '',
    `${formatCountOf(denominators.people - (native?.estimate.people ?? 0), PERSON)} took part in a language that is not their first.`,
    recruitment(rows, denominators.people),
    silent > 0 ? `${formatCountOf(silent, PERSON)} answered the survey and held no conversation.` : ''
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function table(figure: Figure): FigureTable {
  const remark = ({ estimate }: Row) =>
    !estimate.shown ? 'no: too few' : estimate.level === 'few' ? 'a little, in grey' : 'yes';
  return {
    head: ['Group', 'People', 'Can their answers be shown?'],
    rows: figure.rows.map((row) => [row.label, formatCount(row.estimate.people), remark(row)])
  };
}

/** Who is missing from a group of people: ages and genders with too few, languages, how people were recruited. */
export const profileAbsent: ListedChart = {
  name: 'profile-absent',
  label: 'Who is missing from a group',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  queries({ filters, sample, turns }) {
    const rows = { kind: 'moments', metric: COUNTED, filters, sample, turns } as const;
    return [{ ...rows, by: [] }, ...groups.map(({ column }) => ({ ...rows, by: [column] }))];
  },
  estimate(answers, selection, extra): Estimated {
    const people = answers[0]?.[0]?.people ?? 0;
    return {
      kicker: 'Who is missing',
      question: `Who is missing among ${groupOf(selection, extra)}?`,
      axis: 'People',
      scale: 'count',
      rowsAre: 'Group',
      rows: rowsOf(answers, extra),
      overall: null,
      unit: 'participants',
      denominators: { people, conversations: 0, ratings: 0 },
      numbers: formatCountOf(people, PERSON),
      constants: { talked: answers[0]?.[0]?.y ?? 0 },
      method: 'counts of everyone in the group, so without an interval',
      notes: profileNotes(selection, 'participants', extra)
    };
  },
  describe,
  table,
  plot: () => null
};
