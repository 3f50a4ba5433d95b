import conversationFigures from '../../published/conversations.json';
import scoreFigures from '../../published/scores.json';
import { MODELS } from '../conversations/models.ts';
import type { Random } from '../random.ts';
import { capital, fill } from './fill.ts';
import { ODD } from './odd.ts';
import type { PlannedReply } from './reply-plan.ts';
import { CLOSING_QUESTIONS, GENERAL, HEADINGS, INTRODUCTIONS, LEADS, NOT_A_PERSON, REFUSALS } from './sentences.ts';
import type { TalkSubject } from './subject.ts';

/**
 * How often a family's replies refuse, say they are no person, list, or end with a question; assumed, so that the
 * published shares of all openers come out.
 */
interface Manner {
  refuses: number;
  noPerson: number;
  lists: number;
  asks: number;
}

const MANNERS: Record<string, Manner> = {
  Anthropic: { refuses: 0.07, noPerson: 0.109, lists: 0.15, asks: 0.2 },
  Cohere: { refuses: 0.02, noPerson: 0.197, lists: 0.15, asks: 0.35 },
  OpenAI: { refuses: 0.03, noPerson: 0.126, lists: 0.2, asks: 0.05 },
  Meta: { refuses: 0.08, noPerson: 0.126, lists: 0.25, asks: 0.2 },
  Google: { refuses: 0.02, noPerson: 0.06, lists: 0.2, asks: 0.12 },
  'Aleph Alpha': { refuses: 0.01, noPerson: 0.02, lists: 0.02, asks: 0.02 }
};

/** How often a reply that does not say it is no person introduces itself. */
const INTRODUCED = 0.032;

const OTHER_MANNER: Manner = { refuses: 0.02, noPerson: 0.073, lists: 0.2, asks: 0.1 };

/**
 * How much the odds of a mark grow with the score, per standard deviation of scores; assumed, so that a regression of
 * scores on the marks and the length has coefficients of the published signs, near the published sizes.
 */
const LIKED = { refuses: -0.35, noPerson: -0.18, introduces: -0.16, lists: -0.12, asks: -0.1, breaks: -0.85 };

/** Topics on which models refuse. */
const DISPUTED = new Set([1, 2, 3, 4, 6, 13, 17, 20, 21]);

/** Families that stop in the middle of a sentence when their tokens run out. */
const CUT_SHORT = new Set(['Meta', 'HuggingFace', 'Other OA', 'Mistral']);

/** Characters of the longest reply, as published. */
const LONGEST = conversationFigures.text_uniques_and_lengths_chars.model_response.max;

/** A reply on a subject of about the planned length. */
export function writeReply(
  random: Random,
  { conversation, reply, length }: PlannedReply,
  subject: TalkSubject
): string {
  const family = MODELS[reply.model]?.model_family ?? '';
  const manner = MANNERS[family] ?? OTHER_MANNER;
  const say = (templates: readonly string[]) => capital(fill(random, random.pick(templates), subject));
  const liked = (reply.score - scoreFigures.score_all_68371.mean) / scoreFigures.score_all_68371.std;
  const has = (share: number, mark: keyof typeof LIKED) => random.chance(tilted(share, LIKED[mark] * liked));
  const parts: string[] = [];
  if (has(manner.refuses * (DISPUTED.has(conversation.topic) ? 1.8 : 0.5), 'refuses')) parts.push(say(REFUSALS));
  if (has(manner.noPerson, 'noPerson')) parts.push(say(NOT_A_PERSON));
  else if (has(INTRODUCED, 'introduces')) parts.push(say(INTRODUCTIONS));
  if (length > 120 && random.chance(0.45)) parts.push(say(LEADS));
  if (random.chance(0.003)) parts.push(random.pick(ODD));
  const closing = length > 160 && has(manner.asks, 'asks') ? say(CLOSING_QUESTIONS) : '';
  const room = length - closing.length;
  const list = length > 380 && has(manner.lists * 1.6, 'lists');
  const breaks = !list && length > 500 && has(0.55, 'breaks');
  const start = parts.join(' ');
  const body = list ? listOf(random, start, room, subject) : proseOf(random, start, room, breaks, subject);
  const text = closing ? `${body} ${closing}` : body;
  const cut = CUT_SHORT.has(family) && length > 700 && !closing && random.chance(0.5);
  return cut || text.length > length * 1.2 + 20 || text.length > LONGEST ? shortened(text, length) : text;
}

/** The share whose log-odds are `by` away from those of `share`. */
function tilted(share: number, by: number): number {
  const odds = (share / (1 - share)) * Math.exp(by);
  return odds / (1 + odds);
}

/** A reply that was drawn before, made longer. */
export function moreReply(random: Random, text: string, subject: TalkSubject): string {
  return `${text} ${fill(random, random.pick(GENERAL), subject)}`;
}

/** Steps through the general sentences that reach each of them once; none divides their number. */
const STEPS = [1, 3, 5, 7, 9, 13, 15, 17, 19, 21, 23, 25].filter((step) => coprime(step, GENERAL.length));

function coprime(one: number, two: number): boolean {
  return two === 0 ? one === 1 : coprime(two, one % two);
}

/** Sentences in random order, the subject's own ones mixed with general ones, none twice before all were used. */
function* sentences(random: Random, subject: TalkSubject): Generator<string> {
  for (;;) {
    const own = random.shuffle([...subject.facts]);
    const step = random.pick(STEPS);
    let at = random.below(GENERAL.length);
    for (let index = 0; index < GENERAL.length; at = (at + step) % GENERAL.length) {
      const special = own.length > 0 && random.chance(0.5);
      yield fill(random, special ? (own.pop() as string) : (GENERAL[at] as string), subject);
      if (!special) index += 1;
    }
    for (const template of own) yield fill(random, template, subject);
  }
}

function proseOf(random: Random, start: string, length: number, breaks: boolean, subject: TalkSubject): string {
  let text = start;
  let since = 0;
  for (const sentence of sentences(random, subject)) {
    const gap = text === '' ? '' : breaks && since > 2 && random.chance(0.5) ? '\n\n' : ' ';
    if (text !== '' && text.length + sentence.length * 0.6 > length) break;
    since = gap === '\n\n' ? 0 : since + 1;
    text += gap + sentence;
  }
  return text;
}

function listOf(random: Random, start: string, length: number, subject: TalkSubject): string {
  let text = start || capital(fill(random, 'Here are some points on {thing}:', subject));
  const bullets = random.chance(0.3);
  const headings = random.shuffle([...HEADINGS]);
  let number = 1;
  for (const sentence of sentences(random, subject)) {
    if (text.length + sentence.length * 0.6 > length) break;
    const mark = bullets ? '-' : `${number}.`;
    text += `${number === 1 ? '\n\n' : '\n'}${mark} ${headings[number % headings.length]}: ${sentence}`;
    number += 1;
  }
  return text;
}

function shortened(text: string, length: number): string {
  const end = text.lastIndexOf(' ', Math.max(12, Math.round(length)));
  return end > 0 ? text.slice(0, end) : text;
}
