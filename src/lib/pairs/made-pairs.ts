import { mostPerPerson } from './most-per-person.ts';
import { pairUp, type Pairs } from './pair-up.ts';
import type { RepliesToPair } from './rated-replies.ts';
import type { Recipe } from './recipe.ts';
import { partsOf } from './split.ts';

/** The steps of a recipe, in their order; each leaves fewer pairs, or other ones, and those that cut nothing by rule are left out. */
export const stepNames = ['turns', 'filters', 'empties', 'longest', 'identical', 'gap', 'most'] as const;
export type StepName = (typeof stepNames)[number];

/** What is there after a step. */
export interface Step {
  readonly name: StepName;
  readonly pairs: number;
  readonly messages: number;
  readonly conversations: number;
  readonly people: number;
}

/** Pairs made by a recipe, in the order of the file, and how many were there after each step. */
export interface MadePairs extends Pairs {
  readonly steps: readonly Step[];
  /** The pairs after the first step, before anything was cut. */
  readonly first: Pairs;
  /** The part of each pair, as a position in `partNames`; null for a recipe without a split. */
  readonly parts: Uint8Array | null;
}

/** How many different ones there are among the positions of some rows. */
function different(rows: Int32Array, position: Int32Array, size: number): number {
  const met = new Uint8Array(size);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const at = position[rows[i]!]!;
    count += 1 - met[at]!;
    met[at] = 1;
  }
  return count;
}

function stepOf(name: StepName, { chosen }: Pairs, { message, conversation, person, ids }: RepliesToPair): Step {
  return {
    name,
    pairs: chosen.length,
    messages: different(chosen, message, ids.message.length),
    conversations: different(chosen, conversation, ids.conversation.length),
    people: different(chosen, person, ids.person.length)
  };
}

/** The replies that a recipe's cuts of single replies leave, step by step: 1 for each row that is there. */
function* replyCuts(
  replies: RepliesToPair,
  { turns, empties, longest }: Recipe,
  passing: Uint8Array | null
): Generator<[StepName, Uint8Array]> {
  const { turn, empty, length, rows } = replies;
  const opener = turns === 'all' ? null : turns === 'opener';
  let there = new Uint8Array(rows);
  const cut = (holds: (row: number) => boolean): Uint8Array => {
    const left = there.slice();
    for (let row = 0; row < rows; row++) if (left[row] === 1 && !holds(row)) left[row] = 0;
    return (there = left);
  };
  there.fill(1);
  yield ['turns', cut((row) => opener === null || (turn[row] === 0) === opener)];
  if (passing !== null) yield ['filters', cut((row) => passing[row] === 1)];
  if (!empties) yield ['empties', cut((row) => empty[row] === 0)];
  if (longest !== null) yield ['longest', cut((row) => length[row]! <= longest)];
}

/** The pairs that hold, in their order. */
function keep({ chosen, rejected }: Pairs, holds: (chosen: number, rejected: number) => boolean): Pairs {
  const left = { chosen: new Int32Array(chosen.length), rejected: new Int32Array(chosen.length) };
  let count = 0;
  for (let i = 0; i < chosen.length; i++) {
    if (!holds(chosen[i]!, rejected[i]!)) continue;
    left.chosen[count] = chosen[i]!;
    left.rejected[count++] = rejected[i]!;
  }
  return { chosen: left.chosen.subarray(0, count), rejected: left.rejected.subarray(0, count) };
}

/** Whether the scores of a pair are no further apart than a recipe's gap, so that it is a tie. */
export function isTie({ score }: RepliesToPair, { gap }: Recipe, chosen: number, rejected: number): boolean {
  return gap !== null && Math.abs(score[chosen]! - score[rejected]!) <= gap;
}

/** Whether a pair's scores let it through. */
function passesGap(replies: RepliesToPair, recipe: Recipe): (chosen: number, rejected: number) => boolean {
  const { score } = replies;
  const { gap, ties } = recipe;
  return (chosen, rejected) => {
    const apart = score[chosen]! - score[rejected]!;
    if (gap === null || apart > gap) return true;
    if (ties === 'exact') return apart === 0;
    return ties === 'within' && apart >= -gap;
  };
}

/**
 * Makes the pairs of a recipe. Replies are cut first, then paired, then pairs are cut: two replies that are both marked as
 * chosen have the same text and are no pair; then the gap; then the most of one person.
 *
 * @param passing 1 for each row that the recipe's filters and sample let through; null when it has none
 */
export function makePairs(replies: RepliesToPair, recipe: Recipe, passing: Uint8Array | null): MadePairs {
  const { pairing, seed, most } = recipe;
  const steps: Step[] = [];
  const done = (name: StepName, pairs: Pairs): Pairs => {
    steps.push(stepOf(name, pairs, replies));
    return pairs;
  };
  let pairs: Pairs = { chosen: new Int32Array(0), rejected: new Int32Array(0) };
  let first: Pairs | null = null;
  for (const [name, there] of replyCuts(replies, recipe, passing)) {
    pairs = done(name, pairUp(replies, there, pairing, seed));
    first ??= pairs;
  }
  if (pairing === 'extremes' || pairing === 'all') {
    const { chosen } = replies;
    pairs = done(
      'identical',
      keep(pairs, (one, other) => chosen[one] !== 1 || chosen[other] !== 1)
    );
  }
  if (recipe.gap !== null) pairs = done('gap', keep(pairs, passesGap(replies, recipe)));
  if (most !== null) pairs = done('most', mostPerPerson(replies, pairs, most, seed));
  return { ...pairs, steps, first: first ?? pairs, parts: partsOf(replies, recipe, pairs) };
}
