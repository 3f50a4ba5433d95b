import { MODELS } from '../conversations/models.ts';
import { quantileAt } from '../quantiles.ts';
import { stream } from '../random.ts';
import { REPLIES } from './lengths.ts';
import type { PlannedReply } from './reply-plan.ts';

/** How long each model's replies are against the average, in standard deviations of the rank; assumed. */
const WORDINESS: Record<string, number> = {
  'gpt-4-turbo': 0.9,
  'zephyr-7b-beta': 0.75,
  'llama-2-7b-chat': 0.7,
  'llama-2-70b-chat': 0.7,
  'llama-2-13b-chat': 0.65,
  command: 0.4,
  'command-nightly': 0.3,
  'command-light': 0.2,
  'gpt-4': 0.2,
  'guanaco-33b': 0.1,
  'mistral-7b-instruct': 0.05,
  'claude-instant-1': 0,
  'claude-2': -0.1,
  'claude-2.1': -0.1,
  'gpt-3.5-turbo': -0.1,
  'palm-2': 0,
  'falcon-7b-instruct': -0.7,
  'pythia-12b': -0.3,
  'luminous-supreme-control': -1.5,
  'luminous-extended-control': -1.6,
  'flan-t5-xxl': -2.8
};

/** How much longer better liked replies are, per 29 points of score; assumed, for the published slope of score on length. */
const BY_SCORE = 0.06;

/** Characters to aim for: the published distribution over all replies, by the rank of model, score and chance. */
export function giveLengths(plan: readonly PlannedReply[]): void {
  const random = stream('reply lengths');
  let held = { name: '', wish: 0 };
  const wishes = plan.map(({ conversation, turn, reply, bond }) => {
    const name = `${conversation.number}.${turn}`;
    if (held.name !== name) held = { name, wish: 0.5 * random.normal() };
    const own = 0.75 * random.normal();
    // A reply shared by several people or models is a greeting or another stock phrase.
    const stock = bond ? -2 - (bond.length % 3) * 0.2 : 0;
    const wordy = WORDINESS[MODELS[reply.model]?.short_name ?? ''] ?? 0;
    return stock + wordy + held.wish + own + (BY_SCORE * (reply.score - 65)) / 29;
  });
  const order = wishes.map((_, row) => row).sort((a, b) => (wishes[a] as number) - (wishes[b] as number) || a - b);
  order.forEach((row, rank) => ((plan[row] as PlannedReply).length = quantileAt(REPLIES, (rank + 0.5) / plan.length)));
  const bonds = new Map<string, number>();
  for (const one of plan) {
    if (one.bond) bonds.set(one.bond, (one.length = bonds.get(one.bond) ?? one.length));
  }
}
