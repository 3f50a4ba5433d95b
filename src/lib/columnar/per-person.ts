/** The cells that rows of the present person fell into. */
export class Touched {
  readonly #is: Uint8Array;
  #cells: number[] = [];

  constructor(size: number) {
    this.#is = new Uint8Array(size);
  }

  add(cell: number): void {
    if (this.#is[cell] === 1) return;
    this.#is[cell] = 1;
    this.#cells.push(cell);
  }

  /** Calls `use` with each of them, and begins anew. */
  finish(use: (cell: number) => void): void {
    for (const cell of this.#cells) {
      this.#is[cell] = 0;
      use(cell);
    }
    this.#cells = [];
  }
}

/**
 * Goes through rows that stand person by person: calls `row` with the position of each, and `done` after the last of
 * every person.
 */
export function byPerson(rows: Int32Array, person: Int32Array, row: (i: number) => void, done: () => void): void {
  for (let i = 0; i < rows.length; i++) {
    row(i);
    if (i + 1 === rows.length || person[rows[i + 1]!] !== person[rows[i]!]) done();
  }
}
