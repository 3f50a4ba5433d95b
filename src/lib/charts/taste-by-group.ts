import { PERSON, formatCountOf, formatInterval, formatValue } from '../dataset/index.ts';
import { resampledInterval, separable, splitByPerson, type VarianceComponents } from '../estimate/index.ts';
import { among } from './among.ts';
import type { DatabaseChart, Estimated, Figure, RawRow } from './chart.ts';
import { dotInterval, peopleAtRight } from './dot-interval.ts';
import { intervalTable } from './interval-table.ts';
import { lower } from './metric-words.ts';
import {
  columnOf,
  dense,
  denominatorsOf,
  nothingLeft,
  numbersOf,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import {
  FEWEST_TO_SPLIT,
  columnLabel,
  enoughPeople,
  resamplingMethod,
  resamplingOf,
  scoresOf,
  splitColumns,
  variancesOf
} from './taste-figure.ts';

const DRAWS = 20;

/** Ways of grouping people, each looked at on its own. */
const groupings = ['age', 'gender', 'ethnicity', 'religion', 'special_region'] as const;

/** Variance of group × model beside what it leaves to the single person. */
function shareOf({ names }: VarianceComponents): (variances: Float64Array) => number {
  const [group, person] = [names.indexOf('group:model'), names.indexOf('taste')];
  return (variances) => {
    const all = variances[group]! + variances[person]!;
    return all > 0 ? variances[group]! / all : 0;
  };
}

const estimate: DatabaseChart['estimate'] = (answers, selection, extra, drawn): Estimated => {
  const denominators = denominatorsOf(answers[0]?.[0]);
  const splits = variancesOf(drawn);
  const rows = groupings.map((name, i): RawRow => {
    const split = splits[i + 1]!;
    const result = 'variances' in split ? resampledInterval(split, shareOf(split), [0, 1]) : split;
    return { key: name, label: columnLabel(name), missing: false, ...denominators, result };
  });
  const who = among(selection, 'utterances', extra);
  return {
    kicker: 'Preference diversity · whose taste?',
    question: `Does it matter who people are${who === '' ? '' : `, ${who}`}?`,
    axis: 'Share of people’s taste for models that their group accounts for',
    scale: 'share',
    rowsAre: 'Grouped by',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    method: `REML; ${resamplingMethod(selection, DRAWS)}`,
    notes: [
      'Taste is the variance of person × model. Each grouping is added alone, with an effect of its own for every group and model; shown is how much of the taste that effect takes over.',
      'Groups overlap, so that the shares cannot be added up. A share near 0 says that people of one group differ among themselves as much as from others, not that they are all alike.',
      'Resamples vary what groups account for; what single people add is held at its estimate.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { denominators, rows } = figure;
  const shown = rows.flatMap((row) => (row.estimate.shown ? [{ label: row.label, ...row.estimate }] : []));
  const most = [...shown].sort((a, b) => b.value - a.value)[0];
  if (!most) {
    if (denominators.people < 10) return nothingLeft(denominators);
    return `How much of people’s taste goes with their group cannot be said of these ${formatCountOf(denominators.people, PERSON)}: it takes ${FEWEST_TO_SPLIT}, with ${FEWEST_TO_SPLIT} who meet a model twice.`;
  }
  const lowest = [...shown].sort((a, b) => a.value - b.value)[0]!;
  const words = (row: typeof most) =>
    `${formatValue(row.value, 'share')} (${formatInterval(row.low, row.high, 'share')})`;
  return `Of the taste that makes people differ in which models they like, groups account for ${words(lowest)} by ${lower(lowest.label)} to ${words(most)} by ${lower(most.label)}, picked after looking; the rest is each person’s own (${formatCountOf(denominators.people, PERSON)}).`;
}

/** How much of person × model each way of grouping people accounts for. */
export const tasteByGroup: DatabaseChart = {
  name: 'taste-by-group',
  label: 'Taste and who people are',
  vocabulary: scoresVocabulary({}),
  source: 'database',
  needs: [],
  queries: (selection) => [scoreMoments(selection)],
  draws: {
    columns: (selection) => [replies(selection, [...splitColumns, ...groupings])],
    task(columns, selection) {
      const scores = scoresOf(columns[0]);
      const able = separable(scores);
      const enough = enoughPeople(scores) && able.taste;
      return {
        kind: 'variances',
        splits: [
          enough ? { rows: splitByPerson(scores, able) } : null,
          ...groupings.map((name) => {
            if (!enough) return null;
            const group = dense(columnOf(columns[0], name)).codes;
            const resampling = { ...resamplingOf(selection, DRAWS, null), onlyCrossed: true };
            return { rows: splitByPerson(scores, able, group), resampling, extendsFirst: true };
          })
        ]
      };
    }
  },
  estimate,
  describe,
  table: (figure) => intervalTable(figure),
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: null, published: null })
};
