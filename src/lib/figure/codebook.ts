import {
  allLevels,
  columnsOf,
  formatCount,
  formatValue,
  isDimension,
  levelsOf,
  tableNames,
  tables,
  type Column,
  type NumberColumn
} from '../dataset/index.ts';
import type { Database } from '../database/database.ts';
import type { Answer, Query } from '../query/index.ts';

/** A level with the rows that have it. */
export interface LevelEntry {
  readonly label: string;
  /** The value as the release spells it, where the label differs. */
  readonly released: string | null;
  readonly rows: string;
  readonly kind: 'answer' | 'missing' | 'undocumented';
}

export interface ColumnEntry {
  readonly name: string;
  readonly label: string;
  readonly asked: string;
  readonly item: string | null;
  readonly source: string;
  readonly note: string | null;
  readonly detail: string | null;
  readonly kind: Column['kind'];
  readonly levels: readonly LevelEntry[];
  /** Numbers: what they measure and how they fall. */
  readonly summary: string | null;
}

export interface TableEntry {
  readonly name: string;
  readonly row: string;
  readonly rows: string;
  readonly release: string;
  readonly columns: readonly ColumnEntry[];
}

/** Every table and column of the description with what this release holds. Throws what the Database throws. */
export async function codebook(database: Database, signal?: AbortSignal): Promise<TableEntry[]> {
  const { counts, undocumented } = database.manifest;
  const all = tableNames.flatMap((table) =>
    Object.entries(columnsOf(table)).map(([name, column]) => ({ table, name, column }))
  );
  // Ids are described, not counted.
  const counted = all.filter(({ column }) => isDimension(column) || column.kind === 'number');
  const answers = await database.answer(
    counted.map(({ name }): Query => ({ kind: 'profile', column: name })),
    signal
  );
  const found = new Map(counted.map((one, i) => [one, answers[i]!]));
  return tableNames.map((name) => ({
    name,
    row: tables[name].row[0],
    rows: formatCount(counts[name]!),
    release: tables[name].release,
    columns: all
      .filter(({ table }) => table === name)
      .map((one) => entry(one.name, one.column, found.get(one) ?? [], undocumented))
  }));
}

function entry(
  name: string,
  column: Column,
  answer: Answer,
  undocumented: Database['manifest']['undocumented']
): ColumnEntry {
  return {
    name,
    label: column.label,
    asked: column.asked,
    item: column.item ?? null,
    source: typeof column.source === 'string' ? column.source : `derived: ${column.source.derived}`,
    note: column.note ?? null,
    detail: column.detail ?? null,
    kind: column.kind,
    levels: isDimension(column) ? levelEntries(name, column, answer, undocumented) : [],
    summary: column.kind === 'number' ? summary(column, answer) : null
  };
}

function levelEntries(
  name: string,
  column: Extract<Column, { levels: unknown }>,
  answer: Answer,
  undocumented: Database['manifest']['undocumented']
): LevelEntry[] {
  const rows = new Map(answer.map((row) => [row.code!, row.rows!]));
  const documented = allLevels(column).length;
  return levelsOf(name, undocumented).map((level, code) => ({
    label: level.label,
    released: level.value === null ? null : String(level.value) === level.label ? null : String(level.value),
    rows: formatCount(rows.get(code) ?? 0),
    kind: code >= documented ? 'undocumented' : code >= column.levels.length ? 'missing' : 'answer'
  }));
}

function summary(column: NumberColumn, answer: Answer): string {
  const found = answer[0]!;
  const scale = column.perUnit > 100 ? 'standard' : 'score';
  const of = (value: number | undefined) => formatValue((value ?? 0) / column.perUnit, scale);
  const end = (value: number | undefined) =>
    formatValue((value ?? 0) / column.perUnit, column.perUnit === 1 ? 'count' : scale);
  const missing =
    (found.absent ?? 0) > 0
      ? `; ${formatCount(found.absent!)} without a value${column.missing ? ` (${column.missing})` : ''}`
      : '';
  if ((found.rows ?? 0) === 0) return `${column.unit}: no values`;
  return `${column.unit}: mean ${of(found.mean)}, standard deviation ${of(found.sd)}, from ${end(found.lowest)} to ${end(found.highest)}, ${formatCount(found.rows!)} values${missing}`;
}
