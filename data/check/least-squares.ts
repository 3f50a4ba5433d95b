/** Ordinary least squares of several responses on the same design. */
export interface Fit {
  /** One per column of the design. */
  readonly coefficients: readonly number[];
  /** Standard errors that hold whatever the spread of each row: HC1 (MacKinnon and White 1985). */
  readonly errors: readonly number[];
}

/**
 * Fits each response by ordinary least squares. `design` has one row per observation, with the constant in it.
 *
 * @throws RangeError when the columns of the design depend on one another
 */
export function fitByLeastSquares(
  design: readonly Float64Array[],
  responses: readonly (readonly number[] | Float64Array)[]
): Fit[] {
  const [rows, columns] = [design.length, design[0]?.length ?? 0];
  const cross = square(columns);
  for (const row of design) addOuter(cross, row, 1);
  const inverse = inverted(cross);
  return responses.map((response) => {
    const moments = new Float64Array(columns);
    design.forEach((row, i) => row.forEach((value, j) => (moments[j]! += value * response[i]!)));
    const coefficients = inverse.map((row) => dot(row, moments));
    const meat = square(columns);
    design.forEach((row, i) => addOuter(meat, row, (response[i]! - dot(row, coefficients)) ** 2));
    const errors = inverse.map((row) =>
      Math.sqrt(
        (rows / (rows - columns)) *
          dot(
            row,
            meat.map((one) => dot(one, row))
          )
      )
    );
    return { coefficients, errors };
  });
}

const square = (size: number): Float64Array[] => Array.from({ length: size }, () => new Float64Array(size));

function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += one[index]! * other[index]!;
  return sum;
}

/** Adds weight · row · rowᵗ; most entries of a row of indicators are 0. */
function addOuter(to: readonly Float64Array[], row: Float64Array, weight: number): void {
  for (let i = 0; i < row.length; i += 1) {
    if (row[i] === 0) continue;
    for (let j = 0; j < row.length; j += 1) to[i]![j]! += weight * row[i]! * row[j]!;
  }
}

/** Gauss–Jordan with the largest pivot of each column. */
function inverted(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const wide = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) => row[j] ?? Number(j - size === i))
  );
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let i = column; i < size; i += 1) {
      if (Math.abs(wide[i]![column]!) > Math.abs(wide[pivot]![column]!)) pivot = i;
    }
    [wide[column], wide[pivot]] = [wide[pivot]!, wide[column]!];
    const lead = wide[column]!;
    const value = lead[column]!;
    if (Math.abs(value) < 1e-9) throw new RangeError('The columns of the design depend on one another');
    for (let j = 0; j < lead.length; j += 1) lead[j]! /= value;
    wide.forEach((row, i) => {
      const factor = row[column]!;
      if (i === column || factor === 0) return;
      for (let j = 0; j < row.length; j += 1) row[j]! -= factor * lead[j]!;
    });
  }
  return wide.map((row) => row.slice(size));
}
