import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { chunksOf, type ReleaseFile, type ReleaseFiles } from '../../../src/lib/release/files.ts';
import { readRelease, type Release } from '../../../src/lib/release/read.ts';
import { handmade } from './handmade.ts';
import { files } from './write.ts';

/** The reader bundled for the web, and the modules it is made of, as paths in the project. */
async function bundled(): Promise<{ code: string; modules: readonly string[] }> {
  const entry = resolve('src/lib/release/read.ts');
  const [result] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'es2022', minify: false, lib: { entry, formats: ['iife'], name: 'release' } }
  })) as Rollup.RollupOutput[];
  const [chunk] = result!.output;
  return { code: chunk.code, modules: chunk.moduleIds.map((id) => id.slice(resolve('.').length + 1)) };
}

/** The files as a page has them that were dropped into it. */
async function dropped(release: ReleaseFiles): Promise<ReleaseFiles> {
  const blobs = Object.values(release).map(async (file): Promise<[string, ReleaseFile]> => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of chunksOf(file)) chunks.push(new Uint8Array(chunk));
    const blob = new Blob(chunks);
    return [file.name, { name: file.name, bytes: blob.size, open: () => blob.stream() }];
  });
  return Object.fromEntries(await Promise.all(blobs));
}

describe('the reader of a release', () => {
  let reader: { code: string; modules: readonly string[] };

  beforeAll(async () => {
    reader = await bundled();
  }, 60_000);

  it('is made of itself and the description, and of nothing that only Node or a page has', () => {
    expect(reader.modules.filter((id) => !/^src\/lib\/(release|dataset)\//.test(id))).toEqual([]);
    expect(reader.modules.length).toBeGreaterThan(40);
  });

  it('reads in a worker what it reads in Node', { timeout: 60_000 }, async () => {
    const worker = createContext({ TextDecoder, TextEncoder });
    const read = runInContext(`${reader.code}; release.readRelease`, worker) as typeof readRelease;
    const release = files(handmade(60), {});
    const inNode: Release = await readRelease(release, () => undefined);
    const inWorker = structuredClone(await read(await dropped(release), () => undefined));
    expect(inWorker.counts.utterances).toBeGreaterThan(200);
    expect(inWorker).toEqual(inNode);
  });
});
