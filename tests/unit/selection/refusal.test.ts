import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/by-group.ts';
import { dimensionsOf, findColumn, findMetric, lineage } from '../../../src/lib/dataset/index.ts';
import { parse, refusal } from '../../../src/lib/selection/index.ts';
import { metricNames } from './random-selection.ts';

const { defaults } = byGroup.vocabulary;

describe('a refusal', () => {
  const metrics = metricNames.map((name) => findMetric(name)!);
  const pairs = metrics.flatMap((metric) => dimensionsOf('utterances').map((by) => [metric, by] as const));

  it('meets exactly what lies below the metric, and relative metrics by traits of people', () => {
    for (const [metric, by] of pairs) {
      const { table } = findColumn(by)!;
      const below = !lineage(metric.table).includes(table);
      const constant = metric.relative === true && table === 'participants';
      const refused = refusal({ ...defaults, metric: metric.name, by }) !== null;
      if (refused !== (below || constant)) expect.unreachable(`${metric.name} by ${by}`);
    }
    for (const metric of metrics) expect(refusal({ ...defaults, metric: metric.name, by: null })).toBeNull();
  });

  it('offers something that is not refused', () => {
    for (const [metric, by] of pairs) {
      const selection = { ...defaults, metric: metric.name, by };
      const refused = refusal(selection);
      if (refused) expect(refusal({ ...selection, ...refused.instead })).toBeNull();
    }
  });

  it('gives the reason for relative metrics and keeps the filters', () => {
    const link = new URLSearchParams('metric=if_chosen.chosen&by=gender&gender=female&sample=uk&v=1');
    const { selection, dropped } = parse(link, byGroup.vocabulary);
    expect(selection).toEqual({
      ...defaults,
      metric: 'if_chosen.chosen',
      by: 'model',
      filters: [{ column: 'gender', exclude: false, keys: ['female'] }],
      sample: 'uk'
    });
    expect(dropped).toEqual([
      '“Replies chosen” cannot be compared between groups of people: everyone chooses one reply each time, so it is the same for all by construction. Shown by model instead; filters on people still apply.'
    ]);
  });

  it('names the unit of a metric that cannot be split further down', () => {
    const link = new URLSearchParams('metric=stated_safety&by=topic');
    const { selection, dropped } = parse(link, byGroup.vocabulary);
    expect(selection.by).toBe('age');
    expect(dropped).toEqual([
      '“Importance of safety” is measured once per person and cannot be split by “Topic”, which differs within it.'
    ]);
  });
});
