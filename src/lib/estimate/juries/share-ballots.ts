import type { Ballots, JuryRule } from './ballots.ts';
import type { Tastes } from './tastes.ts';

/** A score over this is approval, where the middle of the scale decides. */
const MIDDLE = 50;

/** A score up to this is dislike. */
const DISLIKED = 10;

type ShareRule = Exclude<JuryRule, 'copeland' | 'maximin' | 'rank-centrality'>;

/** What one juror says of each model that they met, from their scores and shares chosen; the jury takes the mean. */
const says: Readonly<Record<ShareRule, (scores: Float64Array, chosen: Float64Array) => ArrayLike<number>>> = {
  mean: (scores) => scores,
  chosen: (_, chosen) => chosen,
  borda: (scores) =>
    scores.map((own) => {
      if (scores.length === 1) return 0.5;
      let below = -0.5;
      for (const other of scores) below += other < own ? 1 : other === own ? 0.5 : 0;
      return below / (scores.length - 1);
    }),
  approval: (scores) => scores.map((own) => Number(own > MIDDLE)),
  'approval-own': (scores) => {
    const mean = scores.reduce((sum, own) => sum + own, 0) / scores.length;
    return scores.map((own) => Number(own > mean));
  },
  favourite: (scores) => {
    const best = Math.max(...scores);
    const favourites = scores.reduce((count, own) => count + Number(own === best), 0);
    return scores.map((own) => (own === best ? 1 / favourites : 0));
  },
  'least-disliked': (scores) => scores.map((own) => -Number(own <= DISLIKED))
};

/** What a model gets that no juror met, as the published juries have it: the worst there is. */
const worst = (rule: ShareRule) => (rule === 'mean' ? 1 : rule === 'least-disliked' ? -1 : 0);

/**
 * Ballots that say one number of each model met; a jury takes the mean over those of its members who met the model.
 *
 * @method How a jury decides, model by model
 * @formula highest mean score: mean of M(u, m) over the jurors u who met m; most chosen: the same of shares chosen
 * Borda: mean of (models u scored lower + ½ · equal ones) / (models u met − 1)
 * approval: share of those who met m and scored it over 50, or over their own mean of all they met
 * favourite of most: share of those who met m for whom it is the best of what they met, favourites that are level sharing
 * least disliked: the smallest share of those who met m and scored it 10 or less
 * @assumes Jurors are asked only about models they met; one that none of them met gets the worst value.
 * @source The first two as in 11b of the code published with PRISM (Kirk et al. 2024); the others as in Brandt, Conitzer,
 * Endriss, Lang & Procaccia (2016), Handbook of Computational Social Choice, over ballots with gaps.
 */
export function shareBallots(tastes: Tastes, rule: ShareRule, candidates: Uint8Array): Ballots {
  const { people, models, starts } = tastes;
  const begins = new Int32Array(people + 1);
  const [cell, amount]: [number[], number[]] = [[], []];
  for (let person = 0; person < people; person++) {
    begins[person] = cell.length;
    const own: number[] = [];
    for (let at = starts[person]!; at < starts[person + 1]!; at++) if (candidates[tastes.model[at]!]) own.push(at);
    if (own.length === 0) continue;
    const of = (values: Float64Array) => Float64Array.from(own, (at) => values[at]!);
    const said = says[rule](of(tastes.score), of(tastes.chosen));
    own.forEach((at, i) => {
      cell.push(2 * tastes.model[at]!, 2 * tastes.model[at]! + 1);
      amount.push(said[i]!, 1);
    });
  }
  begins[people] = cell.length;
  const unmet = worst(rule);
  return {
    ...{ cells: 2 * models, starts: begins, cell: Int32Array.from(cell), amount: Float64Array.from(amount) },
    weigh(sums, values) {
      for (let m = 0; m < models; m++) values[m] = sums[2 * m + 1]! > 0 ? sums[2 * m]! / sums[2 * m + 1]! : unmet;
    },
    met: (sums, m) => sums[2 * m + 1]!
  };
}
