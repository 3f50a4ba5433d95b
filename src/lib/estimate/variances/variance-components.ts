import { climb } from './climb.ts';
import { TAIL, type Interval } from '../estimate.ts';
import { design, type MixedRows } from './mixed-rows.ts';
import { varianceResamples, type Resampling } from './variance-resamples.ts';

export type { Crossed, MixedRows } from './mixed-rows.ts';
export type { Resampling } from './variance-resamples.ts';

/** Variances of the effects by name, nested ones first, then the crossed ones, then the `rest`. */
export interface VarianceComponents {
  readonly names: readonly string[];
  readonly variances: Float64Array;
  /** The mean of all rows, each effect weighing as the model has it. */
  readonly mean: number;
  /** −2 times the restricted log-likelihood, its constant included. */
  readonly deviance: number;
  /** Variances in each resample, in the order of the names; empty when none were asked for. */
  readonly resampled: readonly Float64Array[];
}

/** How many resamples a first interval rests on. */
export const FIRST_RESAMPLES = 20;
/** Resamples between two breaths, so that a worker can hear that it should stop. */
const BREATH = 5;

/**
 * Splits the differences between scores into parts: some people give high scores to everything, some models are liked by
 * everybody, some conversations go well, and some people like a model more than others do. Each part has a variance; their
 * sum is the variance of a score, and their shares say how much each matters. A part is not an average of what was seen,
 * which chance always spreads out, but what is left after taking away the spread that chance alone would give.
 *
 * Intervals come from drawing people again with replacement, each copy as a person of their own; every draw takes one step
 * of the same method from the estimate (two with fewer than 500 people), after which it is as good as settled. Copies of one
 * person agree in everything, so small parts look larger in resamples than they are: the middle of the draws is moved back
 * to the estimate. They say how much the split would move with other people, not with other models or topics.
 *
 * `start` may hold variances by name, from which they are found sooner: those of a simpler split. Throws a RangeError when
 * two effects cannot be told apart.
 *
 * @method Variance components (REML)
 * @formula score = μ + person + model + topic + person × model + conversation + rest, all but μ random, independent, of mean 0
 * maximise −½·(ln |V| + ln |1ᵀV⁻¹1| + yᵀPy), V = Σ σ²(k)·Z(k)Z(k)ᵀ + σ²·I, P = V⁻¹ − V⁻¹1(1ᵀV⁻¹1)⁻¹1ᵀV⁻¹
 * σ² → σ² + A⁻¹·g until settled; g(k) = ½·(|Z(k)ᵀPy|² − tr PZ(k)Z(k)ᵀ), A(k, l) = ½·yᵀPZ(k)Z(k)ᵀPZ(l)Z(l)ᵀPy
 * share of part k = σ²(k) / Σσ²; interval = 2.5th to 97.5th percentile over resamples of people, less (their mean − estimate);
 * with fewer than 100 resamples, estimate ± 1.96 of their standard deviations
 * @assumes The parts add up and are independent of one another. Scores end at 1 and 100, which no normal distribution does;
 * the variances are still those that fit the covariances of the scores best. Opening turns only, where models were drawn at
 * random.
 * @source Patterson & Thompson (1971), Biometrika 58; Gilmour, Thompson & Cullis (1995), Average information REML,
 * Biometrics 51. Checked against lmer of the R package lme4 (Bates et al. 2015), relative difference under 0.0001.
 * @differs Not in the published analyses, which compare people who saw the same reply instead.
 */
export function varianceComponents(
  rows: MixedRows,
  resampling?: Resampling,
  start?: ReadonlyMap<string, number>
): VarianceComponents {
  const steps = splitting(rows, resampling, start);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same step by step: what it has after the first resamples, null when it only pauses, and then all of it. */
export function* splitting(
  rows: MixedRows,
  resampling?: Resampling,
  start: ReadonlyMap<string, number> = new Map()
): Generator<VarianceComponents | null, VarianceComponents> {
  const all = design(rows);
  const n = rows.y.length;
  const variance = all.y.reduce((sum, y) => sum + y ** 2, 0) / Math.max(1, n - 1);
  if (!(variance > 0)) throw new RangeError('All rows have the same value');
  const names = [...all.nested, ...all.crossed, 'rest'];
  const rough = start.size === 0;
  const least = variance / (rough ? names.length : 200);
  const from = Float64Array.from(names, (name) => Math.max(start.get(name) ?? 0, least));
  const { at, mean, deviance } = climb(all, from, rough);
  const found = { names, variances: at, mean, deviance: deviance + (n - 1) * Math.log(2 * Math.PI) };
  const resampled: Float64Array[] = [];
  if (!resampling) return { ...found, resampled };
  const further = varianceResamples(all, at, resampling);
  while (resampled.length < resampling.resamples) {
    resampled.push(further.next().value);
    if (resampled.length === FIRST_RESAMPLES) yield { ...found, resampled: [...resampled] };
    else if (resampled.length % BREATH === 0) yield null;
  }
  return { ...found, resampled };
}

/** Fewest resamples of which percentiles are taken. */
const FEWEST_FOR_PERCENTILES = 100;
const NORMAL_QUANTILE = 1.959963984540054;

/**
 * What `of` makes of the variances, with its interval, kept within `lowest` and `highest`: the 2.5th and 97.5th percentile
 * over resamples, moved so that their mean is the estimate; with fewer than 100, 1.96 of their standard
 * deviations to either side.
 */
export function resampledInterval(
  { variances, resampled }: VarianceComponents,
  of: (variances: Float64Array) => number,
  [lowest, highest]: readonly [number, number]
): Interval {
  const value = of(variances);
  const found = resampled.map(of).sort((a, b) => a - b);
  const mean = found.reduce((sum, one) => sum + one, 0) / found.length;
  const percentile = (p: number) => {
    const place = p * (found.length - 1);
    const [below, above] = [found[Math.floor(place)]!, found[Math.ceil(place)]!];
    return below + (place % 1) * (above - below) - mean;
  };
  const deviation = Math.sqrt(found.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (found.length - 1));
  const [down, up] =
    found.length < FEWEST_FOR_PERCENTILES
      ? [-NORMAL_QUANTILE * deviation, NORMAL_QUANTILE * deviation]
      : [Math.min(0, percentile(TAIL)), Math.max(0, percentile(1 - TAIL))];
  return { value, low: Math.max(lowest, value + down), high: Math.min(highest, value + up) };
}
