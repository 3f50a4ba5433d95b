import type { RawRow } from '../../../src/lib/charts/chart.ts';
import { composedRegression } from '../../../src/lib/charts/topics/composed.ts';
import type { ComposedFields } from '../../../src/lib/charts/topics/composed-rows.ts';
import { publishedTopics } from '../../../src/lib/charts/topics/published-topics.ts';
import type { TiltFields } from '../../../src/lib/charts/topics/tilt-rows.ts';
import { topicSizes } from '../../../src/lib/charts/topics/topic-sizes.ts';
import { topicTilts } from '../../../src/lib/charts/topics/topic-tilts.ts';
import { topics } from '../../../src/lib/charts/topics/topics-vocabulary.ts';
import { groupsOf } from '../../../src/lib/charts/rows/metric-rows.ts';
import { findColumn } from '../../../src/lib/dataset/index.ts';
import { pairRow } from '../../../src/lib/charts/rows/pairs.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { invented } from '../figure/invented.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';

/** Every topic in every region: what stands out, what does not, few people and too few. */
export function topicsInRegions(): Case {
  const regions = groupsOf('special_region', {});
  const people = [400, 280, 240, 30, 120, 90, 25, 60, 80, 5, 3];
  const rows = topics.flatMap((topic, t) =>
    regions.map((region, r): RawRow<TiltFields> => {
      const value = (((t * 37 + r * 53) % 97) - 48) / 8;
      const adjusted = Math.abs(value) > 4 ? 0.01 : 0.4;
      const row = pairRow(topic, region, {
        ...{ people: people[r]!, conversations: people[r]! * 5, ratings: 0 },
        result: { value, low: value - 2, high: value + 2 }
      });
      const share = { value: 0.05, low: 0.03, high: 0.08 };
      const tests = {
        p: adjusted / 4,
        adjusted,
        ...(adjusted < 0.05 ? { picked: { value, low: value - 3, high: value + 3 } } : {})
      };
      return {
        ...row,
        ...{ here: share, there: share, having: 20, sides: { a: people[r]!, b: 1000, both: 0 } },
        ...(people[r]! < 30 ? {} : tests)
      };
    })
  );
  const words = {
    axis: 'Difference in percentage points',
    scale: 'score',
    constants: { tested: 200, found: 40, reference: '' }
  } as const;
  const selection = { ...topicTilts.vocabulary.defaults, by: 'special_region' };
  return ofPublished(topicTilts, selection, estimatedOf(rows, words), {});
}

/** Topics by size in conversations and people. */
export async function topicsBySize(): Promise<Case> {
  const database = invented({}, { people: 900, value: 0.1 });
  return { chart: topicSizes, figure: await answer(topicSizes, topicSizes.vocabulary.defaults, database), assets: {} };
}

/** A topic explained by answers: what holds, what does not, few people and too few, published values beside. */
export function topicHoldingEqual(): Case {
  const rows = ['gender', 'age', 'special_region'].flatMap((name) =>
    groupsOf(name, {})
      .slice(1)
      .map((group, i): RawRow<ComposedFields> => {
        const value = ((i * 37) % 19) - 9;
        const people = [700, 250, 180, 60, 18, 150, 2, 90, 40, 400][i]!;
        const { label } = findColumn(name)!.column;
        return {
          ...{ key: `${name}.${group.key}`, label: `${label}: ${group.label}`, missing: group.missing },
          ...{ people, conversations: people * 5, ratings: 0, published: value + 1 },
          ...{ term: label, against: groupsOf(name, {})[0]!.label },
          result: { value, low: value - 3, high: value + 3 },
          ...(people < 30 ? {} : { p: 0.01, adjusted: Math.abs(value) > 4 ? 0.02 : 0.3 })
        };
      })
  );
  const constants = { tested: 400, found: 20, clustered: 60, gated: 200, all: 638, refused: '' };
  const words = { axis: 'Percentage points', scale: 'score', constants } as const;
  return ofPublished(composedRegression, composedRegression.vocabulary.defaults, estimatedOf(rows, words), {});
}

/** The published topics. */
export function topicsPublished(): Case {
  return {
    chart: publishedTopics,
    figure: answerPublished(publishedTopics, publishedTopics.vocabulary.defaults),
    assets: {}
  };
}
