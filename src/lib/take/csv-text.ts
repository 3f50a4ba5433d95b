/** What is written into a cell of a file. */
export type FileCell = string | number | boolean | null | undefined;

/**
 * First character of the file that is saved. Excel needs it to read “18–24” as UTF-8; R (3.0 and later), readr, pandas,
 * DuckDB and spreadsheets drop it; Python's own `csv` module does with `encoding='utf-8-sig'`.
 */
export const BYTE_ORDER_MARK = '\ufeff';

/** How a file is written: what stands between its cells, and what between whole numbers and their fractions. */
export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

/** As most programs read it, and as spreadsheets do where a comma begins the fraction. */
export const csvForms = {
  point: { separator: ',', decimal: '.' },
  comma: { separator: ';', decimal: ',' }
} as const satisfies Readonly<Record<string, CsvForm>>;

/**
 * Lines of cells as RFC 4180 has them. What is not known is empty, flags are TRUE or FALSE, and no text can be taken for a
 * formula.
 */
export const csvText = (lines: readonly (readonly FileCell[])[], form: CsvForm = csvForms.point): string =>
  lines.map((line) => `${line.map((cell) => write(cell, form)).join(form.separator)}\r\n`).join('');

function write(cell: FileCell, { separator, decimal }: CsvForm): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', decimal) : '';
  const text = inert(cell);
  return text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Keeps a spreadsheet from taking a text for a formula: an apostrophe goes before what could start one. */
function inert(text: string): string {
  return /^[\s\0]*[=+\-@＝＋－＠\t\r\n\0]/.test(text) ? `'${text}` : text;
}
