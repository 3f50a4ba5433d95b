import { readParquet } from '../columnar/index.ts';
import { fileOf, formatBytes, type Manifest, type TableName } from '../dataset/index.ts';
import type { Columns } from '../query/index.ts';
import type { Progress } from './database.ts';
import { HANGS_AFTER_MS } from './patience.ts';

/** Gives the bytes of a shipped file, and tells how many have come. Throws Error with the end of a plain sentence. */
export type ReadFile = (name: string, come: (bytes: number) => void, signal: AbortSignal) => Promise<ArrayBuffer>;

interface Loading {
  readonly columns: Promise<Columns>;
  bytes: number;
  /** When something of it came last, or it was asked for. */
  heard: number;
  /** Gives up what is under way. */
  attempt: AbortController;
  readonly listeners: Set<() => void>;
}

/**
 * The files of the tables, each read once, when it is first wanted; `breathe` lets other work of the thread be done
 * meanwhile.
 */
export class TableFiles {
  readonly #files = new Map<string, Loading>();
  readonly #held = new Map<string, Columns>();

  constructor(
    readonly manifest: Manifest,
    readonly read: ReadFile,
    readonly breathe?: () => Promise<void>
  ) {}

  /**
   * A column of a file that has been read.
   *
   * @throws RangeError when the file does not hold it, or was not read
   */
  column(table: TableName, name: string): Int32Array {
    const file = fileOf(table, name);
    const values = this.#held.get(file)?.[name];
    if (values === undefined) throw new RangeError(`${file} does not hold ${name}`);
    return values;
  }

  /**
   * Reads those of the files that are not there yet, saying how much has come.
   *
   * @throws Error with a plain sentence that names the file; what failed is tried again with the next question
   */
  async load(names: Iterable<string>, progress: Progress = () => {}): Promise<void> {
    const wanted = [...names].filter((name) => !this.#held.has(name));
    if (wanted.length === 0) return;
    const files = wanted.map((name) => this.#files.get(name) ?? this.#start(name));
    for (const file of files) if (Date.now() - file.heard > HANGS_AFTER_MS) file.attempt.abort();
    const whole = wanted.reduce((sum, name) => sum + (this.manifest.files[name]?.bytes ?? 0), 0);
    const say = () => {
      const come = files.reduce((sum, { bytes }) => sum + bytes, 0);
      progress(`Loading the data, ${formatBytes(come)} of ${formatBytes(whole)}`);
    };
    files.forEach(({ listeners }) => listeners.add(say));
    try {
      await Promise.all(files.map(({ columns }) => columns));
    } finally {
      files.forEach(({ listeners }) => listeners.delete(say));
    }
  }

  /** Lets go of everything. */
  forget(): void {
    this.#files.clear();
    this.#held.clear();
  }

  #start(name: string): Loading {
    const listeners = new Set<() => void>();
    const file: Loading = {
      bytes: 0,
      heard: Date.now(),
      attempt: new AbortController(),
      listeners,
      // Begun once the file is noted, as it may fail at once.
      columns: Promise.resolve().then(() => this.#columns(name, file))
    };
    this.#files.set(name, file);
    return file;
  }

  async #columns(name: string, file: Loading): Promise<Columns> {
    try {
      const columns = await readParquet(await this.#bytes(name, file), this.breathe);
      this.#held.set(name, columns);
      return columns;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The data file ${name} could not be read: ${why}`, { cause: error });
    } finally {
      this.#files.delete(name);
    }
  }

  async #bytes(name: string, file: Loading): Promise<ArrayBuffer> {
    const come = (bytes: number) => {
      [file.bytes, file.heard] = [bytes, Date.now()];
      file.listeners.forEach((say) => say());
    };
    for (;;) {
      const { signal } = (file.attempt = new AbortController());
      file.heard = Date.now();
      try {
        return await this.read(name, come, signal);
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    }
  }
}
