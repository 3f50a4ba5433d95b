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

/** A block with its levels numbered from 0 within it. */
export interface Block {
  readonly start: number;
  readonly rows: number;
  /** Per nested effect: the level of each row, and how many there are. */
  readonly nested: readonly { readonly of: Uint8Array; readonly levels: number }[];
  /** Per pattern (see `Design`): the local column of each row. */
  readonly patterns: readonly Uint8Array[];
  /** Number of local columns, the first of which is constant. */
  readonly columns: number;
  /** Pairs of a local column and the column of the whole that it stands in. */
  readonly local: Uint8Array;
  readonly whole: Int32Array;
}

/**
 * The rows prepared. Crossed effects that differ only in how blocks are grouped have the same columns within a block, so
 * these are worked out once a block, for each *pattern* of codes, and then put into their places in the whole.
 */
export interface Design {
  readonly y: Float64Array;
  readonly blocks: readonly Block[];
  readonly nested: readonly string[];
  readonly crossed: readonly string[];
  /** Columns of the whole: the levels of every crossed effect, and last the mean. */
  readonly columns: number;
  /** First column of every crossed effect, and the end. */
  readonly offsets: readonly number[];
  /** Per crossed effect, its pattern; −1 where its column is constant within a block. */
  readonly patternOf: readonly number[];
  readonly patterns: number;
  /** Most rows of a block. */
  readonly largest: number;
}

/** Prepares rows. Throws a RangeError for a block of more than 255 rows. */
export function design({ y, starts, nested, crossed }: MixedRows): Design {
  const effects = Object.values(crossed);
  const codes: Int32Array[] = [];
  const patternOf = effects.map(({ of }) => {
    if (of === null) return -1;
    if (!codes.includes(of)) codes.push(of);
    return codes.indexOf(of);
  });
  const offsets = [0];
  for (const { levels, groups } of effects) offsets.push(offsets.at(-1)! + levels * groups);

  const blocks: Block[] = [];
  let largest = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    const [start, end] = [starts[b]!, starts[b + 1]!];
    const rows = end - start;
    if (rows > 255) throw new RangeError(`A block of ${rows} rows`);
    largest = Math.max(largest, rows);
    let columns = 1;
    const found = codes.map((of) => {
      const numbered = numberLevels(of, start, end, columns);
      columns += numbered.levels.length;
      return numbered;
    });
    const local: number[] = [];
    const whole: number[] = [];
    effects.forEach(({ by, levels }, k) => {
      const first = offsets[k]! + (by === null ? 0 : by[b]! * levels);
      const pattern = found[patternOf[k]!];
      if (!pattern) {
        local.push(0);
        whole.push(first);
      } else {
        pattern.levels.forEach((code, i) => {
          local.push(pattern.from + i);
          whole.push(first + code);
        });
      }
    });
    local.push(0);
    whole.push(offsets.at(-1)!);
    blocks.push({
      start,
      rows,
      nested: Object.values(nested).map((of) => {
        if (of === null) return { of: new Uint8Array(rows), levels: 1 };
        const numbered = numberLevels(of, start, end, 0);
        return { of: numbered.of, levels: numbered.levels.length };
      }),
      patterns: found.map(({ of }) => of),
      columns,
      local: Uint8Array.from(local),
      whole: Int32Array.from(whole)
    });
  }
  return {
    y,
    blocks,
    nested: Object.keys(nested),
    crossed: Object.keys(crossed),
    columns: offsets.at(-1)! + 1,
    offsets,
    patternOf,
    patterns: codes.length,
    largest
  };
}

/** The codes of rows `start` to `end` as numbers from `from` on, in order of appearance. */
function numberLevels(codes: Int32Array, start: number, end: number, from: number) {
  const levels: number[] = [];
  const of = new Uint8Array(end - start);
  for (let row = start; row < end; row++) {
    let level = levels.indexOf(codes[row]!);
    if (level < 0) level = levels.push(codes[row]!) - 1;
    of[row - start] = from + level;
  }
  return { of, levels, from };
}
