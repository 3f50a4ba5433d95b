import figures from '../../published/local_neighbourhoods.json';
import conversationFigures from '../../published/conversations.json';
import { compareByCodePoints } from '../../../src/lib/release/reply-neighbourhoods.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { stream } from '../random.ts';
import type { ConversationTexts } from '../texts/conversation-texts.ts';
import { growNeighbourhoods } from './grow.ts';
import type { NeighbourhoodLevel } from './grow.ts';

/** The published distances, and how the authors' files write them. */
const DISTANCES = ['0.05', '0.125', '0.2'] as const;

/** Greetings so near to "Hello" that they share its neighbourhood of 60, as published. */
const HELLO = ['Hello', 'hello', 'Hello there'];

/**
 * The lines of the six `local_clusters_*.csv`: near-identical opening prompts and replies at three distances, with the
 * published numbers of neighbourhoods. As in the authors' files, rows name the conversation alone, and come in the order
 * of their texts as Python sorts them.
 */
export function writtenNeighbourhoods(
  conversations: readonly Conversation[],
  texts: readonly ConversationTexts[]
): [name: string, lines: Iterable<string>][] {
  const prompts = growNeighbourhoods(
    stream('neighbourhoods of prompts'),
    promptsOf(conversations, texts),
    DISTANCES.map(promptLevel)
  );
  const replies = growNeighbourhoods(
    stream('neighbourhoods of replies'),
    repliesOf(conversations, texts),
    DISTANCES.map(replyLevel)
  );
  const openers = byText(
    conversations,
    texts.map((text) => text.prompts.slice(0, 1))
  );
  const answers = byText(
    conversations,
    texts.map((text) => text.replies.flat())
  );
  return DISTANCES.flatMap((distance, level) => {
    const end = `${distance.replace('.', '-')}.csv`;
    return [
      [`local_clusters_opening_prompt_${end}`, table(openers, prompts[level] as Int32Array)],
      [`local_clusters_model_response_${end}`, table(answers, replies[level] as Int32Array)]
    ] as [string, Iterable<string>][];
  });
}

function promptLevel(distance: (typeof DISTANCES)[number]): NeighbourhoodLevel {
  const published = figures.opening_prompt_neighbourhoods[distance];
  const members = conversationFigures.row_counts.conversations - published.singletons;
  return { groups: published.non_singletons, members, largest: published.max_k, lonely: published.ego_non_singletons };
}

function replyLevel(distance: (typeof DISTANCES)[number]): NeighbourhoodLevel {
  const published = figures.model_response_clusters[distance];
  const members = conversationFigures.row_counts.utterances - published.singletons;
  return { groups: published.non_singletons, members, largest: published.max, lonely: null };
}

function promptsOf(conversations: readonly Conversation[], texts: readonly ConversationTexts[]) {
  const openers = texts.map((text) => text.prompts[0] ?? '');
  return {
    size: conversations.length,
    same: repeated(openers.map((text) => (HELLO.includes(text) ? 'Hello' : text))),
    kin: (text: number) => conversations[text]?.topic ?? -1,
    owner: (text: number) => conversations[text]?.person.number ?? -1
  };
}

function repliesOf(conversations: readonly Conversation[], texts: readonly ConversationTexts[]) {
  const replies = texts.flatMap((text) => text.replies.flat());
  const owners = conversations.flatMap(({ number, replies: turns }) => turns.flatMap((list) => list.map(() => number)));
  return {
    size: replies.length,
    same: repeated(replies),
    kin: (text: number) => owners[text] ?? -1,
    owner: () => 0
  };
}

function repeated(texts: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  });
  return [...places.values()].filter((list) => list.length > 1);
}

/** A text that is grouped: its place among those of its kind, and the row's ids. */
interface Grouped {
  readonly place: number;
  readonly text: string;
  readonly ids: string;
}

/** The texts of all conversations in the order of their code points; equal ones as they come. */
function byText(conversations: readonly Conversation[], texts: readonly (readonly string[])[]): Grouped[] {
  const rows = conversations.flatMap(({ number, person }, index) =>
    (texts[index] ?? []).map((text) => ({ text, ids: `c${number},user${person.number}` }))
  );
  return rows.map((row, place) => ({ ...row, place })).sort((a, b) => compareByCodePoints(a.text, b.text));
}

function* table(rows: readonly Grouped[], numbers: Int32Array): Generator<string> {
  yield 'conversation_id,user_id,cluster_membership';
  for (const { ids, place } of rows) yield `${ids},${numbers[place]}`;
}
