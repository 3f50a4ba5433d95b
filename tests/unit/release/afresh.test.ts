import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildData } from '../../../data/build.ts';
import type { ShippedManifest } from '../../../src/lib/release/shipped/manifest.ts';
import { connect } from '../../../src/lib/database/node.ts';
import { modelList } from '../../../src/lib/database/model-list.server.ts';
import { columnsOf, levelsOf, tableNames, type Manifest } from '../../../src/lib/dataset/index.ts';
import { conversations, participants, texts, utterances } from './afresh/expected.ts';
import type { Style } from './afresh/python.ts';
import { distances, filesOf, neighbourhoods, release, type Release } from './afresh/release.ts';

/**
 * Releases imitated from the description of the format alone, built, and read back with another reader of Parquet:
 * every value of every row must be the one that was written.
 */

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let database: DuckDBConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afresh-'));
  database = await (await DuckDBInstance.create()).connect();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function built(made: Release, style: Style, name: string): Promise<Manifest> {
  for (const [path, content] of Object.entries(filesOf(made, style))) {
    const file = join(folder, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return buildData({ from: join(folder, name), to: join(folder, `${name}-built`) }, () => undefined);
}

type Read = Record<string, string | number | null>[];

/** The rows of a shipped file in the order of a key. */
async function rowsOf(name: string, file: string, key: string): Promise<Read> {
  const from = `read_parquet('${join(folder, `${name}-built`, file)}')`;
  const described = await database.runAndReadAll(`describe select * from ${from}`);
  const types = described.getRowObjects() as { column_name: string; column_type: string }[];
  // The client takes a byte order mark off the front of a text; behind a bar it stays.
  const columns = types.map(({ column_name: column, column_type: type }) =>
    type === 'VARCHAR' ? `'|' || "${column}" as "${column}"` : `"${column}"`
  );
  const result = await database.runAndReadAll(`select ${columns.join(', ')} from ${from} order by "${key}"`);
  return result
    .getRowObjects()
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          typeof value === 'string' ? value.slice(1) : (value as number | null)
        ])
      )
    );
}

/** Codes of categories as the release spells them. */
function decoded(
  rows: readonly Readonly<Record<string, unknown>>[],
  table: (typeof tableNames)[number],
  manifest: Manifest
): unknown[] {
  const columns = Object.entries(columnsOf(table));
  const levels = new Map(
    columns.flatMap(([name, { kind }]) =>
      kind === 'category' ? [[name, levelsOf(name, manifest.undocumented)] as const] : []
    )
  );
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        levels.has(name) ? levels.get(name)?.[Number(value)]?.value : value
      ])
    )
  );
}

const styles: Record<string, Style> = {
  'as Python writes it, NaN for decisions by hand': { nan: 'manual' },
  'with NaN for all that is missing': { nan: 'all' },
  'in any order of keys and rows, NaN and null mixed': { nan: 'some', shuffled: true },
  'as pandas writes it': { by: 'pandas' },
  'in UTF-8 with a byte order mark, CRLF, blank lines and no final newline': {
    by: 'utf8',
    bom: true,
    crlf: true,
    blankLines: true,
    finalNewline: false
  },
  'with floats, without absent ids': { floats: true, absent: true }
};

describe.each([
  [20, 3],
  [70, 11]
])('a release of %i people', (people, seed) => {
  const made = release(seed, people);
  const expected = { participants, conversations, utterances };

  it.each(Object.entries(styles))('%s, comes out as it went in', async (what, style) => {
    const name = `${people} ${Object.keys(styles).indexOf(what)}`;
    const manifest = await built(made, style, name);
    expect(manifest.counts).toMatchObject({ participants: people, utterances: made.utterances.length });
    expect(manifest.missing).toEqual([]);
    expect(manifest.warnings.filter((warning) => !warning.includes('the official release has'))).toEqual([]);

    const keys = { participants: 'user_id', conversations: 'conversation_id', utterances: 'utterance_id' } as const;
    const connected = await connect(join(folder, `${name}-built`));
    for (const table of tableNames) {
      const rows = await connected.rows(`select * from ${table} order by ${keys[table]}`);
      expect(decoded(rows, table, manifest), table).toEqual(expected[table](made));
    }
    connected.close();
    for (const [table, rows] of Object.entries(texts(made))) {
      const key = table === 'interactions' ? 'interaction_id' : keys[table as keyof typeof keys];
      const sorted = rows.sort((a, b) => Number(a[key]) - Number(b[key]));
      expect(await rowsOf(name, `texts/${table}.parquet`, key), table).toEqual(sorted);
    }
  });

  it('keeps what it says of the models', async () => {
    await built(made, { nan: 'all' }, `${people} models`);
    const { models } = await modelList(join(folder, `${people} models-built`));
    expect(models).toHaveLength(made.models.length);
    for (const [index, row] of made.models.entries()) {
      expect(models[index]).toMatchObject({
        longName: row.long_name,
        family: row.model_family,
        settings: row.selected_params,
        defaults: row.default_params,
        systemPrompt: row.header,
        link: String(row.link).trim(),
        status: row.status
      });
    }
  });

  it('keeps its neighbourhoods and the counts of its annotations', async () => {
    const name = `${people} again`;
    const { annotations } = (await built(made, { nan: 'manual' }, name)) as ShippedManifest;
    for (const [text, key, rows] of [
      ['opening_prompt', 'conversation_id', made.conversations],
      ['model_response', 'utterance_id', made.utterances]
    ] as const) {
      const near = Object.values(distances).map((length) => new Map(neighbourhoods(rows, text, length)));
      const columns = Object.keys(distances).map((distance) => `within_${distance.replace('-', '_')}`);
      const wanted = rows.map((row, id) => ({
        [key]: id,
        ...Object.fromEntries(columns.map((column, index) => [column, near[index]!.get(row)]))
      }));
      expect(await rowsOf(name, `neighbourhoods/${text}.parquet`, key)).toEqual(wanted);
    }
    const count = (fits: (row: Release['metadata'][number]) => boolean): number => made.metadata.filter(fits).length;
    const counted = Object.values(annotations!.counts);
    expect(annotations!.rows).toBe(made.metadata.length);
    expect(counted.reduce((sum, { pii }) => sum + pii, 0)).toBe(count((row) => row.pii_flag === true));
    expect(counted.reduce((sum, { english }) => sum + english, 0)).toBe(count((row) => row.en_flag === true));
    expect(annotations!.without).toEqual({
      conversation_id: count((row) => row.conversation_id === null),
      interaction_id: count((row) => row.interaction_id === null),
      utterance_id: count((row) => row.utterance_id === null),
      pii_manual_flag: count((row) => row.pii_manual_flag === null)
    });
  });
});
