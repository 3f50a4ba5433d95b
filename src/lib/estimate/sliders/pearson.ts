import { studentTQuantile, studentTTwoSided } from '../distributions.ts';
import { REASONS, TAIL, type Contrast, type Unestimated } from '../estimate.ts';

/** Two columns of answers, NaN where there is none, and whose each row is, from 0 on. */
export interface Correlated {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly person: ArrayLike<number>;
}

/** What a correlation rests on, and what it is. */
export interface CorrelationFound {
  readonly people: number;
  readonly rows: number;
  readonly result: Contrast | Unestimated;
}

/**
 * Whether those who answer high on one slider answer high on another, too: 1 where the answers lie on a rising line, 0 where
 * knowing the one says nothing of the other, −1 on a falling line. Rows without an answer to either are left out.
 *
 * A correlation lies between −1 and 1 and its interval must, so it is taken along a scale on which these ends are infinitely
 * far away (Fisher’s). Several rows of a person count as one person’s. Unestimated with fewer than three people, or where
 * all answer alike or the answers lie on a line.
 *
 * @method Correlation (clustered by person)
 * @formula r = Σ zx·zy / N over rows with both answers, zx and zy less their mean in units of their standard deviation
 * var(r) = G/(G − 1) · Σ over people of u² / N², u = Σ of a person’s zx·zy − r·(zx² + zy²)/2
 * interval = tanh( atanh(r) ± t(0.975; G − 1) · √var(r) / (1 − r²) ); G people, N rows
 * @assumes People are independent of one another; their own rows may depend on each other in any way. A straight line says
 * what there is to say: sliders heaped at their end make correlations smaller.
 * @source The influence function of a correlation (Devlin, Gnanadesikan & Kettenring 1975, Biometrika 62), summed by person;
 * Fisher (1921), Metron 1. As svyvar and svycontrast of the R package survey (Lumley 2010) have it.
 * @differs The published correlations have no intervals, and count a person once for each conversation.
 */
export function pearson({ x, y, person }: Correlated): CorrelationFound {
  const rows: number[] = [];
  for (let row = 0; row < x.length; row++) if (!Number.isNaN(x[row]!) && !Number.isNaN(y[row]!)) rows.push(row);
  const n = rows.length;
  const people = new Set(rows.map((row) => person[row]!)).size;
  const found = (result: Contrast | Unestimated): CorrelationFound => ({ people, rows: n, result });
  if (n === 0) return found({ reason: REASONS.noRows });
  const [zx, zy] = [x, y].map((values) => standardised(rows, values));
  if (!zx || !zy) return found({ reason: REASONS.noVariation });
  if (people < 3) return found({ reason: 'too few people for a correlation' });
  let value = 0;
  for (let i = 0; i < n; i++) value += (zx[i]! * zy[i]!) / n;
  const influence = new Map<number, number>();
  for (let i = 0; i < n; i++) {
    const own = zx[i]! * zy[i]! - (value * (zx[i]! ** 2 + zy[i]! ** 2)) / 2;
    influence.set(person[rows[i]!]!, (influence.get(person[rows[i]!]!) ?? 0) + own);
  }
  let squares = 0;
  for (const own of influence.values()) squares += own ** 2;
  if (Math.abs(value) > 1 - 1e-9)
    return found({ reason: 'the answers lie on one line, so no interval can be estimated' });
  const df = people - 1;
  const se = Math.sqrt((people / df) * squares) / n;
  const half = (studentTQuantile(1 - TAIL, df) * se) / (1 - value ** 2);
  const centre = Math.atanh(value);
  const p = studentTTwoSided((centre * (1 - value ** 2)) / se, df);
  return found({ value, low: Math.tanh(centre - half), high: Math.tanh(centre + half), se, df, p, people });
}

/** The answers of some rows less their mean, in units of their standard deviation; null where all are alike. */
function standardised(rows: readonly number[], values: ArrayLike<number>): Float64Array | null {
  const own = Float64Array.from(rows, (row) => values[row]!);
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length);
  return spread < 1e-9 ? null : own.map((value) => (value - mean) / spread);
}
