import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFolder } from '../../../data/official/folder.ts';
import { readRelease } from '../../../src/lib/release/read.ts';
import { ReleaseError } from '../../../src/lib/release/report.ts';
import { handmade } from './handmade.ts';
import { written } from './write.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

describe('a folder', () => {
  it('holds the files of a release at any depth', async () => {
    const contents = written(handmade(20));
    for (const [name, content] of Object.entries(contents)) {
      await put(
        name === 'models.jsonl' ? `data/${name}` : name.endsWith('.csv') ? `results/clusters/${name}` : name,
        content
      );
    }
    await put('notes.txt', 'no file of a release');
    await put('.cache/survey.jsonl', 'nor is this');
    const files = await openFolder(folder);
    expect(Object.keys(files).sort()).toEqual(Object.keys(contents).sort());
    const release = await readRelease(files, () => undefined);
    expect(release.counts.participants).toBe(20);
  });

  it('must not hold a file twice', async () => {
    await put('a/survey.jsonl', '');
    await put('b/survey.jsonl', '');
    await expect(openFolder(folder)).rejects.toThrow(
      /survey\.jsonl: 1 problem\n.*one file of that name.*survey\.jsonl and .*survey\.jsonl/
    );
  });

  it('must not hold a folder or a link to nothing in the place of a file', async () => {
    await mkdir(join(folder, 'models.jsonl'));
    await symlink('nowhere', join(folder, 'metadata.jsonl'));
    await expect(openFolder(folder)).rejects.toThrow(ReleaseError);
    await expect(openFolder(folder)).rejects.toThrow(/models\.jsonl.*\n.*found a folder of that name/);
    await expect(openFolder(folder)).rejects.toThrow(/metadata\.jsonl.*\n.*a file that can be read, found ENOENT/);
  });

  it('may hold links to files, as a download cache does', async () => {
    await put('blobs/0123', written(handmade(5))['survey.jsonl']!);
    await symlink('blobs/0123', join(folder, 'survey.jsonl'));
    expect((await openFolder(folder))['survey.jsonl']?.bytes).toBeGreaterThan(1000);
  });

  it('must be there', async () => {
    await expect(openFolder(join(folder, 'nowhere'))).rejects.toThrow(/There is no folder/);
  });
});
