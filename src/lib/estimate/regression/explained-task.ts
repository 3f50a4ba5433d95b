import type { Unestimated } from '../estimate.ts';
import { leastSquares, type LeastSquares, type Regressed } from './least-squares.ts';

/** Scores to explain. Typed data only: it is posted to a worker. */
export interface ExplainedTask extends Regressed {
  readonly kind: 'explained';
  readonly intercept: boolean;
  /** People and rows behind each column, by name, for its row of a figure. */
  readonly counts: Readonly<Record<string, { readonly people: number; readonly ratings: number }>>;
}

export interface ExplainedComputed {
  readonly kind: 'explained';
  readonly found: LeastSquares | Unestimated;
  readonly people: number;
  readonly ratings: number;
  readonly counts: ExplainedTask['counts'];
}

/** Explains the scores, or says why they cannot be explained. */
export function explain(task: ExplainedTask): ExplainedComputed {
  const { people, counts, intercept } = task;
  const numbers = { people, ratings: task.y.length, counts };
  try {
    return { kind: 'explained', found: leastSquares(task, { intercept }), ...numbers };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { kind: 'explained', found: { reason: 'too few replies to tell the marks apart' }, ...numbers };
  }
}
