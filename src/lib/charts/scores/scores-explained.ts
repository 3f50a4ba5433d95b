import { PERSON, formatCountOf, formatInterval, formatList, formatValue } from '../../dataset/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { countColumn, estimateColumns, label, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { isFirm, isShown } from '../rows/ranked.ts';
import { modelColumns, modelsParam, replyTerms, termValues } from './reply-terms.ts';
import { dense } from '../rows/dense.ts';
import {
  SCORES,
  type AskedOfAll,
  columnOf,
  isNarrowed,
  nothingLeft,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

const params: Params = { models: modelsParam };

const withinModels = ({ params }: Selection) => params.models === 'within';

/** The share of the differences between scores that the terms account for; none where they cannot be told apart. */
const constants = { explained: 'value' } as const;

type Constants = typeof constants;

type ExplainedChart = DatabaseChart<NoFields, AskedOfAll, Constants>;

const estimate: ExplainedChart['estimate'] = (answers, selection, extra, computed) => {
  if (computed?.kind !== 'explained') throw new TypeError('Nothing was explained');
  const denominators = denominatorsOf(answers.all[0]);
  const { found } = computed;
  const within = withinModels(selection);
  const rows = replyTerms.map(({ column, label, published }): RawRow => {
    const result = 'reason' in found ? found : found.coefficients[column]!;
    const people = computed.counts[column]!.people;
    return {
      ...{ key: column, label, missing: false, people, conversations: 0, ratings: computed.counts[column]!.ratings },
      ...(within || isNarrowed(selection) ? {} : { published }),
      result
    };
  });
  return {
    kicker: 'What goes into a score',
    axis: 'Points of score more, other marks being equal',
    scale: 'score',
    rowsAre: 'What the reply is like',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    ...('reason' in found ? {} : { constants: { explained: found.rSquared } }),
    method: '95 % intervals, least squares clustered by person',
    notes: [
      'What goes with a score need not be what makes it: models that write long replies may be liked for other reasons.',
      within
        ? 'Every model has an average of its own, so that replies are compared with other replies of the same model only.'
        : 'Replies of all models are compared with one another, as in the published regression.',
      'People on the right: those with a reply that has the mark, or for length all.',
      ...(rows.some(({ published }) => published !== undefined)
        ? [
            'The published regression (diamonds) finds phrases by other lists, and its errors are not clustered by person. Its coefficients are printed without intervals.'
          ]
        : []),
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

const phraseOf = (key: string) => replyTerms.find(({ column }) => column === key)!.phrase;

function headline({ rows, constants, selection }: Unsaid<NoFields, Constants>): string | null {
  if (constants?.explained === undefined || !rows.some(isShown)) return null;
  const what = withinModels(selection) ? 'The model, length, lists and other marks' : 'Length, lists and other marks';
  return `${what} account for ${formatValue(constants.explained, 'share')} of the differences between scores`;
}

function describe(figure: Unsaid<NoFields, Constants>): string {
  const { denominators, rows, constants, selection } = figure;
  const shown = rows.filter(isShown);
  if (shown.length === 0 || constants?.explained === undefined) {
    if (denominators.people < 10) return nothingLeft(denominators);
    return `What goes with a score cannot be told apart for these ${formatCountOf(denominators.people, PERSON)}.`;
  }
  const clear = shown.filter(isFirm).filter(({ estimate: { low, high } }) => low > 0 || high < 0);
  const words = ({ key, estimate: { value, low, high } }: (typeof shown)[number]) =>
    `${phraseOf(key)} (${value > 0 ? '+' : ''}${formatValue(value, 'score')}; ${formatInterval(low, high, 'score')})`;
  const higher = clear.filter(({ estimate }) => estimate.value > 0).map(words);
  const lowerScores = clear.filter(({ estimate }) => estimate.value < 0).map(words);
  const parts = [
    ...(higher.length > 0 ? [`higher scores go with ${formatList(higher)}`] : []),
    ...(lowerScores.length > 0 ? [`lower ones with ${formatList(lowerScores)}`] : [])
  ];
  const where = withinModels(selection) ? 'Among replies of the same model' : 'Among opening replies';
  const what = withinModels(selection) ? 'these marks and the models' : 'these marks';
  return `${where}, ${parts.length > 0 ? parts.join(', ') : 'none of these marks goes with a clearly higher or lower score'}. Together ${what} account for ${formatValue(constants.explained, 'share')} of the differences between scores (${formatCountOf(denominators.people, PERSON)}).`;
}

const columns: readonly FigureColumn[] = [
  label,
  ...estimateColumns(),
  publishedColumn,
  countColumn('people', 'People', 'people with a reply that has the mark, or for length all'),
  countColumn('ratings', undefined, 'ratings of replies that have the mark, or for length all'),
  remarkColumn()
];

/** Raw opener scores on length and marks of the reply, with and without an average for each model. */
export const scoresExplained: ExplainedChart = {
  name: 'scores-explained',
  label: 'What goes with a higher score',
  vocabulary: scoresVocabulary(params),
  together: SCORES,
  source: 'database',
  needs: [],
  constants,
  columns,
  queries: (selection) => ({ all: scoreMoments(selection) }),
  task: {
    columns: (selection) => [
      replies(selection, ['score', 'user_id', 'model', ...replyTerms.map(({ column }) => column)])
    ],
    of([columns], selection, extra) {
      const person = dense(columnOf(columns, 'user_id'));
      const values = replyTerms.map((term) => [term.column, termValues(term, columns, extra)] as const);
      const counts = values.map(([name, value]) => {
        const with_ = Array.from(value.keys()).filter((row) => value[row]! > 0);
        return [name, { people: new Set(with_.map((row) => person.codes[row])).size, ratings: with_.length }] as const;
      });
      const model = dense(columnOf(columns, 'model'));
      return {
        kind: 'explained',
        y: columnOf(columns, 'score'),
        columns: {
          ...Object.fromEntries(values),
          ...(withinModels(selection) ? modelColumns(model.codes, model.count, false) : {})
        },
        person: person.codes,
        people: person.count,
        intercept: true,
        counts: Object.fromEntries(counts)
      };
    }
  },
  estimate,
  question: (selection, extra) =>
    `What goes with a higher score${withinModels(selection) ? ', models compared with themselves' : ''}${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  key: (figure) =>
    figure.rows.some(({ published }) => published !== undefined)
      ? [
          { mark: 'value', label: 'computed here, with interval' },
          { mark: 'published', label: 'published value' }
        ]
      : [],
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, {
      right: peopleAtRight,
      reference: { value: 0, label: '← lower · higher →' },
      published: 'published value'
    })
};
