import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import {
  columnsOf,
  filesOf,
  parentOf,
  tableNames,
  tables,
  type Manifest,
  type NumberColumn,
  type TableName
} from '../../../src/lib/dataset/index.ts';

export type Stored = Readonly<Record<string, number | null>>;

/** A release as rows by table, read with nothing but a Parquet reader; what is not shipped is worked out row by row. */
export async function storedRows(folder: string): Promise<{
  readonly rows: Readonly<Record<TableName, readonly Stored[]>>;
  readonly manifest: Manifest;
}> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const found = {} as Record<TableName, Stored[]>;
  for (const table of tableNames) {
    const { key } = tables[table];
    const byKey = new Map<unknown, Record<string, number | null>>();
    for (const file of filesOf(table)) {
      const bytes = await readFile(join(folder, file));
      for (const row of (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })) as Stored[])
        byKey.set(row[key], { ...byKey.get(row[key]), ...row });
    }
    const rows = [...byKey.values()];
    const parent = parentOf(table);
    const above = new Map(parent === null ? [] : found[parent.table].map((row) => [row[parent.via], row]));
    for (const [name, codes] of Object.entries(manifest.remade?.[table] ?? {})) {
      const { follows, sameAs } = columnsOf(table)[name]!;
      for (const row of rows) {
        if (codes !== null && follows !== undefined) row[name] = codes[row[follows]!]!;
        else if (sameAs !== undefined) row[name] = above.get(row[parent!.via])![sameAs]!;
      }
    }
    if (table === 'utterances') addRelative(rows);
    found[table] = rows;
  }
  return { rows: found, manifest };
}

const unit = (name: string) => (columnsOf('utterances')[name] as NumberColumn).perUnit;

function addRelative(rows: Record<string, number | null>[]): void {
  const [openers, messages] = [new Map<unknown, number[]>(), new Map<unknown, number[]>()];
  for (const row of rows.filter(({ turn }) => turn === 0)) {
    for (const [groups, key] of [
      [openers, row.user_id],
      [messages, row.interaction_id]
    ] as const) {
      groups.set(key, [...(groups.get(key) ?? []), row.score!]);
    }
  }
  for (const row of rows) {
    const scores = openers.get(row.user_id) ?? [];
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const sd = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
    row.score_z =
      scores.length < 2 || new Set(scores).size === 1 ? 0 : Math.round(((row.score! - mean) / sd) * unit('score_z'));
    const others = (messages.get(row.interaction_id) ?? []).length - 1;
    const beaten = messages
      .get(row.interaction_id)
      ?.reduce((sum, score) => sum + (Math.sign(row.score! - score) + 1) / 2, -0.5);
    row.win_share = row.turn !== 0 || others < 1 ? null : Math.round((beaten! / others) * unit('win_share'));
  }
}
