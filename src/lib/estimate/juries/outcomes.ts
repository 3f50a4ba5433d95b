/** What juries of one scheme came to. */
export interface Outcomes {
  /** Mean welfare over the juries. */
  readonly mean: number;
  /** Quartiles of the juries, and the mean of the tenth of them that serve worst. */
  readonly lower: number;
  readonly upper: number;
  readonly worst: number;
  /** Models that won, the best welfare first: how many juries chose each, and the mean welfare of these. */
  readonly winners: readonly Winner[];
}

export interface Winner {
  readonly model: number;
  readonly juries: number;
  readonly welfare: number;
}

/** Juries with a winner, one after the other: its number and its welfare. Null where there are none. */
export function outcomesOf(winners: Int32Array, welfare: Float64Array): Outcomes | null {
  const chosen = [...winners.keys()].filter((jury) => winners[jury]! >= 0);
  if (chosen.length === 0) return null;
  const sorted = Float64Array.from(chosen, (jury) => welfare[jury]!).sort();
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const won = new Map<number, { juries: number; sum: number }>();
  for (const jury of chosen) {
    const own = won.get(winners[jury]!) ?? { juries: 0, sum: 0 };
    own.juries++;
    own.sum += welfare[jury]!;
    won.set(winners[jury]!, own);
  }
  return {
    mean: mean(sorted),
    lower: quantile(sorted, 0.25),
    upper: quantile(sorted, 0.75),
    worst: mean(sorted.subarray(0, Math.max(1, Math.round(sorted.length / 10)))),
    winners: [...won]
      .map(([model, { juries, sum }]) => ({ model, juries, welfare: sum / juries }))
      .sort((a, b) => b.welfare - a.welfare || a.model - b.model)
  };
}

/** A quantile between sorted values, as spreadsheets and NumPy have it. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)]!;
  return below + (at % 1) * (sorted[Math.ceil(at)]! - below);
}
