import { isRow, type JsonRow } from './json.ts';
import { shown, type Report } from './report.ts';
import { shapes, type RowShape } from './shape.ts';

/** An object of a row, and where it stands. */
interface Place {
  readonly file: string;
  readonly line: number;
  /** Path of the object in its row, with a dot at its end; empty for the row itself. */
  readonly path: string;
  /** Which of the objects of that path, for what was found; empty where there is one. */
  readonly which: string;
}

/** Keys named in one problem; more are counted. */
const NAMED = 5;

/** `the key "age"`, or `the keys "age", "gender" and 3 more`. */
function listed(keys: readonly string[], path: string): string {
  const names = keys.slice(0, NAMED).map((key) => shown(path + key));
  const more = keys.length > NAMED ? ` and ${keys.length - NAMED} more` : '';
  return `the ${keys.length === 1 ? 'key' : 'keys'} ${names.join(', ')}${more}`;
}

/** Whether the row has every key that one of this shape must have. */
function hasKeys(row: JsonRow, { keys, optional }: RowShape): boolean {
  return keys.every((key) => Object.hasOwn(row, key) || optional?.includes(key));
}

/** The file a row has all keys of, when it is another one than `file`. */
function looksLike(row: JsonRow, file: string): string | undefined {
  return Object.keys(shapes).find((name) => name !== file && hasKeys(row, shapes[name]!));
}

/**
 * Whether the object has the keys of the shape, and so have the objects in it. Reports the keys that are missing; when
 * the row belongs into another file, says so instead. Keys that the shape does not know are noted, and not read.
 */
export function hasShape(
  row: JsonRow,
  shape: RowShape,
  file: string,
  line: number,
  report: Report,
  { path = '', which = '' }: Partial<Place> = {}
): boolean {
  const present = shape.keys.filter((key) => Object.hasOwn(row, key));
  const unknown = Object.keys(row).filter((key) => !shape.keys.includes(key));
  if (!hasKeys(row, shape)) {
    reportAbsent(row, shape, unknown, present.length, { file, line, path, which }, report);
    return false;
  }
  if (shape.open !== true) for (const key of unknown) report.unread(file, line, path + key);
  let fits = true;
  for (const [key, inner] of Object.entries(shape.nested ?? {})) {
    const value = row[key];
    if (value === undefined || (value === null && shape.nullable?.includes(key))) continue;
    if (!isRow(value)) {
      report.problem(file, line, `an object in ${shown(path + key)}`, shown(value) + which);
      fits = false;
    } else if (!hasShape(value, inner, file, line, report, { path: `${path}${key}.`, which })) fits = false;
  }
  return fits;
}

function reportAbsent(
  row: JsonRow,
  { keys, optional }: RowShape,
  unknown: readonly string[],
  present: number,
  { file, line, path, which }: Place,
  report: Report
): void {
  const absent = keys.filter((key) => !Object.hasOwn(row, key) && !optional?.includes(key));
  const other = path === '' ? looksLike(row, file) : undefined;
  if (other !== undefined) report.problem(file, line, `a row of ${file}`, `a row of ${other}`);
  else if (present === 0)
    report.problem(file, line, path === '' ? `a row of ${file}` : listed(absent, path), shown(row));
  else {
    // A renamed key is missing under its name and unknown under the other.
    const instead = unknown.length > 0 ? `, but ${listed(unknown, path)}` : '';
    report.problem(
      file,
      line,
      listed(absent, path),
      `no such ${absent.length === 1 ? 'key' : 'keys'}${instead}${which}`
    );
  }
}
