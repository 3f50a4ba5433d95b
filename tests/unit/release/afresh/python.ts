import { chance, type Chance } from './chance.ts';

/** A JSON value. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type Row = { [key: string]: Json };

/** How a release is written. */
export interface Style {
  /** Python's json.dumps; pandas' to_json, without spaces and with `\/`; or raw UTF-8. */
  readonly by?: 'json' | 'pandas' | 'utf8';
  /** Which nulls are written `NaN`: the decisions by hand alone, all, or some of all. */
  readonly nan?: 'manual' | 'all' | 'some';
  /** Leaves out null keys of annotations. */
  readonly absent?: boolean;
  /** Whole numbers with `.0`. */
  readonly floats?: boolean;
  /** Keys and rows in any order. */
  readonly shuffled?: boolean;
  readonly bom?: boolean;
  readonly crlf?: boolean;
  readonly blankLines?: boolean;
  readonly finalNewline?: boolean;
}

function dumps(value: Json, key: string, style: Style, draw: Chance): string {
  if (value === null) {
    const { nan } = style;
    return nan === 'all' || (nan === 'manual' && key === 'pii_manual_flag') || (nan === 'some' && draw.odds(0.5))
      ? 'NaN'
      : 'null';
  }
  if (value === false && key === 'pii_manual_flag') return draw.one(['false', '0', '0.0']);
  if (typeof value === 'number') return style.floats && Number.isInteger(value) ? `${value}.0` : String(value);
  if (typeof value === 'boolean') return String(value);
  const compact = style.by === 'pandas';
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value);
    if (style.by === 'utf8') return quoted;
    const ascii = quoted.replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
    );
    return compact ? ascii.replaceAll('/', '\\/') : ascii;
  }
  const comma = compact ? ',' : ', ';
  if (Array.isArray(value)) return `[${value.map((inner) => dumps(inner, '', style, draw)).join(comma)}]`;
  const entries = style.shuffled ? draw.shuffled(Object.entries(value)) : Object.entries(value);
  const kept = entries.filter(([, inner]) => !(style.absent && 'column_id' in value && inner === null));
  const pair = ([name, inner]: [string, Json]): string =>
    `${dumps(name, '', style, draw)}${compact ? ':' : ': '}${dumps(inner, name, style, draw)}`;
  return `{${kept.map(pair).join(comma)}}`;
}

/** The text of a JSON Lines file. */
export function jsonLines(rows: readonly Row[], style: Style): string {
  const draw = chance(5);
  const newline = style.crlf ? '\r\n' : '\n';
  const lines = (style.shuffled ? draw.shuffled(rows) : rows).map((row) => {
    const blank = style.blankLines && draw.odds(0.2) ? `${draw.one(['', '  ', '\t'])}${newline}` : '';
    return blank + dumps(row, '', style, draw);
  });
  return `${style.bom ? '\ufeff' : ''}${lines.join(newline)}${style.finalNewline === false ? '' : newline}`;
}

/** The text of a CSV file as pandas writes it. */
export function csvLines(records: readonly (readonly string[])[], { bom, crlf }: Style = {}): string {
  const field = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const newline = crlf ? '\r\n' : '\n';
  return (bom ? '\ufeff' : '') + records.map((record) => record.map(field).join(',') + newline).join('');
}
