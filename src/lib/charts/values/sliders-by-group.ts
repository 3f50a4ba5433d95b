import {
  decapitalise,
  findColumn,
  findMetric,
  formatInterval,
  formatList,
  formatPercent,
  formatValue
} from '../../dataset/index.ts';
import type { AnswerRow, Query } from '../../query/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import type { DatabaseChart, Estimated, Figure, FigureColumn, RawRow, Row, Unsaid } from '../chart.ts';
import { countColumn, estimateColumns, remarkColumn } from '../columns/row-columns.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import { nestedDots, secondGroups } from '../forms/nested-dots.ts';
import { estimateOfMoments, groupsOf, narrowed } from '../rows/metric-rows.ts';
import { denominatorsOf, momentsOf } from '../rows/moments.ts';
import { pairFields, pairRow } from '../rows/pairs.ts';
import { isFirm, isShown, type ShownRow } from '../rows/ranked.ts';
import { narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { settings, sliderGroup, slidersOf, type Slider } from './sliders.ts';
import { slidersVocabulary, sliderMoments } from './values-vocabulary.ts';
import { NO_RANKING, OF_THE_CHOSEN, OPT_IN, idleBeforehand } from './values-words.ts';

/** Which sliders are shown. */
const params: Params = {
  asked: {
    kind: 'choice',
    label: 'What was asked',
    choices: [
      { key: 'all', label: 'what was said, judged and chosen by' },
      ...settings.map(({ key, label }) => ({ key, label: decapitalise(label) }))
    ]
  }
};

/** More groups than this are a heat-table. */
const MOST_NESTED = 5;

/** Besides its average, how many rows were marked N/A, as a share of those asked. */
const fields = { ...pairFields, unanswered: 'value' } as const;

type Fields = typeof fields;

/** The sums of each slider, by its column. */
type Asked = Readonly<Record<string, Query>>;

const isAll = ({ params }: Selection) => params.asked === 'all';

/** What a slider comes to over some rows. */
function averageOf({ column, setting }: Slider, sums: AnswerRow | undefined) {
  const { x = 0, absent = 0 } = sums ?? {};
  return {
    ...denominatorsOf(sums),
    ratings: 0,
    ...(absent > 0 && x > 0 && setting !== 'said' ? { unanswered: absent / (x + absent) } : {}),
    result: estimateOfMoments(findMetric(column)!, momentsOf(sums))
  };
}

const estimate: DatabaseChart<Fields, Asked>['estimate'] = (answers, selection, extra): Estimated<Fields> => {
  const { by } = selection;
  const asked = slidersOf(selection.params.asked!);
  const groups = by === null ? [] : groupsOf(by, extra);
  const rows = asked.flatMap((slider): RawRow<Fields>[] => {
    if (by === null) {
      const setting = settings.find(({ key }) => key === slider.setting)!;
      const second = { key: setting.key, label: setting.label, missing: false };
      return [pairRow(slider.trait, second, averageOf(slider, answers[slider.column]?.[0]))];
    }
    const first = sliderGroup(slider, isAll(selection));
    return (answers[slider.column] ?? []).map((sums) => pairRow(first, groups[sums.g0!]!, averageOf(slider, sums)));
  });
  // Where settings are shown side by side, those of one trait follow one another.
  const ordered =
    by === null ? asked.flatMap(({ trait }) => rows.filter(({ first }) => first.key === trait.key)) : rows;
  const distinct = [...new Set(ordered)];
  const counted = answers.all?.[0];
  const table = asked.every(({ setting }) => setting === 'said') ? 'participants' : 'conversations';
  const denominators = { ...denominatorsOf(counted), ratings: 0 };
  return {
    kicker: 'Said, judged, rewarded',
    axis: 'Average on a slider from 0 (said) or 1 (judged, choice) to 100',
    scale: 'score',
    rowsAre: by === null ? 'Trait' : `Trait and ${decapitalise(findColumn(by)!.column.label)}`,
    rows: distinct,
    overall: null,
    unit: table,
    denominators,
    numbers: denominatorWords(denominators, table),
    method: '95 % intervals, clustered by person',
    notes: [
      ...(table === 'conversations' ? [OF_THE_CHOSEN] : []),
      NO_RANKING,
      'People use sliders differently: some give high marks for everything. A group that lies higher on all of them may only use them so.',
      idleBeforehand(selection, extra),
      by === null ? undefined : findColumn(by)!.column.note,
      OPT_IN
    ].filter((note) => note !== undefined)
  };
};

const words = ({ estimate }: ShownRow) =>
  `${formatValue(estimate.value, 'score')} (${formatInterval(estimate.low, estimate.high, 'score')})`;

/** What everybody says, by how far traits lie apart; only those whose intervals do are named. */
function ends(
  rows: readonly Row<Fields>[],
  setting: string
): { top?: ShownRow<Row<Fields>>; bottom?: ShownRow<Row<Fields>> } {
  const own = rows.filter(isFirm).filter(({ second }) => second.key === setting);
  const sorted = [...own].sort((a, b) => b.estimate.value - a.estimate.value);
  const [top, next] = sorted;
  const [bottom, before] = [sorted.at(-1), sorted.at(-2)];
  return {
    ...(top && next && top.estimate.low > next.estimate.high ? { top } : {}),
    ...(bottom && before && bottom.estimate.high < before.estimate.low ? { bottom } : {})
  };
}

function headline({ rows, selection }: Unsaid<Fields>): string | null {
  if (selection.by !== null || !['all', 'said'].includes(selection.params.asked!)) return null;
  const { top, bottom } = ends(rows, 'said');
  const who = narrowed(selection) ? 'these people' : 'people';
  if (top)
    return `${top.first.label} is what ${who} say matters most to them: ${formatValue(top.estimate.value, 'score')} out of 100`;
  if (bottom)
    return `What matters least to ${who}, as they say: ${decapitalise(bottom.first.label)}, ${formatValue(bottom.estimate.value, 'score')} out of 100`;
  return null;
}

function describe({ rows, denominators, selection }: Unsaid<Fields>): string {
  const shown = rows.filter(isShown);
  if (shown.length === 0)
    return denominators.people === 0
      ? 'Nobody is left with an answer under these filters.'
      : 'Too few people are left to show a number.';
  if (selection.by !== null) {
    const groups = secondGroups(rows).length;
    const few = rows.length - shown.length;
    return `Averages of ${new Set(rows.map(({ first }) => first.key)).size} sliders in ${groups} groups${few > 0 ? `; ${few} rest on too few people to be shown` : ''}. Which groups differ on one of them is tested in Explore.`;
  }
  const said = shown.filter(({ second }) => second.key === 'said');
  const list = (some: readonly ShownRow<Row<Fields>>[]) =>
    formatList(some.map((row) => `${decapitalise(row.first.label)} ${words(row)}`));
  const parts = [
    ...(said.length > 0 ? [`Said beforehand: ${list(said)}.`] : []),
    ...settings.slice(1).flatMap(({ key, label }) => {
      const own = shown.filter(({ second }) => second.key === key);
      const known = own.filter(({ unanswered }) => unanswered !== undefined);
      const most = Math.max(...known.map(({ unanswered }) => unanswered!));
      const least = Math.min(...known.map(({ unanswered }) => unanswered!));
      return own.length === 0
        ? []
        : [
            `${label}: ${list(own.slice(0, 2))} and ${own.length - 2} more${known.length > 1 ? `; N/A in ${formatPercent(least, 0)} to ${formatPercent(most, 0)} of conversations` : ''}.`
          ];
    })
  ];
  return parts.join(' ');
}

const columns: readonly FigureColumn<Fields>[] = [
  {
    key: 'trait',
    head: 'Trait',
    says: 'what the slider is about',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'group',
    head: ({ selection: { by } }) => (by === null ? 'Asked' : findColumn(by)!.column.label),
    says: 'when it was asked or, where there are groups, whose answers they are',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  },
  ...estimateColumns('Average'),
  {
    key: 'unanswered',
    head: 'N/A',
    says: 'share of conversations in which the slider was marked N/A; empty for what was said beforehand, which has no N/A',
    kind: 'share',
    of: ({ unanswered }) => unanswered,
    text: ({ unanswered }) => (unanswered === undefined ? '' : formatPercent(unanswered, 1))
  },
  countColumn('people', 'People', 'people with an answer'),
  {
    key: 'conversations',
    head: 'Conversations',
    says: 'conversations with an answer; empty for what was said beforehand',
    kind: 'count',
    of: ({ estimate }) => (estimate.conversations === 0 ? null : estimate.conversations)
  },
  remarkColumn()
];

const nested = ({ rows }: Figure<Fields>, { by, params }: Selection) =>
  by === null || (params.asked !== 'all' && secondGroups(rows).length <= MOST_NESTED);

/** The eight, seven and seven sliders on one scale, of everybody or by groups of people. */
export const slidersByGroup: DatabaseChart<Fields, Asked> = {
  name: 'sliders-by-group',
  label: 'Said, judged and chosen by',
  rowsCalled: 'averages',
  vocabulary: slidersVocabulary(params, {}),
  source: 'database',
  needs: [],
  fields,
  columns,
  queries: (selection) => {
    const asked = slidersOf(selection.params.asked!);
    const by = selection.by === null ? [] : [selection.by];
    return {
      all: sliderMoments(asked.at(-1)!.column, selection),
      ...Object.fromEntries(asked.map(({ column }) => [column, sliderMoments(column, selection, by)]))
    };
  },
  estimate,
  question: (selection, extra) => {
    const by = selection.by === null ? '' : `, by ${decapitalise(findColumn(selection.by)!.column.label)}`;
    const what: Readonly<Record<string, string>> = {
      all: 'What do people say they want, and how does what they choose do',
      said: 'What do people say they want',
      judged: 'How does the reply people choose do',
      chosen: 'What do people choose a reply for'
    };
    return `${what[selection.params.asked!]}${by}${narrowedTo(selection, isAll(selection) ? 'conversations' : 'participants', extra)}?`;
  },
  headline,
  describe,
  key: (figure) => (nested(figure, figure.selection) || figure.rows.length > MOST_CELLS ? [] : heatKey(figure)),
  plot(plot, figure, width) {
    if (!nested(figure, figure.selection)) return heatTable(plot, figure, width);
    if (figure.selection.by !== null || isAll(figure.selection)) return nestedDots(plot, figure, width, null);
    const rows = figure.rows.map((row) => ({ ...row, label: row.first.label }));
    return dotInterval(plot, { ...figure, rows }, width, { right: peopleAtRight, reference: null, published: null });
  }
};
