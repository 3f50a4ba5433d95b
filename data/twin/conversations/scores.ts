import type { Calibration } from '../calibration.ts';
import { stream, type Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import { repeatInLaterTurns, repeatInOpeners } from './alike.ts';
import { matchContinuations } from './continuations.ts';
import type { Conversation, Reply } from './conversation.ts';
import { MODELS } from './models.ts';
import { scoresFrom } from './score-scale.ts';
import { makeHabits, topicTastes } from './tastes.ts';
import type { Habits } from './tastes.ts';

/** Spread of conversations around a person's level, in latent points; assumed. */
const CONVERSATION_SPREAD = 7;
/** Spread of the turns of one conversation; assumed. */
const TURN_SPREAD = 9;
/** How much of the chosen opener's surplus carries on into later turns; assumed. */
const CARRIED = 0.42;
/** Share of openers with nearly equal replies; assumed, for the published share of ties. */
const NARROW = 0.07;
/** Shape of the noise within an opener: what is left when tastes are taken away. */
const NOISE = 0.92;
/**
 * How much noisier replies of unloved models are, per unit of effect below 0; assumed. The weakest three lose most
 * battles and still are chosen often enough to fill their published numbers of later utterances.
 */
const ERRATIC = 0.45;

/** A reply with the latent number its score comes from. */
interface Rated {
  reply: Reply;
  latent: number;
  idle: boolean;
}

/**
 * Scores of all turns, who was chosen, and the replies of later turns. A score's latent number is the person's level,
 * the conversation's, and, within an opener, what the person and their groups think of the model, times the person's
 * spread, plus noise. Later turns carry on from the chosen reply. Latent numbers become scores by rank, in the
 * published shape; some sliders are left at 50.
 *
 * @returns the latent level that became 50, for `calibrate.ts`
 */
export function giveScores(conversations: readonly Conversation[], calibration: Calibration): number {
  const habits = makeHabits(conversations, calibration);
  const surplus = new Map<Conversation, { base: number; carried: number }>();
  const rated = [...rateOpeners(conversations, habits, calibration, surplus)];
  matchContinuations(conversations);
  rated.push(...rateLater(conversations, habits, calibration, surplus));
  const latent = Float64Array.from(rated, (one) => one.latent);
  const idle = Uint8Array.from(rated, (one) => Number(one.idle));
  const { scores, middle } = scoresFrom(latent, idle);
  rated.forEach(({ reply }, index) => (reply.score = scores[index] as number));
  for (const { replies } of conversations) replies.forEach(letChosenLead);
  repeatInOpeners(conversations);
  repeatInLaterTurns(conversations);
  return middle;
}

function rateOpeners(
  conversations: readonly Conversation[],
  habits: Map<Person, Habits>,
  calibration: Calibration,
  surplus: Map<Conversation, { base: number; carried: number }>
): Rated[] {
  const random = stream('opener scores');
  const effects = MODELS.map((model) => calibration.models[model.short_name] ?? 0);
  const noise = effects.map((effect) => NOISE * (1 + ERRATIC * Math.max(0, -effect)));
  const byTopic = topicTastes();
  const all: Rated[] = [];
  for (const conversation of conversations) {
    const { level, spread, idle, tastes } = habits.get(conversation.person) as Habits;
    const base = level + CONVERSATION_SPREAD * random.normal();
    const width = calibration.openerSpread * spread * openerWidth(random);
    const topical = byTopic[conversation.topic + 1] as Float64Array;
    let best: Rated | null = null;
    for (const reply of conversation.replies[0] ?? []) {
      const liking = (effects[reply.model] ?? 0) + (tastes[reply.model] ?? 0) + (topical[reply.model] ?? 0);
      const latent = base + width * (liking + (noise[reply.model] ?? NOISE) * random.normal());
      const left = random.unit() < idle * (Math.abs(latent - calibration.middle) < 20 ? 1.6 : 0.6);
      const one = { reply, latent: left ? calibration.middle : latent, idle: left };
      reply.chosen = false;
      all.push(one);
      if (!best || one.latent > best.latent) best = one;
    }
    if (!best) continue;
    best.reply.chosen = true;
    conversation.model = best.reply.model;
    surplus.set(conversation, { base, carried: CARRIED * (best.latent - base - calibration.openerSpread) });
  }
  return all;
}

/** How far apart the replies of an opener lie, 1 on average; some openers leave nothing to choose. Assumed. */
function openerWidth(random: Random): number {
  return random.chance(NARROW) ? 0.15 : Math.max(0.4, 1.05 + 0.25 * random.normal());
}

function rateLater(
  conversations: readonly Conversation[],
  habits: Map<Person, Habits>,
  calibration: Calibration,
  surplus: Map<Conversation, { base: number; carried: number }>
): Rated[] {
  const all: Rated[] = [];
  for (const [index, conversation] of conversations.entries()) {
    // A stream of its own, so that a conversation keeps its scores when another one grows.
    const random = stream(`later scores ${index}`);
    const { spread, idle } = habits.get(conversation.person) as Habits;
    const { base, carried } = surplus.get(conversation) ?? { base: 0, carried: 0 };
    conversation.replies.length = 1;
    for (let turn = 1; turn < conversation.turns; turn++) {
      const shift = calibration.laterShift + (calibration.turns[turn - 1] ?? 0);
      const level = base + carried + shift + TURN_SPREAD * random.normal();
      const narrower = Math.max(0.7, 1.04 - 0.04 * turn);
      const width = calibration.laterSpread * spread * narrower * Math.max(0.15, 1 + 0.6 * random.normal());
      const pair = [0, 1].map((withinTurn): Rated => {
        const latent = level + width * random.normal();
        const left = random.unit() < idle * (Math.abs(latent - calibration.middle) < 20 ? 1.6 : 0.6);
        const reply = { model: conversation.model, score: 0, chosen: false, withinTurn };
        return { reply, latent: left ? calibration.middle : latent, idle: left };
      });
      const [one, two] = pair as [Rated, Rated];
      (one.latent >= two.latent ? one : two).reply.chosen = true;
      conversation.replies.push([one.reply, two.reply]);
      all.push(one, two);
    }
  }
  return all;
}

/** Where a slider left at 50 overtook the chosen reply by a rounding, the two exchange scores. */
function letChosenLead(replies: readonly Reply[]): void {
  const chosen = replies.find((reply) => reply.chosen);
  const best = replies.reduce((high, reply) => (reply.score > high.score ? reply : high));
  if (!chosen || best.score === chosen.score) return;
  [best.score, chosen.score] = [chosen.score, best.score];
}
