import {
  PERSON,
  formatCountOf,
  formatEstimate,
  formatInterval,
  formatList,
  levelKey,
  levelsOf
} from '../../dataset/index.ts';
import { share } from '../../estimate/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { dotInterval, peopleAtRight } from '../forms/dot-interval.ts';
import { countColumn, estimateColumns, label, publishedColumn, remarkColumn } from '../columns/row-columns.ts';
import { isShown } from '../rows/ranked.ts';
import type { Query } from '../../query/index.ts';
import { replyTerms } from './reply-terms.ts';
import { SCORES, isNarrowed, nothingLeft, scoreMoments, scoresVocabulary } from './scores-vocabulary.ts';
import { momentsOf, denominatorsOf } from '../rows/moments.ts';
import { denominatorWords } from '../words/denominators.ts';

/** The terms that a reply has or has not. */
const marks = replyTerms.filter(({ column }) => column !== 'response_length');

/** What replies with the mark do, in the sentence. */
const verbs: Readonly<Record<string, string>> = {
  has_list: 'have a list',
  denies_being_human: 'say that they come from no person',
  refuses: 'decline to answer',
  says_it_is_ai: 'introduce themselves'
};

/** The metric that is the share of replies with the mark. */
const metricOf = (column: string) => `${column}.${levelKey(levelsOf(column, {}).find(({ value }) => value === true)!)}`;

/** Each mark, under its name. */
type Asked = Readonly<Record<string, Query>>;

const estimate: DatabaseChart<NoFields, Asked>['estimate'] = (answers, selection) => {
  const denominators = denominatorsOf(answers[marks[0]!.column]?.[0]);
  const rows = marks.map(({ column, label, publishedRate }): RawRow => {
    const published = isNarrowed(selection) ? undefined : publishedRate;
    return {
      ...{ key: column, label, missing: false, ...denominators },
      ...(published === undefined ? {} : { published }),
      result: share(momentsOf(answers[column]?.[0]))
    };
  });
  return {
    kicker: 'What goes into a score',
    axis: 'Share of opening replies',
    scale: 'share',
    rowsAre: 'Mark',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: denominatorWords(denominators),
    method: '95 % intervals, clustered by person',
    notes: [
      'The lists of phrases are our own and are printed in the codebook; the published ones are another choice, and one of them holds bare names of models, among them everyday words such as “command”.',
      'A phrase is found, not understood: a reply that quotes a refusal counts as one.',
      'Opening turns only. An opt-in sample, not whole countries.'
    ]
  };
};

function headline({ rows }: Unsaid): string | null {
  const said = rows.filter(isShown).filter(({ key }) => verbs[key]);
  const words = ({ key, estimate }: (typeof said)[number]) => `${formatEstimate(estimate, 'share')} ${verbs[key]}`;
  return said.length === 0 ? null : `Of opening replies, ${formatList(said.slice(0, 2).map(words))}`;
}

function describe(figure: Unsaid): string {
  const shown = figure.rows.filter(isShown).filter(({ key }) => verbs[key]);
  if (shown.length === 0) {
    return figure.denominators.people < 10
      ? nothingLeft(figure.denominators)
      : 'No reply has any of these marks, or every reply has them.';
  }
  const words = ({ key, estimate }: (typeof shown)[number]) =>
    `${formatEstimate(estimate, 'share')} (${formatInterval(estimate.low, estimate.high, 'share')}) ${verbs[key]}`;
  return `Of opening replies, ${formatList(shown.map(words))} (${formatCountOf(figure.denominators.people, PERSON)}).`;
}

const columns: readonly FigureColumn[] = [
  label,
  ...estimateColumns(),
  publishedColumn,
  countColumn('people', 'People'),
  countColumn('conversations'),
  countColumn('ratings'),
  remarkColumn()
];

/** Share of opener replies with each mark, beside the published rates of phrase lists. */
export const replyMarks: DatabaseChart<NoFields, Asked> = {
  name: 'reply-marks',
  label: 'Marks of replies',
  vocabulary: scoresVocabulary({}),
  together: SCORES,
  source: 'database',
  needs: [],
  columns,
  queries: (selection) =>
    Object.fromEntries(marks.map(({ column }) => [column, { ...scoreMoments(selection), metric: metricOf(column) }])),
  estimate,
  question: (selection, extra) => `How many replies have these marks${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  key: (figure) =>
    figure.rows.some(({ published }) => published !== undefined)
      ? [
          { mark: 'value', label: 'found here, with interval' },
          { mark: 'published', label: 'published, by other lists' }
        ]
      : [],
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: null, published: 'published value' })
};
