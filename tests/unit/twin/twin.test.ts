import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYNTHETIC_MARK } from '../../../src/lib/release/survey.ts';
import { writeTwin } from '../../../data/twin/write.ts';
import { conversationStatements, textStatements } from './conversations.ts';
import { dependenceStatements } from './dependence.ts';
import { exploreStatements } from './explore.ts';
import { markStatements } from './marks.ts';
import { metadataStatements } from './metadata.ts';
import { neighbourhoodStatements } from './neighbourhoods.ts';
import { readRelease } from './release.ts';
import type { Release } from './release.ts';
import { scoreStatements } from './scores.ts';
import { sliderStatements } from './sliders.ts';
import { surveyImplications, surveyStatements } from './survey.ts';
import { topicStatements } from './topics.ts';

const FILES = [
  'survey.jsonl',
  'conversations.jsonl',
  'utterances.jsonl',
  'metadata.jsonl',
  'data/models.jsonl',
  'results/clusters/opening_prompt_text_df_original.csv',
  ...['opening_prompt', 'model_response'].flatMap((text) =>
    ['0-05', '0-125', '0-2'].map((distance) => `results/clusters/local_clusters_${text}_${distance}.csv`)
  )
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
  }, 120000);

  afterAll(() => {
    for (const path of [folder, again]) rmSync(path, { recursive: true, force: true });
  });

  surveyStatements(release);
  surveyImplications(release);
  conversationStatements(release);
  textStatements(release);
  metadataStatements(release);
  neighbourhoodStatements(folder);
  sliderStatements(release);
  scoreStatements(release);
  markStatements(release);
  dependenceStatements(release);
  topicStatements(release);
  exploreStatements(folder);

  it('is the same to the byte every time', { timeout: 120000 }, async () => {
    await writeTwin(again, () => undefined);
    for (const name of FILES) expect(hash(join(again, name)), name).toBe(hash(join(folder, name)));
    expect(lines.length).toBeGreaterThanOrEqual(FILES.length);
  });

  it('marks every person as synthetic in the study id', () => {
    expect(release().survey).toHaveLength(1500);
    expect(release().survey.filter((row) => !String(row.study_id).startsWith(SYNTHETIC_MARK))).toEqual([]);
  });

  it('escapes everything beyond ASCII and ends every line with a newline alone', () => {
    const lines = FILES.filter((file) => file.endsWith('.jsonl'));
    expect(lines.length).toBeGreaterThan(3);
    for (const name of lines) {
      expect(/[^\n -~]/.test(readFileSync(join(folder, name), 'latin1')), name).toBe(false);
    }
  });
});

function hash(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
