import type { Conversations } from './conversations.ts';
import { annotatedTexts, keyOf, type Metadata } from './metadata.ts';
import type { Neighbourhoods } from './neighbourhoods.ts';
import type { Report } from './report.ts';
import type { Survey } from './survey.ts';
import type { Topics } from './topics.ts';
import type { Utterances } from './utterances.ts';

/** The tables as read. */
export interface Read {
  readonly survey: Survey;
  readonly conversations: Conversations;
  readonly utterances: Utterances;
}

/** What was read of the optional files. */
export interface Extras {
  readonly topics: Topics | null;
  readonly metadata: Metadata | null;
  readonly neighbourhoods: ReadonlyMap<string, Neighbourhoods>;
}

type Key = ReturnType<typeof keyOf>;

const prefixes: Readonly<Record<Key, string>> = {
  user_id: 'user',
  conversation_id: 'c',
  interaction_id: 'int',
  utterance_id: 'ut'
};

const TOPICS = 'opening_prompt_text_df_original.csv';
const METADATA = 'metadata.jsonl';

/**
 * Holds the optional files against the tables. They may speak of rows that a subset lacks, or be silent on some; both
 * are told, not refused. So are rows that name another person or another text: their ids may be those of another
 * version.
 */
export function agreeOnExtras(read: Read, { topics, metadata, neighbourhoods }: Extras, report: Report): void {
  const owners = ownersOf(read);
  const compare = (file: string, ids: Iterable<number>, key: Key, what: string): void => {
    const known = owners[key];
    const spoken = new Set(ids);
    const prefix = prefixes[key];
    for (const id of spoken) {
      if (known.has(id)) continue;
      report.warn(file, `rows speak of ${what} that the tables do not hold`, { place: `${prefix}${id}` });
    }
    for (const id of known.keys()) {
      if (spoken.has(id)) continue;
      report.warn(file, `${what} of the tables stand in no row`, { place: `${prefix}${id}` });
    }
  };

  if (topics) {
    compare(TOPICS, topics.keys(), 'conversation_id', 'conversations');
    agreeOnPrompts(read.conversations, topics, report);
  }
  if (metadata) {
    for (const text of annotatedTexts) {
      compare(METADATA, metadata.flags[text].keys(), keyOf(text), `texts (${text})`);
      for (const [id, person] of metadata.people[text]) {
        const key = keyOf(text);
        const owner = owners[key].get(id) ?? person;
        if (owner === person) continue;
        report.warn(METADATA, `rows name another person than the tables do (${text})`, {
          place: `user${person} for ${prefixes[key]}${id}, which is user${owner}’s`
        });
      }
    }
  }
  for (const [file, ids] of neighbourhoods) {
    if (file.includes('response')) compare(file, ids.keys(), 'utterance_id', 'replies');
    else compare(file, ids.keys(), 'conversation_id', 'conversations');
  }
}

/** The person each row belongs to, by the row's id. */
function ownersOf({ survey, conversations, utterances }: Read): Readonly<Record<Key, ReadonlyMap<number, number>>> {
  const pairs = (keys: Int32Array | undefined, people: Int32Array | undefined): Map<number, number> =>
    new Map(Array.from(keys ?? [], (key, row) => [key, people?.[row] ?? -1]));
  const { user_id } = utterances.columns;
  return {
    user_id: pairs(survey.columns.user_id, survey.columns.user_id),
    conversation_id: pairs(conversations.columns.conversation_id, conversations.columns.user_id),
    interaction_id: pairs(utterances.columns.interaction_id, user_id),
    utterance_id: pairs(utterances.columns.utterance_id, user_id)
  };
}

function agreeOnPrompts({ columns, texts }: Conversations, topics: Topics, report: Report): void {
  for (const [row, conversation] of (columns.conversation_id ?? []).entries()) {
    const clustered = topics.get(conversation)?.prompt ?? null;
    if (clustered === null || clustered.toWellFormed() === texts.opening_prompt[row]?.toWellFormed()) continue;
    report.warn(TOPICS, 'orig_text differs from the opening_prompt of the conversation', { place: `c${conversation}` });
  }
}
