import type { Design } from './mixed-rows.ts';

/**
 * What each block contributes to the equations of a mixed model at given variances. V is the block's covariance from
 * nested effects and rest, U its local columns, of which C, up to y, is the core.
 */
export interface BlockSums {
  /** Per block ln |V|. */
  readonly logDeterminants: Float64Array;
  /** Per block Uᵀ V⁻¹ U, square; `starts` says where it begins. */
  readonly whole: Float64Array;
  readonly starts: Int32Array;
  /**
   * Per block and nested effect, with its columns K: Cᵀ V⁻¹ K Kᵀ V⁻¹ C, the lower triangle row by row; `squareStarts`
   * says where those of a block begin.
   */
  readonly squares: Float64Array;
  readonly squareStarts: Int32Array;
}

/** Room for the sums of all blocks of a design. */
export function roomFor({ blocks, widths, cores, nested }: Design): BlockSums {
  const starts = new Int32Array(blocks + 1);
  const squareStarts = new Int32Array(blocks + 1);
  for (let b = 0; b < blocks; b++) {
    starts[b + 1] = starts[b]! + widths[b]! ** 2;
    squareStarts[b + 1] = squareStarts[b]! + nested.length * triangle(cores[b]!);
  }
  return {
    logDeterminants: new Float64Array(blocks),
    whole: new Float64Array(starts[blocks]!),
    starts,
    squares: new Float64Array(squareStarts[blocks]!),
    squareStarts
  };
}

/** How many entries the lower triangle of a square of n has. */
export const triangle = (n: number) => (n * (n + 1)) / 2;

/**
 * Works out the sums of every block at the variances of the nested effects and of the rest, into `sums`; those of weight
 * 0, which nobody will ask for, are left as they are.
 *
 * Rest and finest effect alone have a V with a known inverse; the other effects are then taken in column by column.
 */
export function sumBlocks(
  { y, starts, blocks, columnOf, widths, cores, nested, first, end, finest }: Design,
  variances: Float64Array,
  { logDeterminants, whole, starts: into, squares, squareStarts }: BlockSums,
  weights?: Float64Array
): void {
  const effects = nested.length;
  const rest = variances.at(-1)!;
  const row = new Float64Array(widths.reduce((most, width) => Math.max(most, width), 0));
  const fine = finest ? variances[finest.effect]! : 0;
  const slots = columnOf.length + 2;
  const columns = new Uint16Array(slots * 256);
  const values = new Float64Array(slots * 256).fill(1);

  for (let b = 0; b < blocks; b++) {
    if (weights && weights[b] === 0) continue;
    const [start, w, core, at] = [starts[b]!, widths[b]!, cores[b]!, into[b]!];
    const n = starts[b + 1]! - start;
    whole.fill(0, at, at + w * w);

    for (let i = 0; i < n; i++) {
      for (let p = 0; p < columnOf.length; p++) columns[i * slots + p + 1] = columnOf[p]![start + i]!;
      columns[i * slots + slots - 1] = core - 1;
      values[i * slots + slots - 1] = y[start + i]!;
    }
    let logDeterminant = n * Math.log(rest);
    for (let i = 0; i < n; i++) {
      if (!finest) {
        addProducts(whole, at, w, columns, values, i * slots, i * slots, slots, 1 / rest);
        continue;
      }
      const level = finest.columnOf[start + i]!;
      let alike = 0;
      for (let j = 0; j < n; j++) if (finest.columnOf[start + j] === level) alike++;
      const shared = fine / (rest + alike * fine);
      logDeterminant += Math.log(1 + (alike * fine) / rest) / alike;
      for (let j = 0; j < n; j++) {
        if (finest.columnOf[start + j] !== level) continue;
        addProducts(whole, at, w, columns, values, i * slots, j * slots, slots, ((i === j ? 1 : 0) - shared) / rest);
      }
    }

    for (let k = 0; k < effects; k++) {
      if (k === finest?.effect || variances[k] === 0) continue;
      for (let column = first[b * effects + k]!; column < end[b * effects + k]!; column++) {
        logDeterminant += takeIn(whole, at, w, column, variances[k]!, row);
      }
    }
    for (let i = 0; i < w; i++) for (let j = 0; j < i; j++) whole[at + j * w + i] = whole[at + i * w + j]!;
    logDeterminants[b] = logDeterminant;

    let to = squareStarts[b]!;
    squares.fill(0, to, squareStarts[b + 1]!);
    for (let k = 0; k < effects; k++) {
      for (let row = first[b * effects + k]!; row < end[b * effects + k]!; row++) {
        addSquare(squares, to, whole, at + row * w, core);
      }
      to += triangle(core);
    }
  }
}

/** Adds `times` the products of the entries of one row with those of another to a square of `w`. */
function addProducts(
  square: Float64Array,
  at: number,
  w: number,
  columns: Uint16Array,
  values: Float64Array,
  one: number,
  other: number,
  slots: number,
  times: number
): void {
  for (let s = 0; s < slots; s++) {
    const row = at + columns[one + s]! * w;
    const value = times * values[one + s]!;
    for (let t = 0; t < slots; t++) square[row + columns[other + t]!]! += value * values[other + t]!;
  }
}

/**
 * Takes an effect of one column u into the covariance, by the formula of Sherman and Morrison: V⁻¹ − V⁻¹u·uᵀV⁻¹ / (1 / σ² +
 * uᵀV⁻¹u), of which the lower triangle of UᵀV⁻¹U is kept. Returns by how much ln |V| grows. `row` is room for the work.
 */
function takeIn(
  square: Float64Array,
  at: number,
  w: number,
  column: number,
  variance: number,
  row: Float64Array
): number {
  for (let i = 0; i < w; i++) row[i] = square[i < column ? at + column * w + i : at + i * w + column]!;
  const grown = 1 + variance * row[column]!;
  for (let i = 0; i < w; i++) {
    const times = (variance / grown) * row[i]!;
    if (times === 0) continue;
    for (let j = 0, to = at + i * w; j <= i; j++, to++) square[to]! -= times * row[j]!;
  }
  return Math.log(grown);
}

/** Adds the products of the first `n` entries of a row with one another to a lower triangle. */
function addSquare(triangle: Float64Array, into: number, from: Float64Array, at: number, n: number): void {
  for (let i = 0, to = into; i < n; i++) {
    const value = from[at + i]!;
    if (value === 0) to += i + 1;
    else for (let j = 0; j <= i; j++, to++) triangle[to]! += value * from[at + j]!;
  }
}
