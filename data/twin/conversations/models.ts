import modelFigures from '../../published/models.json';
import { OutOfReach, stream } from '../random.ts';
import type { Conversation, Reply } from './conversation.ts';

/** The 21 models in published order (most utterances first). */
export const MODELS = modelFigures.models;

/**
 * How many openers show each model. Estimates measured from a published plot, moved by at most a few so that every
 * model's utterances of later turns, which come in pairs, make up its published total; the sum is 30,049.
 */
export function openerAppearances(): number[] {
  const measured: Record<string, number> = modelFigures.opener_appearances_ESTIMATE.values;
  const appearances = MODELS.map((model) => {
    const estimate = measured[model.short_name] ?? 0;
    return estimate + ((model.utterances_all_turns - estimate) % 2 === 0 ? 0 : 1);
  });
  let surplus = appearances.reduce((sum, count) => sum + count, 0) - modelFigures.opener_appearances_per_model.total;
  const { min, max } = modelFigures.opener_appearances_per_model;
  for (let index = 2; surplus !== 0; index = (index + 1) % MODELS.length) {
    const count = appearances[index] as number;
    const step = surplus > 0 ? -2 : 2;
    if (count === min || count === max || count + step > max) continue;
    appearances[index] = count + step;
    surplus += step;
  }
  return appearances;
}

/** Deals models to openers at random, each as often as `openerAppearances` says, never twice in one opener. */
export function giveOpenerModels(conversations: readonly Conversation[]): void {
  const random = stream('opener models');
  const deck = openerAppearances().flatMap((count, model) => Array.from({ length: count }, () => model));
  random.shuffle(deck);
  const start: number[] = [];
  let next = 0;
  for (const conversation of conversations) {
    start.push(next);
    next += conversation.size;
  }
  if (next !== deck.length) throw new OutOfReach(`opener models: ${deck.length} appearances for ${next} replies`);
  const owner = new Int32Array(deck.length);
  conversations.forEach((conversation, index) => {
    owner.fill(index, start[index], (start[index] as number) + conversation.size);
  });
  const twice = (place: number, model: number) => {
    const from = start[owner[place] as number] as number;
    const size = conversations[owner[place] as number]?.size ?? 0;
    for (let other = from; other < from + size; other++) if (other !== place && deck[other] === model) return true;
    return false;
  };
  for (let place = 0; place < deck.length; place++) {
    while (twice(place, deck[place] as number)) {
      const other = random.below(deck.length);
      const [mine, theirs] = [deck[place] as number, deck[other] as number];
      if (owner[other] === owner[place] || twice(place, theirs) || twice(other, mine)) continue;
      deck[place] = theirs;
      deck[other] = mine;
    }
  }
  conversations.forEach((conversation, index) => {
    const from = start[index] as number;
    const models = deck.slice(from, from + conversation.size);
    conversation.replies = [models.map((model, withinTurn): Reply => ({ model, score: 0, chosen: false, withinTurn }))];
  });
}
