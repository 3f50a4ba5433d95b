import type { Pairs } from './pair-up.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { RecipeSplit } from './recipe.ts';
import { partNames } from './split.ts';

/** What a part of a split holds. */
export interface SplitPart {
  readonly name: (typeof partNames)[number];
  readonly pairs: number;
  readonly people: number;
  readonly conversations: number;
}

/** The parts of a split, and how many people, conversations, messages and replies are in more than one of them. */
export interface SplitReport {
  readonly parts: readonly SplitPart[];
  readonly shared: {
    readonly people: number;
    readonly conversations: number;
    readonly messages: number;
    readonly replies: number;
  };
}

/** What a way to split promises not to share between its parts. */
export const promised: Readonly<Record<Exclude<RecipeSplit, 'none'>, readonly (keyof SplitReport['shared'])[]>> = {
  person: ['people', 'conversations', 'messages', 'replies'],
  conversation: ['conversations', 'messages', 'replies'],
  time: ['conversations', 'messages', 'replies']
};

/** For each thing that pairs belong to a bit for each part it is in. */
function partsById(parts: Uint8Array, rows: Int32Array, position: (row: number) => number, size: number): Uint8Array {
  const bits = new Uint8Array(size);
  for (let i = 0; i < rows.length; i++) bits[position(rows[i]!)]! |= 1 << parts[i]!;
  return bits;
}

const count = (bits: Uint8Array, is: (own: number) => boolean) => bits.reduce((sum, own) => sum + (is(own) ? 1 : 0), 0);

/** Whether a set of bits has more than one. */
const several = (bits: number) => (bits & (bits - 1)) !== 0;

/** Looks at the pairs of each part, whatever way they were split. */
export function splitReport(replies: RepliesToPair, { chosen, rejected }: Pairs, parts: Uint8Array): SplitReport {
  const { person, conversation, message, ids, rows } = replies;
  const people = partsById(parts, chosen, (row) => person[row]!, ids.person.length);
  const conversations = partsById(parts, chosen, (row) => conversation[row]!, ids.conversation.length);
  const messages = partsById(parts, chosen, (row) => message[row]!, ids.message.length);
  const single = partsById(parts, chosen, (row) => row, rows);
  for (let i = 0; i < rejected.length; i++) single[rejected[i]!]! |= 1 << parts[i]!;
  return {
    parts: partNames.flatMap((name, part) => {
      const pairs = count(parts, (own) => own === part);
      const has = (own: number) => (own & (1 << part)) !== 0;
      return pairs === 0 ? [] : [{ name, pairs, people: count(people, has), conversations: count(conversations, has) }];
    }),
    shared: {
      people: count(people, several),
      conversations: count(conversations, several),
      messages: count(messages, several),
      replies: count(single, several)
    }
  };
}
