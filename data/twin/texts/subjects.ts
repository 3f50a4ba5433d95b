import type { Random } from '../random.ts';
import { ANYTHING } from './subjects-of-anything.ts';
import { CONFLICT } from './subjects-of-conflict.ts';
import { HOME } from './subjects-of-home.ts';
import { LEISURE } from './subjects-of-leisure.ts';
import { SOCIETY } from './subjects-of-society.ts';
import type { TalkSubject } from './subject.ts';

const BY_TOPIC: Record<number, TalkSubject> = { ...HOME, ...LEISURE, ...CONFLICT, ...SOCIETY };

/**
 * The vocabulary of one conversation on a topic: mostly about one thing, now and then about two others. Conversations
 * without a topic (-1) get any of several vocabularies.
 */
export function subjectOf(random: Random, topic: number): TalkSubject {
  const whole = BY_TOPIC[topic] ?? random.pick(ANYTHING);
  const [main, ...others] = random.shuffle([...whole.things]).slice(0, 3) as [string, ...string[]];
  return { ...whole, things: [main, main, main, main, main, ...others] };
}
