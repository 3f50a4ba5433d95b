import type { DatabaseChart } from '../../../src/lib/charts/chart.ts';
import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import { robustness } from '../../../src/lib/charts/models/robustness.ts';
import { robustnessByGroup } from '../../../src/lib/charts/models/robustness-by-group.ts';
import { standingsOfSides } from '../../../src/lib/charts/models/standings-of-sides.ts';
import { standingsByGroup } from '../../../src/lib/charts/models/standings-by-group.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { inventedReplies } from '../figure/invented-replies.ts';
import { selectionOf } from '../figure/invented.ts';
import type { Case } from './made-case.ts';

async function ranked(chart: DatabaseChart, params: Readonly<Record<string, string>> = {}): Promise<Case> {
  const { vocabulary } = chart;
  const selection = selectionOf(vocabulary, { params: { ...vocabulary.defaults.params, ...params } });
  return { chart, figure: await answer(chart, selection, inventedReplies(50, 'twin')), assets: {} };
}

/** Seven models with ranks, and one that nine people saw. */
export const leaderboardOfModels = () => ranked(leaderboard);

/** Abilities on both sides of 0. */
export const leaderboardOfAbilities = () => ranked(leaderboard, { method: 'bradley-terry' });

/** Every other way of looking at a ranking. */
export const orderLookedAt = () => ranked(robustness);

/** Seven models as women and everyone else rank them. */
export async function modelsRankedByTwo(): Promise<Case> {
  const compare = { a: [{ column: 'gender', exclude: false, keys: ['female'] }], b: null };
  const selection = selectionOf(standingsOfSides.vocabulary, { compare });
  return {
    chart: standingsOfSides,
    figure: await answer(standingsOfSides, selection, inventedReplies(50, 'twin')),
    assets: {}
  };
}

/** Places in three groups with short names. */
export const placesByAge = () => ranked(standingsByGroup);

/** Places in groups whose names need a key of letters on phones. */
export const placesByTopic = () => ranked(standingsByGroup, { across: 'topic' });

/** A line of marks for each of three groups. */
export const ordersByAge = () => ranked(robustnessByGroup);

/** Lines of marks for groups whose names need letters on phones, most of them from one region. */
export const ordersByTopic = () => ranked(robustnessByGroup, { across: 'topic' });
