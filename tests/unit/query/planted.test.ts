import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tables, answerOver, arraysOver, readParquet, type Stored } from '../../../src/lib/columnar/index.ts';
import { fileOf, filesOf, tableNames } from '../../../src/lib/dataset/index.ts';
import { ABSENT, type Columns, type PeopleQuery, type Query } from '../../../src/lib/query/index.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';
import { kinds, randomQueries } from './random-queries.ts';

/*
 * Errors planted in what answers over columns: queries such as those that all answerers are held against must notice each
 * of them. That the answers are the right ones is said by the other tests.
 */

let release: MadeRelease;
let stored: Stored;
const held = new Map<string, Columns>();

beforeAll(async () => {
  release = await madeRelease(150);
  for (const file of tableNames.flatMap(filesOf)) {
    held.set(file, await readParquet(new Uint8Array(await readFile(join(release.folder, file))).buffer));
  }
  stored = (table, name) => held.get(fileOf(table, name))![name]!;
});

afterAll(() => release.remove());

/** Every row is taken for a person, or a conversation, of its own. */
class Apart extends Tables {
  constructor(
    manifest: Tables['manifest'],
    stored: Stored,
    readonly what: 'person' | 'conversation'
  ) {
    super(manifest, stored);
  }
  override person(table: Parameters<Tables['person']>[0]) {
    return this.what === 'person' ? this.position(table, table) : super.person(table);
  }
  override conversation(table: Parameters<Tables['conversation']>[0]) {
    return this.what === 'conversation' ? this.position(table, table) : super.conversation(table);
  }
}

type Asked = Query | PeopleQuery;
const given = (query: Asked, tables: Tables) =>
  query.kind === 'people' ? arraysOver(query, tables) : answerOver(query, tables);

const sums = [...kinds.filter((kind) => kind !== 'profile'), 'people' as const];
const planted: [string, (tables: Tables) => Tables, (query: Asked) => Asked, readonly Asked['kind'][]][] = [
  ['filters are dropped', (tables) => tables, (query) => ({ ...query, filters: [] }), sums],
  ['the sample is ignored', (tables) => tables, (query) => ({ ...query, sample: 'all' }), sums],
  [
    'the turns are ignored',
    (tables) => tables,
    (query) => ({ ...query, turns: 'all' }) as Asked,
    ['moments', 'sides', 'facets', 'answers', 'medians', 'people']
  ],
  ['every row is a person', ({ manifest }) => new Apart(manifest, stored, 'person'), (query) => query, sums],
  [
    'every row is a conversation',
    ({ manifest }) => new Apart(manifest, stored, 'conversation'),
    (query) => query,
    ['moments', 'sides', 'answers', 'medians']
  ],
  [
    'what is missing counts as nought',
    ({ manifest }) =>
      new Tables(manifest, (table, name) => stored(table, name).map((value) => (value === ABSENT ? 0 : value))),
    (query) => query,
    ['moments', 'sides', 'facets', 'answers', 'medians', 'people', 'profile']
  ]
];

describe.each(planted)('when %s', (_, tablesOf, spoil, which) => {
  it.each(which)('answers to queries of %s differ', (kind) => {
    const { manifest } = release;
    const right = new Tables(manifest, stored);
    const wrong = tablesOf(right);
    const draw: () => Asked = randomQueries(7, manifest.undocumented)[kind];
    const queries = Array.from({ length: 60 }, draw);
    expect(queries.some((query) => !isDeepStrictEqual(given(spoil(query), wrong), given(query, right)))).toBe(true);
  });
});
