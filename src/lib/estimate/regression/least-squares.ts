import { studentTQuantile, studentTTwoSided } from '../distributions.ts';
import { TAIL, type Contrast } from '../estimate.ts';
import { invert } from '../positive-definite.ts';

/** Rows to explain: `columns` by name, each as long as y; `person` from 0, people in any order. */
export interface Regressed {
  readonly y: ArrayLike<number>;
  readonly columns: Readonly<Record<string, ArrayLike<number>>>;
  readonly person: ArrayLike<number>;
  readonly people: number;
}

export interface LeastSquares {
  /** Per column: how much y differs with one unit more of it, the other columns being equal. */
  readonly coefficients: Readonly<Record<string, Required<Contrast>>>;
  /** Share of the variance of y that the columns account for, the mean taken out. */
  readonly rSquared: number;
}

/**
 * How much the score of a reply differs with something that can be seen in it, other such things being equal: the straight
 * line (or plane) that lies closest to all scores. That is what goes with a higher score, not what makes it higher. With a
 * column for each model but one, replies are only compared with others of the same model.
 *
 * A constant is always fitted; `intercept: false` leaves it out where the columns add up to one themselves. Throws a
 * RangeError when the columns hold the same information twice, or with fewer than two people.
 *
 * @method Scores explained (least squares, clustered by person)
 * @formula β = (XᵀX)⁻¹Xᵀy
 * var(β) = G/(G − 1) · (N − 1)/(N − k) · (XᵀX)⁻¹ (Σ over people of uuᵀ) (XᵀX)⁻¹, u = Xᵀ(y − Xβ) over a person’s rows
 * interval = β ± t(0.975; G − 1) · √var(β); G people, N ratings, k columns with the constant
 * @assumes People are independent of one another; their own ratings may depend on each other in any way. Effects add up and
 * are the same for short and long replies.
 * @source Liang & Zeger (1986), Biometrika 73, with the factor of Stata (CR1); as vcovCL(type = "HC1") of the R package
 * sandwich (Zeileis, Köll & Graham 2020).
 * @differs The published regression has ordinary standard errors, as if all ratings were independent, and no effects of
 * models: what it says of length holds between models as well as within them.
 */
export function leastSquares({ y, ...columns }: Regressed, options: FitOptions = {}): LeastSquares {
  return fitsOver(columns, options)(y);
}

interface FitOptions {
  readonly intercept?: boolean;
}

/** Columns to explain things by, prepared once for any number of things to explain; throws as least squares do. */
export function fitsOver(
  { columns, person, people }: Omit<Regressed, 'y'>,
  { intercept = true }: FitOptions = {}
): (y: ArrayLike<number>) => LeastSquares {
  const names = Object.keys(columns);
  const n = person.length;
  const x = names.map((name) => scaled(columns[name]!, n, intercept));
  const k = x.length;
  const width = k + (intercept ? 1 : 0);
  if (people < 2 || n <= width) throw new RangeError('Too few people or rows to explain');
  const inverse = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) inverse[i * k + j] = inverse[j * k + i] = dot(x[i]!.values, x[j]!.values);
  }
  for (let i = 0; i < k; i++) if (!(inverse[i * k + i]! > 1e-9)) throw new RangeError(`${names[i]} does not vary`);
  invert(inverse, k);

  // Row by row in one array: the loops over rows are what takes the time.
  const design = new Float64Array(n * k);
  x.forEach(({ values }, i) => {
    for (let row = 0; row < n; row++) design[row * k + i] = values[row]!;
  });

  return (y) => {
    const meanOfY = mean(y, n);
    const at = intercept ? meanOfY : 0;
    const right = new Float64Array(k);
    for (let row = 0; row < n; row++) {
      const off = y[row]! - at;
      for (let i = 0, from = row * k; i < k; i++) right[i]! += design[from + i]! * off;
    }
    const beta = multiply(inverse, right, k);
    const influence = new Float64Array(people * k);
    let [left, all] = [0, 0];
    for (let row = 0; row < n; row++) {
      const from = row * k;
      let residual = y[row]! - at;
      for (let i = 0; i < k; i++) residual -= beta[i]! * design[from + i]!;
      left += residual * residual;
      all += (y[row]! - meanOfY) ** 2;
      for (let i = 0, to = person[row]! * k; i < k; i++) influence[to + i]! += design[from + i]! * residual;
    }
    const variance = sandwich(inverse, influence, people, k);
    const df = people - 1;
    const factor = (people / df) * ((n - 1) / (n - width));
    const t = studentTQuantile(1 - TAIL, df);
    const coefficients = names.map((name, i): [string, Required<Contrast>] => {
      const value = beta[i]! / x[i]!.unit;
      const se = Math.sqrt(factor * variance[i]!) / x[i]!.unit;
      return [
        name,
        {
          value,
          low: value - t * se,
          high: value + t * se,
          se,
          df,
          p: value === 0 ? 1 : studentTTwoSided(value / se, df),
          people
        }
      ];
    });
    return { coefficients: Object.fromEntries(coefficients), rSquared: 1 - left / all };
  };
}

/** A column less its mean (beside a constant), in units of its root mean square, so that no column drowns another. */
function scaled(column: ArrayLike<number>, n: number, centred: boolean): { values: Float64Array; unit: number } {
  const at = centred ? mean(column, n) : 0;
  const values = Float64Array.from({ length: n }, (_, row) => column[row]! - at);
  const unit = Math.sqrt(dot(values, values) / n) || 1;
  for (let row = 0; row < n; row++) values[row]! /= unit;
  return { values, unit };
}

function mean(values: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  return sum / n;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function multiply(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const product = new Float64Array(k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) product[i]! += a[i * k + j]! * b[j]!;
  return product;
}

/** The diagonal of inverse · (Σ over people of uuᵀ) · inverse, u being a person's influence. */
function sandwich(inverse: Float64Array, influence: Float64Array, people: number, k: number): Float64Array {
  const meat = new Float64Array(k * k);
  for (let p = 0; p < people; p++) {
    for (let i = 0, from = p * k; i < k; i++) {
      const own = influence[from + i]!;
      if (own !== 0) for (let j = 0; j <= i; j++) meat[i * k + j]! += own * influence[from + j]!;
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) meat[j * k + i] = meat[i * k + j]!;
  return Float64Array.from({ length: k }, (_, i) => {
    const row = inverse.subarray(i * k, (i + 1) * k);
    return Math.max(0, dot(row, multiply(meat, row, k)));
  });
}
