import { describe, expect, it } from 'vitest';
import { optionalFileNames as optionalToTheReader } from '../../../src/lib/release/files.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { columnsOf, lacking, optionalFiles, tableNames } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf } from './invented.ts';

const TOPICS = 'opening_prompt_text_df_original.csv';

async function sentence(changes: Partial<Selection>, missing: readonly string[], people = 300): Promise<string> {
  const database = invented({}, { people, value: 0.4 }, 'official');
  const release = { ...database, manifest: { ...database.manifest, missing } };
  return (await answer(byGroup, selectionOf(byGroup.vocabulary, changes), release)).sentence;
}

describe('a release without an optional file', () => {
  it('is described for every file that the reader can do without', () => {
    expect(optionalFiles.map(({ file }) => file).sort()).toEqual([...optionalToTheReader].sort());
    const said = tableNames.flatMap((table) =>
      Object.values(columnsOf(table)).flatMap(({ source }) => (typeof source === 'object' ? (source.file ?? []) : []))
    );
    expect(said).toEqual([TOPICS]);
    expect(lacking([])).toEqual([]);
    expect(lacking([TOPICS, 'metadata.jsonl'])).toHaveLength(2);
  });

  const filter = { column: 'topic', exclude: false, keys: ['job-search'] };
  const ofTopics: Partial<Selection>[] = [
    { metric: 'topic.managing-relationships', by: 'gender' },
    { metric: 'score', by: 'topic' },
    { metric: 'score', by: 'model', and: 'topic' },
    { metric: 'score', by: 'model', filters: [filter] },
    { metric: 'score', by: 'model', compare: { a: [filter], b: null } }
  ];
  it.each(ofTopics)('says so where it speaks of topics: %o', async (changes) => {
    expect(await sentence(changes, [TOPICS])).toContain('The file of topics was not in this release');
    expect(await sentence(changes, [])).not.toContain('not in this release');
  });

  it('says so when nobody is left for that reason, and is silent elsewhere', async () => {
    const nobody = await sentence({ metric: 'topic.managing-relationships', by: null }, [TOPICS], 0);
    expect(nobody).toMatch(/^Nobody has an answer\. The file of topics was not in this release/);
    expect(await sentence({ metric: 'score', by: 'model' }, [TOPICS, 'metadata.jsonl'])).not.toContain('release');
  });
});
