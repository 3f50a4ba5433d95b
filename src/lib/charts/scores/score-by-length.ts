import { PERSON, formatCount, formatCountOf, formatInterval, formatValue } from '../../dataset/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { countColumn, estimateColumns, label, remarkColumn } from '../columns/row-columns.ts';
import { isFirm, type ShownRow } from '../rows/ranked.ts';
import { modelColumns, modelsParam } from './reply-terms.ts';
import { dense } from '../rows/dense.ts';
import {
  SCORES,
  type AskedOfAll,
  columnOf,
  nothingLeft,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

const params: Params = { models: modelsParam };

/** Characters at which a class of length begins; the last has no end. */
const BOUNDS = [0, 100, 200, 300, 400, 600, 800, 1000, 1200, 1400];

/** Classes of length: on the axis, and before "characters" in a sentence. */
const lengths = BOUNDS.map((from, i) => {
  const next = BOUNDS[i + 1];
  const [start, words] = [formatCount(from), next === undefined ? 'and more' : `to ${formatCount(next - 1)}`];
  return {
    key: String(from),
    label: next === undefined ? `${start} characters ${words}` : `${start} ${words}`,
    words: `${start} ${words}`
  };
});

const inWords = ({ key, label }: { readonly key: string; readonly label: string }) =>
  lengths.find((one) => one.key === key)?.words ?? label;

const classOf = (length: number) => BOUNDS.findLastIndex((from) => length >= from);

const withinModels = ({ params }: Selection) => params.models === 'within';

type LengthChart = DatabaseChart<NoFields, AskedOfAll>;

const estimate: LengthChart['estimate'] = (answers, selection, extra, computed) => {
  if (computed?.kind !== 'explained') throw new TypeError('Nothing was explained');
  const denominators = denominatorsOf(answers.all[0]);
  const { found, counts } = computed;
  const within = withinModels(selection);
  const rows = lengths.flatMap(({ key, label }): RawRow[] => {
    const count = counts[key];
    if (!count) return [];
    const result = 'reason' in found ? found : found.coefficients[key]!;
    return [{ key, label, missing: false, people: count.people, conversations: 0, ratings: count.ratings, result }];
  });
  return {
    kicker: 'What goes into a score',
    axis: within ? 'Mean score, models’ own averages taken out' : 'Mean score, 1–100',
    scale: 'score',
    rowsAre: 'Length in characters',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    method: '95 % intervals, least squares clustered by person',
    notes: [
      within
        ? 'Each row is the score that replies of this length would have, were models shown as often at every length: some models write long replies and are liked for other reasons.'
        : 'Models differ in how long their replies are; with models’ averages taken out, only the length differs.',
      'An empty reply counts as twelve characters. Lengths were cut by what the models were allowed to write.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

function headline({ rows }: Unsaid): string | null {
  const shown = rows.filter(isFirm);
  const [shortest, longest] = [shown[0], shown.at(-1)];
  if (!shortest || !longest || shortest === longest) return null;
  const value = ({ estimate }: ShownRow) => formatValue(estimate.value, 'score');
  const ends = `${value(shortest)} for ${shortest.label} characters, ${value(longest)} for ${longest.label}`;
  if (longest.estimate.low > shortest.estimate.high) return `Long replies score higher than short ones: ${ends}`;
  if (longest.estimate.high < shortest.estimate.low) return `Long replies score lower than short ones: ${ends}`;
  return 'The longest replies score no differently from the shortest, as far as we can tell';
}

function describe(figure: Unsaid): string {
  const { denominators, rows, selection } = figure;
  const shown = rows.filter(isFirm);
  const [shortest, longest] = [shown[0], shown.at(-1)];
  if (!shortest || !longest || shortest === longest) {
    return denominators.people < 10
      ? nothingLeft(denominators)
      : `Too few of these ${formatCountOf(denominators.people, PERSON)} rated replies of different lengths.`;
  }
  const best = [...shown].sort((a, b) => b.estimate.value - a.estimate.value)[0]!;
  const words = ({ estimate: { value, low, high } }: ShownRow) =>
    `${formatValue(value, 'score')} (${formatInterval(low, high, 'score')})`;
  const start = withinModels(selection)
    ? 'With each model’s average taken out, replies'
    : 'Taking all models together, replies';
  const peak = best === longest || best === shortest ? '' : `, and most at ${best.label} characters, ${words(best)}`;
  return `${start} of ${shortest.label} characters score ${words(shortest)} on average, those of ${inWords(longest)} ${words(longest)}${peak} (${formatCountOf(denominators.people, PERSON)}).`;
}

const columns: readonly FigureColumn[] = [
  label,
  ...estimateColumns(),
  countColumn('people', 'People'),
  countColumn('ratings'),
  remarkColumn()
];

/** Mean opener score by length of the reply, with models' averages left in or taken out. */
export const scoreByLength: LengthChart = {
  name: 'score-by-length',
  label: 'Score by length',
  vocabulary: scoresVocabulary(params),
  together: SCORES,
  source: 'database',
  needs: [],
  columns,
  queries: (selection) => ({ all: scoreMoments(selection) }),
  task: {
    columns: (selection) => [replies(selection, ['score', 'user_id', 'model', 'response_length'])],
    of([columns], selection) {
      const person = dense(columnOf(columns, 'user_id'));
      const model = dense(columnOf(columns, 'model'));
      const of = columnOf(columns, 'response_length').map(classOf);
      const present = lengths.flatMap(({ key }, i) => {
        const rows = Array.from(of.keys()).filter((row) => of[row] === i);
        const people = new Set(rows.map((row) => person.codes[row])).size;
        return rows.length === 0 ? [] : [{ key, i, people, ratings: rows.length }];
      });
      return {
        kind: 'explained',
        y: columnOf(columns, 'score'),
        columns: {
          ...Object.fromEntries(present.map(({ key, i }) => [key, Float64Array.from(of, (one) => Number(one === i))])),
          ...(withinModels(selection) ? modelColumns(model.codes, model.count, true) : {})
        },
        person: person.codes,
        people: person.count,
        intercept: false,
        counts: Object.fromEntries(present.map(({ key, people, ratings }) => [key, { people, ratings }]))
      };
    }
  },
  estimate,
  question: (selection, extra) =>
    `Do longer replies score higher${withinModels(selection) ? ' within one model' : ''}${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: null, published: null })
};
