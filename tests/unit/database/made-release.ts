import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MISSING, type BuiltColumns } from '../../../src/lib/release/table-builder.ts';
import { remadeOf } from '../../../src/lib/release/shipped/remade.ts';
import { shippedTableFiles } from '../../../src/lib/release/shipped/tables.ts';
import {
  allLevels,
  columnsOf,
  tableNames,
  type Column,
  type Manifest,
  type TableName,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import { seeded, type Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';

/** Levels of the made release that the description does not know. */
export const madeUndocumented: Undocumented = { gender: ['Other, specified'], topic: ['22', '23'] };

/** A made release, written as the build of the data writes one. */
export interface MadeRelease {
  readonly folder: string;
  readonly manifest: Manifest;
  remove(): Promise<void>;
}

/**
 * Rows in the shape of a release with every level of every column, every kind of missing value and some undocumented
 * levels, in no relation to one another but for the keys that join them: people have 0 to 5 conversations, these 1 to 4
 * turns, these 1 to 4 replies. The same for the same seed; in a folder of its own below the system’s temporary one.
 *
 * @param most the highest value of numbers that the instrument sets no bound, in the unit shown
 */
export async function madeRelease(
  people: number,
  seed = 1,
  {
    most = 5000,
    source = 'official',
    undocumented = madeUndocumented
  }: Partial<Pick<Manifest, 'source' | 'undocumented'>> & { readonly most?: number } = {}
): Promise<MadeRelease> {
  const draw = seeded(seed);
  const keys: Record<TableName, Record<string, number>[]> = { participants: [], conversations: [], utterances: [] };
  let interactions = 0;
  for (let user_id = 0; user_id < people; user_id++) {
    keys.participants.push({ user_id });
    for (let c = draw.integer(6); c > 0; c--) {
      const conversation_id = keys.conversations.length;
      keys.conversations.push({ conversation_id, user_id });
      const turns = 1 + draw.integer(4);
      for (let turn = 0; turn < turns; turn++) {
        const interaction_id = interactions++;
        for (let within_turn_id = draw.integer(4); within_turn_id >= 0; within_turn_id--) {
          const utterance_id = keys.utterances.length;
          keys.utterances.push({ utterance_id, interaction_id, conversation_id, user_id, turn, within_turn_id });
        }
      }
    }
  }

  const tables = {} as Record<TableName, BuiltColumns>;
  for (const table of tableNames) {
    const columns = Object.entries(columnsOf(table)).map(([name, column]) => [
      name,
      Int32Array.from(keys[table], (row) => row[name] ?? value(name, column, undocumented, draw, most))
    ]);
    tables[table] = Object.fromEntries(columns) as BuiltColumns;
  }
  // In a release one follows the other; the other columns that could follow do not here, and are shipped.
  tables.utterances = { ...tables.utterances, model_family: tables.utterances.model!.map((code) => code % 9) };

  const folder = await mkdtemp(join(tmpdir(), 'made-release-'));
  const files: Record<string, Manifest['files'][string]> = {};
  const remade = remadeOf(tables);
  for (const [name, { bytes, rows }] of shippedTableFiles(tables, remade)) {
    await writeFile(join(folder, name), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files[name] = { bytes: bytes.length, sha256, rows };
  }
  const manifest: Manifest = {
    source,
    version: `made-${people}-${seed}`,
    counts: Object.fromEntries(tableNames.map((table) => [table, keys[table].length])),
    files,
    undocumented,
    remade,
    missing: [],
    warnings: []
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, manifest, remove: () => rm(folder, { recursive: true, force: true }) };
}

function value(name: string, column: Column, undocumented: Undocumented, draw: Seeded, highest: number): number {
  switch (column.kind) {
    case 'category': {
      // A few levels are frequent, the rest rare, as in life.
      const levels = allLevels(column).length + (undocumented[name]?.length ?? 0);
      return draw.integer(1 + draw.integer(levels));
    }
    case 'many':
      return [MISSING, 0, draw.integer(2 ** column.levels.length), 2 ** draw.integer(column.levels.length)][
        draw.integer(4)
      ]!;
    case 'number': {
      if (column.missing !== undefined && draw.integer(5) === 0) return MISSING;
      // What has no lower bound is measured in standard deviations.
      const [least, most] = column.domain[0] === null ? [-5, 5] : [column.domain[0], column.domain[1] ?? highest];
      return least * column.perUnit + draw.integer((most - least) * column.perUnit + 1);
    }
    case 'time':
      return 1_700_000_000 + draw.integer(10_000_000);
    case 'id':
      throw new TypeError(`${name} is a key and has a value already`);
  }
}
