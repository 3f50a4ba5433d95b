import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildData } from '../../../data/build.ts';
import { modelList } from '../../../src/lib/database/model-list.server.ts';
import { columnsOf, fileOf, filesOf, tableNames, tables, type Manifest } from '../../../src/lib/dataset/index.ts';
import { isRelative } from '../../../src/lib/release/relative.ts';
import { handmade } from '../release/handmade.ts';
import { csv, written } from '../release/write.ts';

const quiet = (): void => undefined;
let folder: string;
let from: string;
let to: string;

/** Every file under a folder with its content. */
async function contentOf(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(path.length + 1), (await readFile(file)).toString('base64')])
    )
  );
}

async function rows(name: string): Promise<Record<string, unknown>[]> {
  const bytes = await readFile(join(to, name));
  return parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
  from = join(folder, 'release');
  to = join(folder, 'static', 'data');
  await mkdir(from);
  for (const [name, content] of Object.entries(written(handmade(60)))) await writeFile(join(from, name), content);
  const neighbours = csv([
    ['conversation_id', 'user_id', 'cluster'],
    ['c1', 'user1', '7'],
    ['c0', 'user0', '3']
  ]);
  await writeFile(join(from, 'local_clusters_opening_prompt_0-125.csv'), neighbours);
  await buildData({ from, to }, quiet);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the shipped files', () => {
  it('are those of the manifest', async () => {
    const manifest = JSON.parse(await readFile(join(to, 'manifest.json'), 'utf8')) as Manifest;
    const content = await contentOf(to);
    expect(Object.keys(content).sort()).toEqual([...Object.keys(manifest.files), 'manifest.json'].sort());
    expect(manifest.source).toBe('official');
    expect(manifest.version).toMatch(/^[0-9a-f]{10}$/);
    expect(manifest.undocumented).toHaveProperty('study_locale', ['ruritania']);
    const turns = (await rows('conversations.parquet')).map(({ conversation_turns }) => Number(conversation_turns));
    expect(manifest.observed!.conversation_turns).toEqual([Math.min(...turns), Math.max(...turns)]);
    expect(Object.keys(manifest.observed!)).not.toContain('score');
    for (const [name, { rows: expected }] of Object.entries(manifest.files))
      if (name !== 'models.json') expect(await rows(name)).toHaveLength(expected);
  });

  it('hold the columns of the description, as integers', async () => {
    const { remade } = JSON.parse(await readFile(join(to, 'manifest.json'), 'utf8')) as Manifest;
    for (const table of tableNames) {
      const { key } = tables[table];
      for (const file of filesOf(table)) {
        const [first] = await rows(file);
        const wanted = Object.keys(columnsOf(table)).filter(
          (name) => name === key || (fileOf(table, name) === file && remade?.[table]?.[name] === undefined)
        );
        expect(Object.keys(first!), file).toEqual(wanted);
        for (const value of Object.values(first!)) expect(value === null || Number.isInteger(value)).toBe(true);
      }
    }
  });

  it('leave out what other columns say, and only that', async () => {
    const { remade } = JSON.parse(await readFile(join(to, 'manifest.json'), 'utf8')) as Manifest;
    const described = Object.entries(columnsOf('utterances')).filter(
      ([name, { follows, sameAs }]) => follows !== undefined || sameAs !== undefined || isRelative(name)
    );
    expect(Object.keys(remade!)).toEqual(['utterances']);
    expect(Object.keys(remade!.utterances!)).toEqual(described.map(([name]) => name));
    expect(remade!.utterances!.turn_kind!.slice(0, 2)).toEqual([0, 1]);
  });

  it('hold texts row by row alongside the tables', async () => {
    const made = handmade(60);
    for (const [table, key] of [
      ['participants', 'user_id'],
      ['conversations', 'conversation_id'],
      ['utterances', 'utterance_id']
    ] as const) {
      const ids = (await rows(`${table}.parquet`)).map((row) => row[key]);
      expect((await rows(`texts/${table}.parquet`)).map((row) => row[key])).toEqual(ids);
    }
    const replies = (await rows('texts/utterances.parquet')).map((row) => row.model_response);
    expect(replies).toEqual(made.utterances.map((row) => row.model_response));
    const flags = (await rows('texts/participants.parquet')).map((row) => row.self_description_flags);
    expect(flags.slice(0, 2)).toEqual([6, 0]);
  });

  it('hold the neighbourhoods that were found', async () => {
    const near = await rows('neighbourhoods/opening_prompt.parquet');
    expect(near.slice(0, 3)).toEqual([
      { conversation_id: 0, within_0_125: 3 },
      { conversation_id: 1, within_0_125: 7 },
      { conversation_id: 2, within_0_125: null }
    ]);
  });

  it('list the models with what the release says of them', async () => {
    const { from, models } = await modelList(to);
    expect(from).toBe('release');
    expect(models.map(({ longName }) => longName)).toEqual(handmade(60).models.map((row) => row.long_name));
    expect(models[0]).toEqual({
      longName: 'command',
      shortName: 'command',
      family: 'Cohere',
      providerType: 'Commerical',
      type: 'Instruct',
      settings: { temperature: '1.0' },
      defaults: null,
      systemPrompt: handmade(60).models[0]!.header,
      link: null,
      status: 'Deployed'
    });
  });

  it('are the same bytes when built again', async () => {
    const before = await contentOf(to);
    await buildData({ from, to }, quiet);
    expect(await contentOf(to)).toEqual(before);
  });

  it('stay as they were when a release is refused', async () => {
    const before = await contentOf(to);
    const damaged = join(folder, 'damaged');
    await mkdir(damaged);
    for (const [name, content] of Object.entries(written(handmade(60)))) {
      await writeFile(join(damaged, name), name === 'utterances.jsonl' ? content.slice(0, -9) : content);
    }
    await expect(buildData({ from: damaged, to }, quiet)).rejects.toThrow(/utterances\.jsonl: 1 problem/);
    expect(await contentOf(to)).toEqual(before);
    expect(await readdir(join(folder, 'static'))).toEqual(['data']);
  });

  it('have another version when a row differs', async () => {
    const { version } = JSON.parse(await readFile(join(to, 'manifest.json'), 'utf8')) as Manifest;
    const other = join(folder, 'other');
    await mkdir(other);
    const changed = handmade(60);
    changed.survey[0]!.gender = 'Female';
    for (const [name, content] of Object.entries(written(changed))) await writeFile(join(other, name), content);
    const manifest = await buildData({ from: other, to: join(folder, 'static', 'other') }, quiet);
    expect(manifest.version).not.toBe(version);
  });
});
