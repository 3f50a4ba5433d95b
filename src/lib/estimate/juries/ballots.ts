import { pairBallots } from './pair-ballots.ts';
import { shareBallots } from './share-ballots.ts';
import type { Tastes } from './tastes.ts';

/** How a jury decides. */
export const juryRules = [
  ...(['mean', 'chosen', 'borda', 'approval', 'approval-own', 'favourite', 'least-disliked'] as const),
  ...(['copeland', 'maximin', 'rank-centrality'] as const)
];

export type JuryRule = (typeof juryRules)[number];

/** What each person brings to a jury, and what a jury makes of the sum. */
export interface Ballots {
  readonly cells: number;
  /** Where each person's entries begin; one more than there are people. */
  readonly starts: Int32Array;
  readonly cell: Int32Array;
  readonly amount: Float64Array;
  /** What a jury makes of each model, the higher the better, from its members' sums, written into `values`. */
  weigh(sums: Float64Array, values: Float64Array): void;
  /** How many members met a model. */
  met(sums: Float64Array, model: number): number;
}

/**
 * The ballots of everyone under a rule, over some of the models.
 *
 * @param candidates 1 for each model that may be chosen
 */
export function ballotsOf(tastes: Tastes, rule: JuryRule, candidates: Uint8Array): Ballots {
  switch (rule) {
    case 'copeland':
    case 'maximin':
    case 'rank-centrality':
      return pairBallots(tastes, rule, candidates);
    default:
      return shareBallots(tastes, rule, candidates);
  }
}
