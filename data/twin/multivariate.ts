/** A symmetric matrix, rows of equal length. */
export type Matrix = number[][];

/**
 * The lower triangle whose product with its transpose gives a covariance matrix (Cholesky). A pivot that is not
 * positive, because the matrix is slightly inconsistent, is taken as nearly nothing.
 */
export function lowerTriangle(covariance: Matrix): Matrix {
  const lower = covariance.map((row) => row.map(() => 0));
  for (let row = 0; row < covariance.length; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = at(covariance, row, column);
      for (let inner = 0; inner < column; inner++) rest -= at(lower, row, inner) * at(lower, column, inner);
      const pivot = at(lower, column, column);
      (lower[row] as number[])[column] = row === column ? Math.sqrt(Math.max(rest, 1e-4)) : rest / pivot;
    }
  }
  return lower;
}

/** Entry of a matrix; 0 outside it. */
export function at(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/** The first `lower.length` numbers of `noise`, mixed so that independent ones become correlated. */
export function mix(lower: Matrix, noise: ArrayLike<number>): Float64Array {
  const mixed = new Float64Array(lower.length);
  for (let row = 0; row < lower.length; row++) {
    const weights = lower[row] as number[];
    let sum = 0;
    for (let column = 0; column <= row; column++) sum += (weights[column] as number) * (noise[column] as number);
    mixed[row] = sum;
  }
  return mixed;
}

/** Pearson correlations of equally long columns. */
export function correlations(columns: readonly ArrayLike<number>[]): Matrix {
  const centred = columns.map((column) => {
    const size = column.length;
    let sum = 0;
    for (let row = 0; row < size; row++) sum += column[row] as number;
    const values = new Float64Array(size);
    let squares = 0;
    for (let row = 0; row < size; row++) {
      const value = (column[row] as number) - sum / size;
      values[row] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    return values.map((value) => value / length);
  });
  return centred.map((one) =>
    centred.map((two) => one.reduce((sum, value, row) => sum + value * (two[row] as number), 0))
  );
}

/** Moves latent correlations against the gap between what came out and what is wanted; the diagonal stays. */
export function corrected(latent: Matrix, wanted: Matrix, found: Matrix, step: number): Matrix {
  return latent.map((row, one) =>
    row.map((value, two) => {
      if (one === two) return value;
      return Math.max(-0.97, Math.min(0.97, value + step * (at(wanted, one, two) - at(found, one, two))));
    })
  );
}
