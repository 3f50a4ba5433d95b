import conversationFigures from '../../published/conversations.json';
import type { Conversation } from '../conversations/conversation.ts';
import { quantileAt } from '../quantiles.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import { capital, fill } from './fill.ts';
import { FEEDBACK } from './lengths.ts';
import { ODD } from './odd.ts';
import { Once } from './once.ts';
import type { TalkSubject } from './subject.ts';

const GOOD: readonly string[] = [
  'The answers about {thing} were clear.',
  'I liked that it stayed polite.',
  'It gave me ideas I had not thought of.',
  'It was quick and to the point.',
  'The tone was friendly.',
  'It answered what I asked.',
  'It explained both sides of {thing}.',
  'I learned something about {thing}.',
  'It felt almost like talking to {person}.',
  'The examples were useful.',
  'I would use it again {when}.'
];

const BAD: readonly string[] = [
  'The answers about {thing} were vague.',
  'It stopped in the middle of a sentence.',
  'It kept avoiding my question.',
  'Two answers were nearly the same.',
  'It sounded like a leaflet.',
  'It did not know anything about {place}.',
  'It lectured me about {thing}.',
  'I expected more detail.',
  'It repeated itself.',
  'It was too long for {person}.',
  'It got a fact about {thing} wrong.'
];

const EITHER: readonly string[] = [
  'I chose the one that was easier to read.',
  'The first answer was better than the rest.',
  'I cared most about facts here.',
  'It should ask me more questions.',
  'Being honest about what it does not know matters to me.',
  'I would have liked a source.',
  'One reply was empty.',
  'The choice was not easy.',
  'It was neutral about {thing}, as it should be.',
  'It did not take a side on {thing}, which is a pity.',
  'The later turns were better than the start.'
];

/** Feedback that several people gave; 58 repeats, as published. The shortest has two characters. */
const COMMON: readonly (readonly [text: string, times: number])[] = [
  ['Good', 15],
  ['None', 12],
  ['ok', 9],
  ['Nothing', 8],
  ['It was good', 7],
  ['No', 6],
  ['Very good', 5],
  ['n/a', 4]
];

/** The feedback on each conversation: warmer the better the chosen reply was scored. */
export function giveFeedback(conversations: readonly Conversation[], subjects: readonly TalkSubject[]): string[] {
  const random = stream('feedback');
  const once = new Once();
  for (const [text] of COMMON) once.reserve(text);
  const brief = COMMON.flatMap(([text, times]) => Array.from({ length: times }, () => text));
  const places = random.sample(conversations.length, brief.length);
  const given = new Map(places.map((place, index) => [place, brief[index] as string]));
  const { max } = conversationFigures.text_uniques_and_lengths_chars.open_feedback;
  const longest = conversations.findIndex((_, index) => index > 4000 && !given.has(index));
  return conversations.map((conversation, index) => {
    const subject = subjects[index] as TalkSubject;
    const known = given.get(index);
    if (known) return known;
    const score = Math.max(...(conversation.replies[0] ?? []).map((reply) => reply.score));
    const length = index === longest ? max : quantileAt(FEEDBACK, random.unit());
    const text = once.take(
      () => write(random, subject, score, length),
      (drawn) => `${drawn} ${sentence(random, subject, score)}`
    );
    return index === longest ? text.slice(0, max) : text;
  });
}

function write(random: Random, subject: TalkSubject, score: number, length: number): string {
  let text = sentence(random, subject, score);
  if (random.chance(0.004)) text += ` ${random.pick(ODD)}`;
  while (text.length < length * 0.82) text += ` ${sentence(random, subject, score)}`;
  return random.chance(0.1) ? text.toLowerCase().replace(/\.$/, '') : text;
}

function sentence(random: Random, subject: TalkSubject, score: number): string {
  const kind = random.chance(0.3) ? EITHER : random.chance(score / 110) ? GOOD : BAD;
  return capital(fill(random, random.pick(kind), subject));
}
