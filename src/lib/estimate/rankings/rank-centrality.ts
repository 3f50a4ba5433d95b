import { connected } from './connected.ts';

/** `wins[i][j]` = times item i was preferred to item j, a tie counting once in each direction; the diagonal is not read. */
export type WinMatrix = readonly (readonly number[])[];

/** Share of i's comparisons with j that i wins, with `prior` added wins in each direction; 0 on the diagonal. */
type Shares = (i: number, j: number) => number;

/**
 * One score per item from who was preferred to whom, taking into account against whom: a win over a strong item counts
 * more than a win over a weak one. Imagine a wanderer who, at each step, picks another item at random and moves to it as
 * often as it wins against the present one; the score is the share of time spent at each item. Scores add up to 1.
 *
 * The scores are in the order of the matrix. They come from a direct elimination without subtraction (Grassmann, Taksar
 * and Heyman 1985), not from repeated multiplication, so they are exact to rounding and the same on every machine. Without
 * a prior (α = 0) pairs that never met are not walked between, and only shares of wins count, not how many battles there
 * were. Throws a RangeError for a matrix that is not square, a negative count or prior, and without a prior when some item
 * cannot be reached from every other by wins: the wanderer would never come back, and scores would depend on the start.
 *
 * @method Rank centrality
 * @formula A(i, j) = (W(i, j) + α) / (W(i, j) + W(j, i) + 2α) / (n − 1) for i ≠ j
 * A(j, j) = 1 − Σ over i ≠ j of A(i, j)
 * π = A·π, Σπ = 1; the score of i is π(i); were all n items liked alike, each would have 1/n
 * W(i, j) = times i wins against or ties with j, α = 1
 * @assumes One latent strength per item governs all pairs. The prior α pulls pairs with few battles towards a draw; with
 * α = 0 a pair without battles has A(i, j) = 0, and every item must be reachable from every other by wins.
 * @source Negahban, Oh & Shah (2017), Rank centrality: ranking from pairwise comparisons, Operations Research 65;
 * Grassmann, Taksar & Heyman (1985), Operations Research 33.
 * @differs The published code divides most cells by the total of another pair: it adds the k-th entry above the diagonal
 * to the k-th entry below it, both row by row, and these belong to different pairs. Here each pair is divided by its own
 * total. The published score of command is 0.0754, the correct one 0.0834; llama-2-13b-chat moves from 18th to 13th.
 */
export function rankCentrality(wins: WinMatrix, alpha = 1): number[] {
  if (!(alpha >= 0)) throw new RangeError(`The prior must not be negative, got ${alpha}`);
  check(wins);
  const n = wins.length;
  if (alpha === 0 && connected(n, (i, j) => wins[i]![j]! > 0).length < n) {
    throw new RangeError('Without a prior, every item must be reachable from every other by wins');
  }
  return stationary(n, (i, j) => {
    const won = wins[i]![j]! + alpha;
    return won === 0 ? 0 : won / (won + wins[j]![i]! + alpha);
  });
}

/**
 * The scores as the published code computes them, slip included, to show that the difference between the published values
 * and the correct ones is this slip and nothing else. Not for any other use.
 *
 * The scores are in the order of the matrix; inside, items are sorted by their number of directed wins as in the published
 * code (equal numbers keep their order), since the mismatch depends on the order.
 *
 * @method Rank centrality as published
 * @formula A(i, j) = (W(i, j) + α) / (u(k) + l(k) + 0.000001) / (n − 1) for i ≠ j
 * k: cell (i, j) is the k-th above, or the k-th below, the diagonal, counted row by row
 * u(k), l(k) = k-th entry of W + α above, below the diagonal
 * π = A·π, Σπ = 1
 * @assumes Nothing meaningful: most denominators belong to another pair.
 * @source compute_rank_centrality in src/data_analysis/ranking.py of the code published with PRISM (Kirk et al. 2024).
 * @differs It multiplies the matrix 1,000 times by itself instead of solving for the fixed point; the results agree to 12
 * digits.
 */
export function publishedRankCentrality(wins: WinMatrix, alpha = 1): number[] {
  if (!(alpha > 0)) throw new RangeError(`The prior must be positive, got ${alpha}`);
  check(wins);
  const n = wins.length;
  const totals = wins.map((row, i) => row.reduce((sum, count, j) => (i === j ? sum : sum + count), 0));
  const order = wins.map((_, i) => i).sort((i, j) => totals[j]! - totals[i]!);
  const entry = (i: number, j: number) => wins[order[i]!]![order[j]!]! + alpha;
  const above: number[] = [];
  const below: number[] = [];
  const place = wins.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const side = j > i ? above : below;
      place[i]![j] = side.length;
      side.push(entry(i, j));
    }
  }
  const sorted = stationary(n, (i, j) => entry(i, j) / (above[place[i]![j]!]! + below[place[i]![j]!]! + 1e-6));
  const scores = new Array<number>(n);
  order.forEach((item, i) => (scores[item] = sorted[i]!));
  return scores;
}

/** The stationary distribution of the chain that moves from j to i with a probability proportional to `shares(i, j)`. */
function stationary(n: number, shares: Shares): number[] {
  if (n === 0) return [];
  const flow = Array.from({ length: n }, (_, from) =>
    Array.from({ length: n }, (_, to) => (from === to ? 0 : shares(to, from) / (n - 1)))
  );
  for (let k = n - 1; k > 0; k--) {
    const last = flow[k]!;
    let leaving = 0;
    for (let to = 0; to < k; to++) leaving += last[to]!;
    for (let from = 0; from < k; from++) {
      const row = flow[from]!;
      row[k]! /= leaving;
      for (let to = 0; to < k; to++) if (to !== from) row[to]! += row[k]! * last[to]!;
    }
  }
  const scores = [1];
  for (let k = 1; k < n; k++) {
    let score = 0;
    for (let from = 0; from < k; from++) score += scores[from]! * flow[from]![k]!;
    scores.push(score);
  }
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.map((score) => score / sum);
}

function check(wins: WinMatrix): void {
  for (const row of wins) {
    if (row.length !== wins.length) throw new RangeError('The win matrix is not square');
    for (const count of row) if (!(count >= 0)) throw new RangeError(`Not a number of wins: ${count}`);
  }
}
