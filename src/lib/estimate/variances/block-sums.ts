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
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const others = new Uint16Array(widest * effects);
  const deviations = new Float64Array(others.length);
  const through = new Float64Array(widest * others.length);
  const fine = finest ? variances[finest.effect]! : 0;
  const slots = columnOf.length + 2;
  const columns = new Uint16Array(slots * 256);
  const values = new Float64Array(slots * 256).fill(1);

  for (let b = 0; b < blocks; b++) {
    if (weights && weights[b] === 0) continue;
    const start = starts[b]!;
    const w = widths[b]!;
    const core = cores[b]!;
    const at = into[b]!;
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

    let q = 0;
    for (let k = 0; k < effects; k++) {
      if (k === finest?.effect || variances[k] === 0) continue;
      for (let column = first[b * effects + k]!; column < end[b * effects + k]!; column++) {
        others[q] = column;
        deviations[q++] = Math.sqrt(variances[k]!);
      }
    }
    logDeterminants[b] = logDeterminant + takeIn(whole, at, w, others, deviations, q, through);

    for (let k = 0, to = squareStarts[b]!; k < effects; k++, to += triangle(core)) {
      setSquares(squares, to, whole, at, w, core, first[b * effects + k]!, end[b * effects + k]!);
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
 * Takes q more columns X, with effects of standard deviations G, into the covariance whose UᵀV⁻¹U lies in `square` from `at`
 * on: less UᵀV⁻¹X·G·(I + G·XᵀV⁻¹X·G)⁻¹·G·XᵀV⁻¹U, of which `through` takes up one half, column by column: the factor of
 * the inverse is in it already. Returns by how much ln |V| grows.
 */
function takeIn(
  square: Float64Array,
  at: number,
  w: number,
  columns: Uint16Array,
  deviations: Float64Array,
  q: number,
  through: Float64Array
): number {
  let logDeterminant = 0;
  for (let a = 0; a < q; a++) {
    const row = at + columns[a]! * w;
    const deviation = deviations[a]!;
    const own = columns[a]! * q;
    let pivot = 1 + deviation * deviation * square[row + columns[a]!]!;
    for (let k = 0; k < a; k++) pivot -= (deviation * through[own + k]!) ** 2;
    const scale = 1 / Math.sqrt(pivot);
    for (let i = 0; i < w; i++) {
      let value = square[row + i]!;
      for (let k = 0; k < a; k++) value -= through[own + k]! * through[i * q + k]!;
      through[i * q + a] = value * deviation * scale;
    }
    logDeterminant += Math.log(pivot);
  }
  for (let i = 0; i < w; i++) {
    for (let j = 0; j <= i; j++) {
      let taken = 0;
      for (let k = 0, one = i * q, other = j * q; k < q; k++) taken += through[one + k]! * through[other + k]!;
      const left = square[at + i * w + j]! - taken;
      square[at + i * w + j] = left;
      square[at + j * w + i] = left;
    }
  }
  return logDeterminant;
}

/** Sets a triangle to the products of the first `core` rows of a square with one another, over the columns `from` to `end`. */
function setSquares(
  squares: Float64Array,
  into: number,
  square: Float64Array,
  at: number,
  w: number,
  core: number,
  from: number,
  end: number
): void {
  for (let i = 0, to = into; i < core; i++) {
    const row = at + i * w;
    for (let j = 0; j <= i; j++, to++) {
      let sum = 0;
      for (let one = row + from, other = at + j * w + from; one < row + end; one++, other++) {
        sum += square[one]! * square[other]!;
      }
      squares[to] = sum;
    }
  }
}
