import { leaderboard } from '$lib/charts/leaderboard.ts';
import { modelRankingChart } from '$lib/charts/model-ranking.ts';
import { otherRanking } from '$lib/charts/other-ranking.ts';
import { robustness } from '$lib/charts/robustness.ts';
import { robustnessByGroup } from '$lib/charts/robustness-by-group.ts';
import { standingsByGroup } from '$lib/charts/standings-by-group.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  figures: await prerenderFigures({
    published: modelRankingChart,
    elsewhere: otherRanking,
    ranking: leaderboard,
    robust: robustness,
    groups: standingsByGroup,
    robustGroups: robustnessByGroup
  })
});
