import { chartFor } from '../charts/index.ts';
import { exploreCharts } from '../charts/explore/index.ts';
import { publishedFindings } from '../charts/home/published-findings.server.ts';
import { smallFinding, type SmallFinding } from '../charts/home/small-finding.ts';
import { bundled } from '../database/bundled.server.ts';
import { parse } from '../selection/index.ts';
import { buildFigure } from './prerender.server.ts';

const BY_AGE = 'age.under-35.35-54.55-and-over';

/** Views of Explore whose findings open the home page of a release. */
const views: readonly (readonly [theme: string, link: string, more: string])[] = [
  ['What people want', `metric=stated_helpfulness&by=${BY_AGE}&v=1`, 'What older and younger people want'],
  ['Who uses AI', 'metric=lm_frequency_use.every-day&form=distribution&by=none&v=1', 'How often people use it'],
  ['Who uses AI', `metric=lm_usecases.research&by=${BY_AGE}&v=1`, 'Who uses it for research'],
  ['What they talk about', 'metric=topic.managing-relationships&form=distribution&by=none&v=1', 'All topics'],
  ['Which models they prefer', 'metric=score&by=model&v=1', 'Scores of all models'],
  ['How they score', `metric=score&by=${BY_AGE}&v=1`, 'Scores by age']
];

/** Six findings with small figures: the release's own, or on synthetic data the published ones. */
export async function homeFindings(): Promise<readonly SmallFinding[]> {
  const { manifest } = await bundled();
  return manifest.source === 'twin' ? publishedFindings() : releaseFindings();
}

/** The same six questions answered by the release the site is built on. */
export function releaseFindings(): Promise<readonly SmallFinding[]> {
  const { vocabulary } = exploreCharts[0]!;
  return Promise.all(
    views.map(async ([theme, link, more]) => {
      const { selection } = parse(new URLSearchParams(link), vocabulary);
      const figure = await buildFigure(chartFor(vocabulary, selection), selection);
      return smallFinding(figure, theme, `/explore/?${link}`, more);
    })
  );
}
