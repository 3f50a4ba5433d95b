import { PERSON, formatCount, formatCountOf, formatList, type Undocumented } from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { AnswersTo, FigureColumn, DatabaseChart, RawRow, Row, Unsaid } from '../chart.ts';
import { countColumn, estimateColumn, inFilesOnly, label } from '../columns/row-columns.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { profileGroup, profileNotes, profileVocabulary, tooFew } from './profile.ts';
import { PROFILE_WIDTH } from '../forms/profile-plot.ts';

/** Everybody has a value of it, so that it counts people. */
const COUNTED = 'survey_only.had-conversations';

/** Groups whose absence is said, and how a label speaks of one. */
const groupings = {
  age: 'Age',
  gender: 'Gender',
  english_proficiency: 'English',
  study_locale: 'Recruited in'
} as const;

type Grouping = keyof typeof groupings;
const names = Object.keys(groupings) as Grouping[];

/** Recruitment drives that brought nobody are no gap. */
const whenThere = new Set<Grouping>(['study_locale']);

/** Which grouping a row's group is of, and the group. */
const fields = { grouping: 'word', group: 'group' } as const;

type Fields = typeof fields;
type AbsentRow = Row<Fields>;

/** How many of these people held conversations. */
const constants = { talked: 'count' } as const;

type Constants = typeof constants;

type Asked = { readonly [Name in 'all' | Grouping]: Query };

function rowsOf(answers: AnswersTo<Asked>, extra: Undocumented): RawRow<Fields>[] {
  return names.flatMap((grouping) => {
    const people = new Map(answers[grouping].map((row) => [row.g0!, row.people!]));
    return groupsOf(grouping, extra).flatMap((group, code): RawRow<Fields>[] => {
      const n = people.get(code) ?? 0;
      if (n === 0 && (whenThere.has(grouping) || group.missing)) return [];
      return [
        {
          key: `${grouping}.${group.key}`,
          label: `${groupings[grouping]}: ${group.label}`,
          missing: group.missing,
          grouping,
          group,
          people: n,
          conversations: 0,
          ratings: 0,
          result: { value: n, low: n, high: n }
        }
      ];
    });
  });
}

const isOf = (grouping: Grouping) => (row: AbsentRow) => row.grouping === grouping;

const short = ({ grouping, group }: AbsentRow) =>
  grouping === 'age' ? `aged ${group.label}` : group.label.toLowerCase();
const withPeople = (row: AbsentRow) => `${short(row)} (${formatCount(row.estimate.people)})`;

/** Through which recruitment drives they came. */
function recruitment(rows: readonly AbsentRow[], all: number): string {
  const drives = rows.filter(isOf('study_locale')).sort((a, b) => b.estimate.people - a.estimate.people);
  const first = drives[0];
  if (!first) return '';
  const largest = `“${first.group.label}” (${formatCount(first.estimate.people)} of ${formatCount(all)})`;
  if (first.estimate.people * 2 > all) return `Most came through the recruitment drive ${largest}.`;
  return `They came through ${formatCount(drives.length)} recruitment drives, the largest part through ${largest}.`;
}

function headline(figure: Unsaid<Fields, Constants>): string | null {
  if (tooFew(figure)) return null;
  const given = figure.rows.filter((row) => !row.missing && (isOf('age')(row) || isOf('gender')(row)));
  const absent = given.filter(({ estimate }) => !estimate.shown).length;
  return absent === 0
    ? 'Every age and gender asked about is there, if some with few people'
    : `${formatCountOf(absent, ['age or gender', 'ages and genders'])} asked about ${absent === 1 ? 'has' : 'have'} too few people to say anything`;
}

function describe(figure: Unsaid<Fields, Constants>): string {
  const few = tooFew(figure);
  if (few) return few;
  const { rows, constants, denominators } = figure;
  const given = rows.filter((row) => !row.missing && (isOf('age')(row) || isOf('gender')(row)));
  const nobody = given.filter(({ estimate }) => estimate.people === 0);
  const hidden = given.filter(({ estimate }) => !estimate.shown && estimate.people > 0);
  const grey = given.filter(({ estimate }) => estimate.shown && estimate.level === 'few');
  const native = rows.filter(isOf('english_proficiency')).find(({ group }) => group.key === 'native-speaker');
  const silent = denominators.people - constants!.talked;
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

const columns: readonly FigureColumn<Fields>[] = [
  label,
  {
    key: 'grouping',
    says: 'the question whose answer the group gave',
    kind: 'word',
    of: ({ grouping }) => grouping && groupings[grouping as Grouping]
  },
  ...inFilesOnly([estimateColumn()]),
  countColumn('people', 'People', 'people of the group'),
  {
    key: 'answers_shown',
    head: 'Can their answers be shown?',
    says: 'whether answers of so many people can be shown',
    kind: 'word',
    of: ({ estimate }) => (!estimate.shown ? 'no: too few' : estimate.level === 'few' ? 'a little, in grey' : 'yes')
  }
];

/** Who is missing from a group of people: ages and genders with too few, languages, how people were recruited. */
export const profileAbsent: DatabaseChart<Fields, Asked, Constants> = {
  name: 'profile-absent',
  label: 'Who is missing from a group',
  vocabulary: profileVocabulary(),
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields,
  constants,
  columns,
  queries({ filters, sample, turns }) {
    const by = (grouping: readonly string[]): Query => ({
      kind: 'moments',
      metric: COUNTED,
      by: grouping,
      filters,
      sample,
      turns
    });
    return {
      all: by([]),
      age: by(['age']),
      gender: by(['gender']),
      english_proficiency: by(['english_proficiency']),
      study_locale: by(['study_locale'])
    };
  },
  estimate(answers, selection, extra) {
    const { people = 0, y: talked = 0 } = answers.all[0] ?? {};
    return {
      kicker: 'Who is missing',
      axis: 'People',
      scale: 'count',
      rowsAre: 'Group',
      rows: rowsOf(answers, extra),
      overall: null,
      unit: 'participants',
      denominators: { people, conversations: 0, ratings: 0 },
      numbers: formatCountOf(people, PERSON),
      constants: { talked },
      method: 'counts of everyone in the group, so without an interval',
      notes: profileNotes(selection, 'participants', extra)
    };
  },
  question: (selection, extra) => `Who is missing among ${profileGroup(selection, extra)}?`,
  headline,
  describe,
  plot: () => null
};
