import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tables } from '../../src/lib/columnar/index.ts';
import { TableFiles } from '../../src/lib/database/table-files.ts';
import { MISSING, builtRows, type BuiltColumns } from '../../src/lib/release/table-builder.ts';
import {
  columnsOf,
  filesOf,
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  tableNames,
  type Manifest,
  type TableName,
  type Undocumented
} from '../../src/lib/dataset/index.ts';
import type { AnswerRow, MomentsQuery } from '../../src/lib/query/index.ts';
import { isRange, type LevelFilter } from '../../src/lib/selection/index.ts';

/** The tables as typed arrays, `MISSING` for null. */
export interface PlainTables {
  readonly columns: Readonly<Record<TableName, BuiltColumns>>;
  /** For each conversation the row of its person; for each reply the row of its conversation. */
  readonly person: Int32Array;
  readonly conversation: Int32Array;
  readonly undocumented: Undocumented;
}

/** Reads the tables of a folder. */
export async function plainTables(folder: string): Promise<PlainTables> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const files = new TableFiles(manifest, async (name) => new Uint8Array(await readFile(join(folder, name))).buffer);
  await files.load(tableNames.flatMap(filesOf));
  const tables = new Tables(manifest, (table, name) => files.column(table, name));
  const whole = (table: TableName) =>
    Object.fromEntries(Object.keys(columnsOf(table)).map((name) => [name, tables.column(table, name)]));
  const columns = {
    participants: whole('participants'),
    conversations: whole('conversations'),
    utterances: whole('utterances')
  };
  return {
    undocumented: manifest.undocumented,
    columns,
    person: rowsByKey(columns.conversations.user_id!, columns.participants.user_id!),
    conversation: rowsByKey(columns.utterances.conversation_id!, columns.conversations.conversation_id!)
  };
}

/** For each value the row of `keys` that holds it. */
function rowsByKey(values: Int32Array, keys: Int32Array): Int32Array {
  const rows = new Map<number, number>();
  keys.forEach((key, row) => rows.set(key, row));
  return values.map((value) => rows.get(value)!);
}

/** Strikes out the rows of one table that a filter on its column leaves out. */
function strike(keep: Uint8Array, values: Int32Array, filter: LevelFilter, extra: Undocumented): void {
  const { column } = findColumn(filter.column)!;
  const codes = levelsOf(filter.column, extra).flatMap((level, code) =>
    filter.keys.includes(levelKey(level)) ? [code] : []
  );
  const wanted = filter.exclude ? 0 : 1;
  if (column.kind === 'many') {
    const count = column.levels.length;
    const mask = codes.filter((code) => code < count).reduce((bits, code) => bits | (1 << code), 0);
    const [notAsked, none] = [codes.includes(count), codes.includes(count + 1)];
    for (let i = 0; i < keep.length; i++) {
      const value = values[i]!;
      const hit = value === MISSING ? notAsked : (value & mask) !== 0 || (none && value === 0);
      if (Number(hit) !== wanted) keep[i] = 0;
    }
    return;
  }
  const named = new Uint8Array(levelsOf(filter.column, extra).length);
  for (const code of codes) named[code] = 1;
  for (let i = 0; i < keep.length; i++) if (named[values[i]!] !== wanted) keep[i] = 0;
}

/**
 * The floor of a query: the sums over participants of a metric of replies, over all turns and people, under filters on
 * levels, by one category or none, as plain loops over typed arrays. Equal to every answerer's.
 */
export function plainMoments(tables: PlainTables, query: MomentsQuery): AnswerRow[] {
  const { columns, person, conversation, undocumented: extra } = tables;
  const keep: Record<TableName, Uint8Array> = {
    participants: new Uint8Array(builtRows(columns.participants)).fill(1),
    conversations: new Uint8Array(person.length).fill(1),
    utterances: new Uint8Array(conversation.length).fill(1)
  };
  for (const filter of query.filters) {
    if (isRange(filter)) throw new TypeError('The floor knows no ranges');
    const { table, name } = findColumn(filter.column)!;
    strike(keep[table], columns[table][name]!, filter, extra);
  }

  const by = query.by[0] === undefined ? null : findColumn(query.by[0])!;
  const groups = by ? levelsOf(by.name, extra).length : 1;
  const codes = by ? columns[by.table][by.name]! : null;
  const metric = findMetric(query.metric)!;
  const values = columns.utterances[metric.column]!;
  const level =
    metric.kind === 'mean' ? -1 : levelsOf(metric.column, extra).findIndex(({ value }) => value === metric.level);

  // One cell per person and group.
  const cells = builtRows(columns.participants) * groups;
  const [x, y, absent] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
  const conversations = new Int32Array(cells);
  const last = new Int32Array(cells).fill(-1);
  const inGroup = new Uint8Array(groups);
  for (let u = 0; u < conversation.length; u++) {
    const c = conversation[u]!;
    const p = person[c]!;
    if (keep.utterances[u] === 0 || keep.conversations[c] === 0 || keep.participants[p] === 0) continue;
    const code = codes === null ? 0 : codes[by!.table === 'utterances' ? u : by!.table === 'conversations' ? c : p]!;
    const cell = p * groups + code;
    inGroup[code] = 1;
    const value = values[u]!;
    if (value === MISSING) {
      absent[cell]!++;
      continue;
    }
    x[cell]!++;
    y[cell]! += level < 0 ? value : Number(value === level);
    if (last[cell] !== c) {
      last[cell] = c;
      conversations[cell]!++;
    }
  }

  const rows: AnswerRow[] = [];
  for (let group = 0; group < groups; group++) {
    if (by && inGroup[group] === 0) continue;
    const sums = { people: 0, conversations: 0, ratings: 0, absent: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
    for (let cell = group; cell < cells; cell += groups) {
      const [count, sum] = [x[cell]!, y[cell]!];
      if (count > 0) sums.people++;
      sums.conversations += conversations[cell]!;
      sums.absent += absent[cell]!;
      sums.ratings += count;
      sums.x += count;
      sums.y += sum;
      sums.xx += count * count;
      sums.xy += count * sum;
      sums.yy += sum * sum;
    }
    rows.push(by ? { g0: group, ...sums } : sums);
  }
  return rows;
}
