/** Rows of one side: how many have a value, the sum of the values and of their squares, in stored integers. */
export interface SumsAround {
  readonly rows: number;
  readonly sum: number;
  readonly squares: number;
}

/**
 * How large a difference is beside how much single values differ anyway: the standard deviation of the single values
 * (ratings, conversations or people, as measured) within the two sides. A difference of a tenth of it is hard to notice
 * between any two values picked from the sides; one as large as it is plain to see.
 *
 * The sides' values are pooled about each side's own mean, in the unit shown (`perUnit` stored integers each). For a share
 * the values are 0 and 1. Null with fewer than three values, or where no value differs from its side's mean. It describes
 * and has no interval: that of the difference says how sure the difference is.
 *
 * @method Size of a difference
 * @formula s = √( (SSa + SSb) / (na + nb − 2) ), SS = Σv² − (Σv)² / n
 * size = |difference| / s
 * v = the single values of a side, n = their number
 * @assumes The single values of both sides spread alike. Several values of one person count as several, so it compares
 * with the spread of values, not with that of people.
 * @source Cohen (1988), Statistical Power Analysis for the Behavioral Sciences: the standardised mean difference d. His
 * words small, medium and large are not used.
 */
export function standardDeviationWithin(a: SumsAround, b: SumsAround, perUnit = 1): number | null {
  const rows = a.rows + b.rows;
  if (rows < 3 || a.rows === 0 || b.rows === 0) return null;
  const around = ({ rows: n, sum, squares }: SumsAround) => squares - sum ** 2 / n;
  const variance = (around(a) + around(b)) / (rows - 2);
  // Beside squares of this size, anything smaller is rounding.
  return variance <= (1e-9 * (a.squares + b.squares)) / rows ? null : Math.sqrt(variance) / perUnit;
}
