import type { Seeded } from '../resampling/seeded.ts';
import type { Ballots } from './ballots.ts';

/** Values this close are level: what is left of sums in another order. */
const LEVEL = 1e-9;

/** Juries of one kind: from whom, how many sit, how they are drawn. */
export interface Bench {
  readonly ballots: Ballots;
  /** Those who may sit; someone who stands here twice is drawn twice as often. */
  readonly pool: Int32Array;
  readonly size: number;
  /** Whether a person may sit twice on one jury, as on the published ones. */
  readonly replace: boolean;
  /** Fewest jurors who must have met a model for it to win; where no model has so many, those most have met. */
  readonly fewest: number;
  /** 1 for each model that may win. */
  readonly mayWin: Uint8Array;
}

/**
 * Draws juries and has each choose a model: the best by its ballots, level ones by lot. Written into `winners`, −1 where
 * no model may win. Without replacement a jury larger than the pool is the whole pool.
 *
 * @method Juries drawn by lot
 * @formula k people of the pool, drawn with replacement; the model they think best; level models by lot
 * @assumes Anybody in the pool is as likely to sit as anybody else, and everybody who is drawn sits.
 * @source 11b of the code published with PRISM (Kirk et al. 2024), which draws 1,000 juries a scheme.
 */
export function holdJuries(random: Seeded, bench: Bench, winners: Int32Array): void {
  const { ballots, pool, size, replace, mayWin } = bench;
  const { cells, starts, cell, amount } = ballots;
  const [sums, values] = [new Float64Array(cells), new Float64Array(mayWin.length)];
  const seats = replace ? size : Math.min(size, pool.length);
  const order = replace ? pool : pool.slice();
  for (let jury = 0; jury < winners.length; jury++) {
    sums.fill(0);
    for (let seat = 0; seat < seats; seat++) {
      const place = replace ? random.integer(pool.length) : seat + random.integer(pool.length - seat);
      const juror = order[place]!;
      if (!replace) {
        order[place] = order[seat]!;
        order[seat] = juror;
      }
      for (let at = starts[juror]!, end = starts[juror + 1]!; at < end; at++) sums[cell[at]!]! += amount[at]!;
    }
    ballots.weigh(sums, values);
    winners[jury] = winnerOf(random, bench, sums, values);
  }
}

/** The best model of those that may win, by lot where several are level; −1 where none may. */
export function winnerOf(
  random: Seeded,
  { ballots, mayWin, fewest }: Pick<Bench, 'ballots' | 'mayWin' | 'fewest'>,
  sums: Float64Array,
  values: Float64Array
): number {
  let least = fewest;
  if (fewest > 0) {
    let most = 0;
    for (let m = 0; m < mayWin.length; m++) if (mayWin[m]) most = Math.max(most, ballots.met(sums, m));
    least = Math.min(fewest, most);
  }
  let [best, winner, level] = [-Infinity, -1, 0];
  for (let m = 0; m < mayWin.length; m++) {
    if (!mayWin[m] || (least > 0 && ballots.met(sums, m) < least)) continue;
    const value = values[m]!;
    if (value > best + LEVEL) {
      best = value;
      winner = m;
      level = 1;
    } else if (value >= best - LEVEL && random.integer(++level) === 0) winner = m;
  }
  return winner;
}
