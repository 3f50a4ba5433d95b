import { describe, expect, it } from 'vitest';
import { readRelease, type Release } from '../../../src/lib/release/read.ts';
import { compareByCodePoints } from '../../../src/lib/release/reply-neighbourhoods.ts';
import { ReleaseError } from '../../../src/lib/release/report.ts';
import { handmade, type Handmade, type Row } from './handmade.ts';
import { csv, inMemoryFiles, written } from './write.ts';

const PROMPTS = 'local_clusters_opening_prompt_0-05.csv';
const REPLIES = 'local_clusters_model_response_0-2.csv';
const HEADER = ['conversation_id', 'user_id', 'cluster_membership'];

/** Texts that sort otherwise by UTF-16 code units: U+FF5E stands before U+1F600. */
const awkward = ['\u{1f600}', '\uff5e', '\u{10ffff}', '\ufffd', 'a\u{1f600}', 'a\uffe6', '', 'EMPTY STRING'];

function release(): Handmade {
  const made = handmade(30);
  made.utterances.forEach((row, index) => {
    row.model_response =
      index % 3 === 0 ? awkward[(index / 3) % awkward.length]! : `${row.model_response} ${index % 7}`;
  });
  return made;
}

/** The lines of a file as the authors write it: sorted by text as Python sorts, a number for each distinct beginning. */
function clustered(rows: readonly Row[], text: string): { lines: string[][]; numbers: Map<Row, number> } {
  const points = (row: Row): number[] => Array.from(String(row[text]), (character) => character.codePointAt(0)!);
  const sorted = rows
    .map((row) => [row, points(row)] as const)
    .sort(([, a], [, b]) => {
      const at = a.findIndex((point, index) => point !== b[index]);
      return at < 0 ? a.length - b.length : a[at]! - (b[at] ?? -1);
    })
    .map(([row]) => row);
  const known = new Map<unknown, number>();
  const numbers = new Map<Row, number>();
  for (const row of sorted) {
    if (!known.has(row[text])) known.set(row[text], known.size);
    numbers.set(row, known.get(row[text])!);
  }
  const lines = sorted.map((row) => [String(row.conversation_id), String(row.user_id), `${numbers.get(row)}`]);
  return { lines, numbers };
}

async function read(made: Handmade, lines: Record<string, readonly string[][]>): Promise<Release> {
  const tables = Object.fromEntries(Object.entries(lines).map(([name, rows]) => [name, csv(rows)]));
  return readRelease(inMemoryFiles({ ...written(made), ...tables }), () => undefined);
}

const messages = ({ warnings }: Release): string[] =>
  warnings.filter(({ file }) => file === REPLIES).map(({ message, count }) => `${message}: ${count}`);

describe('neighbourhoods', () => {
  it('of prompts go by their conversation', async () => {
    const made = release();
    const { lines, numbers } = clustered(made.conversations, 'opening_prompt');
    const { neighbourhoods } = await read(made, { [PROMPTS]: [HEADER, ...lines] });
    const expected = made.conversations.map((row, index) => [index, numbers.get(row)]);
    expect([...neighbourhoods.get(PROMPTS)!].sort(([a], [b]) => a - b)).toEqual(expected);
  });

  it('of replies, which the file does not name, go by the order of their texts', async () => {
    const made = release();
    const { lines, numbers } = clustered(made.utterances, 'model_response');
    const told = await read(made, { [REPLIES]: [HEADER, ...lines] });
    const expected = made.utterances.map((row, index) => [index, numbers.get(row)]);
    expect([...told.neighbourhoods.get(REPLIES)!].sort(([a], [b]) => a - b)).toEqual(expected);
    expect(messages(told)).toEqual([]);
  });

  it('of replies go by their ids where the file has them', async () => {
    const made = release();
    const lines = made.utterances.map((row, index) => [String(row.utterance_id), `${index % 5}.0`]);
    const { neighbourhoods } = await read(made, { [REPLIES]: [['utterance_id', 'cluster_id'], ...lines] });
    expect([...neighbourhoods.get(REPLIES)!.values()]).toEqual(made.utterances.map((_, index) => index % 5));
  });

  it('of replies of a subset are those of the whole', async () => {
    const made = release();
    const { lines, numbers } = clustered(made.utterances, 'model_response');
    const kept = (row: Row): boolean => Number(String(row.conversation_id).slice(1)) % 3 === 0;
    const subset = {
      ...made,
      conversations: made.conversations.filter(kept),
      utterances: made.utterances.filter(kept)
    };
    const told = await read(subset, { [REPLIES]: [HEADER, ...lines] });
    for (const row of subset.utterances) {
      expect(told.neighbourhoods.get(REPLIES)!.get(Number(String(row.utterance_id).slice(2)))).toBe(numbers.get(row));
    }
    const gone = made.utterances.length - subset.utterances.length;
    expect(messages(told)).toEqual([`rows speak of replies that the tables do not hold: ${gone}`]);
  });

  it('leave out a conversation with another number of replies', async () => {
    const made = release();
    const { lines } = clustered(made.utterances, 'model_response');
    lines.splice(
      lines.findIndex(([conversation]) => conversation === 'c0'),
      1
    );
    const told = await read(made, { [REPLIES]: [HEADER, ...lines] });
    const replies = made.utterances.filter((row) => row.conversation_id === 'c0').length;
    expect(told.neighbourhoods.get(REPLIES)!.size).toBe(made.utterances.length - replies);
    expect(messages(told)).toEqual([
      'conversations have another number of rows than of replies, and were left out: 1',
      `replies of the tables stand in no row: ${replies}`
    ]);
  });

  it('are left out when the rows are in another order', async () => {
    const made = release();
    const { lines } = clustered(made.utterances, 'model_response');
    const told = await read(made, { [REPLIES]: [HEADER, ...lines.reverse()] });
    expect(told.neighbourhoods.has(REPLIES)).toBe(false);
    expect(messages(told).at(-1)).toMatch(/^the file was left out/);
  });

  it.each([
    ['rows of prompts in the place of replies', REPLIES, /other numbers throughout/],
    [
      'rows of replies in the place of prompts',
      PROMPTS,
      /expected every conversation_id once \(\d+ times\)\n {4}line \d+: found c\d+ again/
    ],
    ['a header of something else', REPLIES, /line 1: expected the columns conversation_id and cluster_membership/],
    ['a number that is none', REPLIES, /line 2: expected a whole number, found "x"/],
    ['a row that breaks off', REPLIES, /line 2: expected 3 fields, found 2/],
    ['an id of another kind', REPLIES, /line 2: expected conversation_id such as c12, found "user1"/],
    ['an empty file', REPLIES, /expected a header and rows, found an empty file/]
  ])('refuse %s', async (what, name, expected) => {
    const made = release();
    const ofPrompts = clustered(made.conversations, 'opening_prompt').lines;
    const ofReplies = clustered(made.utterances, 'model_response').lines;
    const rows: Record<string, string[][]> = {
      'rows of prompts in the place of replies': [HEADER, ...ofPrompts],
      'rows of replies in the place of prompts': [HEADER, ...ofReplies],
      'a header of something else': [
        ['id', 'cluster'],
        ['c1', '1']
      ],
      'a number that is none': [HEADER, ['c1', 'user1', 'x']],
      'a row that breaks off': [HEADER, ['c1', 'user1']],
      'an id of another kind': [HEADER, ['user1', 'c1', '1']],
      'an empty file': []
    };
    const refused = read(made, { [name]: rows[what]! });
    await expect(refused).rejects.toThrow(ReleaseError);
    await expect(refused).rejects.toThrow(expected);
  });
});

describe('texts', () => {
  it('are in the order of their code points', () => {
    const sorted = ['', 'a', 'a\uffe6', 'a\u{1f600}', 'b', '\ufffd', '\u{1f600}', '\u{1f601}', '\u{10ffff}'];
    expect([...sorted].reverse().sort(compareByCodePoints)).toEqual(sorted);
    expect(compareByCodePoints('same', 'same')).toBe(0);
  });
});
