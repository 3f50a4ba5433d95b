import { decapitalise, dimensionsOf, findColumn, findMetric } from '../../dataset/index.ts';
import { everything, type Params, type Selection, type Vocabulary } from '../../selection/index.ts';
import { topicsVocabulary } from './topics-vocabulary.ts';

/** Columns that readers may hold equal: those of the published regressions first, then others that come before the outcome. */
export const publishedTerms = [
  'gender',
  'age',
  'special_region',
  'ethnicity',
  'religion',
  'conversation_type'
] as const;
const furtherTerms = ['education', 'english_proficiency', 'lm_familiarity'] as const;

/** All of them, in order. */
export const offeredTerms: readonly string[] = [...publishedTerms, ...furtherTerms];

const [IN, OUT] = ['in', 'out'];

/** A link's parameter for a column: whether it is held equal. */
export const paramOf = (column: string) => `equal_${column}`;

/** Whether columns are held equal, those of the published regressions unless told. */
const params: Params = Object.fromEntries(
  offeredTerms.map((column) => {
    const usual = (publishedTerms as readonly string[]).includes(column);
    const choices = [
      { key: IN!, label: 'held equal' },
      { key: OUT!, label: 'left out' }
    ];
    const name = decapitalise(findColumn(column)!.column.label);
    return [
      paramOf(column),
      { kind: 'choice', label: `Hold ${name} equal`, choices: usual ? choices : choices.reverse() }
    ];
  })
);

const defaults: Selection = {
  ...everything,
  metric: topicsVocabulary.defaults.metric,
  params: Object.fromEntries(Object.entries(params).map(([name, { choices }]) => [name, choices[0]!.key]))
};

/** What links to the regression may say: its outcome, whose rows, and what is held equal. */
export const composedVocabulary: Vocabulary = {
  defaults,
  parts: ['metric', 'filters', 'sample', 'minimum'],
  params,
  ahead: () => []
};

/** The columns of a selection that are held equal, as far as they are known of what is measured. */
export function termsOf({ metric, params }: Selection): readonly string[] {
  const { table, column } = findMetric(metric)!;
  const known = dimensionsOf(table);
  return offeredTerms.filter((name) => params[paramOf(name)] === IN && known.includes(name) && name !== column);
}

/** The parameters with a column held equal, or left out where it was. */
export const turned = ({ params }: Selection, column: string): Selection['params'] => ({
  ...params,
  [paramOf(column)]: params[paramOf(column)] === IN ? OUT! : IN!
});

/** Whether exactly the published regressions are asked for, of everybody. */
export function isAsPublished(selection: Selection): boolean {
  const { filters, sample, metric } = selection;
  const terms = termsOf(selection);
  return (
    filters.length === 0 &&
    sample === 'all' &&
    findMetric(metric)!.column === 'topic' &&
    terms.length === publishedTerms.length &&
    publishedTerms.every((name) => terms.includes(name))
  );
}
