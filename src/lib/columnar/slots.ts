/** More cells than this are not kept room for, only those met. */
const DENSE = 1 << 20;

/** Numbers pairs of a cell and something else as they are met, from 0 on. */
export class Slots {
  readonly #dense: Int32Array | null;
  readonly #sparse = new Map<number, number>();
  /** What was numbered: `cell * width + other`. */
  readonly #keys: number[] = [];

  /**
   * @param cells how many cells there are
   * @param width how many other things each can be paired with
   */
  constructor(
    cells: number,
    readonly width: number
  ) {
    this.#dense = cells * width <= DENSE ? new Int32Array(cells * width).fill(-1) : null;
  }

  /** The number of a pair. */
  of(cell: number, other: number): number {
    const key = cell * this.width + other;
    const known = this.#dense === null ? (this.#sparse.get(key) ?? -1) : this.#dense[key]!;
    if (known >= 0) return known;
    const slot = this.#keys.push(key) - 1;
    if (this.#dense === null) this.#sparse.set(key, slot);
    else this.#dense[key] = slot;
    return slot;
  }

  cellOf(slot: number): number {
    return Math.floor(this.#keys[slot]! / this.width);
  }

  otherOf(slot: number): number {
    return this.#keys[slot]! % this.width;
  }

  /** All numbers, by cell and then by what it is paired with. */
  inOrder(): number[] {
    return [...this.#keys.keys()].sort((a, b) => this.#keys[a]! - this.#keys[b]!);
  }
}
