import pairwise from '../../published/pairwise_win_matrix.json';
import { stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation } from './conversation.ts';
import { MODELS } from './models.ts';

/** Scores of the openers and which reply was chosen. */
export function giveOpenerScores(conversations: readonly Conversation[]): void {
  const random = stream('opener scores');
  const shares: Record<string, number> = pairwise.mean_directed_win_share.values;
  const effects = MODELS.map((model) => 95 * ((shares[model.short_name] ?? 0.5) - 0.5));
  const level = new Map<Person, number>();
  for (const { person } of conversations) if (!level.has(person)) level.set(person, 60 + 10 * random.normal());
  for (const conversation of conversations) {
    const opener = conversation.replies[0] ?? [];
    for (const reply of opener) {
      const latent = (level.get(conversation.person) ?? 60) + 26 * random.normal() + (effects[reply.model] ?? 0);
      reply.score = Math.round(Math.min(100, Math.max(1, latent)));
    }
    const best = Math.max(...opener.map((reply) => reply.score));
    const chosen = random.pick(opener.filter((reply) => reply.score === best));
    chosen.chosen = true;
    conversation.model = chosen.model;
  }
}

/** Scores of the later turns: two replies of the chosen model, the better one chosen. */
export function giveLaterScores(conversations: readonly Conversation[]): void {
  const random = stream('later scores');
  for (const conversation of conversations) {
    const start = conversation.replies[0]?.find((reply) => reply.chosen)?.score ?? 50;
    for (let turn = 1; turn < conversation.turns; turn++) {
      const base = 35 + 0.45 * start + 12 * random.normal();
      const pair = [0, 1].map((withinTurn) => {
        const score = Math.round(Math.min(100, Math.max(1, base + 16 * random.normal())));
        return { model: conversation.model, score, chosen: false, withinTurn };
      });
      const best = Math.max(...pair.map((reply) => reply.score));
      random.pick(pair.filter((reply) => reply.score === best)).chosen = true;
      conversation.replies.push(pair);
    }
  }
}
