import type { Conversation, ConversationType } from '../conversations/conversation.ts';
import { quantileAt } from '../quantiles.ts';
import type { Random } from '../random.ts';
import { capital, fill } from './fill.ts';
import { FOLLOW_UPS, OPENING_PROMPTS } from './lengths.ts';
import { ODD } from './odd.ts';
import type { TalkSubject } from './subject.ts';

/** Opening prompts for any subject, by the type of the conversation. */
const ASKS: Record<ConversationType, readonly string[]> = {
  unguided: [
    'Tell me something about {thing}',
    'Can you help me with {thing}?',
    'What should I know about {thing}?',
    'Give me some ideas on {thing}',
    'I would like to learn more about {thing}',
    'What is the best thing about {thing}?',
    'Explain {thing} to {person}',
    'How does {thing} work in {place}?'
  ],
  'values guided': [
    'How important is {thing} to a good life?',
    'I feel strongly about {thing}, what is your view?',
    'Is it wrong to care little about {thing}?',
    'My parents taught me that {thing} comes first',
    'What role should {thing} play in raising children?',
    'Would you say {thing} is a matter of right and wrong?',
    'I think {thing} deserves more respect than it gets {when}'
  ],
  'controversy guided': [
    'What is your opinion on {thing}?',
    'Why do people fight about {thing}?',
    'Do you agree that {thing} has gone too far?',
    'Which side is right about {thing}?',
    'Should people in {place} be allowed to protest against {thing}?',
    'Convince me that I am wrong about {thing}',
    'Is the media honest about {thing}?'
  ]
};

const CONTEXT: readonly string[] = [
  'I live in {place} and it matters here.',
  'I have been thinking about it since last week.',
  'My family does not agree with me.',
  'I need it {when}.',
  'Please be brief.',
  'Please give me details.',
  'I have read a bit about {thing} already.',
  'It came up when I talked to {person}.',
  'I am not an expert.',
  'Money is a concern.',
  'I want an honest answer.',
  'There is also {thing} to consider.',
  'In {place} people see it differently.',
  'I am curious what you make of it.',
  'I would like to understand both sides.',
  'Nobody I asked could tell me.'
];

const TURNS: readonly string[] = [
  'Can you say more about {thing}?',
  'But what about {thing}?',
  'And how is that in {place}?',
  'I do not agree with you on {thing}',
  'What would you tell {person} then?',
  'Why do you think so?',
  'Give me an example of {thing}',
  'That sounds right, but {thing} worries me',
  'Can you make that shorter for {person}?',
  'How would that help me {when}?',
  'What do people in {place} say about it?',
  'Okay, and {thing}?',
  'You did not answer my question about {thing}',
  'I had not thought of {thing}, thank you',
  'Is there a risk with {thing}?',
  'Who decides about {thing}?',
  'So you think {thing} is fine?',
  'What if I live in {place}?',
  'Where can {person} find out more about {thing}?',
  'Please list the main points on {thing}',
  'Let us talk about {thing} instead',
  'Do you have a source for that about {thing}?',
  'How much would it cost {person}?',
  'Which one would you pick {when}?'
];

/** An opening prompt of about the drawn length. */
export function openingPrompt(random: Random, { type }: Conversation, subject: TalkSubject): string {
  const target = quantileAt(OPENING_PROMPTS, random.unit());
  const short =
    target < 24
      ? [random.pick(['{thing}', '{thing}?', 'about {thing}', 'I like {thing}', '{thing} in {place}?'])]
      : null;
  const asks = short ?? (random.chance(0.62) ? subject.asks : ASKS[type]);
  return grow(random, fill(random, random.pick(asks), subject), target, subject);
}

/** What a person says after a reply. */
export function followUp(random: Random, subject: TalkSubject): string {
  const target = quantileAt(FOLLOW_UPS, random.unit());
  return grow(random, fill(random, random.pick(TURNS), subject), target, subject);
}

/** A prompt that was drawn before, made longer. */
export function longer(random: Random, text: string, subject: TalkSubject): string {
  return `${text} ${fill(random, random.pick(CONTEXT), subject)}`;
}

function grow(random: Random, start: string, target: number, subject: TalkSubject): string {
  let text = random.chance(0.8) ? capital(start) : start;
  if (random.chance(0.12)) text = text.replace(/[?.]$/, '');
  if (random.chance(0.004)) text += ` ${random.pick(ODD)}`;
  while (target - text.length > 24) {
    const end = /[?.!]$/.test(text) ? '' : '.';
    text += `${end} ${fill(random, random.pick(CONTEXT), subject)}`;
  }
  return text;
}
