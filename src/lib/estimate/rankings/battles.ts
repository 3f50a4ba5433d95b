import type { WinMatrix } from './rank-centrality.ts';

/**
 * Who won against whom among so many items. Square tables row by row: `wins[i · items + j]` = times i beat j;
 * `ties[i · items + j]` = ties of i and j, the same in both cells. The diagonals are 0.
 */
export interface Battles {
  readonly items: number;
  readonly wins: Float64Array;
  readonly ties: Float64Array;
}

/** Score points up to which two replies count as equally good, in the published analysis. */
export const PUBLISHED_TIE = 5;

/**
 * What two scored replies to one message say: 1 when the first wins, −1 when the second does, 0 for a tie.
 *
 * @method Battles
 * @formula all unordered pairs of replies to one opening message; replies of one and the same item are not set against
 * each other
 * |s(i) − s(j)| ≤ t: a tie, else the higher score s wins; t = 5 points
 * @assumes What one person finds better in one message says something about the items, whoever else was shown. A person’s
 * scale does not matter, only their order of the replies and the distance that counts as a tie.
 * @source Section 4 of Kirk et al. (2024) and the code published with it (t = 5; 42,306 battles, 17.5 % of them ties).
 */
export function outcome(first: number, second: number, tie: number): -1 | 0 | 1 {
  const ahead = first - second;
  return Math.abs(ahead) <= tie ? 0 : ahead > 0 ? 1 : -1;
}

/** Directed comparisons as rank centrality takes them: a win once, a tie once in each direction. */
export function directed({ items, wins, ties }: Battles): WinMatrix {
  return Array.from({ length: items }, (_, i) =>
    Array.from({ length: items }, (_, j) => wins[i * items + j]! + ties[i * items + j]!)
  );
}
