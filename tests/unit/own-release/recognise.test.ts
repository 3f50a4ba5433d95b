import { expect, it } from 'vitest';
import { recognise } from '../../../src/lib/release/recognise.ts';
import { handmade } from '../release/handmade.ts';
import { jsonLines, written } from '../release/write.ts';

const contents = written(handmade(8));
const known = Object.entries(contents);

it.each(known)('tells %s by what it holds, whatever it is called', async (name, text) => {
  expect(await recognise(new Blob([text as string]), 'download (3).bin')).toBe(name);
});

it('tells files with their keys in another order, with a mark of byte order, and with a column more or less', async () => {
  const [, ...rest] = handmade(8).survey.map(({ consent, ...row }) => ({ ...row, new_column: consent! }));
  const text = jsonLines(rest, { reversed: true, bom: true, crlf: true });
  expect(await recognise(new Blob([text]), 'a')).toBe('survey.jsonl');
});

it('reads on where the first line is long', async () => {
  const [first] = handmade(8).utterances;
  const text = jsonLines([{ ...first, model_response: 'x'.repeat(300_000) }]);
  expect(await recognise(new Blob([text]), 'a')).toBe('utterances.jsonl');
});

it('goes by the name only where the content leaves it open', async () => {
  const near = new Blob(['conversation_id,user_id,cluster_membership\nc1,user1,2\n']);
  expect(await recognise(near, 'local_clusters_opening_prompt_0-125 (1).csv')).toBe(
    'local_clusters_opening_prompt_0-125.csv'
  );
  expect(await recognise(near, 'clusters.csv')).toBeNull();
  expect(await recognise(new Blob([contents['survey.jsonl']!]), 'utterances.jsonl')).toBe('survey.jsonl');
  // The reader then says what is wrong with it, by its line.
  expect(await recognise(new Blob(['<!doctype html><p>Too many requests']), 'survey.jsonl')).toBe('survey.jsonl');
  expect(await recognise(new Blob(['{"a": 1}\n']), 'a.jsonl')).toBeNull();
  expect(await recognise(new Blob([]), 'empty')).toBeNull();
});
