import { decapitalise, findColumn, findMetric, formatCountOf } from '../../dataset/index.ts';
import type { AnswerRow, Query } from '../../query/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import type { DatabaseChart, Estimated, Figure, RawRow } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { MOST_CELLS, heatKey, heatTable } from '../forms/heat-table.ts';
import { nestedDots, secondGroups } from '../forms/nested-dots.ts';
import { estimateOfMoments, groupsOf } from '../rows/metric-rows.ts';
import { denominatorsOf, momentsOf } from '../rows/moments.ts';
import { pairRow } from '../rows/pairs.ts';
import { narrowedTo } from '../words/among.ts';
import { denominatorWords } from '../words/denominators.ts';
import { averagesHeadline, describeAverages } from './averages-words.ts';
import { groupTests } from './group-tests.ts';
import { averageColumns, sliderFields, type SliderFields } from './slider-columns.ts';
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

const estimate: DatabaseChart<SliderFields, Asked>['estimate'] = (
  answers,
  selection,
  extra
): Estimated<SliderFields> => {
  const { by } = selection;
  const asked = slidersOf(selection.params.asked!);
  const groups = by === null ? [] : groupsOf(by, extra);
  const tests = by === null ? new Map<string, never>() : groupTests(asked, answers, groups, by);
  const rows = asked.flatMap((slider): RawRow<SliderFields>[] => {
    if (by === null) {
      const setting = settings.find(({ key }) => key === slider.setting)!;
      const second = { key: setting.key, label: setting.label, missing: false };
      return [pairRow(slider.trait, second, averageOf(slider, answers[slider.column]?.[0]))];
    }
    const first = sliderGroup(slider, isAll(selection));
    return (answers[slider.column] ?? []).map((sums) => {
      const test = tests.get(`${slider.column}.${groups[sums.g0!]!.key}`);
      const tested = test && { difference: test.difference, adjusted: test.adjusted };
      return { ...pairRow(first, groups[sums.g0!]!, averageOf(slider, sums)), ...tested };
    });
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
      tests.size > 0
        ? `Each group of 30 people or more was set against everybody else on each slider: ${formatCountOf(tests.size, ['difference', 'differences'])}, adjusted together (Benjamini–Hochberg, 5 %).`
        : undefined,
      'People use sliders differently: some give high marks for everything. A group that lies higher on all of them may only use them so.',
      idleBeforehand(selection, extra),
      by === null ? undefined : findColumn(by)!.column.note,
      OPT_IN
    ].filter((note) => note !== undefined)
  };
};

const nested = ({ rows }: Figure<SliderFields>, { by, params }: Selection) =>
  by === null || (params.asked !== 'all' && secondGroups(rows).length <= MOST_NESTED);

/** The eight, seven and seven sliders on one scale, of everybody or by groups of people. */
export const slidersByGroup: DatabaseChart<SliderFields, Asked> = {
  name: 'sliders-by-group',
  label: 'Said, judged and chosen by',
  rowsCalled: 'averages',
  vocabulary: slidersVocabulary(params, {}),
  source: 'database',
  needs: [],
  fields: sliderFields,
  columns: averageColumns,
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
  headline: averagesHeadline,
  describe: describeAverages,
  key: (figure) => (nested(figure, figure.selection) || figure.rows.length > MOST_CELLS ? [] : heatKey(figure)),
  plot(plot, figure, width) {
    if (!nested(figure, figure.selection)) return heatTable(plot, figure, width);
    if (figure.selection.by !== null || isAll(figure.selection)) return nestedDots(plot, figure, width, null);
    const rows = figure.rows.map((row) => ({ ...row, label: row.first.label }));
    return dotInterval(plot, { ...figure, rows }, width, { right: peopleAtRight, reference: null, published: null });
  }
};
