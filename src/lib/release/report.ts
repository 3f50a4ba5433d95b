/** Where a file broke a rule, and by what. */
export interface Finding {
  /** Counted from 1; 0 when the file as a whole is meant. */
  readonly line: number;
  readonly found: string;
}

/** Something that keeps a file from being read: a rule, how often it is broken, and where first. */
export interface Problem {
  readonly expected: string;
  readonly total: number;
  readonly first: readonly Finding[];
}

/** Something to know about a release that loads all the same. */
export interface Warning {
  readonly file: string;
  readonly message: string;
  /** How many rows it concerns. */
  readonly count: number;
  /** The first places it concerns, where they can be named, with what stands there. */
  readonly first: readonly string[];
}

/** The problems of one file: how often it breaks a rule, and the rules it breaks. */
export interface FileProblems {
  readonly file: string;
  readonly total: number;
  readonly problems: readonly Problem[];
}

/** How many findings of one kind are kept word for word. */
export const SHOWN = 5;

/** How many kinds of problems of a file are told apart. */
export const MOST_KINDS = 20;

/** More undocumented columns than this, and the file does not hold what its name says. */
export const MOST_UNREAD = 250;

const LONGEST = 120;

/** A value as a reader of the report can take it in: JSON, one line, cut to a sensible length. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' || typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

interface Noted<T> {
  total: number;
  first: T[];
}

function add<T>(noted: Noted<T>, item: T | undefined, count = 1): void {
  noted.total += count;
  if (item !== undefined && noted.first.length < SHOWN) noted.first.push(item);
}

/** Collects what is wrong and what is odd while a release is read. */
export class Report {
  readonly #problems = new Map<string, { total: number; kinds: Map<string, Noted<Finding>> }>();
  readonly #warnings = new Map<string, Noted<string> & { file: string; message: string }>();
  readonly #unread = new Map<string, Set<string>>();

  /**
   * Notes a problem. `expected` is the rule alone, the same wherever it is broken; what is told of the place goes into
   * `found`. All are counted; of each rule the first {@link SHOWN} are kept.
   */
  problem(file: string, line: number, expected: string, found: string): void {
    const noted = this.#problems.get(file) ?? { total: 0, kinds: new Map<string, Noted<Finding>>() };
    this.#problems.set(file, noted);
    noted.total += 1;
    const kind = noted.kinds.get(expected) ?? { total: 0, first: [] };
    if (!noted.kinds.has(expected)) {
      if (noted.kinds.size >= MOST_KINDS) return;
      noted.kinds.set(expected, kind);
    }
    add(kind, { line, found });
  }

  /** Notes an oddity; equal messages of one file are counted together. `place` says where, and what stands there. */
  warn(file: string, message: string, { count = 1, place }: { count?: number; place?: string } = {}): void {
    const key = `${file}\n${message}`;
    const noted = this.#warnings.get(key) ?? { file, message, total: 0, first: [] };
    this.#warnings.set(key, noted);
    add(noted, place, count);
  }

  /** Notes a column that is documented nowhere and is not read, by its path in the rows. */
  unread(file: string, line: number, column: string): void {
    const columns = this.#unread.get(file) ?? new Set();
    this.#unread.set(file, columns);
    if (!columns.has(column) && columns.size >= MOST_UNREAD) {
      this.problem(file, line, `at most ${MOST_UNREAD} undocumented columns`, shown(column));
      return;
    }
    columns.add(column);
    this.warn(file, `the column ${shown(column)} is not documented, and was not read`);
  }

  /** Columns that are documented nowhere, in alphabetical order, by file. */
  get unreadColumns(): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries([...this.#unread].map(([file, columns]) => [file, [...columns].sort()]));
  }

  /** Whether the file has no problem so far. */
  sound(file: string): boolean {
    return !this.#problems.has(file);
  }

  get problems(): readonly FileProblems[] {
    return [...this.#problems].map(([file, { total, kinds }]) => ({
      file,
      total,
      problems: [...kinds].map(([expected, noted]) => ({ expected, ...noted }))
    }));
  }

  get warnings(): readonly Warning[] {
    return [...this.#warnings.values()].map(({ file, message, total, first }) => ({
      file,
      message,
      count: total,
      first
    }));
  }

  /** The error that carries all of it. */
  error(): ReleaseError {
    return new ReleaseError(this.problems, this.warnings);
  }
}

/** The release cannot be read; the message says each rule that is broken once, with its first lines. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';

  constructor(
    readonly problems: readonly FileProblems[],
    readonly warnings: readonly Warning[]
  ) {
    super(problems.flatMap(describe).join('\n'));
  }
}

function describe({ file, total, problems }: FileProblems): string[] {
  const head = `${file}: ${total} ${total === 1 ? 'problem' : 'problems'}`;
  const told = problems.reduce((sum, kind) => sum + kind.total, 0);
  const more = total > told ? [`  … and ${total - told} of other kinds`] : [];
  return [head, ...problems.flatMap(describeKind), ...more];
}

function describeKind({ expected, total, first }: Problem): string[] {
  const at = (line: number): string => (line > 0 ? `line ${line}: ` : '');
  const [only] = first;
  if (total === 1 && only) return [`  ${at(only.line)}expected ${expected}, found ${only.found}`];
  const lines = first.map(({ line, found }) => `    ${at(line)}found ${found}`);
  const more = total > first.length ? [`    … and ${total - first.length} more`] : [];
  return [`  expected ${expected} (${total} times)`, ...lines, ...more];
}

/** A warning as one sentence: the file, what was noticed, how often, and where first. */
export function warningText({ file, message, count, first }: Warning): string {
  const times = count > 1 ? ` (${count} times)` : '';
  const more = first.length > 0 && count > first.length ? '; …' : '';
  return `${file}: ${message}${times}${first.length > 0 ? `: ${first.join('; ')}${more}` : ''}`;
}
