import { studentTQuantile } from '../distributions.ts';
import { TAIL, type Interval } from '../estimate.ts';
import { fixedLevels, limitsOfLevels, varianceOfLevels } from './fixed-levels.ts';
import { spreadOf, type PeopleSpread } from './people-spread.ts';
import type { DesignView } from './view.ts';

/** Shares of parts in the sum of some of the variances. */
export interface SharedOut {
  /** The share of a part, by its place among the variances; at most `high` where `low` is 0. */
  share(place: number): Interval;
}

/**
 * How sure is it how much each part of the differences between scores matters? The intervals say how much the shares would
 * move with other people; the models and topics are taken as they are. They do not trust the model of the scores for how far
 * chance goes, but look at how much each person’s own scores pull at every part.
 *
 * At the view from a summit. `clusterOf` has the person of each block, null when each block is one; `among`, the places of
 * the variances that add up to all, every one where absent.
 *
 * @method Shares of the variance
 * @formula share of part k = σ²(k) / Σσ²
 * C = G/(G − 1) · A⁻¹ (Σ over people of g·gᵀ) A⁻¹, g = a person’s contributions to the slopes by σ² of what varies within
 * and between people (person, taste, conversation, rest)
 * of such a part: interval = share + s·( exp(±t(0.975; G − 1)·h) − 1 )/h, s² = the share’s variance by the delta method from C
 * h² = 2/n · max(1, C(k, k)/A⁻¹(k, k)), n = levels that vary freely: people, their models, their conversations
 * of model and topic, levels that stay as they are: J·(σ² + c)/c is taken as noncentral χ² with J degrees of freedom and
 * noncentrality J·σ²/c, by its cube root; c = variance that chance gives the levels’ estimates, J = levels that tell as much
 * its limits and those of ln Σ of the other parts are joined as the legs of a triangle
 * @assumes What the variance components assume, but for normality and one variance for everybody. In simulations of PRISM’s
 * size see Coverage.
 * @source White (1982), Econometrica 50; Liang & Zeger (1986), Biometrika 73; Zou & Donner (2008), Statistics in Medicine 27.
 * Spreads checked against dense matrices in R.
 * @differs Not in the published analyses.
 */
export function varianceShares(view: DesignView, clusterOf: Int32Array | null, among?: readonly number[]): SharedOut {
  const { design, at } = view;
  const inner = design.nested.length;
  const last = at.length - 1;
  const counted = new Set(among ?? at.keys());
  const clusters = clusterOf ? new Set(clusterOf).size : design.blocks;
  const t = studentTQuantile(1 - TAIL, clusters - 1);
  const spread = spreadOf(view, clusterOf);
  const levels = design.crossed.map((_, k) => fixedLevels(view, k, clusterOf));
  const all = [...counted].reduce((sum, k) => sum + at[k]!, 0);

  return {
    share: (place) => (place < inner || place === last ? nested(place) : crossed(place))
  };

  /** The standard error of a sum of variances. */
  function spreadOfSum(weight: (place: number) => number): number {
    const own = Float64Array.from({ length: inner + 1 }, (_, k) => weight(k < inner ? k : last));
    let variance = form(spread, own);
    levels.forEach((level, k) => (variance += weight(inner + k) ** 2 * varianceOfLevels(level)));
    return Math.sqrt(variance);
  }

  function nested(place: number): Interval {
    const value = at[place]! / all;
    const se = spreadOfSum((k) => (counted.has(k) ? ((k === place ? 1 : 0) - value) / all : 0));
    const skew = skewOf(place);
    const reach = (t: number) => ((Math.exp(t * skew) - 1) * se) / skew;
    return { value, low: Math.max(0, value + reach(-t)), high: Math.min(1, value + reach(t)) };
  }

  /** How skewed an estimate is: as χ² of so many levels is, the more so the further people's spread goes beyond it. */
  function skewOf(place: number): number {
    const k = Math.min(place, inner);
    const [model, people] = [spread.model[k * (inner + 2)]!, spread.people[k * (inner + 2)]!];
    const levels = place === last ? (2 * at[last]! ** 2) / model : levelsOf(view, place);
    return Math.sqrt((2 / levels) * Math.max(1, people / model));
  }

  function crossed(place: number): Interval {
    const level = levels[place - inner]!;
    const { low, high } = limitsOfLevels(level, t);
    const others = all - at[place]!;
    const se = spreadOfSum((k) => (counted.has(k) && k !== place ? 1 / others : 0));
    const { value } = level;
    const odds = (variance: number, sign: number) => {
      if (value === 0 || variance === 0) return variance / others;
      return (value / others) * Math.exp(sign * Math.hypot(Math.log(variance / value), t * se));
    };
    const share = (odds: number) => odds / (1 + odds);
    return {
      value: value / all,
      low: share(odds(Math.min(low, value), -1)),
      high: share(odds(Math.max(high, value), 1))
    };
  }
}

/** How many levels of a nested effect vary freely: those of all blocks, less one for each block that has several. */
function levelsOf({ design }: DesignView, place: number): number {
  const { blocks, nested, first, end } = design;
  let levels = 0;
  for (let b = 0; b < blocks; b++) levels += end[b * nested.length + place]! - first[b * nested.length + place]!;
  return levels > blocks ? levels - blocks : blocks - 1;
}

function form({ people }: PeopleSpread, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++)
    for (let j = 0; j < x.length; j++) sum += x[i]! * people[i * x.length + j]! * x[j]!;
  return sum;
}
