const MAX_STEPS = 10_000;
/** Furthest ln(x/(1 − x)) looked at; beyond it x or 1 − x is no longer a normal number. */
const FURTHEST = 700;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π for n > 0, to an absolute error of about 1e-15. */
function stirlingError(n: number): number {
  let shift = 0;
  let at = n;
  for (; at < 16; at++) shift += (at + 0.5) * Math.log1p(1 / at) - 1;
  const s = 1 / (at * at);
  return shift + (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360360))))) / at;
}

/** x ln(x/m) + m − x for x, m > 0 without the loss of digits where x is close to m (Loader's `bd0`). */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let k = 3; k < 2 * MAX_STEPS; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}

/** ln(xᵃ·yᵇ / B(a, b)), x + y = 1, by Loader's saddle point (2000, Fast and accurate computation of binomial probabilities). */
function logWeight(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const corrections = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return corrections - deviance(a, n * x) - deviance(b, n * y) - HALF_LOG_TWO_PI + 0.5 * Math.log((a / n) * b);
}

/** The continued fraction of the incomplete beta function (modified Lentz); converges quickly for x < (a+1)/(a+b+2). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const safe = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / safe(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAX_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}

/**
 * The beta distribution's probability below x = 1 − y: its logarithm, which does not underflow, and the slope of that
 * logarithm along ln(x/y). The probability is accurate relative to itself, also where it is tiny.
 */
function lowerTail(x: number, y: number, a: number, b: number): { log: number; slope: number } {
  if (x === 0) return { log: -Infinity, slope: a };
  if (y === 0) return { log: 0, slope: 0 };
  const weight = logWeight(x, y, a, b);
  if (x < (a + 1) / (a + b + 2)) {
    const fraction = continuedFraction(x, a, b);
    return { log: weight + Math.log(fraction / a), slope: a / fraction };
  }
  const upper = (Math.exp(weight) * continuedFraction(y, b, a)) / b;
  return { log: Math.log1p(-upper), slope: Math.exp(weight) / (1 - upper) };
}

/** Quantiles found lately, by what was asked: the rows of a figure, and the tiles of a board, mostly ask for the same. */
const lately = new Map<string, number>();
const MOST_LATELY = 2048;

/** The same as `quantileLogit`, remembered. */
function betaQuantileLogit(lower: number, upper: number, a: number, b: number): number {
  const key = `${lower} ${upper} ${a} ${b}`;
  const known = lately.get(key);
  if (known !== undefined) return known;
  if (lately.size >= MOST_LATELY) lately.clear();
  const found = quantileLogit(lower, upper, a, b);
  lately.set(key, found);
  return found;
}

/**
 * ln(x/(1 − x)) at the x with probability `lower` below it and `upper` = 1 − `lower` above. Along this scale the logarithm
 * of either tail is concave, so Newton's method converges from the mean: after one step at most it comes from one side.
 */
function quantileLogit(lower: number, upper: number, a: number, b: number): number {
  if (lower > upper) return -quantileLogit(upper, lower, b, a);
  const target = Math.log(lower);
  let w = Math.log(a / b);
  for (let step = 0; step < 200; step++) {
    const { log, slope } = lowerTail(1 / (1 + Math.exp(-w)), 1 / (1 + Math.exp(w)), a, b);
    const change = (target - log) / slope;
    w = Math.min(Math.max(w + change, -FURTHEST), FURTHEST);
    if (Math.abs(change) <= 1e-15 * (1 + Math.abs(w))) break;
  }
  if (Math.abs(w) === FURTHEST) throw new RangeError(`Quantile beyond the range of numbers: ${lower}, ${a}, ${b}`);
  return w;
}

function checkPositive(...parameters: number[]): void {
  for (const value of parameters) {
    if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`Must be positive and finite: ${value}`);
  }
}

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a probability: ${p}`);
}

/** Regularised incomplete beta function I_x(a, b): the beta distribution's probability below x, 0 ≤ x ≤ 1, a, b > 0. */
export function incompleteBeta(x: number, a: number, b: number): number {
  checkPositive(a, b);
  checkProbability(x);
  if (x === 0 || x === 1) return x;
  return Math.exp(lowerTail(x, 1 - x, a, b).log);
}

/** The x with I_x(a, b) = p: the beta distribution's quantile. Relative error under 1e-10; RangeError under 1e-304. */
export function incompleteBetaInverse(p: number, a: number, b: number): number {
  checkPositive(a, b);
  checkProbability(p);
  if (p === 0 || p === 1) return p;
  return 1 / (1 + Math.exp(-betaQuantileLogit(p, 1 - p, a, b)));
}

/** Probability of a value further from 0 than |t| under Student's t with `df` > 0 degrees of freedom (any real number). */
export function studentTTwoSided(t: number, df: number): number {
  checkPositive(df);
  if (Number.isNaN(t)) throw new RangeError('t must be a number');
  if (t === 0) return 1;
  if (!Number.isFinite(t)) return 0;
  const scaled = (t / df) * t;
  return Math.exp(lowerTail(1 / (1 + scaled), 1 / (1 + 1 / scaled), df / 2, 0.5).log);
}

/** Probability of a value at most t under Student's t with `df` > 0 degrees of freedom. */
export function studentTCdf(t: number, df: number): number {
  const half = studentTTwoSided(t, df) / 2;
  return t < 0 ? half : 1 - half;
}

/** The t with cumulative probability p, 0 < p < 1, for `df` > 0 degrees of freedom. Relative error under 1e-10; RangeError beyond 1e152. */
export function studentTQuantile(p: number, df: number): number {
  checkPositive(df);
  if (!(p > 0 && p < 1)) throw new RangeError(`Must lie between 0 and 1: ${p}`);
  if (p === 0.5) return 0;
  const tails = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(df) * Math.exp(-betaQuantileLogit(tails, 1 - tails, df / 2, 0.5) / 2);
  return p < 0.5 ? -size : size;
}
