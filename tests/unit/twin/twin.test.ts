import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTwin } from '../../../data/twin/write.ts';
import { closeStatements } from './closeness.ts';
import { conversationStatements, textStatements } from './conversations.ts';
import { metadataStatements } from './metadata.ts';
import { readRelease } from './release.ts';
import type { Release } from './release.ts';
import { surveyImplications, surveyStatements } from './survey.ts';

const FILES = [
  'survey.jsonl',
  'conversations.jsonl',
  'utterances.jsonl',
  'metadata.jsonl',
  'data/models.jsonl',
  'results/clusters/opening_prompt_text_df_original.csv'
];

describe('the twin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prism-twin-'));
  const again = mkdtempSync(join(tmpdir(), 'prism-twin-'));
  const lines: string[] = [];
  let read: Release | null = null;
  const release = () => {
    if (!read) throw new Error('the twin was not written');
    return read;
  };

  beforeAll(async () => {
    await writeTwin(folder, (line) => lines.push(line));
    read = readRelease(folder);
  }, 60000);

  afterAll(() => {
    for (const path of [folder, again]) rmSync(path, { recursive: true, force: true });
  });

  surveyStatements(release);
  surveyImplications(release);
  conversationStatements(release);
  textStatements(release);
  metadataStatements(release);
  closeStatements(release);

  it('is the same to the byte every time', { timeout: 60000 }, async () => {
    await writeTwin(again, () => undefined);
    for (const name of FILES) expect(hash(join(again, name)), name).toBe(hash(join(folder, name)));
    expect(lines.length).toBeGreaterThanOrEqual(FILES.length);
  });

  it('escapes everything beyond ASCII and ends every line with a newline alone', () => {
    for (const name of FILES.filter((file) => file.endsWith('.jsonl'))) {
      const bytes = readFileSync(join(folder, name));
      expect(
        bytes.every((byte) => byte < 0x7f && (byte >= 0x20 || byte === 0x0a)),
        name
      ).toBe(true);
    }
  });
});

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
