import { distribution } from '../charts/explore/distribution.ts';
import { chartShowing } from '../charts/choose.ts';
import { exploreVocabulary } from '../charts/explore/explore-vocabulary.ts';
import type { Database } from '../database/database.ts';
import { findColumn, findMetric, isDimension, levelsOf } from '../dataset/index.ts';
import { answer } from './answer.ts';
import { facetCounts } from './facet-counts.ts';

/** One class of answers: what it is called and how often it is given, the commonest being 1. */
export interface Bar {
  readonly label: string;
  readonly size: number;
}

/** Most answers that are told apart. */
const MOST = 12;

/**
 * How the answers to what a metric measures fall over everybody, small enough to be seen at a glance: by classes of a number,
 * by people of a question. Rejects as the database does.
 */
export async function smallDistribution(
  name: string,
  database: Database,
  signal: AbortSignal
): Promise<readonly Bar[]> {
  const { column } = findMetric(name)!;
  const selection = { ...exploreVocabulary.defaults, metric: name, by: null };
  if (isDimension(findColumn(column)!.column)) {
    const people = (await facetCounts([column], selection, database, signal)).get(column);
    const levels = levelsOf(column, database.manifest.undocumented);
    const counted = levels.map(({ label }, code) => ({ label, size: people?.get(code) ?? 0 }));
    return scaled(counted.filter(({ size }) => size > 0));
  }
  const params = { ...selection.params, form: 'distribution' };
  const chart = chartShowing([distribution], { ...selection, params });
  const { overall } = await answer(chart as typeof distribution, { ...selection, params }, database, signal);
  if (!overall?.estimate.shown || !overall.fall) return [];
  const { from, shares } = overall.fall.finest;
  return scaled(
    shares.map((size, i) => ({ label: String(from[i]), size })),
    Infinity
  );
}

function scaled(bars: readonly Bar[], most = MOST): readonly Bar[] {
  const highest = Math.max(...bars.map(({ size }) => size));
  return bars.slice(0, most).map((bar) => ({ ...bar, size: bar.size / highest }));
}
