import type { Random } from './random.ts';
import { OutOfReach } from './random.ts';

/** Relative odds of a level for a row; 0 forbids it. */
export type Odds = (row: number, level: number) => number;

/**
 * Gives every row one level so that each level is given exactly as often as asked, and never where its odds are 0.
 *
 * The odds are fitted to the counts by iterative proportional fitting, levels are drawn row by row, and the few
 * surplus rows are moved (along a chain of levels where needed) to levels that lack rows.
 *
 * @param counts how many rows each level gets; they add up to `rows`
 * @returns the level of each row
 * @throws when the counts do not add up, or no allowed assignment has them
 */
export function assign(random: Random, what: string, rows: number, counts: readonly number[], odds: Odds): Int32Array {
  const levels = counts.length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total !== rows) throw new Error(`${what}: ${rows} rows but the counts add up to ${total}`);
  const shares = fit(rows, counts, odds);
  const given = new Int32Array(rows);
  const spare = counts.map((count) => -count);
  for (let row = 0; row < rows; row++) {
    const level = random.weighted(shares.subarray(row * levels, row * levels + levels));
    given[row] = level;
    spare[level] = (spare[level] as number) + 1;
  }
  repair(random, what, given, shares, spare);
  return given;
}

function fit(rows: number, counts: readonly number[], odds: Odds): Float64Array {
  const levels = counts.length;
  const shares = new Float64Array(rows * levels);
  for (let row = 0; row < rows; row++) {
    for (let level = 0; level < levels; level++) {
      shares[row * levels + level] = (counts[level] as number) > 0 ? odds(row, level) : 0;
    }
  }
  const sums = new Float64Array(levels);
  for (let round = 0; round < 200; round++) {
    sums.fill(0);
    for (let start = 0; start < shares.length; start += levels) {
      let sum = 0;
      for (let level = 0; level < levels; level++) sum += shares[start + level] as number;
      if (sum <= 0) continue;
      for (let level = 0; level < levels; level++) {
        const share = (shares[start + level] as number) / sum;
        shares[start + level] = share;
        sums[level] = (sums[level] as number) + share;
      }
    }
    let worst = 0;
    for (let level = 0; level < levels; level++) {
      const sum = sums[level] as number;
      const wanted = counts[level] as number;
      worst = Math.max(worst, Math.abs(sum - wanted));
      sums[level] = sum > 0 ? wanted / sum : 0;
    }
    if (worst < 0.01) break;
    for (let start = 0; start < shares.length; start += levels) {
      for (let level = 0; level < levels; level++) {
        shares[start + level] = (shares[start + level] as number) * (sums[level] as number);
      }
    }
  }
  return shares;
}

function repair(random: Random, what: string, given: Int32Array, shares: Float64Array, spare: number[]): void {
  const levels = spare.length;
  while (spare.some((surplus) => surplus > 0)) {
    const chain = chainOfLevels(given, shares, spare);
    if (!chain) throw new OutOfReach(`${what}: no assignment has the counts asked for; left over ${spare.join(', ')}`);
    for (let step = 0; step + 1 < chain.length; step++) {
      const from = chain[step] as number;
      const to = chain[step + 1] as number;
      let mover = -1;
      let mass = 0;
      for (let row = 0; row < given.length; row++) {
        const share = shares[row * levels + to] as number;
        if (given[row] !== from || share <= 0) continue;
        const odds = share / Math.max(shares[row * levels + from] as number, 1e-12);
        mass += odds;
        if (random.unit() * mass < odds) mover = row;
      }
      given[mover] = to;
      spare[from] = (spare[from] as number) - 1;
      spare[to] = (spare[to] as number) + 1;
    }
  }
}

function chainOfLevels(given: Int32Array, shares: Float64Array, spare: readonly number[]): number[] | null {
  const levels = spare.length;
  const movable = new Uint8Array(levels * levels);
  for (let row = 0; row < given.length; row++) {
    const from = given[row] as number;
    for (let to = 0; to < levels; to++) if ((shares[row * levels + to] as number) > 0) movable[from * levels + to] = 1;
  }
  const before = new Int32Array(levels).fill(-2);
  const queue: number[] = [];
  for (let level = 0; level < levels; level++) {
    if ((spare[level] as number) > 0) {
      before[level] = -1;
      queue.push(level);
    }
  }
  for (let head = 0; head < queue.length; head++) {
    const level = queue[head] as number;
    if ((spare[level] as number) < 0) {
      const chain: number[] = [];
      for (let at = level; at >= 0; at = before[at] as number) chain.unshift(at);
      return chain;
    }
    for (let to = 0; to < levels; to++) {
      if (before[to] === -2 && movable[level * levels + to]) {
        before[to] = level;
        queue.push(to);
      }
    }
  }
  return null;
}
