const CONSTANT = /[:[,]\s*-?(?:NaN|Infinity)\b/;

/**
 * Parses one line as Python's json module writes it: JSON, but with bare `NaN` and `Infinity` for missing numbers;
 * they become null. The same words inside strings are left alone.
 *
 * @throws SyntaxError when the line is neither
 */
export function parseLine(line: string): unknown {
  return JSON.parse(CONSTANT.test(line) ? withoutConstants(line) : line);
}

function withoutConstants(line: string): string {
  let result = '';
  let from = 0;
  let at = 0;
  while (at < line.length) {
    const character = line[at];
    if (character === '"') {
      at = endOfString(line, at);
      continue;
    }
    const constant = character === 'N' || character === 'I' || character === '-' ? constantAt(line, at) : 0;
    if (constant === 0) {
      at += 1;
      continue;
    }
    result += `${line.slice(from, at)}null`;
    at += constant;
    from = at;
  }
  return result + line.slice(from);
}

/** Position after the string that starts at `start`. */
function endOfString(line: string, start: number): number {
  let at = start + 1;
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** Length of the constant at this place, 0 when there is none. */
function constantAt(line: string, at: number): number {
  for (const constant of ['NaN', 'Infinity', '-NaN', '-Infinity']) {
    if (line.startsWith(constant, at)) return constant.length;
  }
  return 0;
}

/** A JSON object. */
export type JsonRow = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path; undefined where an object on the way is absent. */
export function valueAt(row: JsonRow, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const key of path) {
    if (!isRow(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}
