/**
 * Rows for a model of crossed and nested random effects. They lie in blocks that share nothing but the crossed effects:
 * with people as blocks, the person, their conversations and their taste for a model are nested in the block, and the
 * models and topics, which everybody meets, are crossed.
 */
export interface MixedRows {
  readonly y: Float64Array;
  /** Where each block starts, and at the end the number of rows. */
  readonly starts: Int32Array;
  /** Effects whose levels lie within one block: by name, a code per row; null is one level for the whole block. */
  readonly nested: Readonly<Record<string, Int32Array | null>>;
  /** Effects whose levels are met in many blocks. */
  readonly crossed: Readonly<Record<string, Crossed>>;
}

/** An effect of what a row is of (`of`, a code from 0; null when it is all one), separately for each group of blocks. */
export interface Crossed {
  readonly of: Int32Array | null;
  readonly levels: number;
  /** Group of each block, from 0; null when all blocks are one group. */
  readonly by: Int32Array | null;
  readonly groups: number;
}

/**
 * The rows prepared. Each block has local columns: a constant one, one for each level of each *pattern* of codes that
 * crossed effects go by, y, and one for each level of the patterns that nested effects alone go by. Effects with the same
 * codes share a pattern, so that a person's taste for a model and the models themselves have the same columns within a
 * block, however often these stand in the whole: once, and once in each grouping of people.
 */
export interface Design {
  /** Less their mean. */
  readonly y: Float64Array;
  readonly mean: number;
  readonly starts: Int32Array;
  readonly blocks: number;
  readonly nested: readonly string[];
  readonly crossed: readonly string[];
  /** Columns of the whole: the levels of every crossed effect, and last the mean. */
  readonly columns: number;
  /** First column of every crossed effect, and the end. */
  readonly offsets: readonly number[];
  /** Per pattern: the local column of each row. */
  readonly columnOf: readonly Uint16Array[];
  /** Per block: its local columns, and how many of them come up to y: the core. */
  readonly widths: Uint16Array;
  readonly cores: Uint16Array;
  /** Per block and nested effect: its first local column, and the one after its last. */
  readonly first: Uint16Array;
  readonly end: Uint16Array;
  /** The nested effect with the most levels, and the local column of each row in it; null if none has several a block. */
  readonly finest: { readonly effect: number; readonly columnOf: Uint16Array } | null;
  /** Per block, where its pairs of a local column and a column of the whole start (y is one after the last); and the end. */
  readonly pairs: Int32Array;
  /** In order within a block. */
  readonly local: Uint16Array;
  readonly whole: Int32Array;
}

/** Prepares rows. Throws a RangeError for a block of more than 255 rows. */
export function design({ y, starts, nested, crossed }: MixedRows): Design {
  const effects = Object.values(crossed);
  const inner = Object.values(nested);
  const blocks = Math.max(0, starts.length - 1);
  const patterns = [...new Set([...effects.map(({ of }) => of), ...inner].filter((of) => of !== null))];
  const inCore = new Set(effects.map(({ of }) => of));
  const ofCore = patterns.filter((of) => inCore.has(of)).length;
  const columnOf = patterns.map(() => new Uint16Array(y.length));
  const patternOf = (of: Int32Array | null) => (of === null ? -1 : patterns.indexOf(of));
  const [ofCrossed, ofNested] = [effects.map(({ of }) => patternOf(of)), inner.map(patternOf)];
  const offsets = [0];
  for (const { levels, groups } of effects) offsets.push(offsets.at(-1)! + levels * groups);
  const columns = offsets.at(-1)! + 1;

  const widths = new Uint16Array(blocks);
  const cores = new Uint16Array(blocks);
  const first = new Uint16Array(blocks * inner.length);
  const end = new Uint16Array(blocks * inner.length);
  const pairs = new Int32Array(blocks + 1);
  const local: number[] = [];
  const whole: number[] = [];
  const levelsOf = new Float64Array(inner.length);
  const found: { from: number; levels: number[] }[] = patterns.map(() => ({ from: 0, levels: [] }));
  for (let b = 0; b < blocks; b++) {
    const [start, stop] = [starts[b]!, starts[b + 1]!];
    if (stop - start > 255) throw new RangeError(`A block of ${stop - start} rows`);
    let width = 1;
    for (let p = 0; p < patterns.length; p++) {
      if (p === ofCore) width++;
      found[p] = { from: width, levels: numberLevels(patterns[p]!, start, stop, width, columnOf[p]!) };
      width += found[p]!.levels.length;
      if (p === ofCore - 1) cores[b] = width + 1;
    }
    if (ofCore === 0) cores[b] = 2;
    widths[b] = ofCore === patterns.length ? width + 1 : width;

    for (let k = 0; k < inner.length; k++) {
      const pattern = found[ofNested[k]!];
      first[b * inner.length + k] = pattern?.from ?? 0;
      end[b * inner.length + k] = pattern ? pattern.from + pattern.levels.length : 1;
      if (pattern) levelsOf[k]! += pattern.levels.length;
    }

    pair(0, columns - 1);
    effects.forEach(({ of, by }, k) => {
      if (of === null) pair(0, offsets[k]! + (by ? by[b]! : 0));
    });
    for (let p = 0; p < ofCore; p++) {
      const { from, levels } = found[p]!;
      levels.forEach((code, i) => {
        effects.forEach(({ by, levels }, k) => {
          if (ofCrossed[k] === p) pair(from + i, offsets[k]! + (by ? by[b]! * levels : 0) + code);
        });
      });
    }
    pair(cores[b]! - 1, columns);
    pairs[b + 1] = local.length;
  }
  function pair(one: number, other: number): void {
    local.push(one);
    whole.push(other);
  }
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const finest = levelsOf.indexOf(levelsOf.reduce((most, levels) => Math.max(most, levels), 1));
  return {
    y: y.map((value) => value - mean),
    mean,
    starts,
    blocks,
    nested: Object.keys(nested),
    crossed: Object.keys(crossed),
    columns,
    offsets,
    columnOf,
    widths,
    cores,
    first,
    end,
    finest: finest < 0 ? null : { effect: finest, columnOf: columnOf[ofNested[finest]!]! },
    pairs,
    local: Uint16Array.from(local),
    whole: Int32Array.from(whole)
  };
}

/** Numbers the codes of rows `start` to `stop` from `from` on, in order of appearance; returns them in that order. */
function numberLevels(codes: Int32Array, start: number, stop: number, from: number, into: Uint16Array): number[] {
  const levels: number[] = [];
  for (let row = start; row < stop; row++) {
    let level = levels.indexOf(codes[row]!);
    if (level < 0) level = levels.push(codes[row]!) - 1;
    into[row] = from + level;
  }
  return levels;
}
