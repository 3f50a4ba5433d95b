import conversationFigures from '../../published/conversations.json';
import localFigures from '../../published/local_neighbourhoods.json';
import { quantileAt } from '../quantiles.ts';
import type { Quantiles } from '../quantiles.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation, Reply } from './conversation.ts';
import { MODELS } from './models.ts';

/** How likely a model is to say the same twice in a later turn; two were run without sampling. Assumed. */
const REPEATING: Record<string, number> = {
  'luminous-extended-control': 9,
  'luminous-supreme-control': 9,
  'flan-t5-xxl': 6,
  'falcon-7b-instruct': 1.5,
  'claude-2': 0.6,
  'claude-2.1': 0.6,
  'gpt-3.5-turbo': 0.5
};

const OTHERS_REPEATING = 0.12;

const SAME = localFigures.same_context_score_differences.same_participant_same_response;

/** Published quartiles of the gap between a participant's scores for one and the same reply. */
const GAP_OF_ONE: Quantiles = [
  [0, SAME.min],
  [0.25, SAME.p25],
  [0.5, SAME.median],
  [0.75, SAME.p75],
  [1, SAME.max]
];

/**
 * Chooses the later turns in which both replies are the same text (published: 265 more chosen replies than
 * interactions), brings their scores close together and marks both as chosen.
 */
export function repeatInLaterTurns(conversations: readonly Conversation[]): void {
  const random = stream('alike in later turns');
  const turns = conversations.flatMap((conversation) => {
    conversation.repeated = [];
    const weight = REPEATING[MODELS[conversation.model]?.short_name ?? ''] ?? OTHERS_REPEATING;
    return conversation.replies.slice(1).map((_, index) => ({ conversation, turn: index + 1, weight }));
  });
  const wanted = conversationFigures.if_chosen.True - conversationFigures.row_counts.interactions;
  const keyed = turns.map((one) => ({ ...one, key: Math.sqrt(one.weight) * (0.05 + random.unit()) }));
  keyed.sort((a, b) => b.key - a.key);
  for (const { conversation, turn } of keyed.slice(0, wanted)) {
    const [one, two] = conversation.replies[turn] as [Reply, Reply];
    two.score = nearby(one.score, drawGap(random.unit()), random.chance(0.5));
    one.chosen = true;
    two.chosen = true;
    conversation.repeated.push(turn);
  }
}

/**
 * Chooses openers in which two or three models gave the same reply (published: 44 groups of 42 people, three of them
 * of three), never the chosen one, and brings the scores close together without touching who was chosen.
 */
export function repeatInOpeners(conversations: readonly Conversation[]): void {
  const random = stream('alike in openers');
  for (const conversation of conversations) conversation.echoes = [];
  const full = random.shuffle(conversations.filter(({ size }) => size === 4));
  const greetings = full.filter(({ topic }) => topic === 0 || topic === 10).slice(0, 25);
  const pool = [...greetings, ...full.filter(({ topic }) => topic === -1)];
  const sizes = Object.entries(SAME.group_sizes).flatMap(([size, count]) =>
    Array.from({ length: count }, () => Number(size))
  );
  const used = new Set<Person>();
  for (const [index, size] of sizes.entries()) {
    const again = index >= SAME.users;
    const found = pool.find((one) => one.echoes.length === 0 && used.has(one.person) === again);
    if (!found) throw new OutOfReach('alike in openers: too few openers with four replies');
    used.add(found.person);
    echo(random.unit(), found, size);
  }
}

function echo(share: number, conversation: Conversation, size: number): void {
  const opener = conversation.replies[0] ?? [];
  const lost = opener.map((_, index) => index).filter((index) => !opener[index]?.chosen);
  const members = lost.slice(0, size);
  const first = opener[members[0] ?? 0] as Reply;
  const best = Math.max(...opener.map((reply) => reply.score));
  const gap = drawGap(share);
  members.slice(1).forEach((index, place) => {
    const reply = opener[index] as Reply;
    reply.score = Math.min(best, nearby(first.score, place === 0 ? gap : Math.floor(gap / 2), first.score < 50));
  });
  conversation.echoes = members;
}

function drawGap(share: number): number {
  return Math.round(quantileAt(GAP_OF_ONE, share));
}

function nearby(score: number, gap: number, up: boolean): number {
  const wanted = up ? score + gap : score - gap;
  return wanted < 1 || wanted > 100 ? (up ? Math.max(1, score - gap) : Math.min(100, score + gap)) : wanted;
}
