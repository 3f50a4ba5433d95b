import { rankCentrality } from '../rankings/rank-centrality.ts';
import type { Ballots } from './ballots.ts';
import type { Tastes } from './tastes.ts';

/** A pair of models that fewer jurors than this met is a tie. */
export const FEWEST_OF_PAIR = 3;

/** In one number: jurors who met both, and twice those who put the first higher, ties once. */
const MET = 2 ** 16;

type PairRule = 'copeland' | 'maximin' | 'rank-centrality';

/** Share of those who met both who put the first higher, ties half; ½ where too few met both. */
const shareOf = (packed: number) => {
  const met = Math.floor(packed / MET);
  return met < FEWEST_OF_PAIR ? 0.5 : (packed - met * MET) / 2 / met;
};

/**
 * Ballots of which of two models each juror scored higher, for every pair that they met. A jury adds up those of its members,
 * and its rule picks a winner from the pairs.
 *
 * @method How a jury decides, pair by pair
 * @formula S(i, j) = share of the jurors who met both and scored i higher, level scores half; ½ where under 3 met both
 * Copeland: models j with S(i, j) > ½, plus half of those with S(i, j) = ½
 * maximin: the smallest S(i, j) over j
 * rank centrality: the score of i when each juror's higher model wins once, level ones half each, with the usual prior
 * @assumes Each juror counts once in each pair, by their own mean scores; no score is too close to call but an equal one.
 * @source Brandt, Conitzer, Endriss, Lang & Procaccia (2016), Handbook of Computational Social Choice; Negahban, Oh & Shah
 * (2017) for rank centrality.
 */
export function pairBallots(tastes: Tastes, rule: PairRule, candidates: Uint8Array): Ballots {
  const { people, models, starts, model, score } = tastes;
  const place = (a: number, b: number) => models + a * models + b;
  const begins = new Int32Array(people + 1);
  const [cell, amount]: [number[], number[]] = [[], []];
  for (let person = 0; person < people; person++) {
    begins[person] = cell.length;
    for (let i = starts[person]!; i < starts[person + 1]!; i++) {
      if (!candidates[model[i]!]) continue;
      cell.push(model[i]!);
      amount.push(1);
      for (let j = i + 1; j < starts[person + 1]!; j++) {
        if (!candidates[model[j]!]) continue;
        cell.push(place(model[i]!, model[j]!));
        amount.push(MET + 1 + Math.sign(score[i]! - score[j]!));
      }
    }
  }
  begins[people] = cell.length;
  const among = [...candidates.keys()].filter((m) => candidates[m]);
  return {
    ...{ cells: models + models ** 2, starts: begins, cell: Int32Array.from(cell), amount: Float64Array.from(amount) },
    weigh: weighing[rule](among, place),
    met: (sums, m) => sums[m]!
  };
}

type Weighing = (
  among: readonly number[],
  place: (a: number, b: number) => number
) => (sums: Float64Array, values: Float64Array) => void;

const weighing: Readonly<Record<PairRule, Weighing>> = {
  copeland: (among, place) => (sums, values) => {
    values.fill(0);
    eachPair(among, (a, b) => {
      const sign = Math.sign(shareOf(sums[place(a, b)]!) - 0.5);
      values[a]! += (1 + sign) / 2;
      values[b]! += (1 - sign) / 2;
    });
  },
  maximin: (among, place) => (sums, values) => {
    values.fill(1);
    eachPair(among, (a, b) => {
      const share = shareOf(sums[place(a, b)]!);
      values[a] = Math.min(values[a]!, share);
      values[b] = Math.min(values[b]!, 1 - share);
    });
  },
  'rank-centrality': (among, place) => {
    const wins = among.map(() => among.map(() => 0));
    return (sums, values) => {
      for (let i = 0; i < among.length; i++) {
        for (let j = i + 1; j < among.length; j++) {
          const packed = sums[place(among[i]!, among[j]!)]!;
          const met = Math.floor(packed / MET);
          const few = met < FEWEST_OF_PAIR;
          wins[i]![j] = few ? 0 : (packed - met * MET) / 2;
          wins[j]![i] = few ? 0 : met - wins[i]![j]!;
        }
      }
      rankCentrality(wins).forEach((strength, i) => (values[among[i]!] = strength));
    };
  }
};

function eachPair(among: readonly number[], visit: (a: number, b: number) => void): void {
  for (let i = 0; i < among.length; i++) for (let j = i + 1; j < among.length; j++) visit(among[i]!, among[j]!);
}
