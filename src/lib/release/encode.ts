import type { CategoryColumn, Column, IdColumn, Level, ManyColumn, NumberColumn } from '../dataset/column.ts';
import { isRow, valueAt, type JsonRow } from './json.ts';
import { shown, type Report } from './report.ts';
import { Integers, MISSING, ascending, type BuiltColumns } from './table-builder.ts';
import { idNumber, isMissing, momentOf, truthOf } from './values.ts';

/** More undocumented levels than this, and the column does not hold what its name says. */
export const MOST_UNDOCUMENTED = 250;

/** Where a value stands, for the report. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly field: string;
}

/** Turns one value of the release into the stored integer; undefined after reporting a problem. */
type Encode = (value: unknown, place: Place) => number | undefined;

/** Levels of a category that the description does not know, in the order they were met, with their rows. */
class UndocumentedLevels {
  readonly codes = new Map<string, number>();
  readonly counts = new Map<string, number>();

  code(value: string, documented: number): number {
    const code = this.codes.get(value) ?? documented + this.codes.size;
    this.codes.set(value, code);
    this.counts.set(value, (this.counts.get(value) ?? 0) + 1);
    return code;
  }
}

/** One column while its rows are read. */
export interface Encoder {
  readonly name: string;
  /** Path in the row, or null where code of the reader supplies the value. */
  readonly path: readonly string[] | null;
  encode(value: unknown, place: Place): number | undefined;
  /** Undocumented levels in alphabetical order, and the values with their codes in that order. */
  finish(values: Int32Array): { readonly values: Int32Array; readonly undocumented: readonly string[] };
}

/** Readers of the columns of one table, by their description. */
export function encodersOf(
  columns: Readonly<Record<string, Column>>,
  file: string,
  report: Report
): readonly Encoder[] {
  return Object.entries(columns).map(([name, column]) => {
    const unknown = new UndocumentedLevels();
    const documented = column.kind === 'category' ? column.levels.length + column.missing.length : 0;
    return {
      name,
      path: typeof column.source === 'string' ? column.source.split('.') : null,
      encode: encodeFor(column, unknown, report),
      finish(values) {
        const undocumented = [...unknown.codes.keys()].sort();
        if (undocumented.length === 0) return { values, undocumented };
        for (const level of undocumented) {
          const count = unknown.counts.get(level) ?? 0;
          report.warn(file, `${name} holds the undocumented level ${shown(level)}`, { count });
        }
        const rank = new Map(undocumented.map((level, index) => [unknown.codes.get(level), documented + index]));
        return { values: values.map((code) => rank.get(code) ?? code), undocumented };
      }
    };
  });
}

function encodeFor(column: Column, unknown: UndocumentedLevels, report: Report): Encode {
  switch (column.kind) {
    case 'id':
      return (value, place) => encodeId(column, value, place, report);
    case 'time':
      return (value, { file, line, field }) => {
        const time = momentOf(value);
        if (time === undefined) report.problem(file, line, `${field} as YYYY-MM-DD HH:MM:SS`, shown(value));
        else if (time.unit !== null) report.warn(file, `${field} was read as ${time.unit} since 1970-01-01 00:00:00`);
        return time?.seconds;
      };
    case 'number':
      return (value, place) => encodeNumber(column, value, place, report);
    case 'many':
      return (value, place) => encodeMany(column, value, place, report);
    case 'category':
      return encodeCategory(column, unknown, report);
  }
}

function encodeId(column: IdColumn, value: unknown, { file, line, field }: Place, report: Report): number | undefined {
  const id = idNumber(value, column.prefix);
  if (id === undefined) report.problem(file, line, `${field} such as ${column.prefix}12`, shown(value));
  return id;
}

/** What a number must be: its unit, and its bounds where the unit does not name them. */
function numberWords({ domain: [least, most], unit }: NumberColumn): string {
  const bounds =
    least === null
      ? most === null
        ? ''
        : `up to ${most}`
      : most === null
        ? `${least} or more`
        : `${least} to ${most}`;
  return bounds === '' || unit.endsWith(`, ${bounds}`) ? unit : `${unit}, ${bounds}`;
}

function encodeNumber(
  column: NumberColumn,
  value: unknown,
  { file, line, field }: Place,
  report: Report
): number | undefined {
  const {
    domain: [least, most],
    perUnit,
    unit,
    missing
  } = column;
  if (missing !== undefined && isMissing(value)) return MISSING;
  const expected = `${field} as a number, ${numberWords(column)}`;
  if (
    typeof value !== 'number' ||
    !Number.isFinite(value) ||
    value < (least ?? -Infinity) ||
    value > (most ?? Infinity)
  ) {
    report.problem(file, line, expected, shown(value));
    return undefined;
  }
  const stored = Math.round(value * perUnit);
  if (Math.abs(stored - value * perUnit) > 1e-6) {
    // Bounded scales are whole by construction; a duration may be finer than we store.
    if (most !== null || unit !== 'seconds') {
      report.problem(file, line, `${expected}, whole`, shown(value));
      return undefined;
    }
    report.warn(file, `${field} is finer than ${1 / perUnit} ${unit} and was rounded`, {
      place: `line ${line}: ${shown(value)}`
    });
  }
  if (stored > 0x7fff_ffff) {
    report.problem(file, line, `${expected}, at most ${Math.floor(0x7fff_ffff / perUnit)}`, shown(value));
    return undefined;
  }
  return stored;
}

function encodeMany(
  { levels }: ManyColumn,
  value: unknown,
  { file, line, field }: Place,
  report: Report
): number | undefined {
  if (isMissing(value)) return MISSING;
  if (!isRow(value)) {
    report.problem(file, line, `an object in ${field}`, shown(value));
    return undefined;
  }
  let mask = 0;
  let absent = 0;
  for (const [bit, level] of levels.entries()) {
    const answer = value[String(level.value)];
    if (isMissing(answer)) {
      absent += 1;
      continue;
    }
    const ticked = truthOf(answer);
    if (ticked === undefined) {
      report.problem(file, line, `0, 1 or null in ${field}.${String(level.value)}`, shown(answer));
      return undefined;
    }
    if (ticked) mask |= 1 << bit;
  }
  if (absent === levels.length) return MISSING;
  if (absent > 0) {
    report.problem(file, line, `all keys of ${field} answered, or none`, `${absent} of ${levels.length} null`);
    return undefined;
  }
  return mask;
}

function encodeCategory(column: CategoryColumn, unknown: UndocumentedLevels, report: Report): Encode {
  const known: readonly Level[] = [...column.levels, ...column.missing];
  const codes = new Map(known.map(({ value }, code) => [value, code]));
  const closed = known.some(({ value }) => typeof value === 'boolean');
  const expected = closed ? known.map(({ value }) => String(value)).join(' or ') : 'a level';
  return (value, { file, line, field }) => {
    const sought = (closed ? truthOf(value) : undefined) ?? value ?? null;
    const code = codes.get(sought as Level['value']);
    if (code !== undefined) return code;
    if (closed || typeof sought !== 'string' || sought.trim() === '') {
      report.problem(file, line, `${expected} in ${field}`, shown(value));
      return undefined;
    }
    if (unknown.codes.size >= MOST_UNDOCUMENTED && !unknown.codes.has(sought)) {
      report.problem(
        file,
        line,
        `a level in ${field}, of which ${MOST_UNDOCUMENTED} were unknown already`,
        shown(value)
      );
      return undefined;
    }
    return unknown.code(sought, known.length);
  };
}

/** The rows of one table while they are read. */
export class TableReader {
  readonly #encoders: readonly Encoder[];
  readonly #values = new Map<string, Integers>();
  /** Line of each row added. */
  readonly lines = new Integers();

  constructor(
    columns: Readonly<Record<string, Column>>,
    readonly file: string,
    report: Report
  ) {
    this.#encoders = encodersOf(columns, file, report);
    for (const { name } of this.#encoders) this.#values.set(name, new Integers());
  }

  /**
   * Adds a row; `derived` holds the values of the columns that have no path. Returns false, adding nothing, when a
   * value was refused.
   */
  add(row: JsonRow, derived: Readonly<Record<string, unknown>>, line: number): boolean {
    const stored: number[] = [];
    for (const { name, path, encode } of this.#encoders) {
      const value = path === null ? derived[name] : valueAt(row, path);
      const code = encode(value, { file: this.file, line, field: path === null ? name : path.join('.') });
      if (code !== undefined) stored.push(code);
    }
    if (stored.length < this.#encoders.length) return false;
    this.#encoders.forEach(({ name }, index) => this.column(name).push(stored[index] ?? MISSING));
    this.lines.push(line);
    return true;
  }

  /** Positions of the rows in ascending order of an id; reports each id that occurs again. */
  orderBy(name: string, prefix: string, report: Report): Uint32Array {
    const keys = this.column(name);
    const order = ascending(keys);
    for (let index = 1; index < order.length; index += 1) {
      const [before, here] = [order[index - 1] ?? 0, order[index] ?? 0];
      if (keys.at(here) !== keys.at(before)) continue;
      const found = `${prefix}${keys.at(here)} again, after line ${this.lines.at(before)}`;
      report.problem(this.file, this.lines.at(here), `every ${name} once`, found);
    }
    return order;
  }

  /** A column as read so far, in the order of the file. */
  column(name: string): Integers {
    const values = this.#values.get(name);
    if (values === undefined) throw new RangeError(`No column ${name} in ${this.file}`);
    return values;
  }

  /** The table with its rows in the given order, and the undocumented levels by column. */
  finish(order: Uint32Array): { columns: BuiltColumns; undocumented: Record<string, readonly string[]> } {
    const columns: Record<string, Int32Array> = {};
    const undocumented: Record<string, readonly string[]> = {};
    for (const encoder of this.#encoders) {
      const finished = encoder.finish(this.column(encoder.name).inOrder(order));
      columns[encoder.name] = finished.values;
      if (finished.undocumented.length > 0) undocumented[encoder.name] = finished.undocumented;
    }
    return { columns, undocumented };
  }
}
