import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { giveAttributes } from './conversations/attributes.ts';
import { converse } from './conversations/conversations.ts';
import { modelRows } from './conversations/model-rows.ts';
import { conversationRows, utteranceRows } from './conversations/rows.ts';
import { topicRows } from './conversations/topic-rows.ts';
import { writeLines } from './line-writer.ts';
import { textFlags } from './metadata/flags.ts';
import { metadataRows, textKeys } from './metadata/rows.ts';
import { writtenNeighbourhoods } from './neighbourhoods/rows.ts';
import { grown, TWIN_SEED } from './random.ts';
import { makePeople } from './survey/people.ts';
import { surveyRows } from './survey/rows.ts';
import { giveStatedPreferences } from './survey/stated-preferences.ts';
import { conversationTexts } from './texts/conversation-texts.ts';
import { surveyTexts } from './texts/survey-texts.ts';

/** The files of a twin by their path in a release, each with its lines; everything is drawn, the lines are written later. */
function twinFiles(): [name: string, lines: Iterable<string>][] {
  const { people, conversations } = converse(makePeople());
  giveAttributes(conversations, giveStatedPreferences(people));
  const written = surveyTexts(people);
  const texts = conversationTexts(conversations);
  const keys = textKeys(people, conversations);
  const lengths = [
    ...texts.flatMap((text) => text.prompts.map((prompt) => prompt.length)),
    ...texts.flatMap((text) => text.replies.flatMap((list) => list.map((reply) => reply.length))),
    ...texts.map((text) => text.feedback.length),
    ...written.map((text) => text.selfDescription.length),
    ...written.map((text) => text.systemString.length)
  ];
  const topicOf = (row: number) => conversations[keys[row]?.conversation ?? -1]?.topic ?? -1;
  const flags = textFlags(keys, (row) => lengths[row] ?? 0, topicOf);
  const openers = texts.map((text) => text.prompts[0] ?? '');
  return [
    ['survey.jsonl', surveyRows(people, written)],
    ['conversations.jsonl', conversationRows(conversations, texts)],
    ['utterances.jsonl', utteranceRows(conversations, texts)],
    ['metadata.jsonl', metadataRows(keys, flags)],
    ['data/models.jsonl', modelRows()],
    ['results/clusters/opening_prompt_text_df_original.csv', topicRows(conversations, openers)],
    ...writtenNeighbourhoods(conversations, texts).map(([name, lines]): [string, Iterable<string>] => [
      `results/clusters/${name}`,
      lines
    ])
  ];
}

/**
 * Writes the synthetic twin of PRISM in the format of the official release: four JSON Lines files, the list of models,
 * the table of topics and the neighbourhoods of near-identical texts, under the official names. The same bytes every time.
 *
 * @param folder where to write; made where it is missing
 * @param log receives one line per file
 * @param seed any whole number: another gives another twin with the same published counts
 */
export async function writeTwin(folder: string, log: (line: string) => void, seed = TWIN_SEED): Promise<void> {
  const files = grown(seed, twinFiles);
  for (const [name, lines] of files) log(`twin: ${name}, ${await writeLines(join(folder, name), lines)} lines`);
}

const SCRIPT = fileURLToPath(import.meta.url);

if (process.argv[1] === SCRIPT) {
  await writeTwin(join(SCRIPT, '..', 'release'), (line) => console.log(line));
}
