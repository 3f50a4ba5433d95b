import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetMetadata } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, tableNames } from '../../../src/lib/dataset/index.ts';
import { citationFile } from '../../../src/lib/take/metadata/cff.ts';
import { croissant } from '../../../src/lib/take/metadata/croissant.ts';
import { headData } from '../../../src/lib/take/metadata/head-data.ts';
import { withOpenGraph } from '../../../src/lib/take/metadata/open-graph.ts';
import { madeRelease, type MadeRelease } from '../database/made-release.ts';

let release: MadeRelease;
let described: ReturnType<typeof croissant>;

beforeAll(async () => {
  release = await madeRelease(20);
  described = croissant(release.manifest);
});
afterAll(() => release.remove());

/** Properties of schema.org and keywords of JSON-LD that need no entry in the context. */
const PLAIN =
  /^(@(context|type|id|language|vocab)|name|description|url|creator|givenName|familyName|sameAs|isBasedOn|citation|publisher|license|usageInfo|version|datePublished|inLanguage|keywords|distribution|contentUrl|contentSize|encodingFormat|sha256)$/;

/** The properties of the part on responsible AI, version 1.0. */
const RAI =
  /^rai:(dataCollection|dataCollectionType|dataCollectionTimeframe|dataAnnotationProtocol|annotatorDemographics|dataLimitations|dataBiases|personalSensitiveInformation|dataSocialImpact|dataUseCases|dataReleaseMaintenancePlan|hasSyntheticData)$/;

function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (key === '@context' ? [key] : [key, ...keysIn(held)]));
}

describe('the description for machines', () => {
  it('uses no word that its context or schema.org does not know', () => {
    const known = Object.keys(described['@context']);
    for (const key of new Set(keysIn(described)))
      expect(known.includes(key) || PLAIN.test(key) || RAI.test(key), key).toBe(true);
    expect(described.conformsTo[0]).toBe('http://mlcommons.org/croissant/1.1');
  });

  it('names every file with its hash', async () => {
    expect(described.distribution.map(({ name }) => name)).toEqual(Object.keys(release.manifest.files));
    for (const { name, sha256, contentSize } of described.distribution) {
      const bytes = await readFile(join(release.folder, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(contentSize).toBe(`${bytes.length} B`);
    }
  });

  it('describes every column of every file of the tables, and none that is not there', async () => {
    expect(described.recordSet.map((set) => `${set['@id']}.parquet`).sort()).toEqual(
      tableNames.flatMap(filesOf).sort()
    );
    const ids = new Set(described.recordSet.flatMap(({ field }) => field.map((one) => one['@id'])));
    for (const set of described.recordSet) {
      const bytes = await readFile(join(release.folder, `${set['@id']}.parquet`));
      const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const columns = parquetMetadata(buffer)
        .schema.slice(1)
        .map(({ name }) => name);
      expect(set.field.map(({ source }) => source.extract.column).sort()).toEqual(columns.sort());
      expect(ids.has(set.key['@id'])).toBe(true);
      for (const one of set.field) {
        expect(one.source.fileObject['@id']).toBe(`${set['@id']}.parquet`);
        expect(one.description.length).toBeGreaterThan(20);
        if (one.references) expect(ids.has(one.references.field['@id'])).toBe(true);
      }
    }
  });

  it('says of a twin that it is synthetic, before anything else', () => {
    const twin = croissant({ ...release.manifest, source: 'twin' });
    expect(twin.description).toMatch(/^Synthetic: /);
    expect(twin['rai:hasSyntheticData']).toBe(true);
    expect(JSON.stringify(twin.creator)).not.toContain('Kirk');
    expect(JSON.stringify(described.creator)).toContain('Kirk');
  });
});

it('the head of a page says what the data is, and can end no element', () => {
  const text = headData({ ...release.manifest, version: '</script>&' }, 'https://atlas.example/');
  expect(text).not.toMatch(/[<>&]/);
  const data = JSON.parse(text) as Record<string, unknown>;
  expect(data['@type']).toBe('Dataset');
  expect(data.version).toBe('</script>&');
  expect(String(data.description).length).toBeGreaterThanOrEqual(50);
  expect(JSON.parse(headData(release.manifest, ''))).not.toHaveProperty('url');
});

it('the citation file has what version 1.2.0 asks for, each once', () => {
  const text = citationFile('abc', 'https://atlas.example');
  for (const key of ['cff-version', 'message', 'title', 'type', 'authors', 'url', 'version', 'references'])
    expect(text.match(new RegExp(`^${key}:`, 'gm'))).toHaveLength(1);
  expect(text).toContain('    doi: "10.48550/arXiv.2404.16019"');
  expect(text.match(/family-names: "Kirk"/g)).toHaveLength(2);
});

it('a page says its title and description once more for other sites, whatever is in them', () => {
  const head = (inside: string) => `<html><head>${inside}</head><body></body></html>`;
  const page = head('<title>A “$&” &amp; "B"</title><meta name="description" content="Of 5 &lt; 6." />');
  expect(withOpenGraph(page)).toContain('<meta property="og:title" content="A “$&” &amp; &quot;B&quot;" />');
  expect(withOpenGraph(page)).toContain('<meta property="og:description" content="Of 5 &lt; 6." />');
  expect(withOpenGraph(withOpenGraph(page))).toBe(withOpenGraph(page));
  expect(withOpenGraph(head(''))).toBe(head(''));
});
