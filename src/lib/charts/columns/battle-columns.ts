import type { FigureColumn, Figure } from '../chart.ts';
import type { BattleEnds, BattleFields, TestedFields } from '../rows/battles.ts';
import { countColumn, estimateColumns, label, remarkColumn } from './row-columns.ts';

/** Fewer are not told from none. */
const LEAST_P = 0.001;

/** A p-value adjusted for all that was tested with it. */
export const adjustedColumn: FigureColumn<TestedFields> = {
  key: 'p_adjusted',
  head: 'p, adjusted',
  says: 'p-value, adjusted for everything tested in the figure (Benjamini–Hochberg); empty where a row was not tested',
  kind: 'p',
  of: ({ adjusted }) => adjusted,
  text: ({ adjusted }) => (adjusted === undefined ? '' : adjusted < LEAST_P ? '< 0.001' : adjusted.toFixed(3))
};

const ended = (key: 'wins' | 'ties' | 'losses', head: string, says: string): FigureColumn<BattleEnds> => ({
  key,
  head,
  says,
  kind: 'count',
  of: (row) => row[key]
});

/** How battles ended for the item of a row, or for the first of its two. */
export const endColumns: readonly FigureColumn<BattleEnds>[] = [
  ended('wins', 'Won', 'battles won; empty where battles are not counted'),
  ended('ties', 'Tied', 'battles tied'),
  ended('losses', 'Lost', 'battles lost')
];

/** The columns of shares of battles; `head` is what the share is of. */
export const battleColumns = (
  head: string | ((figure: Pick<Figure, 'axis'>) => string),
  first: FigureColumn = label
): readonly FigureColumn<BattleFields>[] => [
  first,
  ...estimateColumns(head),
  ...endColumns,
  countColumn('people', 'People'),
  countColumn('conversations', undefined, 'conversations in which the battles were fought'),
  { ...countColumn('ratings', undefined, 'battles the share rests on'), key: 'battles' },
  adjustedColumn,
  remarkColumn()
];
