import conversationFigures from '../../published/conversations.json';
import localFigures from '../../published/local_neighbourhoods.json';
import scoreFigures from '../../published/scores.json';
import type { Conversation, Reply } from '../conversations/conversation.ts';
import { MODELS } from '../conversations/models.ts';
import { quantileAt } from '../quantiles.ts';
import type { Quantiles } from '../quantiles.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { SharedOpener } from './common-prompts.ts';
import { SHORT_REPLIES } from './sentences.ts';

/** A reply's place, and what is known of its text before it is written. */
export interface PlannedReply {
  conversation: Conversation;
  turn: number;
  reply: Reply;
  /** Given text; null where one is to be written. */
  text: string | null;
  /** Replies with the same bond share one written text; null for a text of its own. */
  bond: string | null;
  /** Characters to aim for. */
  length: number;
}

/** What the release writes for an empty reply. */
export const NO_REPLY = 'EMPTY STRING';

/** How prone each model is to empty replies, against 1; assumed. */
const PRONE: Record<string, number> = {
  'pythia-12b': 8,
  'falcon-7b-instruct': 6,
  'guanaco-33b': 4,
  'mistral-7b-instruct': 3,
  'luminous-supreme-control': 3,
  'palm-2': 2
};

/** Every reply in order of `utterance_id`, with its text where that is given. */
export function planReplies(conversations: readonly Conversation[], shared: readonly SharedOpener[]): PlannedReply[] {
  const plan = conversations.flatMap((conversation) =>
    conversation.replies.flatMap((list, turn) =>
      list.map((reply, index): PlannedReply => {
        const same = turn > 0 ? conversation.repeated.includes(turn) : conversation.echoes.includes(index);
        const bond = same ? `${conversation.number}.${turn}` : null;
        return { conversation, turn, reply, text: null, bond, length: 0 };
      })
    )
  );
  const asked = new Set(shared.flatMap((opener) => opener.conversations));
  bindAcrossPeople(plan, shared);
  const free = plan.filter(({ bond, conversation, turn }) => bond === null && !(turn === 0 && asked.has(conversation)));
  leaveEmpty(free);
  return plan;
}

/**
 * Groups of replies to the same opening words that are the same text for different people: published numbers and
 * sizes of groups, and the published quartiles of the gap between their scores.
 */
function bindAcrossPeople(plan: readonly PlannedReply[], shared: readonly SharedOpener[]): void {
  const random = stream('same reply, different people');
  const figures = localFigures.same_context_score_differences.different_participants_exact_same_prompt_and_response;
  const gaps: Quantiles = [
    [0, figures.min],
    [0.25, figures.p25],
    [0.5, figures.median],
    [0.75, figures.p75],
    [1, figures.max]
  ];
  const sizes = Object.entries(figures.group_sizes).flatMap(([size, count]) =>
    Array.from({ length: count }, () => Number(size))
  );
  sizes.sort((a, b) => b - a);
  const wanted = random.shuffle(sizes.map((_, index) => quantileAt(gaps, (index + 0.5) / sizes.length)));
  const openers = new Map<Conversation, PlannedReply[]>();
  for (const one of plan) {
    if (one.turn === 0) openers.set(one.conversation, [...(openers.get(one.conversation) ?? []), one]);
  }
  sizes.forEach((size, group) => {
    const able = shared.filter((opener) => opener.conversations.length >= size);
    const opener = able[group % able.length] as SharedOpener;
    const candidates = random
      .shuffle(opener.conversations.flatMap((one) => openers.get(one) ?? []))
      .filter((one) => !one.bond);
    const members = closest(candidates, size, wanted[group] as number);
    for (const member of members) member.bond = `shared ${group}`;
  });
}

/** `size` replies of different conversations whose scores span about `gap`. */
function closest(candidates: readonly PlannedReply[], size: number, gap: number): PlannedReply[] {
  let best: [PlannedReply, PlannedReply] | null = null;
  let off = Infinity;
  for (const low of candidates) {
    for (const high of candidates) {
      const span = high.reply.score - low.reply.score;
      if (low.conversation === high.conversation || span < 0 || Math.abs(span - gap) >= off) continue;
      off = Math.abs(span - gap);
      best = [low, high];
    }
  }
  if (!best) throw new OutOfReach('same reply, different people: too few replies to choose from');
  const members: PlannedReply[] = [...best];
  const [low, high] = best.map((one) => one.reply.score) as [number, number];
  const inside = [...candidates].sort((a, b) => outside(a.reply.score, low, high) - outside(b.reply.score, low, high));
  for (const one of inside) {
    if (members.length === size) break;
    if (members.every((member) => member.conversation !== one.conversation)) members.push(one);
  }
  return members;
}

function outside(score: number, low: number, high: number): number {
  return Math.max(low - score, score - high, 0);
}

/** Empties 147 replies of as many people, whose scores have the published quartiles, maximum and mean. */
function leaveEmpty(free: readonly PlannedReply[]): void {
  const random = stream('empty replies');
  const figures = scoreFigures.EMPTY_STRING_responses;
  const wanted: number[] = Array.from({ length: figures.n }, (_, index) => {
    const share = (index + 0.5) / figures.n;
    return share < 0.6 ? 1 : share < 0.75 ? Math.round(1 + (share - 0.6) * 24) : Math.round(5 + (share - 0.75) * 312);
  });
  wanted[figures.n - 1] = figures.max;
  let surplus = wanted.reduce((sum, score) => sum + score, 0) - Math.round(figures.n * figures.score_mean);
  for (let index = figures.n - 2; surplus !== 0; index = index > 120 ? index - 1 : figures.n - 2) {
    const step = Math.sign(surplus);
    wanted[index] = (wanted[index] as number) - step;
    surplus -= step;
  }
  const people = new Set<Person>();
  const byScore = new Map<number, PlannedReply[]>();
  for (const one of random.shuffle([...free]))
    byScore.set(one.reply.score, [...(byScore.get(one.reply.score) ?? []), one]);
  for (const score of wanted) {
    const open = (byScore.get(score) ?? []).filter((one) => !one.text && !people.has(one.conversation.person));
    const one = open[random.weighted(open.map(({ reply }) => PRONE[MODELS[reply.model]?.short_name ?? ''] ?? 1))];
    if (!one) throw new OutOfReach(`empty replies: none left with a score of ${score}`);
    one.text = NO_REPLY;
    people.add(one.conversation.person);
  }
}

/**
 * Gives the shortest replies texts that many people got, until as many replies repeat another one as published. Nobody
 * gets the same short text twice.
 *
 * @param alone whether nobody else wrote the reply's prompt
 */
export function shareShortReplies(plan: readonly PlannedReply[], alone: (one: PlannedReply) => boolean): void {
  const random = stream('short replies');
  const bonds = new Map<string, number>();
  for (const { bond } of plan) if (bond) bonds.set(bond, (bonds.get(bond) ?? 0) + 1);
  const texts = conversationFigures.text_uniques_and_lengths_chars.model_response;
  const repeats =
    plan.length -
    texts.n_unique -
    (texts.EMPTY_STRING_count - 1) -
    [...bonds.values()].reduce((sum, n) => sum + n - 1, 0);
  const wanted = repeats + SHORT_REPLIES.length;
  const open = plan
    .filter((one) => one.text === null && one.bond === null && alone(one))
    .sort((a, b) => a.length - b.length);
  const given = new Map<Person, Set<string>>();
  open.slice(0, wanted).forEach((one, index) => {
    const known = given.get(one.conversation.person) ?? new Set<string>();
    given.set(one.conversation.person, known);
    let text = SHORT_REPLIES[index] ?? (random.pick(SHORT_REPLIES) as string);
    while (known.has(text)) text = random.pick(SHORT_REPLIES);
    known.add(text);
    one.text = text;
  });
}
