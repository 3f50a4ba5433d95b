/**
 * Sums of whole numbers, one per place. They stay exact past what a double holds; when read, such a sum is the double
 * nearest to it, as SQL gives it.
 */
export class ExactSums {
  readonly #sums: number[];
  /** What did not fit, by place. */
  readonly #beyond = new Map<number, bigint>();

  /** @param size places to begin with; one more is made by adding to the next */
  constructor(size: number) {
    this.#sums = new Array<number>(size).fill(0);
  }

  /** Adds a whole number that is exact itself. */
  add(place: number, value: number): void {
    const sum = (this.#sums[place] ?? 0) + value;
    if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) this.#sums[place] = sum;
    else this.#carry(place, BigInt(value));
  }

  /** Adds the product of two whole numbers that are exact themselves. */
  addProduct(place: number, a: number, b: number): void {
    const product = a * b;
    if (product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER) this.add(place, product);
    else this.#carry(place, BigInt(a) * BigInt(b));
  }

  /** The sum at a place. */
  at(place: number): number {
    const beyond = this.#beyond.get(place);
    const sum = this.#sums[place] ?? 0;
    return beyond === undefined ? sum : Number(beyond + BigInt(sum));
  }

  #carry(place: number, value: bigint): void {
    this.#beyond.set(place, (this.#beyond.get(place) ?? 0n) + value);
  }
}
