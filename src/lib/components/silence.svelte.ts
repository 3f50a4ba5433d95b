/** So long without a sign, and the reader is told that nothing comes. */
const SILENT_AFTER_MS = 8_000;

/** Whether something that is waited for has given no sign for a while. */
export class Silence {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fallen = $state(false);

  /** Nothing has come for eight seconds. */
  get fallen(): boolean {
    return this.#fallen;
  }

  /** Something came, was asked for, or shall be waited for longer: the time begins anew. */
  listen(): void {
    this.end();
    this.#timer = setTimeout(() => (this.#fallen = true), SILENT_AFTER_MS);
  }

  /** Nothing is waited for. */
  end(): void {
    clearTimeout(this.#timer);
    this.#fallen = false;
  }
}
