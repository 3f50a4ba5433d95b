import { formatCount } from '../../dataset/index.ts';
import type { Moments } from '../../estimate/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import type { Row } from '../chart.ts';
import { estimateCells, remark } from '../words/metric-words.ts';

/** Pairs and groups with fewer people are not tested. */
export const TESTED_FROM = 30;

/** Adjusted p-values under it are called a difference. */
export const FOUND_UNDER = 0.05;

/** The sums of battles and how they ended for the first model. */
export interface Battles extends Moments {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/** The sums of an answer's row; all 0 without one. Turned round, the second model is the first. */
export function battlesOf(row: AnswerRow | undefined, turned: boolean): Battles {
  const at = (name: string) => row?.[name] ?? 0;
  const [x, y, xx, xy, yy] = [at('x'), at('y'), at('xx'), at('xy'), at('yy')];
  const [wins, losses] = [at('wins'), at('losses')];
  return {
    people: at('people'),
    conversations: at('conversations'),
    ratings: at('ratings'),
    ties: at('ties'),
    x,
    xx,
    ...(turned
      ? { y: 2 * x - y, xy: 2 * xx - xy, yy: 4 * xx - 4 * xy + yy, wins: losses, losses: wins }
      : { y, xy, yy, wins, losses })
  };
}

/** Whether a row's share was tested and found to differ. */
export const differs = ({ more }: Row) => more?.q !== undefined && more.q < FOUND_UNDER;

export const BATTLE_COLUMNS = ['95 % interval', 'Won', 'Tied', 'Lost', 'People', 'p, adjusted', 'Remark'] as const;

/** Cells of a table under the row's label, its share and `BATTLE_COLUMNS`. */
export function battleCells(row: Row): string[] {
  const count = (name: string) => (row.more ? formatCount(row.more[name] ?? 0) : '');
  return [
    row.label,
    ...estimateCells(row, 'share'),
    count('wins'),
    count('ties'),
    count('losses'),
    formatCount(row.estimate.people),
    row.more?.q === undefined ? '' : row.more.q < 0.001 ? '< 0.001' : row.more.q.toFixed(3),
    remark(row)
  ];
}

/** What counts as a tie, in a sentence. */
export const tieWords = (tie: number) =>
  `Scores ${tie === 0 ? 'that are equal' : `up to ${tie} points apart`} are a tie.`;
