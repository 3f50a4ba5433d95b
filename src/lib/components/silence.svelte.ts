import { HANGS_AFTER_MS } from '../database/patience.ts';

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
    this.#timer = setTimeout(() => (this.#fallen = true), HANGS_AFTER_MS);
  }

  /** Nothing is waited for. */
  end(): void {
    clearTimeout(this.#timer);
    this.#fallen = false;
  }
}
