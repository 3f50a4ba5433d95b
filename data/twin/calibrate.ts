import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import pairwise from '../published/pairwise_win_matrix.json';
import scoreFigures from '../published/scores.json';
import { CALIBRATION } from './calibration.ts';
import type { Calibration } from './calibration.ts';
import { beforeScores } from './conversations/conversations.ts';
import { PUBLISHED_MEDIANS } from './conversations/groups.ts';
import { byTurn, groupMedians, meanWinShares, winMatrix } from './conversations/measures.ts';
import { MODELS } from './conversations/models.ts';
import { giveScores } from './conversations/scores.ts';
import { makePeople } from './survey/people.ts';

/** Rounds that move everything, and rounds that then move only the later turns; the gaps shrink no further. */
const ROUNDS = { all: 30, later: 20 };

/**
 * Finds the constants of `calibrated.json`: draws the scores with the same random numbers again and again and moves
 * each constant against the gap between what comes out and what is published. Later turns come last because who goes
 * on from an opener depends on it. Run with `npx tsx data/twin/calibrate.ts`; it takes half a minute and starts from
 * the constants of last time.
 */
function calibrate(start: Calibration): Calibration {
  const found = structuredClone(start);
  const conversations = beforeScores(makePeople());
  const turns = conversations.map((conversation) => conversation.turns);
  for (let round = 0; round < ROUNDS.all + ROUNDS.later; round++) {
    conversations.forEach((conversation, index) => (conversation.turns = turns[index] as number));
    const middle = giveScores(conversations, found);
    const { wins, ties, battles } = winMatrix(conversations);
    const step = round < 15 ? 0.8 : 0.4;
    const gaps = [moveTurns(found, byTurn(conversations), round < ROUNDS.all ? step : 0.8)];
    if (round < ROUNDS.all - 1) {
      gaps.push(moveModels(found, meanWinShares(wins), step), moveGroups(found, groupMedians(conversations), step));
      moveOpenerSpread(found, byTurn(conversations), step);
      found.middle += 0.5 * (middle - found.middle);
    }
    console.log(
      `round ${round}: gaps ${gaps.map((gap) => gap.toFixed(4)).join(', ')}; ties ${(ties / battles).toFixed(4)}`
    );
  }
  return found;
}

function moveModels(found: Calibration, shares: readonly number[], step: number): number {
  const published: Record<string, number> = pairwise.mean_directed_win_share.values;
  let largest = 0;
  MODELS.forEach(({ short_name }, index) => {
    const gap = (published[short_name] ?? 0.5) - (shares[index] as number);
    largest = Math.max(largest, Math.abs(gap));
    found.models[short_name] = (found.models[short_name] ?? 0) + step * 3.6 * gap;
  });
  const mean = Object.values(found.models).reduce((sum, effect) => sum + effect, 0) / MODELS.length;
  for (const { short_name } of MODELS) found.models[short_name] = (found.models[short_name] ?? 0) - mean;
  return largest;
}

function moveGroups(found: Calibration, medians: Record<string, Record<string, number>>, step: number): number {
  let largest = 0;
  for (const [attribute, published] of Object.entries(PUBLISHED_MEDIANS)) {
    const gaps = Object.entries(published).map(([group, median]) => median - (medians[attribute]?.[group] ?? median));
    // Only differences between groups are to be met; the level of all scores is set elsewhere.
    const level = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    Object.keys(published).forEach((group, index) => {
      const gap = (gaps[index] as number) - level;
      largest = Math.max(largest, Math.abs(gap));
      const groups = (found.groups[attribute] ??= {});
      groups[group] = (groups[group] ?? 0) + step * 0.5 * gap;
    });
  }
  return largest;
}

function moveTurns(found: Calibration, turns: ReturnType<typeof byTurn>, step: number): number {
  const published: Record<string, number> = scoreFigures.by_turn_READ_FROM_PLOT['mean_score_pm0.7'];
  const mean = (from: number, of: 'mean' | 'range') => {
    const rows = turns.slice(from, from === 0 ? 1 : undefined);
    const all = rows.reduce((sum, row) => sum + row.interactions, 0);
    return rows.reduce((sum, row) => sum + row[of] * row.interactions, 0) / all;
  };
  const rise = mean(1, 'mean') - mean(0, 'mean');
  found.laterShift += step * 0.8 * (70.4 - 58.4 - rise);
  found.laterSpread *= 1 + step * 0.8 * (20.6 / mean(1, 'range') - 1);
  let largest = Math.abs(70.4 - 58.4 - rise);
  for (let turn = 1; turn <= 11; turn++) {
    const gap = (published[String(turn)] ?? 0) - 70.4 - ((turns[turn]?.mean ?? 0) - mean(1, 'mean'));
    largest = Math.max(largest, Math.abs(gap));
    found.turns[turn - 1] = (found.turns[turn - 1] ?? 0) + step * 0.8 * gap;
  }
  return largest;
}

function moveOpenerSpread(found: Calibration, turns: ReturnType<typeof byTurn>, step: number): void {
  const published = scoreFigures.by_turn_READ_FROM_PLOT['mean_within_turn_range_pm0.7']['0'];
  found.openerSpread *= 1 + step * 0.8 * (published / (turns[0]?.range ?? published) - 1);
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e5) / 1e5;
  if (Array.isArray(value)) return value.map(rounded);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, rounded(inner)]));
}

const found = calibrate(CALIBRATION);
const text = await format(JSON.stringify(rounded(found)), { parser: 'json', printWidth: 120 });
writeFileSync(new URL('calibrated.json', import.meta.url), text);
