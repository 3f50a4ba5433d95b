import { PERSON, decapitalise, formatCount, formatCountOf, formatInterval } from '../../dataset/index.ts';
import { computedOf } from '../../estimate/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart, FigureColumn, RawRow, Unsaid } from '../chart.ts';
import { countColumn, estimateColumns, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { heatKey, heatTable } from '../forms/heat-table.ts';
import { dense } from '../rows/dense.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { narrowed } from '../rows/metric-rows.ts';
import { pairFields, pairRow, type PairFields } from '../rows/pairs.ts';
import { isFirm } from '../rows/ranked.ts';
import { narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { bothOf, inTwoDecimals, sliderColumns } from './correlation-words.ts';
import { publishedCorrelation } from './published-correlation.ts';
import { settings, sliderGroup, slidersOf } from './sliders.ts';
import { answeredOf } from './slider-values.ts';
import { slidersVocabulary, sliderMoments } from './values-vocabulary.ts';
import { OF_THE_CHOSEN, OPT_IN, idleBeforehand } from './values-words.ts';

const params: Params = {
  of: {
    kind: 'choice',
    label: 'Sliders',
    choices: [
      ...settings.map(({ key, label }) => ({ key, label: decapitalise(label) })),
      { key: 'all', label: 'all 22' }
    ]
  },
  across: {
    kind: 'choice',
    label: 'Counted over',
    choices: [
      { key: 'people', label: 'people, each with their own average' },
      { key: 'conversations', label: 'conversations' }
    ]
  }
};

type Asked = { readonly all: Query };

const overPeople = ({ params }: Selection) => params.across !== 'conversations';
const ofSaid = ({ params }: Selection) => params.of === 'said';
/** Only what was said beforehand needs no conversation. */
const fromSurvey = (selection: Selection) => ofSaid(selection) && overPeople(selection);
const tableOf = (selection: Selection) => (fromSurvey(selection) ? 'participants' : 'conversations');

const estimate: DatabaseChart<PairFields, Asked>['estimate'] = (answers, selection, extra, computed) => {
  const { pairs } = computedOf(computed, 'correlations');
  const asked = slidersOf(selection.params.of!);
  const groups = asked.map((slider) => sliderGroup(slider, selection.params.of === 'all'));
  const rows = pairs.map(({ a, b, people, rows, result }): RawRow<PairFields> => {
    const published = narrowed(selection)
      ? undefined
      : publishedCorrelation(
          selection.params.of!,
          overPeople(selection) ? 'people' : 'conversations',
          asked[a]!,
          asked[b]!
        );
    return {
      ...pairRow(groups[a]!, groups[b]!, {
        people,
        conversations: overPeople(selection) ? 0 : rows,
        ratings: 0,
        result
      }),
      ...(published === undefined ? {} : { published })
    };
  });
  const table = tableOf(selection);
  const denominators = { ...denominatorsOf(answers.all[0]), ratings: 0 };
  return {
    kicker: 'Said, judged, rewarded',
    axis: `Correlation over ${overPeople(selection) ? 'people' : 'conversations'}`,
    scale: 'standard',
    rowsAre: 'Sliders',
    rows,
    overall: null,
    unit: table,
    denominators,
    numbers: denominatorWords(denominators, table),
    method: '95 % intervals, clustered by person',
    notes: [
      'A correlation is 1 where who answers high on one slider always answers as much higher on the other, 0 where the one says nothing of the other.',
      'People use sliders differently: who gives high marks for everything makes all correlations larger.',
      rows.some(({ published }) => published !== undefined)
        ? 'The published correlations, in the table, are printed with two decimals and without intervals.'
        : undefined,
      ...(ofSaid(selection) ? [] : [OF_THE_CHOSEN]),
      idleBeforehand(selection, extra),
      OPT_IN
    ].filter((note) => note !== undefined)
  };
};

function headline({ rows, selection }: Unsaid<PairFields>): string | null {
  const firm = rows.filter(isFirm);
  if (firm.length < 2 || firm.length < rows.length) return null;
  if (firm.every(({ estimate }) => estimate.low > 0)) {
    return ofSaid(selection)
      ? 'Who asks for more of one thing asks for more of everything'
      : `All ${formatCount(firm.length)} pairs of sliders rise together`;
  }
  const together = firm.filter(({ estimate }) => estimate.low > 0).length;
  return `${formatCount(together)} of ${formatCount(firm.length)} pairs of sliders clearly rise together`;
}

function describe({ rows, denominators }: Unsaid<PairFields>): string {
  const firm = rows.filter(isFirm);
  if (firm.length === 0)
    return `Too few of these ${formatCountOf(denominators.people, PERSON)} answered two sliders to set them against each other.`;
  const sorted = [...firm].sort((a, b) => b.estimate.value - a.estimate.value);
  const words = (row: (typeof firm)[number]) =>
    `${bothOf(row)} ${inTwoDecimals(row.estimate.value)} (${formatInterval(row.estimate.low, row.estimate.high, 'standard')})`;
  const range =
    sorted.length === 1
      ? `The correlation is ${words(sorted[0]!)}.`
      : `Correlations run from ${words(sorted.at(-1)!)} to ${words(sorted[0]!)}.`;
  const known = firm.filter(({ published }) => published !== undefined);
  const within = known.filter(({ published, estimate }) => {
    const rounding = published! < 0.1 ? 0.0005 : 0.005;
    return published! + rounding >= estimate.low && published! - rounding <= estimate.high;
  });
  const compared =
    known.length === 0
      ? ''
      : ` The published value lies within the interval of ${within.length === known.length ? `all ${formatCount(known.length)}` : `${formatCount(within.length)} of ${formatCount(known.length)}`}.`;
  return range + compared;
}

const columns: readonly FigureColumn<PairFields>[] = [
  ...sliderColumns,
  ...estimateColumns('Correlation'),
  publishedColumn,
  countColumn('people', 'People', 'people with an answer to both'),
  {
    key: 'conversations',
    head: 'Conversations',
    says: 'conversations with an answer to both; empty where people are counted',
    kind: 'count',
    of: ({ estimate }) => (estimate.conversations === 0 ? null : estimate.conversations)
  },
  remarkColumn()
];

/** How the sliders go together, over people or conversations. */
export const correlationsChart: DatabaseChart<PairFields, Asked> = {
  name: 'correlations',
  label: 'Correlations of sliders',
  rowsCalled: 'pairs of sliders',
  vocabulary: slidersVocabulary(params, null),
  source: 'database',
  needs: [],
  fields: pairFields,
  columns,
  queries: (selection) => ({
    all: sliderMoments(fromSurvey(selection) ? 'stated_helpfulness' : 'performance_helpfulness', selection)
  }),
  task: {
    columns: (selection) => [
      {
        kind: 'columns',
        table: tableOf(selection),
        columns: ['user_id', ...slidersOf(selection.params.of!).map(({ column }) => column)],
        ...{ filters: selection.filters, sample: selection.sample, turns: selection.turns }
      }
    ],
    of([columns], selection) {
      const person = dense(columns!.user_id!);
      return {
        kind: 'correlations',
        columns: slidersOf(selection.params.of!).map(({ column }) => answeredOf(columns![column]!)),
        person: person.codes,
        people: person.count,
        peopleAlike: overPeople(selection)
      };
    }
  },
  estimate,
  question: (selection, extra) => {
    const what: Readonly<Record<string, string>> = {
      said: 'does what people say they want',
      judged: 'do the marks for the chosen reply',
      chosen: 'do the reasons for a choice',
      all: 'does what is said, judged and chosen by'
    };
    return `How ${what[selection.params.of!]} go together${narrowedTo(selection, tableOf(selection), extra)}?`;
  },
  headline,
  describe,
  key: heatKey,
  plot: (plot, figure, width) => heatTable(plot, figure, width)
};
