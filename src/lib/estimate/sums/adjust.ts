/**
 * Raises the p-values of tests shown together, so that among those called findings only a known share is expected to be
 * false: calling every adjusted value under 0.05 a finding expects at most 5 % of the findings to be wrong.
 *
 * Give one p-value per question asked: a comparison of two levels is one question, not two. The result is in the order of
 * the input. Throws a RangeError for a value that is no probability.
 *
 * @method Adjustment for several tests (Benjamini–Hochberg)
 * @formula q(i) = min over j ≥ i of min(1, p(j) · m / j), p sorted upwards, m = number of tests
 * @assumes The tests are independent or positively dependent, and all tests on screen were handed in, not only the small
 * p-values.
 * @source Benjamini & Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57.
 * @differs The published topic regressions mark each of 682 coefficients with p < 0.01, without any adjustment.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  for (const p of pValues) if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
  const m = pValues.length;
  const downwards = pValues.map((p, index) => ({ p, index })).sort((one, other) => other.p - one.p);
  const adjusted = new Array<number>(m);
  let smallest = 1;
  downwards.forEach(({ p, index }, place) => {
    smallest = Math.min(smallest, p * (m / (m - place)));
    adjusted[index] = smallest;
  });
  return adjusted;
}
