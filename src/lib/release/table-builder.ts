import { MISSING } from '../dataset/checksum.ts';

export { MISSING };

/** A table in columns of equal length; `MISSING` stands for null. */
export type BuiltColumns = Readonly<Record<string, Int32Array>>;

/**
 * A column of a table by its name.
 *
 * @throws RangeError when the table has no such column
 */
export function builtColumn(columns: BuiltColumns, name: string): Int32Array {
  const values = columns[name];
  if (values === undefined) throw new RangeError(`No column ${name}`);
  return values;
}

/** Number of rows of a table. */
export function builtRows(columns: BuiltColumns): number {
  for (const name in columns) return columns[name]?.length ?? 0;
  return 0;
}

/** A column of integers that grows. */
export class Integers {
  #values = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? MISSING;
  }

  /** The values so far, at the given positions. */
  inOrder(order: Uint32Array): Int32Array {
    return Int32Array.from(order, (index) => this.at(index));
  }
}

/** Positions of the keys in ascending order of their value. */
export function ascending(keys: Integers): Uint32Array {
  const order = Uint32Array.from({ length: keys.length }, (_, index) => index);
  return order.sort((a, b) => keys.at(a) - keys.at(b));
}
