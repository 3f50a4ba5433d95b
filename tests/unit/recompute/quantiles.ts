/*
 * Quantiles by integrating densities with Simpson's rule, solved by Newton's rule or bisection: slow, plain, and made in
 * another way than those of the site.
 */

const STRIPS = 800;

function integral(f: (x: number) => number, from: number, to: number): number {
  const step = (to - from) / STRIPS;
  let sum = f(from) + f(to);
  for (let i = 1; i < STRIPS; i++) sum += f(from + i * step) * (i % 2 === 1 ? 4 : 2);
  return (sum * step) / 3;
}

/** Logarithm of the gamma function: Stirling's series after moving the argument beyond 20. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < 20; z++) shift += Math.log(z);
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + series - shift;
}

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

/** Chance that |T| stays below t, with df ≥ 1 degrees of freedom: with t = √df · tan θ the density is a power of cos θ. */
function within(t: number, df: number): number {
  const density = (theta: number) => Math.cos(theta) ** (df - 1);
  return (2 * integral(density, 0, Math.atan(t / Math.sqrt(df)))) / Math.exp(logBeta(0.5, df / 2));
}

const found = new Map<string, number>();

/**
 * The t beyond which, either side of 0, Student's t lies with this chance; from below: the chance of staying within is
 * concave in t, so that no step goes beyond it.
 */
export function tLeaving(outside: number, df: number): number {
  const name = `${outside} ${df}`;
  const known = found.get(name);
  if (known !== undefined) return known;
  const peak = 2 / (Math.sqrt(df) * Math.exp(logBeta(0.5, df / 2)));
  let t = 0;
  for (let step = 1, steps = 0; Math.abs(step) > 1e-12 * t && steps < 500; t += step, steps++) {
    step = (1 - outside - within(t, df)) / (peak * (1 + (t * t) / df) ** (-(df + 1) / 2));
    if (Math.abs(step) < 1e-11) break;
  }
  found.set(name, t);
  return t;
}

/** The 0.975 quantile of Student's t. */
export const t975 = (df: number): number => tLeaving(0.05, df);

/** Chance of a larger |t| than this one. */
export const tBeyond = (t: number, df: number): number => 1 - within(Math.min(Math.abs(t), 1e6), df);

/** From here on the density rises smoothly from 0. */
const SMOOTH = 4;

/**
 * Chance below x of the beta distribution; with x = sin² θ its density is smooth where a and b are not small. Where one
 * is, it comes from that with one more of it (Abramowitz & Stegun 1972, 26.5.15 and 26.5.16).
 */
function betaBelow(x: number, a: number, b: number): number {
  // Over the shorter part, so that its strips are narrow beside a steep density.
  if (x > 0.5) return 1 - betaBelow(1 - x, b, a);
  const step = () => Math.exp(a * Math.log(x) + b * Math.log(1 - x) - logBeta(a, b));
  if (x > 0 && a < SMOOTH) return betaBelow(x, a + 1, b) + step() / a;
  if (x > 0 && b < SMOOTH) return betaBelow(x, a, b + 1) - step() / b;
  // By logarithms: of some thousand answers neither the powers nor their whole are numbers that a double holds.
  const whole = logBeta(a, b);
  const density = (theta: number) =>
    2 * Math.exp((2 * a - 1) * Math.log(Math.sin(theta)) + (2 * b - 1) * Math.log(Math.cos(theta)) - whole);
  // Of many answers the density is a narrow peak: twelve of its standard deviations before it begins what a double can tell.
  const end = Math.asin(Math.sqrt(x));
  const start = Math.max(0, Math.asin(Math.sqrt(a / (a + b))) - 6 / Math.sqrt(a + b));
  return end > start ? integral(density, start, end) : 0;
}

const foundOfBeta = new Map<string, number>();

/** Quantile of the beta distribution: Newton's rule, or half of what is left where that leads beyond it. */
export function betaQuantile(p: number, a: number, b: number): number {
  const name = `${p} ${a} ${b}`;
  const known = foundOfBeta.get(name);
  if (known !== undefined) return known;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let steps = 0; steps < 200; steps++) {
    const off = betaBelow(x, a, b) - p;
    if (off < 0) low = x;
    else high = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(1 - x) - logBeta(a, b));
    const next = x - off / density;
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - x) <= 1e-14 || high - low <= 1e-14) break;
    x = step;
  }
  foundOfBeta.set(name, x);
  return x;
}
