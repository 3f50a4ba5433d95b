import { leaderboard } from '$lib/charts/models/leaderboard.ts';
import { modelRankingChart } from '$lib/charts/models/model-ranking.ts';
import { otherRanking } from '$lib/charts/models/other-ranking.ts';
import { robustness } from '$lib/charts/models/robustness.ts';
import { robustnessByGroup } from '$lib/charts/models/robustness-by-group.ts';
import { standingsByGroup } from '$lib/charts/models/standings-by-group.ts';
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
