import type { Answer, MediansQuery } from '../query/index.ts';
import { countingIn, passing, rowsAmong } from './filter.ts';
import { grouped } from './groups.ts';
import { measured, withValue } from './measured.ts';
import { Touched, byPerson } from './per-person.ts';
import { ofPerson, overPeople, rowsOfSums } from './sums.ts';
import type { Tables } from './tables.ts';

/** The answer to a query of medians. */
export function medians(query: MediansQuery, tables: Tables): Answer {
  const { table, values } = measured(query.metric, tables);
  const all = withValue(countingIn(query, table, tables), values);
  const counting = query.side ? rowsAmong(all, onSide(query.side, table, tables)) : all;
  const { rows, cells, size, named } = grouped(query.by, counting, table, tables);
  const conversation = tables.conversation(table);
  const steps = stepsOf(
    cells,
    rows.map((row) => values[row]!),
    size
  );
  const median = steps.map(({ median }) => median);
  const { x, y, z, conversations } = ofPerson(size, 'x', 'y', 'z', 'conversations');
  const last = new Int32Array(size).fill(-1);
  const touched = new Touched(size);
  const counted = overPeople(size, 'people', 'conversations', 'ratings');
  const around = overPeople(size, 'x', 'xx', 'y', 'xy', 'yy', 'z', 'xz', 'zz');

  byPerson(
    rows,
    tables.person(table),
    (i) => {
      const [row, cell] = [rows[i]!, cells[i]!];
      const value = values[row]!;
      touched.add(cell);
      x[cell]!++;
      if (value <= median[cell]!) y[cell]!++;
      if (value < median[cell]!) z[cell]!++;
      if (conversation !== null && last[cell] !== conversation[row]) {
        last[cell] = conversation[row]!;
        conversations[cell]!++;
      }
    },
    () =>
      touched.finish((cell) => {
        const [n, upTo, below] = [x[cell]!, y[cell]!, z[cell]!];
        counted.people.add(cell, 1);
        counted.conversations.add(cell, conversations[cell]!);
        if (table === 'utterances') counted.ratings.add(cell, n);
        around.x.add(cell, n);
        around.xx.addProduct(cell, n, n);
        around.y.add(cell, upTo);
        around.xy.addProduct(cell, n, upTo);
        around.yy.addProduct(cell, upTo, upTo);
        around.z.add(cell, below);
        around.xz.addProduct(cell, n, below);
        around.zz.addProduct(cell, below, below);
        x[cell] = y[cell] = z[cell] = conversations[cell] = 0;
      })
  );
  const met = [...steps.keys()].filter((cell) => counted.people.at(cell) > 0);
  const counts = rowsOfSums(met, () => ({}), counted);
  const sums = rowsOfSums(met, (cell) => ({ median: median[cell]! }), around);
  return met.flatMap((cell, i) =>
    steps[cell]!.values.map((bin, k) => ({
      ...named(cell),
      bin,
      rows: steps[cell]!.rows[k]!,
      ...counts[i],
      ...sums[i]
    }))
  );
}

/** 1 for the rows of a table that are on a side of a comparison. */
function onSide(
  { compare, which }: NonNullable<MediansQuery['side']>,
  table: Parameters<Tables['person']>[0],
  tables: Tables
): Uint8Array {
  if (which === 'b' && compare.b !== null) return passing(compare.b, table, tables);
  const onA = passing(compare.a, table, tables);
  return which === 'a' ? onA : onA.map((is) => 1 - is);
}

/** Each value of a cell, in order, how many rows have it, and the smallest that at least half of them do not exceed. */
interface CellSteps {
  readonly values: readonly number[];
  readonly rows: readonly number[];
  /** 0 for a cell without values. */
  readonly median: number;
}

function stepsOf(cells: Int32Array, values: Int32Array, size: number): CellSteps[] {
  const starts = new Int32Array(size + 1);
  for (const cell of cells) starts[cell + 1]!++;
  for (let cell = 0; cell < size; cell++) starts[cell + 1]! += starts[cell]!;
  const next = starts.slice();
  const sorted = new Int32Array(cells.length);
  cells.forEach((cell, i) => (sorted[next[cell]!++] = values[i]!));
  return Array.from({ length: size }, (_, cell) => {
    const own = sorted.subarray(starts[cell]!, starts[cell + 1]!).sort();
    const steps = { values: [] as number[], rows: [] as number[] };
    for (const value of own) {
      if (value !== steps.values.at(-1)) {
        steps.values.push(value);
        steps.rows.push(0);
      }
      steps.rows[steps.rows.length - 1]!++;
    }
    return { ...steps, median: own[Math.ceil(own.length / 2) - 1] ?? 0 };
  });
}
