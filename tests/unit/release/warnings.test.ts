import { describe, expect, it } from 'vitest';
import { readRelease } from '../../../src/lib/release/read.ts';
import { handmade, type Handmade, type Row } from './handmade.ts';
import { files } from './write.ts';

const quiet = (): void => undefined;

/** What is said of a release of 30 people after a change, by message. */
async function warnings(change: (release: Handmade) => void): Promise<Map<string, number>> {
  const release = handmade(30);
  change(release);
  const read = await readRelease(files(release), quiet);
  return new Map(read.warnings.map(({ file, message, count }) => [`${file}: ${message}`, count]));
}

/** Replies after the opener, with the conversation and turn. */
const laterTurn = (release: Handmade): Row[] =>
  release.utterances.filter(({ conversation_id, turn }) => conversation_id === 'c1' && turn === 1);

/** What may differ without damage, and what the report says of it. */
const oddities: Record<string, [change: (release: Handmade) => void, message: string, count: number]> = {
  'an opening prompt that differs from the history': [
    ({ conversations }) => (conversations[2]!.opening_prompt = 'another'),
    'conversations.jsonl: opening_prompt differs from the first message of conversation_history',
    1
  ],
  'a prompt that was clustered in other words': [
    ({ topics }) => topics.slice(1, 4).forEach((record) => (record[3] = 'another')),
    'opening_prompt_text_df_original.csv: orig_text differs from the opening_prompt of the conversation',
    3
  ],
  'a later turn without a choice': [
    (release) => laterTurn(release).forEach((row) => (row.if_chosen = false)),
    'utterances.jsonl: later turns have no chosen reply',
    1
  ],
  'a later turn with two different choices': [
    (release) =>
      laterTurn(release).forEach((row, index) => Object.assign(row, { if_chosen: true, model_response: `${index}` })),
    'utterances.jsonl: later turns have chosen replies with different texts',
    1
  ],
  'a later turn with another model': [
    (release) => laterTurn(release).forEach((row) => (row.model_name = 'a-model-nobody-knows')),
    'utterances.jsonl: later turns hold replies of another model than the one chosen at the opener',
    1
  ],
  'an opener with one model twice': [
    ({ utterances }) => (utterances[1]!.model_name = utterances[0]!.model_name!),
    'utterances.jsonl: openers hold two replies of one model',
    1
  ],
  'a model with two providers': [
    ({ utterances }) => (utterances.at(-1)!.model_provider = 'elsewhere'),
    'utterances.jsonl: replies name another provider than other replies of their model',
    1
  ],
  'ids of replies in another order': [
    ({ utterances }) => {
      const ids = utterances.map((row) => row.utterance_id!);
      [ids[0], ids[ids.length - 1]] = [ids.at(-1)!, ids[0]!];
      utterances.forEach((row, index) => (row.utterance_id = ids[index]!));
    },
    'utterances.jsonl: utterance ids do not rise with conversation and turn',
    2
  ],
  'a model that the table of models leaves out': [
    ({ models }) => models.shift(),
    'utterances.jsonl: models.jsonl has no row for the model "command"',
    handmade(30).utterances.filter((row) => row.model_name === 'command').length
  ],
  'links of models that lead nowhere': [
    ({ models }) =>
      ['/nowhere', 'javascript:alert(1)', 'http://[::', ' https://example.org/card '].forEach(
        (link, index) => (models[index]!.link = link)
      ),
    'models.jsonl: link is not the address of a web page, and was left out',
    3
  ],
  'annotations of another person': [
    ({ metadata }) =>
      metadata
        .filter((row) => row.column_id === 'model_response')
        .slice(0, 5)
        .forEach((row) => (row.user_id = 'user29')),
    'metadata.jsonl: rows name another person than the tables do (model_response)',
    5
  ],
  'a language that contradicts its flag': [
    ({ metadata }) => (metadata[1]!.en_flag = !metadata[1]!.en_flag),
    'metadata.jsonl: en_flag and language_flag disagree',
    1
  ],
  'a person said to be in the balanced sample who is not': [
    ({ survey }) => (survey[0]!.included_in_balanced_subset = true),
    'survey.jsonl: included_in_balanced_subset of people differs from that of their conversations',
    1
  ],
  'a person with neither conversation nor mark': [
    ({ survey }) => (survey[3]!.survey_only = false),
    'survey.jsonl: people without survey_only held no conversation',
    1
  ],
  'a frequency of use from someone who was not asked': [
    ({ survey }) => (survey[2]!.lm_frequency_use = 'Every day'),
    'survey.jsonl: lm_frequency_use and lm_usecases disagree on who was asked',
    1
  ],
  'two sliders in one place': [
    ({ survey }) => ((survey[2]!.order_stated_prefs as Row).safety = 1),
    'survey.jsonl: order_stated_prefs names a place twice',
    1
  ]
};

describe('a release is read with a word on', () => {
  it.each(Object.entries(oddities))('%s', async (_, [change, message, count]) => {
    const told = await warnings(change);
    expect(told.get(message), [...told.keys()].join('\n')).toBe(count);
  });

  it('interactions that are numbered by number rather than by text', async () => {
    const told = await warnings(({ utterances, metadata }) => {
      const numbers = new Map<unknown, number>();
      for (const row of utterances) if (!numbers.has(row.interaction_id)) numbers.set(row.interaction_id, numbers.size);
      for (const row of [...utterances, ...metadata]) {
        const number = numbers.get(row.interaction_id);
        if (number !== undefined) row.interaction_id = `int${number}`;
      }
    });
    const message = 'utterances.jsonl: interaction ids do not rise with the conversation id as text, and turn';
    // Of 53 conversations only c9 and c10 stand next to each other in the wrong order.
    expect(told.get(message)).toBe(1);
  });
});
