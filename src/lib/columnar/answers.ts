import { findColumn, findMetric, levelsOf } from '../dataset/index.ts';
import { type Answer, type AnswersQuery } from '../query/index.ts';
import { countingIn } from './filter.ts';
import { grouped, ticked } from './groups.ts';
import { measured, withValue } from './measured.ts';
import { Touched, byPerson } from './per-person.ts';
import { Slots } from './slots.ts';
import { ofPerson, overPeople, rowsOfSums } from './sums.ts';
import type { Tables } from './tables.ts';

const NO_CONVERSATION = -1;

/** The answers to a column: how many can occur, and those of a row. */
interface Bins {
  readonly width: number;
  /** Calls `use` with each answer of a row, as a number below `width`. */
  each(row: number, use: (bin: number) => void): void;
  /** What the answer is called in the query's answer. */
  named(bin: number): number;
}

/** Position of a value among the lower bounds of classes: 0 for the lowest, whatever lies below it. */
function classOf(bounds: readonly number[], value: number): number {
  let found = 0;
  for (let i = 1; i < bounds.length; i++) if (value >= bounds[i]!) found++;
  return found;
}

/** Each value that some rows have for an answer of its own. */
function singleValues(values: Int32Array, rows: Int32Array): Bins {
  const met = Int32Array.from(new Set(rows.map((row) => values[row]!))).sort();
  const bins = new Map(Array.from(met, (value, bin) => [value, bin]));
  return { width: met.length, each: (row, use) => use(bins.get(values[row]!)!), named: (bin) => met[bin]! };
}

function levels(name: string, table: Parameters<Tables['view']>[0], tables: Tables): Bins {
  const { column } = findColumn(name)!;
  const { values, at } = tables.view(table, name);
  const width = levelsOf(name, tables.manifest.undocumented).length;
  const named = (bin: number) => bin;
  if (column.kind !== 'many') return { width, each: (row, use) => use(values[at[row]!]!), named };
  const count = column.levels.length;
  return { width, each: (row, use) => ticked(values[at[row]!]!, count, use), named };
}

/**
 * The answer to a query of answers.
 *
 * @throws TypeError for a number that is not measured
 */
export function answers(query: AnswersQuery, tables: Tables): Answer {
  const { table, values } = measured(query.metric, tables);
  const isNumber = findColumn(query.column)!.column.kind === 'number';
  if (isNumber && query.column !== findMetric(query.metric)!.column) {
    throw new TypeError(`${query.column} is not measured`);
  }
  const counting = withValue(countingIn(query, table, tables), values);
  const { rows, cells, size, named } = grouped(query.by, counting, table, tables);
  const { bounds } = query;
  const bins: Bins = !isNumber
    ? levels(query.column, table, tables)
    : bounds === undefined
      ? singleValues(values, counting)
      : {
          width: Math.max(bounds.length, 1),
          each: (row, use) => use(classOf(bounds, values[row]!)),
          named: (bin) => bin
        };

  const conversation = tables.conversation(table);
  const slots = new Slots(size, bins.width);
  const { x } = ofPerson(size, 'x');
  const touched = new Touched(size);
  /** Of the present person, by slot; and the slots met. */
  const own = { y: [] as number[], conversations: [] as number[], last: [] as number[] };
  let met: number[] = [];
  const sums = overPeople(0, 'people', 'conversations', 'ratings', 'y', 'xy', 'yy');

  byPerson(
    rows,
    tables.person(table),
    (i) => {
      const [row, cell] = [rows[i]!, cells[i]!];
      touched.add(cell);
      x[cell]!++;
      bins.each(row, (bin) => {
        const slot = slots.of(cell, bin);
        if (!own.y[slot]) {
          met.push(slot);
          own.y[slot] = own.conversations[slot] = 0;
          own.last[slot] = NO_CONVERSATION;
        }
        own.y[slot]!++;
        if (conversation === null || own.last[slot] === conversation[row]) return;
        own.last[slot] = conversation[row]!;
        own.conversations[slot]!++;
      });
    },
    () => {
      for (const slot of met) {
        const [y, n] = [own.y[slot]!, x[slots.cellOf(slot)]!];
        sums.people.add(slot, 1);
        sums.conversations.add(slot, own.conversations[slot]!);
        sums.ratings.add(slot, table === 'utterances' ? y : 0);
        sums.y.add(slot, y);
        sums.xy.addProduct(slot, n, y);
        sums.yy.addProduct(slot, y, y);
        own.y[slot] = 0;
      }
      met = [];
      touched.finish((cell) => (x[cell] = 0));
    }
  );
  return rowsOfSums(
    slots.inOrder(),
    (slot) => ({ ...named(slots.cellOf(slot)), bin: bins.named(slots.otherOf(slot)) }),
    sums
  );
}
