import { TAIL } from '../estimate.ts';
import { rankCentrality, type WinMatrix } from './rank-centrality.ts';
import { seeded } from '../resampling/seeded.ts';

/** What must be said wherever these intervals are shown. */
export const SIMULATED_BATTLES_LABEL = 'treats battles as independent; true intervals are wider';

export interface SimulatedBattles {
  /** All battles, and how many of them were ties. The matrix must add up to `battles + ties`. */
  readonly battles: number;
  readonly ties: number;
  /** Number of simulated replays. */
  readonly replays: number;
  readonly seed: number;
  /** Prior of the rank centrality. */
  readonly alpha?: number;
}

/** A score's and a rank's interval over simulated replays; rank 1 is the highest score, equal scores share the better. */
export interface SimulatedInterval {
  readonly low: number;
  readonly high: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

/** The battles of one pair of items: won by i, tied, won by j. */
interface Pair {
  readonly i: number;
  readonly j: number;
  readonly counts: readonly [wins: number, ties: number, losses: number];
}

/**
 * How far each score would move if the battles were fought again: every pair of models replays as many battles as it had,
 * each replay drawn at random from those that took place; all scores are computed anew, a thousand times over, and the
 * interval holds the middle 95 % of them. It treats battles as independent, although a person's battles are not and one
 * reply takes part in up to three battles: true intervals are wider.
 *
 * In the order of the matrix. Only directed totals of each pair are published (a win once, a tie once each way), so the
 * battles of a pair are first split at the overall tie share: a pair with T directed comparisons gets T · ties /
 * (battles + ties) ties, rounded so that all pairs together have exactly the published number (largest remainders, then
 * order of the matrix) and never more than the smaller of its two directed totals. Limits are order statistics rounded
 * outwards. Throws a RangeError when the matrix does not add up to `battles + ties`.
 *
 * @method Intervals of rank centrality from simulated battles
 * @formula T = W(i, j) + W(j, i); ties t ≈ T · ties / (battles + ties), t ≤ min(W(i, j), W(j, i))
 * wins of i: W(i, j) − t; wins of j: W(j, i) − t; battles: T − t
 * each draw: T − t battles with replacement from these; rank centrality of the new W
 * interval: from the 2.5th to the 97.5th percentile of the draws
 * @assumes Battles are independent of one another, and every pair has the same share of ties. The first is known to be
 * wrong (battles of one opener share replies, openers of one person share the person), which makes the intervals too narrow.
 * @source Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile interval).
 * @differs The published code gives no interval for these scores; its comparison with another data set resamples 80
 * battles per pair.
 */
export function simulatedBattleIntervals(wins: WinMatrix, options: SimulatedBattles): SimulatedInterval[] {
  const { replays, seed, alpha = 1 } = options;
  if (!Number.isInteger(replays) || replays < 1) throw new RangeError(`Cannot make ${replays} replays`);
  const pairs = splitPairs(wins, options);
  const random = seeded(seed);
  const scores: number[][] = wins.map(() => []);
  const ranks: number[][] = wins.map(() => []);
  for (let replay = 0; replay < replays; replay++) {
    const replayed = wins.map((row) => row.map(() => 0));
    for (const { i, j, counts } of pairs) {
      const [won, tied, lost] = random.resample(counts) as [number, number, number];
      replayed[i]![j] = won + tied;
      replayed[j]![i] = lost + tied;
    }
    const found = rankCentrality(replayed, alpha);
    found.forEach((score, item) => {
      scores[item]!.push(score);
      ranks[item]!.push(1 + found.filter((other) => other > score).length);
    });
  }
  return wins.map((_, item) => {
    const [low, high] = middle(scores[item]!);
    const [rankLow, rankHigh] = middle(ranks[item]!);
    return { low, high, rankLow, rankHigh };
  });
}

/** Each pair's directed totals split into wins, ties and losses, all integers; see `simulatedBattleIntervals`. */
export function splitPairs(wins: WinMatrix, { battles, ties }: { battles: number; ties: number }): Pair[] {
  const pairs = wins.flatMap((row, i) =>
    row.slice(i + 1).map((forth, offset) => {
      const j = i + 1 + offset;
      const back = wins[j]![i]!;
      const wanted = ((forth + back) * ties) / (battles + ties);
      const most = Math.min(forth, back);
      return {
        i,
        j,
        forth,
        back,
        most,
        remainder: wanted - Math.floor(wanted),
        tied: Math.min(Math.floor(wanted), most)
      };
    })
  );
  const total = pairs.reduce((sum, { forth, back }) => sum + forth + back, 0);
  if (total !== battles + ties) throw new RangeError(`${total} directed comparisons, not ${battles} + ${ties}`);
  let missing = ties - pairs.reduce((sum, pair) => sum + pair.tied, 0);
  const queue = [...pairs].sort((one, other) => other.remainder - one.remainder);
  while (missing > 0) {
    const open = queue.filter((pair) => pair.tied < pair.most).slice(0, missing);
    if (open.length === 0) throw new RangeError(`${ties} ties do not fit into the pairs`);
    for (const pair of open) pair.tied++;
    missing -= open.length;
  }
  return pairs.map(({ i, j, forth, back, tied }) => ({ i, j, counts: [forth - tied, tied, back - tied] as const }));
}

/** The order statistics that hold the middle 95 %, rounded outwards. */
function middle(values: number[]): [low: number, high: number] {
  const sorted = [...values].sort((one, other) => one - other);
  const below = Math.floor(TAIL * (sorted.length - 1));
  return [sorted[below]!, sorted[sorted.length - 1 - below]!];
}
