import { formatBytes, formatCount } from '../../src/lib/dataset/format.ts';

/** What a figure is counted in. Bytes are decimal: 1 MB is a million. */
export type Unit = 'ms' | 's' | 'bytes' | 'share' | 'count';

/** One measured figure beside its floor and its budget, all in the same unit. */
export interface Line {
  readonly what: string;
  readonly unit: Unit;
  readonly measured: number;
  /** The least that could be done, measured in the same run. */
  readonly floor?: number;
  /** The figure should be at most this; for a share, at least. */
  readonly budget?: number;
}

/** A table of results, with what the reader must know to read it. */
export interface Table {
  readonly title: string;
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Section {
  readonly title: string;
  readonly tables: readonly Table[];
}

/** The value below which a share `p` of the values lies, between neighbours in proportion. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return low + (high - low) * (at - Math.floor(at));
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** A figure in words: `14 ms`, `3.2 s`, `5.1 MB`, `92 %`. */
export function write(value: number, unit: Unit): string {
  switch (unit) {
    case 'ms':
      return value >= 10_000 ? write(value / 1000, 's') : `${value < 9.95 ? value.toFixed(1) : formatCount(value)} ms`;
    case 's':
      return `${value.toFixed(1)} s`;
    case 'bytes':
      return value >= 1e9 ? `${(value / 1e9).toFixed(2)} GB` : formatBytes(value);
    case 'share':
      return `${(value * 100).toFixed(1)} %`;
    case 'count':
      return formatCount(value);
  }
}

/** `met`, or by how much not. */
function verdict({ measured, budget, unit }: Line): string {
  if (budget === undefined) return '';
  const met = unit === 'share' ? measured >= budget : measured <= budget;
  return met ? 'met' : `**missed by ${write(Math.abs(measured - budget), unit)}**`;
}

/** Lines as a table: figure, floor, ratio, budget, verdict. */
export function lineTable(title: string, about: string, lines: readonly Line[]): Table {
  return {
    title,
    about,
    head: ['What', 'Measured', 'Floor', 'Ratio', 'Budget', ''],
    rows: lines.map((line) => [
      line.what,
      write(line.measured, line.unit),
      line.floor === undefined ? '' : write(line.floor, line.unit),
      line.floor === undefined ? '' : `${(line.measured / line.floor).toFixed(1)}×`,
      line.budget === undefined ? '' : `${line.unit === 'share' ? '≥' : '≤'} ${write(line.budget, line.unit)}`,
      verdict(line)
    ])
  };
}

/** The whole report as Markdown. */
export function markdown(title: string, about: readonly string[], sections: readonly Section[]): string {
  const text = [`# ${title}`, ...about];
  for (const section of sections) {
    text.push(`## ${section.title}`);
    for (const table of section.tables) text.push(`### ${table.title}`, table.about, ruled(table));
  }
  return `${text.join('\n\n')}\n`;
}

function ruled({ head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
