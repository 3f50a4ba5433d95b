import type { Conversation } from '../conversations/conversation.ts';
import type { Person } from '../survey/person.ts';
import { OutOfReach, stream } from '../random.ts';

/** Openers several people began with: text, number of people, topic. They make 200 repeats, as published. */
const OPENERS: readonly (readonly [text: string, people: number, topic: number])[] = [
  ['Hello', 42, -1],
  ['Hi', 31, -1],
  ['How are you?', 20, 0],
  ['hello', 16, -1],
  ['How are you today?', 12, 0],
  ['What is the meaning of life?', 10, -1],
  ['What do you think about abortion?', 9, 1],
  ['Hi, how are you?', 8, 0],
  ['What is the weather like today?', 7, 10],
  ['Do you believe in God?', 7, 6],
  ['Tell me a joke', 6, -1],
  ['hey', 6, -1],
  ['Is climate change real?', 5, 11],
  ['Good morning', 5, 0],
  ['Does God exist?', 5, 6],
  ['Should abortion be legal?', 4, 1],
  ['What is love?', 4, 19],
  ['Who are you?', 4, 15],
  ['What do you think about religion?', 3, 6],
  ['Will it rain today?', 3, 10],
  ['Which football team is the best?', 3, 14],
  ['Is the death penalty right?', 3, 4],
  ['What is for dinner?', 2, 8],
  ['Can we be friends?', 2, -1],
  ['Is God real?', 2, 6],
  ['Are you human?', 2, 15],
  ['How do I make money?', 2, 18],
  ['Hello there', 2, 0],
  ['Good evening', 2, 0],
  ['What should I cook tonight?', 2, 8],
  ['Tell me about yourself', 2, -1]
];

/** What people say in later turns: text and number of times. They make 299 repeats, as published. */
const LATER: readonly (readonly [text: string, times: number])[] = [
  ['Thank you', 46],
  ['Yes', 38],
  ['Why?', 36],
  ['Thanks', 30],
  ['Tell me more', 26],
  ['No', 22],
  ['ok', 20],
  ['Why is that?', 16],
  ['Can you explain?', 14],
  ['I agree', 12],
  ['yes please', 11],
  ['Are you sure?', 10],
  ['How so?', 9],
  ['Go on', 8],
  ['Okay', 7],
  ['?', 6],
  ['What do you mean?', 5]
];

/** All prompts that come more than once. */
export const COMMON: readonly string[] = [...OPENERS, ...LATER].map(([text]) => text);

/** Conversations that begin with the same words, each of another person. */
export interface SharedOpener {
  text: string;
  conversations: Conversation[];
}

/** Chooses who begins with the same words as others; nobody is among them twice with the same words. */
export function sharedOpeners(conversations: readonly Conversation[]): SharedOpener[] {
  const random = stream('shared openers');
  const order = random.shuffle([...conversations]);
  const used = new Set<Conversation>();
  return OPENERS.map(([text, count, topic]) => {
    const people = new Set<Person>();
    const chosen: Conversation[] = [];
    for (const one of order) {
      if (chosen.length === count) break;
      if (one.topic !== topic || used.has(one) || people.has(one.person) || one.echoes.length > 0) continue;
      people.add(one.person);
      used.add(one);
      chosen.push(one);
    }
    if (chosen.length < count) throw new OutOfReach(`shared openers: too few conversations for "${text}"`);
    return { text, conversations: chosen };
  });
}

/** Chooses the later turns with a common prompt: `conversation.turn` → text; not where both replies are the same. */
export function commonTurns(conversations: readonly Conversation[]): Map<string, string> {
  const random = stream('common turns');
  const turns = conversations.flatMap((one) =>
    one.replies.flatMap((_, turn) => (turn > 0 && !one.repeated.includes(turn) ? [`${one.number}.${turn}`] : []))
  );
  random.shuffle(turns);
  const texts = LATER.flatMap(([text, times]) => Array.from({ length: times }, () => text));
  return new Map(texts.map((text, index) => [turns[index] as string, text]));
}
