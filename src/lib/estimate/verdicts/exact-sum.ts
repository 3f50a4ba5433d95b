/** A sum of products of whole numbers, exact past what a double holds; when read it is the double nearest to it. */
export class ExactSum {
  #sum = 0;
  /** What did not fit. */
  #beyond = 0n;

  /** Adds the product of two whole numbers that are exact themselves. */
  add(a: number, b: number): void {
    const next = this.#sum + a * b;
    if (Number.isSafeInteger(a * b) && Number.isSafeInteger(next)) this.#sum = next;
    else this.#beyond += BigInt(a) * BigInt(b);
  }

  get value(): number {
    return ExactSum.of([this]);
  }

  /** What some sums come to together, less another. */
  static of(sums: readonly ExactSum[], less?: ExactSum): number {
    const whole = sums.reduce((all, one) => all + one.#whole, 0n) - (less === undefined ? 0n : less.#whole);
    return Number(whole);
  }

  get #whole(): bigint {
    return this.#beyond + BigInt(this.#sum);
  }
}
