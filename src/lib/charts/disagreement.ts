import {
  PERSON,
  findColumn,
  formatCountOf,
  formatInterval,
  formatValue,
  levelKey,
  levelsOf
} from '../dataset/index.ts';
import { only, resampledInterval, splitByOpener, type VarianceComponents } from '../estimate/index.ts';
import type { Params, Selection } from '../selection/index.ts';
import { among } from './among.ts';
import type { DatabaseChart, Estimated, Figure, RawRow, Row } from './chart.ts';
import { dotInterval, peopleAtRight } from './dot-interval.ts';
import { intervalTable } from './interval-table.ts';
import {
  columnOf,
  denominatorsOf,
  nothingLeft,
  numbersOf,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import {
  FEWEST_TO_SPLIT,
  enoughPeople,
  resamplingMethod,
  resamplingOf,
  scoresOf,
  splitColumns,
  variancesOf
} from './taste-figure.ts';

const DRAWS = 40;

const params: Params = {
  over: {
    kind: 'choice',
    label: 'Disagreement over',
    choices: [
      { key: 'types', label: 'types of conversation' },
      { key: 'topics', label: 'topics' }
    ]
  }
};

const columnFor = ({ params }: Selection) => (params.over === 'topics' ? 'topic' : 'conversation_type');

/** 1 − σ²(model) / (σ²(model) + σ²(rest)): what is not shared of how people set replies to one message apart. */
function shareOf({ names }: VarianceComponents): (variances: Float64Array) => number {
  const [model, rest] = [names.indexOf('model'), names.indexOf('rest')];
  return (variances) => variances[rest]! / (variances[model]! + variances[rest]!);
}

const estimate: DatabaseChart['estimate'] = (answers, selection, extra, drawn): Estimated => {
  const denominators = denominatorsOf(answers[0]?.[0]);
  const splits = variancesOf(drawn);
  const name = columnFor(selection);
  const sums = new Map((answers[1] ?? []).map((row) => [row.g0!, row]));
  const missingFrom = (findColumn(name)!.column as { levels: readonly unknown[] }).levels.length;
  const resultOf = (split: (typeof splits)[number]) =>
    'variances' in split ? resampledInterval(split, shareOf(split), [0, 1]) : split;
  const rows = levelsOf(name, extra).flatMap((level, code): RawRow[] => {
    const counts = denominatorsOf(sums.get(code));
    if (counts.people === 0) return [];
    const missing = code >= missingFrom;
    return [{ key: levelKey(level), label: level.label, missing, ...counts, result: resultOf(splits[code + 1]!) }];
  });
  const who = among(selection, 'utterances', extra);
  return {
    kicker: 'Preference diversity · whose taste?',
    question: `Where do people disagree about models${who === '' ? '' : `, ${who}`}?`,
    axis: 'Disagreement: share of the differences between replies to one message that models do not account for',
    scale: 'share',
    rowsAre: name === 'topic' ? 'Topic' : 'Type of conversation',
    rows,
    overall: { key: 'all', label: 'All of these', missing: false, ...denominators, result: resultOf(splits[0]!) },
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    method: `REML; ${resamplingMethod(selection, DRAWS)}`,
    notes: [
      'At 0\u202f% everybody would set the models apart in the same way; at 100\u202f% which model wrote a reply would say nothing about how a person scores it. It is one minus the correlation of two people’s scores of the same model, beside other replies to their own messages.',
      'It holds taste, the chance of one reply, and chance in scoring together: these cannot be told apart within most topics.',
      'Topics come from a clustering program and names from a language model; conversations guided by values or controversy were about such things on request.',
      `Rows with fewer than ${FEWEST_TO_SPLIT} people are not split. Opening turns only. An opt-in sample, not whole countries.`
    ]
  };
};

function arrange(rows: readonly Row[], selection: Selection): readonly Row[] {
  if (selection.params.over !== 'topics') return rows;
  const rank = ({ estimate, missing }: Row) => (!estimate.shown ? 2 : missing ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || value(b) - value(a));
}

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { denominators, overall, rows } = figure;
  if (!overall?.estimate.shown) {
    if (denominators.people < 10) return nothingLeft(denominators);
    return `Disagreement cannot be said of these ${formatCountOf(denominators.people, PERSON)}: it takes ${FEWEST_TO_SPLIT}.`;
  }
  const words = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${formatValue(value, 'share')} (${formatInterval(low, high, 'share')})`;
  const start = `Which model wrote a reply leaves ${words(overall.estimate)} of the differences between replies to one message unexplained (${formatCountOf(overall.estimate.people, PERSON)})`;
  const shown = rows.flatMap((row) =>
    row.estimate.shown && !row.missing ? [{ label: row.label, ...row.estimate }] : []
  );
  const sorted = [...shown].sort((a, b) => b.value - a.value);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom || top === bottom) return `${start}.`;
  return `${start}: from ${words(bottom)} for ${bottom.label} to ${words(top)} for ${top.label}, picked after looking.`;
}

/** How little people agree about models, for each type of conversation or topic. */
export const disagreement: DatabaseChart = {
  name: 'disagreement',
  label: 'Disagreement by type and topic',
  vocabulary: scoresVocabulary(params),
  source: 'database',
  needs: [],
  queries: (selection) => [scoreMoments(selection), { ...scoreMoments(selection), by: [columnFor(selection)] }],
  draws: {
    columns: (selection) => [replies(selection, [...splitColumns, 'conversation_type'])],
    task(columns, selection, extra) {
      const scores = scoresOf(columns[0]);
      const of = columnOf(columns[0], columnFor(selection));
      const slices = [
        scores,
        ...levelsOf(columnFor(selection), extra).map((_, code) => only(scores, (row) => of[row] === code))
      ];
      return {
        kind: 'variances',
        splits: slices.map((slice) => {
          if (!enoughPeople(slice)) return null;
          const { rows, clusterOf } = splitByOpener(slice);
          return { rows, resampling: resamplingOf(selection, DRAWS, clusterOf) };
        })
      };
    }
  },
  estimate,
  arrange,
  describe,
  table: (figure) => intervalTable(figure),
  plot(plot, figure, width) {
    const all = figure.overall?.estimate;
    const reference = all?.shown
      ? { value: all.value, label: `all of these ${formatValue(all.value, 'share')}` }
      : null;
    return dotInterval(plot, figure, width, { right: peopleAtRight, reference, published: null });
  }
};
