import {
  ols_all_hypotheses_openers as regression,
  phrase_rates_openers_30049 as rates
} from '../../../../data/published/scores.json';
import { levelsOf, type Undocumented } from '../../dataset/index.ts';
import type { Columns } from '../../query/index.ts';
import { columnOf } from './scores-vocabulary.ts';

/** Characters that one step of length stands for: a coefficient per character would be all zeros. */
const PER_LENGTH = 100;

/** Something that can be seen in a reply and may go with its score. */
export interface ReplyTerm {
  /** Column it is read from. */
  readonly column: string;
  readonly label: string;
  /** As what goes with a score. */
  readonly phrase: string;
  /** Points of score that go with it in the published regression. */
  readonly published: number;
  /** Share of opening replies that have it, where that is published. */
  readonly publishedRate?: number;
}

/** The terms of the published regression, in its order. */
export const replyTerms: readonly ReplyTerm[] = [
  {
    column: 'response_length',
    label: 'Length, per 100 characters',
    phrase: '100 characters more',
    published: regression.text_length * PER_LENGTH
  },
  { column: 'has_line_break', label: 'Line breaks', phrase: 'line breaks', published: regression.if_line_breaks },
  {
    column: 'ends_with_question',
    label: 'Ends with a question',
    phrase: 'a question at the end',
    published: regression.if_question_marks
  },
  { column: 'has_list', label: 'Has a list', phrase: 'a list', published: regression.if_enumeration },
  {
    column: 'denies_being_human',
    label: 'Says it is no person',
    phrase: 'saying it is no person',
    published: regression.if_deanthro,
    publishedRate: rates.deanthro
  },
  {
    column: 'refuses',
    label: 'Declines to answer',
    phrase: 'declining to answer',
    published: regression.if_refusal,
    publishedRate: rates.refusal
  },
  {
    column: 'says_it_is_ai',
    label: 'Introduces itself',
    phrase: 'introducing itself',
    published: regression.if_self_identification,
    publishedRate: rates.self_identification
  }
];

/** The values of a term in every row: hundreds of characters, or 1 where the mark is there and 0 where it is not. */
export function termValues({ column }: ReplyTerm, columns: Columns | undefined, extra: Undocumented): Float64Array {
  const stored = columnOf(columns, column);
  if (column === 'response_length') return Float64Array.from(stored, (length) => length / PER_LENGTH);
  const yes = levelsOf(column, extra).findIndex(({ value }) => value === true);
  return Float64Array.from(stored, (code) => Number(code === yes));
}

/**
 * A column of 1 and 0 for each model but the first, by name; with `shares`, less the model's share of all rows, so that a
 * constant stays the average over the models as they were shown.
 */
export function modelColumns(model: Int32Array, count: number, shares: boolean): Record<string, Float64Array> {
  const rows = new Float64Array(count);
  for (const code of model) rows[code]! += 1 / model.length;
  return Object.fromEntries(
    Array.from({ length: count - 1 }, (_, i) => [
      `model ${i + 1}`,
      Float64Array.from(model, (code) => Number(code === i + 1) - (shares ? rows[i + 1]! : 0))
    ])
  );
}

/** Whether models' own averages are taken out. */
export const modelsParam = {
  kind: 'choice',
  label: 'Models',
  choices: [
    { key: 'mixed', label: 'across all models' },
    { key: 'within', label: 'within models' }
  ]
} as const;
