import type { Conversation } from './conversation.ts';
import { groupsOfPerson, isInPublishedMedians } from './groups.ts';
import { MODELS } from './models.ts';

/** The published tie: at most five points apart. */
const TIE = 5;

/** Opening battles: how often the row's model beat or tied with the column's, by index of the models. */
export function winMatrix(conversations: readonly Conversation[]): { wins: number[][]; ties: number; battles: number } {
  const wins = MODELS.map(() => MODELS.map(() => 0));
  let ties = 0;
  let battles = 0;
  for (const { replies } of conversations) {
    const opener = replies[0] ?? [];
    opener.forEach((one, index) => {
      for (const two of opener.slice(index + 1)) {
        const gap = one.score - two.score;
        battles += 1;
        if (Math.abs(gap) <= TIE) ties += 1;
        if (gap >= -TIE) (wins[one.model] as number[])[two.model] = (wins[one.model]?.[two.model] ?? 0) + 1;
        if (gap <= TIE) (wins[two.model] as number[])[one.model] = (wins[two.model]?.[one.model] ?? 0) + 1;
      }
    });
  }
  return { wins, ties, battles };
}

/** Mean over opponents of wins and ties over both sides' wins and ties. */
export function meanWinShares(wins: readonly (readonly number[])[]): number[] {
  return wins.map((row, one) => {
    let sum = 0;
    row.forEach((won, two) => {
      if (one !== two) sum += won / (won + (wins[two]?.[one] ?? 0));
    });
    return sum / (wins.length - 1);
  });
}

/** Median of whole scores, interpolated within its own score so that it moves smoothly. */
export function smoothMedian(scores: readonly number[]): number {
  const sorted = [...scores].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const below = sorted.filter((score) => score < middle).length;
  const at = sorted.filter((score) => score === middle).length;
  return middle - 0.5 + (sorted.length / 2 - below) / at;
}

/** Medians of opener scores by attribute and group, over the people who count in the published plot. */
export function groupMedians(conversations: readonly Conversation[]): Record<string, Record<string, number>> {
  const scores: Record<string, Record<string, number[]>> = {};
  for (const { person, replies } of conversations) {
    const groups = groupsOfPerson(person);
    if (!isInPublishedMedians(groups)) continue;
    for (const [attribute, group] of Object.entries(groups)) {
      const list = ((scores[attribute] ??= {})[group] ??= []);
      for (const reply of replies[0] ?? []) list.push(reply.score);
    }
  }
  return Object.fromEntries(
    Object.entries(scores).map(([attribute, groups]) => [
      attribute,
      Object.fromEntries(Object.entries(groups).map(([group, list]) => [group, smoothMedian(list)]))
    ])
  );
}

/** Mean score, mean range within an interaction and number of interactions, by turn. */
export function byTurn(
  conversations: readonly Conversation[]
): { mean: number; range: number; interactions: number }[] {
  const table: { sum: number; replies: number; ranges: number; interactions: number }[] = [];
  for (const { replies } of conversations) {
    replies.forEach((list, turn) => {
      const row = (table[turn] ??= { sum: 0, replies: 0, ranges: 0, interactions: 0 });
      const scores = list.map((reply) => reply.score);
      row.sum += scores.reduce((a, b) => a + b, 0);
      row.replies += scores.length;
      row.ranges += Math.max(...scores) - Math.min(...scores);
      row.interactions += 1;
    });
  }
  return table.map(({ sum, replies, ranges, interactions }) => {
    return { mean: sum / replies, range: ranges / interactions, interactions };
  });
}
