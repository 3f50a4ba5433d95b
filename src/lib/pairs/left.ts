import type { MadePairs } from './made-pairs.ts';
import type { Pairs } from './pair-up.ts';
import type { RepliesToPair } from './rated-replies.ts';
import { sideSums, type SideSums } from './side-sums.ts';
import { ofConversations, ofPeople, type Who } from './who-columns.ts';

/** Fewer people who were dropped whole tell nothing: then their conversations are compared. */
const ENOUGH_DROPPED = 30;

/** Who is left and who was dropped by one column. */
export interface LeftBy {
  readonly column: string;
  /** What is counted: people, or conversations of people who may be on both sides. */
  readonly unit: 'people' | 'conversations';
  readonly levels: readonly LevelLeft[];
}

/** A level on both sides; how many people of it, whatever they are counted by, have pairs in the end. */
export interface LevelLeft extends SideSums {
  readonly peopleLeft: number;
}

/** 1 for each position that some pair has. */
function met({ chosen }: Pairs, position: Int32Array, size: number): Uint8Array {
  const found = new Uint8Array(size);
  for (const row of chosen) found[position[row]!] = 1;
  return found;
}

/** The values of a column by the ids of other rows; −1 where there is none. */
function lookedUp(ids: Int32Array, keys: Int32Array, values: Int32Array): Int32Array {
  const at = new Map(Array.from(keys, (key, row) => [key, values[row]!]));
  return ids.map((id) => at.get(id) ?? -1);
}

/**
 * Whom and what a recipe leaves, against whom and what its cuts dropped of those with pairs after the first step: by people
 * where enough were dropped whole, else by conversations.
 */
export function leftAgainstDropped(replies: RepliesToPair, { first, ...last }: MadePairs, who: Who): LeftBy[] {
  const { person, conversation, ids, rows } = replies;
  const [people, stay] = [first, last].map((pairs) => met(pairs, person, ids.person.length)) as [
    Uint8Array,
    Uint8Array
  ];
  const [talks, kept] = [first, last].map((pairs) => met(pairs, conversation, ids.conversation.length)) as [
    Uint8Array,
    Uint8Array
  ];
  const whose = new Int32Array(ids.conversation.length);
  for (let row = 0; row < rows; row++) whose[conversation[row]!] = person[row]!;
  const positions = (there: Uint8Array) => [...there.keys()].filter((at) => there[at] === 1);
  const ofPerson = positions(people);
  const ofTalk = positions(talks).sort((a, b) => whose[a]! - whose[b]! || a - b);
  const dropped = ofPerson.filter((at) => stay[at] === 0).length;

  function by(column: string, unit: LeftBy['unit'], codes: Int32Array, perPerson: boolean): LeftBy {
    const levels = 1 + Math.max(-1, ...codes);
    const units =
      unit === 'people'
        ? { person: ofPerson, side: ofPerson.map((at) => 1 - stay[at]!), code: ofPerson.map((at) => codes[at]!) }
        : {
            person: ofTalk.map((at) => whose[at]!),
            side: ofTalk.map((at) => 1 - kept[at]!),
            code: ofTalk.map((at) => codes[perPerson ? whose[at]! : at]!)
          };
    const left = Array.from({ length: levels }, () => new Set<number>());
    units.person.forEach((at, i) => units.side[i] === 0 && left[units.code[i]!]?.add(at));
    return {
      column,
      unit,
      levels: sideSums(units, levels).map((sums) => ({ ...sums, peopleLeft: left[sums.code]!.size }))
    };
  }

  return [
    ...ofPeople.map((column) => {
      const codes = lookedUp(ids.person, who.people.user_id!, who.people[column]!);
      return by(column, dropped >= ENOUGH_DROPPED ? 'people' : 'conversations', codes, true);
    }),
    ...ofConversations.map((column) => {
      const codes = lookedUp(ids.conversation, who.conversations.conversation_id!, who.conversations[column]!);
      return by(column, 'conversations', codes, false);
    })
  ];
}
