import type { Columns } from '../query/index.ts';
import type { SplitReport } from './leaks.ts';
import type { LeftBy } from './left.ts';
import type { Step } from './made-pairs.ts';
import type { Recipe } from './recipe.ts';
import type { Who } from './who-columns.ts';

/** A recipe with the answer to what its filters ask, and what is wanted of it. */
export interface PairsQuestion {
  readonly id: number;
  readonly recipe: Recipe;
  /** The ids of the replies that its filters let through; null when it has none. */
  readonly passing: Columns | null;
  readonly want: 'steps' | 'file';
}

/** To the worker: the rated replies and who made them, once and first; then questions. */
export type PairsRequest = { readonly open: Columns; readonly who: Who } | PairsQuestion;

/** What is there after each step and in each part, with the file where it was wanted. */
export interface PairsAnswer {
  readonly steps: readonly Step[];
  /** Null for a recipe without a split. */
  readonly split: SplitReport | null;
  /** Who is left against who was dropped, where steps were wanted. */
  readonly left: readonly LeftBy[];
  readonly file: Blob | null;
}

/** From the worker: the answer, or why there is none. */
export type PairsReply = ({ readonly id: number } & PairsAnswer) | { readonly id: number; readonly error: string };
