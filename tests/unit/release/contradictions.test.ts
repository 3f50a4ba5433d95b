import { describe, expect, it } from 'vitest';
import { readRelease, type Release } from '../../../src/lib/release/read.ts';
import { ReleaseError } from '../../../src/lib/release/report.ts';
import { handmade, type Handmade, type Json, type Row } from './handmade.ts';
import { files } from './write.ts';

/** Contradictions between the files of a release: each is told with where it is, and both values. */

async function read(change: (release: Handmade) => void): Promise<Release> {
  const release = handmade(30);
  change(release);
  return readRelease(files(release), () => undefined);
}

async function refused(change: (release: Handmade) => void): Promise<string> {
  const error: unknown = await read(change).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReleaseError);
  return (error as ReleaseError).message;
}

const historyOf = (row: Row): Row[] => row.conversation_history as Row[];

/** What is said of a field, place by place. */
async function told(field: string, change: (release: Handmade) => void): Promise<readonly string[]> {
  const { warnings } = await read(change);
  const found = warnings.filter(({ message }) => /differs from conversation_history/.test(message));
  expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    `utterances.jsonl: ${field} differs from conversation_history`
  ]);
  expect(found[0]!.count).toBe(found[0]!.first.length);
  return found[0]!.first;
}

function exchange(rows: readonly Row[], key: string): void {
  const [a, b] = rows as [Row, Row];
  [a[key], b[key]] = [b[key]!, a[key]!];
}

describe('contradictions between replies and histories are located', () => {
  it('scores of two replies to one opener exchanged, which leaves every sum as it was', async () => {
    const made = handmade(30).utterances;
    const [first, second] = [made[0]!.score, made[1]!.score] as [Json, Json];
    const place = (reply: number): string =>
      `ut${reply} of c0, turn 0 (line ${reply + 1}; conversations.jsonl, line 1)`;
    expect(await told('score', ({ utterances }) => exchange(utterances, 'score'))).toEqual([
      `${second} in ${place(0)}, which has ${first}`,
      `${first} in ${place(1)}, which has ${second}`
    ]);
    // The same in the other file.
    expect(
      await told('score', ({ conversations }) => exchange(historyOf(conversations[0]!).slice(1), 'score'))
    ).toEqual([`${first} in ${place(0)}, which has ${second}`, `${second} in ${place(1)}, which has ${first}`]);
  });

  it('one score raised', async () => {
    const [place] = await told('score', ({ utterances }) => (utterances[200]!.score = 7));
    expect(place).toMatch(/^7 in ut200 of c\d+, turn \d \(line 201; conversations\.jsonl, line \d+\), which has \d+$/);
  });

  it('a choice moved to the lowest reply', async () => {
    const places = await told('if_chosen', ({ utterances }) => {
      const opener = utterances.slice(0, 4).sort((a, b) => Number(a.score) - Number(b.score));
      exchange([opener[0]!, opener.at(-1)!], 'if_chosen');
    });
    expect(places).toHaveLength(2);
    for (const place of places) expect(place).toMatch(/^(?:true|false) in ut[0-3] of c0, turn 0 \(line [1-4]; /);
  });

  it.each([
    ['model_name', 'gpt-4-1106-preview'],
    ['model_name', 'another-model'],
    ['model_provider', 'google'],
    ['within_turn_id', 9]
  ])('%s changed to %s in one row', async (field, value) => {
    const [place] = await told(field, ({ utterances }) => (utterances[2]![field] = value));
    expect(place).toContain(`${value} in ut2 of c0, turn 0 (line 3; conversations.jsonl, line 1), which has `);
  });

  it('places exchanged, which is no contradiction of scores', async () => {
    const places = await told('within_turn_id', ({ utterances }) => exchange(utterances, 'within_turn_id'));
    expect(places).toHaveLength(2);
  });

  it('texts of replies and of messages, which are not printed', async () => {
    const reply = await told('model_response', ({ utterances }) => (utterances[5]!.model_response = 'a secret'));
    const message = await told('user_prompt', ({ conversations }) => {
      historyOf(conversations[0]!).at(-3)!.content = 'a secret';
    });
    for (const places of [reply, message]) {
      expect(places).toHaveLength(1);
      expect(places[0]).toMatch(/^ut\d+ of c0, turn \d \(line \d+; conversations\.jsonl, line 1\)$/);
    }
  });

  it('in few of many replies only: past one in a hundred the release is refused, each said', async () => {
    const count = handmade(30).utterances.length;
    const some = (share: number) => (release: Handmade) => {
      for (const row of release.utterances.slice(0, Math.floor(count * share))) row.score = row.score === 50 ? 51 : 50;
    };
    expect((await read(some(0.01))).warnings.some(({ message }) => /^score differs/.test(message))).toBe(true);
    const message = await refused(some(0.02));
    expect(message).toContain(`utterances.jsonl: ${Math.floor(count * 0.02)} problems`);
    expect(message).toMatch(
      /expected score, choice and model as in conversation_history, but for one reply in 100 \(7 times\)\n {4}line 1: found score 50 in ut0 of c0, turn 0 \(line 1; conversations\.jsonl, line 1\), which has \d+/
    );
  });
});

describe('contradictions between people, conversations and other files are located', () => {
  const places: Record<string, [change: (release: Handmade) => void, message: RegExp, place: RegExp]> = {
    'a number of conversations': [
      ({ survey }) => (survey[4]!.num_completed_conversations = 7),
      /another number of conversations/,
      /^\d by user4 \(line 5\), said to be 7$/
    ],
    'a sample of a person': [
      ({ survey }) => (survey[0]!.included_in_balanced_subset = true),
      /of people differs from that of their conversations/,
      /^true for user0 \(line 1\), false by the conversations$/
    ],
    'a sample of a reply': [
      ({ utterances }) => (utterances[3]!.included_in_balanced_subset = true),
      /no included_in_balanced_subset as in the conversation/,
      /^true in ut3 of c0, which has false$/
    ],
    'a sample of a conversation': [
      ({ conversations }) => (conversations[0]!.included_in_balanced_subset = true),
      /no included_in_balanced_subset as in the replies/,
      /^true in c0, of which all \d+ replies have false$/
    ],
    'a region of birth': [
      ({ survey }) => ((survey[1]!.location as Row).special_region = 'Europe'),
      /special_region differs from that of the country of birth/,
      /^"Europe" for "Türkiye" in "user1", line 2$/
    ],
    'a clustered prompt': [
      ({ topics }) => (topics[3]![3] = 'another'),
      /orig_text differs from the opening_prompt/,
      /^c2$/
    ],
    'a person of an annotation': [
      ({ metadata }) => (metadata[0]!.user_id = 'user29'),
      /rows name another person than the tables do \(user_prompt\)/,
      /^user29 for int0, which is user0’s$/
    ],
    'the first of many replies with another provider than the rest': [
      ({ utterances, conversations }) => {
        utterances[0]!.model_provider = 'elsewhere';
        historyOf(conversations[0]!)[1]!.model_provider = 'elsewhere';
      },
      /another provider than other replies of their model/,
      /^ut0, line 1$/
    ]
  };

  it.each(Object.entries(places))('%s', async (_, [change, message, place]) => {
    const { warnings } = await read(change);
    const found = warnings.filter((warning) => message.test(warning.message));
    expect(found).toHaveLength(1);
    expect(found[0]!.count).toBe(1);
    expect(found[0]!.first).toEqual([expect.stringMatching(place)]);
  });
});

describe('of rows that contradict each other, the damaged one is named and not those after it', () => {
  /** The first of the replies to one message. */
  const first = (release: Handmade): Row => release.utterances.find((row) => row.conversation_id === 'c4')!;

  it('a reply of a conversation that does not exist', async () => {
    const release = handmade(30);
    const line = release.utterances.indexOf(first(release)) + 1;
    const message = await refused((made) => (first(made).conversation_id = 'c999999'));
    expect(message).toBe(
      `utterances.jsonl: 1 problem\n  line ${line}: expected a conversation_id of conversations.jsonl, found c999999 in ut${line - 1}`
    );
  });

  it.each([
    ['a reply moved to another conversation', 'conversation_id', 'c7'],
    ['a reply moved to another turn', 'turn', 3],
    ['a reply with another interaction', 'interaction_id', 'int99999'],
    ['a reply to another message', 'user_prompt', 'another'],
    ['a reply of another person', 'user_id', 'user0']
  ])('%s', async (_, key, value) => {
    const release = handmade(30);
    const line = release.utterances.indexOf(first(release)) + 1;
    const message = await refused((made) => (first(made)[key] = value));
    expect(message).toMatch(new RegExp(`^utterances\\.jsonl: 1 problem\n  line ${line}: `));
  });

  it('one of two replies, by what the history bears out', async () => {
    const message = await refused(({ utterances }) => {
      const row = utterances.find(({ conversation_id, turn }) => conversation_id === 'c4' && turn === 1)!;
      row.conversation_id = 'c3';
    });
    expect(message).toMatch(
      /^utterances\.jsonl: 1 problem\n.*found int\d+ in c3, turn 1, and in c4, turn 1 in line \d+$/
    );
  });
});
