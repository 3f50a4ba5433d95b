import {
  battleShare,
  benjaminiHochberg,
  type BattleShare,
  type Moments,
  type Unestimated
} from '../../estimate/index.ts';
import type { AnswerRow } from '../../query/index.ts';
import { SMALLEST_RANKED } from '../../selection/index.ts';
import type { Group, RawRow, Total } from '../chart.ts';

/** Pairs and groups on fewer people are not tested. */
export const TESTED_FROM = SMALLEST_RANKED;

/** Adjusted p-values under it are called a difference. */
const FOUND_UNDER = 0.05;

/** What a row has whose share was tested: the p-value, adjusted for all that was tested with it. */
export const testedFields = { adjusted: 'value' } as const;

/** What a row has whose battles were counted: how they ended. */
export const battleEnds = { wins: 'value', ties: 'value', losses: 'value' } as const;

/** What a row has that is a share of battles: how they ended, and the test of an even split or of everyone else. */
export const battleFields = { ...battleEnds, ...testedFields } as const;

export type BattleEnds = typeof battleEnds;
export type TestedFields = typeof testedFields;
export type BattleFields = typeof battleFields;

/** How many rows of a figure were tested. */
export const testedConstants = { tested: 'count' } as const;

export type Tested = typeof testedConstants;

/** The sums of battles and how they ended for the first model. */
export interface BattleRows extends Moments {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/** The sums of an answer's row; all 0 without one. Turned round, the second model is the first. */
export function battlesOf(row: AnswerRow | undefined, turned: boolean): BattleRows {
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

/** The share of battles won as a row. */
export function battleRow(
  { key, label, missing }: Group,
  { people, conversations, ratings, wins, ties, losses }: BattleRows,
  result: BattleShare | Unestimated,
  adjusted?: number
): RawRow<BattleFields> {
  return {
    key,
    label,
    missing,
    people,
    conversations,
    ratings,
    result,
    wins,
    ties,
    losses,
    ...(adjusted === undefined ? {} : { adjusted })
  };
}

/** Shares of battles, each tested against an even split where enough people stand behind it; all are one family of tests. */
export function testedShares(battles: readonly BattleRows[]) {
  const shares = battles.map((one) => battleShare(one));
  const tested = shares.flatMap((share, i) =>
    'p' in share && battles[i]!.people >= TESTED_FROM ? [{ i, p: share.p }] : []
  );
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  return { shares, tested: tested.length, adjusted: new Map(tested.map(({ i }, k) => [i, q[k]!])) };
}

/** Whether a row's share was tested and found to differ. */
export const battlesDiffer = ({ adjusted }: Pick<Total<TestedFields>, 'adjusted'>) =>
  adjusted !== undefined && adjusted < FOUND_UNDER;
