import { homeCharts } from '$lib/charts/home/index.ts';
import { cases } from '$lib/charts/published-cases.server.ts';
import { publishedFacts } from '$lib/charts/published-facts.server.ts';
import { homeFindings } from '$lib/figure/findings.server.ts';
import { prerenderFigures } from '$lib/figure/prerender.server.ts';

export const load = async () => ({
  cases,
  facts: publishedFacts,
  findings: await homeFindings(),
  figures: await prerenderFigures(homeCharts)
});
