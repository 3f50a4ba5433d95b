/** Something that keeps a file from being read. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly expected: string;
  readonly found: string;
}

/** Something to know about a release that loads all the same. */
export interface Warning {
  readonly file: string;
  readonly message: string;
  /** How many rows it concerns. */
  readonly count: number;
}

/** The problems of one file: how many there are, and the first of them. */
export interface FileProblems {
  readonly file: string;
  readonly total: number;
  readonly first: readonly Problem[];
}

/** How many problems of a file are kept word for word. */
export const SHOWN = 10;

const LONGEST = 120;

/** A value as a reader of the report can take it in: JSON, one line, cut to a sensible length. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Collects what is wrong and what is odd while a release is read. */
export class Report {
  readonly #problems = new Map<string, { total: number; first: Problem[] }>();
  readonly #warnings = new Map<string, { file: string; message: string; count: number }>();

  /** Notes a problem; all are counted, the first {@link SHOWN} of a file kept. */
  problem(file: string, line: number, expected: string, found: string): void {
    const noted = this.#problems.get(file) ?? { total: 0, first: [] };
    noted.total += 1;
    if (noted.first.length < SHOWN) noted.first.push({ file, line, expected, found });
    this.#problems.set(file, noted);
  }

  /** Notes an oddity; equal messages of one file are counted together. */
  warn(file: string, message: string, count = 1): void {
    const key = `${file}\n${message}`;
    const noted = this.#warnings.get(key);
    if (noted) noted.count += count;
    else this.#warnings.set(key, { file, message, count });
  }

  /** Whether the file has no problem so far. */
  sound(file: string): boolean {
    return !this.#problems.has(file);
  }

  get problems(): readonly FileProblems[] {
    return [...this.#problems].map(([file, { total, first }]) => ({ file, total, first }));
  }

  get warnings(): readonly Warning[] {
    return [...this.#warnings.values()];
  }

  /** The error that carries all of it. */
  error(): ReleaseError {
    return new ReleaseError(this.problems, this.warnings);
  }
}

/** The release cannot be read; the message lists the problems, a line each. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';

  constructor(
    readonly problems: readonly FileProblems[],
    readonly warnings: readonly Warning[]
  ) {
    super(problems.flatMap(describe).join('\n'));
  }
}

function describe({ file, total, first }: FileProblems): string[] {
  const head = `${file}: ${total} ${total === 1 ? 'problem' : 'problems'}`;
  const lines = first.map(
    ({ line, expected, found }) => `  ${line > 0 ? `line ${line}: ` : ''}expected ${expected}, found ${found}`
  );
  const more = total > first.length ? [`  … and ${total - first.length} more`] : [];
  return [head, ...lines, ...more];
}
