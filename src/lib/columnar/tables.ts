import {
  columnsOf,
  findColumn,
  lineage,
  parentOf,
  tables as described,
  type Manifest,
  type TableName
} from '../dataset/index.ts';
import { joining } from './joining.ts';
import { personByPerson, sortedBy } from './order.ts';
import { positions } from './positions.ts';
import { remade } from './remade.ts';

/** How many of the rows that were counted lately are kept at a time. */
const MOST_KEPT = 12;

/** Gives a column as it is shipped. Throws when its file has not been read. */
export type Stored = (table: TableName, name: string) => Int32Array;

/** A column as rows of a table, or of one below it, see it: the value in row `r` is `values[at[r]]`. */
export interface ColumnView {
  readonly values: Int32Array;
  readonly at: Int32Array;
}

/**
 * The tables of a release as columns of stored integers, with what is worked out of them: columns that are not shipped, and
 * the rows above a row. The rows stand person by person, and within a person conversation by conversation. Everything is
 * worked out when it is first asked for, and kept.
 */
export class Tables {
  readonly #stored: Stored;
  readonly #columns = new Map<string, Int32Array>();
  readonly #positions = new Map<string, Int32Array>();
  /** The latest last. */
  readonly #lately = new Map<string, Int32Array>();

  constructor(
    readonly manifest: Pick<Manifest, 'undocumented' | 'remade'>,
    stored: Stored
  ) {
    this.#stored = personByPerson(stored);
  }

  /** A column of the table itself, shipped, worked out or joined; `ABSENT` where a row has no value. Must not be changed. */
  column(table: TableName, name: string): Int32Array {
    return kept(this.#columns, `${table} ${name}`, () => {
      const joined = Object.hasOwn(columnsOf(table), name) ? undefined : findColumn(name)?.joined;
      if (joined) return joining(this.column(table, joined.of), findColumn(name)!.column, joined);
      const codes = this.manifest.remade?.[table]?.[name];
      return codes === undefined ? this.#stored(table, name) : remade(table, name, codes, this);
    });
  }

  rows(table: TableName): number {
    return this.column(table, described[table].key).length;
  }

  /** For each row of a table the position of its row in the same table or one above. */
  position(table: TableName, above: TableName): Int32Array {
    return kept(this.#positions, `${table} ${above}`, () => {
      if (table === above) return Int32Array.from({ length: this.rows(table) }, (_, row) => row);
      const parent = parentOf(table);
      if (parent === null) throw new RangeError(`${above} is not above ${table}`);
      const here = positions(this.column(table, parent.via), this.column(parent.table, parent.via), parent.table);
      if (parent.table === above) return here;
      const further = this.position(parent.table, above);
      return here.map((row) => further[row]!);
    });
  }

  /** A column of a table or of one above it, for the rows of the table. */
  view(table: TableName, name: string): ColumnView {
    const home = Object.hasOwn(columnsOf(table), name) ? table : findColumn(name)!.table;
    return { values: this.column(home, name), at: this.position(table, home) };
  }

  /** The id of the person that each row belongs to. */
  person(table: TableName): Int32Array {
    return this.column(table, 'user_id');
  }

  /** The id of the conversation that each row belongs to; null for the people. */
  conversation(table: TableName): Int32Array | null {
    return lineage(table).includes('conversations') ? this.column(table, 'conversation_id') : null;
  }

  /** What was made lately under a key, else made now. Must not be changed. */
  lately(key: string, make: () => Int32Array): Int32Array {
    const rows = this.#lately.get(key) ?? make();
    this.#lately.delete(key);
    this.#lately.set(key, rows);
    const [oldest] = this.#lately.keys();
    if (this.#lately.size > MOST_KEPT) this.#lately.delete(oldest!);
    return rows;
  }

  /** The rows of a table in the order of its key. */
  byKey(table: TableName): Int32Array {
    const rows = this.position(table, table);
    return kept(this.#positions, table, () => sortedBy(rows, this.column(table, described[table].key)));
  }
}

function kept<K>(known: Map<K, Int32Array>, key: K, make: () => Int32Array): Int32Array {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
