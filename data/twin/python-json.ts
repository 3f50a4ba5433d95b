/** A number written as Python writes a float: `12.0`, `0.25`, or a bare `NaN`. */
export class Float {
  constructor(readonly value: number) {}
}

/** A bare `NaN`, as Python's json module writes a missing float. */
export const NOT_A_NUMBER = new Float(Number.NaN);

/** What can be written: JSON's values and Python floats. */
export type PythonValue =
  string | number | boolean | null | Float | readonly PythonValue[] | { readonly [key: string]: PythonValue };

const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const BEYOND_ASCII = /[\x7f-\uffff]/g;

/** A string as `json.dumps` writes it: ASCII only, everything else as `\uXXXX` in UTF-16 units. */
export function pythonString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  return JSON.stringify(text).replace(BEYOND_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A value as `json.dumps` writes it: separators `, ` and `: `, ASCII only, floats with a decimal point, bare `NaN`. */
export function pythonJson(value: PythonValue): string {
  if (typeof value === 'string') return pythonString(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Float) return pythonFloat(value.value);
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  let text = '';
  for (const [key, inner] of Object.entries(value)) {
    text += `${text ? ', ' : ''}${pythonString(key)}: ${pythonJson(inner)}`;
  }
  return `{${text}}`;
}

function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
