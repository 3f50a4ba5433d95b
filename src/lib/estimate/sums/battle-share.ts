import { studentTTwoSided } from '../distributions.ts';
import type { Interval, Moments, Unestimated } from '../estimate.ts';
import { mean } from './mean.ts';

/** A share of battles with the test of an even split. */
export interface BattleShare extends Interval {
  /** Two-sided p-value of no preference either way, not adjusted for several tests. */
  readonly p: number;
}

/**
 * How often one model is preferred to another when both answer the same message: the share of their battles that it wins,
 * a tie counting half. One half means that neither is preferred.
 *
 * In `moments`, x is a person's number of battles and y twice their wins plus their ties. The interval is held between 0
 * and 1. Unestimated without battles, with one person, and when everybody has the same result.
 *
 * @method Share of battles won
 * @formula share = Σ(wins + ties/2) / Σ battles, over people
 * interval as for a mean: clustered by person, t with G − 1 degrees of freedom
 * p = chance of a share at least as far from one half if there were no preference
 * @assumes Participants are independent of one another. Only openers count: there, models met at random.
 * @source Binder (1983), International Statistical Review 51. Ties: a difference of at most 5 points, as published.
 * @differs The published comparison divides wins alone by all battles, ties included, so that both models of a pair that
 * often ties look weak.
 */
export function battleShare(moments: Moments): BattleShare | Unestimated {
  const found = mean(moments, 2);
  if (!('value' in found)) return found;
  const p = studentTTwoSided((found.value - 0.5) / found.se!, found.df!);
  return { ...found, low: Math.max(0, found.low), high: Math.min(1, found.high), p };
}
