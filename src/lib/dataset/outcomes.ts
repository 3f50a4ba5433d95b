import type { ColumnName } from './tables.ts';

/** What a person made of a reply: one judgement, from which each of these columns follows. */
const judgement: readonly string[] = [
  'score',
  'score_z',
  'win_share',
  'if_chosen'
] satisfies readonly ColumnName<'utterances'>[];

/** Columns that are the outcome a measure of this column has: those of one judgement together, any other alone. */
export function outcomesWith(column: string): readonly string[] {
  return judgement.includes(column) ? judgement : [column];
}
