import {
  PERSON,
  countWord,
  decapitalise,
  formatCountOf,
  formatDifference,
  formatDifferenceInterval,
  formatInterval,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import { computedOf, type Estimate } from '../../estimate/index.ts';
import { ABSENT, codeOf, type Query } from '../../query/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { DatabaseChart, FigureColumn, Row, Unsaid } from '../chart.ts';
import { countColumn, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { twoScales, type Reach } from '../forms/two-scales.ts';
import { dense } from '../rows/dense.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { isFirm, type ShownRow } from '../rows/ranked.ts';
import { remark } from '../words/metric-words.ts';
import { narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import {
  rewardedConstants,
  rewardedFields,
  rewardedRows,
  type RewardedConstants,
  type RewardedFields
} from './rewarded-rows.ts';
import { judgedTraits, saidOf, slidersOf } from './sliders.ts';
import { answeredOf } from './slider-values.ts';
import { slidersVocabulary, sliderMoments } from './values-vocabulary.ts';
import { OF_THE_CHOSEN, OPT_IN, idleBeforehand } from './values-words.ts';

type RewardedChart = DatabaseChart<RewardedFields, Readonly<Record<string, Query>>, RewardedConstants>;
type Told = Row<RewardedFields>;

/** Most marks that a sentence names. */
const MOST_NAMED = 3;

/** The chosen opening replies' scores, which say how many people and conversations there are. */
const CHOSEN = 'chosen';

const estimate: RewardedChart['estimate'] = (answers, selection, extra, computed) => {
  const { first } = computedOf(computed, 'rewarded');
  const denominators = { ...denominatorsOf(answers[CHOSEN]?.[0]), ratings: 0 };
  return {
    kicker: 'Said, judged, rewarded',
    axis: 'Points of score more, with ten points more of the mark',
    scale: 'score',
    rowsAre: 'Trait',
    rows: rewardedRows(answers, computed),
    overall: null,
    unit: 'conversations',
    denominators,
    numbers: denominatorWords(denominators, 'conversations'),
    constants: { rewarded: first === null ? '' : judgedTraits[first]!.key },
    method: '95 % intervals, least squares within people, clustered by person',
    notes: [
      'A halo: who likes a reply tends to find it good at everything. Marks were given after the conversation, by the person who had scored the reply, so that each goes with the score whatever moved it. With the other marks equal, little of that is left to any one of them.',
      'Within people: scores and marks are taken less each person’s own averages, so that who gives high marks for everything says nothing, nor does who held one conversation only. Nothing is said of any single person.',
      'Only the reply that was chosen from up to four was marked. Scores below the best are not seen, so slopes are smaller than among all replies.',
      OF_THE_CHOSEN,
      'Personalisation was not asked about after conversations, so it is not here.',
      idleBeforehand(selection, extra),
      OPT_IN
    ].filter((note) => note !== undefined)
  };
};

type Shown = Extract<Estimate, { shown: true }>;
const firmly = (estimate: Estimate): estimate is Shown => estimate.shown && estimate.level !== 'few';
const points = ({ value, low, high }: Shown) =>
  `${formatDifference(value, 'score')} (${formatDifferenceInterval(low, high, 'score')})`;

/** The trait said to matter most, where its interval lies above all others'. */
function saidFirst(rows: readonly Told[]): Told | null {
  const said = rows
    .filter((row) => firmly(row.said!))
    .sort((a, b) => (b.said as Shown).value - (a.said as Shown).value);
  const [first, second] = said;
  return first && second && (first.said as Shown).low > (second.said as Shown).high ? first : null;
}

function headline({ rows, constants }: Unsaid<RewardedFields, RewardedConstants>): string | null {
  const rewarded = rows.find(({ key }) => key === constants?.rewarded);
  const all = rows.filter(isFirm);
  if (rewarded && isFirm(rewarded)) {
    const said = saidFirst(rows);
    const goes = `${decapitalise(rewarded.label)} goes with their scores most`;
    if (!said || said.key === rewarded.key) return `Of what people find good in a reply, ${goes}`;
    return `${said.label} is what people say matters most; ${goes}`;
  }
  return all.length > 1 && all.every(({ estimate }) => estimate.low > 0)
    ? 'Whatever a reply is found better at, the same person scores it higher'
    : null;
}

function describe({ rows, denominators }: Unsaid<RewardedFields, RewardedConstants>): string {
  const firm = rows.filter(isFirm);
  if (firm.length === 0) {
    return denominators.people === 0
      ? 'Nobody is left with a conversation under these filters.'
      : `Too few of these ${formatCountOf(denominators.people, PERSON)} held several conversations to set their marks against their scores.`;
  }
  const sorted = [...firm].sort((a, b) => b.estimate.value - a.estimate.value);
  const [top, bottom] = [sorted[0]!, sorted.at(-1)!];
  const one = (row: ShownRow<Told>) => `${decapitalise(row.label)} ${points(row.estimate)}`;
  const held = firm.flatMap(({ label, equal }) => (equal && firmly(equal) && equal.low > 0 ? [{ label, equal }] : []));
  const named = held.sort((a, b) => b.equal.value - a.equal.value).slice(0, MOST_NAMED);
  const listed = formatList(named.map(({ label, equal }) => `${decapitalise(label)} ${points(equal)}`));
  const said = [top, bottom].flatMap(({ label, said }) =>
    said?.shown
      ? [`${decapitalise(label)} ${formatValue(said.value, 'score')} (${formatInterval(said.low, said.high, 'score')})`]
      : []
  );
  return [
    `With ten points more of its mark the same person’s score of the chosen reply is higher, from ${one(bottom)} to ${one(top)} points.`,
    held.length === 0
      ? 'With the other six marks equal, no single one goes with a clearly higher score.'
      : `With the other six marks equal, ${held.length > named.length ? `${countWord(held.length)} still go with a higher score, first` : 'a clearly higher score goes with'} ${listed}.`,
    said.length === 2 ? `Said beforehand to matter, out of 100: ${formatList(said)}.` : ''
  ]
    .filter(Boolean)
    .join(' ');
}

const part = (name: 'said' | 'equal', says: string, head: string): readonly FigureColumn<RewardedFields>[] => {
  const of = (row: Partial<Told>) => (row[name]?.shown ? row[name] : undefined);
  const written = (row: Partial<Told>) => {
    const one = of(row);
    return one
      ? name === 'said'
        ? `${formatValue(one.value, 'score')} (${formatInterval(one.low, one.high, 'score')})`
        : points(one)
      : '';
  };
  return [
    { key: name, head, says, kind: 'points', of: (row) => of(row)?.value, text: written },
    { key: `${name}_low`, says: `lower end of the interval of \`${name}\``, kind: 'points', of: (row) => of(row)?.low },
    {
      key: `${name}_high`,
      says: `upper end of the interval of \`${name}\``,
      kind: 'points',
      of: (row) => of(row)?.high
    },
    {
      key: `${name}_n`,
      head: name === 'said' ? 'People who said' : 'People, others equal',
      says: `people that \`${name}\` rests on`,
      kind: 'count',
      of: (row) => row[name]?.people
    }
  ];
};

const columns: readonly FigureColumn<RewardedFields>[] = [
  label,
  ...part('said', 'average importance that people gave the trait beforehand, 0 to 100', 'Said, 0–100'),
  ...estimateColumns('Score with ten points more'),
  countColumn('people', 'People', 'people with two conversations or more in which the mark was given'),
  countColumn('conversations', 'Conversations', 'their conversations in which the mark was given'),
  ...part('equal', 'the same estimate with the other six marks equal, in points of score', 'The same, others equal'),
  remarkColumn(remark)
];

const reach = (estimate: Estimate | undefined): Reach | null =>
  estimate?.shown
    ? { value: estimate.value, low: estimate.low, high: estimate.high, few: estimate.level === 'few' }
    : null;

/** What people say matters, beside what goes with the score of the reply they choose. */
export const rewarded: RewardedChart = {
  name: 'rewarded',
  label: 'Said against rewarded',
  rowsCalled: 'traits',
  vocabulary: slidersVocabulary({}, null),
  source: 'database',
  needs: [],
  fields: rewardedFields,
  constants: rewardedConstants,
  columns,
  queries: (selection) => ({
    [CHOSEN]: sliderMoments('performance_helpfulness', selection),
    ...Object.fromEntries(judgedTraits.map(saidOf).map((column) => [column, sliderMoments(column, selection)]))
  }),
  task: {
    columns: ({ filters, sample }) => [
      {
        kind: 'columns',
        table: 'utterances',
        columns: ['user_id', 'score', 'if_chosen', ...slidersOf('judged').map(({ column }) => column)],
        ...{ filters, sample, turns: 'opener' }
      }
    ],
    of: ([columns], { minimum }, extra) => {
      const isChosen = codeOf('if_chosen', ({ value }) => value === true, extra);
      const chosen = Array.from(columns!.if_chosen!.keys()).filter(
        (row) => columns!.if_chosen![row] === isChosen && columns!.score![row] !== ABSENT
      );
      const of = (name: string) => Int32Array.from(chosen, (row) => columns![name]![row]!);
      return {
        kind: 'rewarded',
        score: of('score'),
        marks: judgedTraits.map(({ key }) => answeredOf(of(`performance_${key}`))),
        person: dense(of('user_id')).codes,
        least: Math.max(SMALLEST_RANKED, minimum)
      };
    }
  },
  estimate,
  question: (selection, extra) =>
    `Is what people say they want what goes with their scores${narrowedTo(selection, 'conversations', extra)}?`,
  headline,
  describe,
  key: () => [
    { mark: 'value', label: 'left: said; right: the mark alone, with interval' },
    { mark: 'published', label: 'right: the other six marks equal' }
  ],
  plot: (plot, figure, width) =>
    twoScales(
      plot,
      figure.rows.map((row) => ({
        key: row.key,
        label: row.label,
        left: reach(row.said),
        right: reach(row.estimate),
        beside: reach(row.equal)
      })),
      {
        left: { axis: 'Said: average importance, 0–100', from: 40, to: 100 },
        right: { axis: 'Rewarded: points of score more with ten points more of the mark', zero: 'none' }
      },
      width
    )
};
