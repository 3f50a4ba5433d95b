import { correlationsChart } from '../../../src/lib/charts/values/correlations.ts';
import { publishedValues } from '../../../src/lib/charts/values/published-values.ts';
import { rewarded } from '../../../src/lib/charts/values/rewarded.ts';
import type { RewardedFields } from '../../../src/lib/charts/values/rewarded-rows.ts';
import { slidersByGroup } from '../../../src/lib/charts/values/sliders-by-group.ts';
import { judgedTraits } from '../../../src/lib/charts/values/sliders.ts';
import { valueOrders } from '../../../src/lib/charts/values/value-orders.ts';
import type { RawRow } from '../../../src/lib/charts/chart.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { answerPublished } from '../../../src/lib/figure/answer-published.ts';
import { invented } from '../figure/invented.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';

const database = () => invented({}, { people: 900, value: 61, absent: 30 });

/** What was published of the 22 sliders. */
export function valuesPublished(): Case {
  return {
    chart: publishedValues,
    figure: answerPublished(publishedValues, publishedValues.vocabulary.defaults),
    assets: {}
  };
}

/** Said, judged and chosen by, of everybody. */
export async function slidersOfEverybody(): Promise<Case> {
  const figure = await answer(slidersByGroup, slidersByGroup.vocabulary.defaults, database());
  return { chart: slidersByGroup, figure, assets: {} };
}

/** Traits on two scales: plain, on few people, and hidden. */
export function saidAgainstRewarded(): Case {
  const rows = judgedTraits.map((trait, i): RawRow<RewardedFields> => {
    const people = [900, 700, 60, 20, 5, 800, 640][i]!;
    const value = 1.4 - i * 0.2;
    const slope = (by: number, half: number) => ({
      ...{ people, conversations: people * 5, ratings: 0 },
      result: { value: value - by, low: value - by - half, high: value - by + half }
    });
    const said = {
      people: 1400,
      conversations: 0,
      ratings: 0,
      result: { value: 90 - i * 5, low: 89 - i * 5, high: 91 - i * 5 }
    };
    return { ...trait, ...slope(0, 0.2), said, equal: slope(0.8, 0.3) };
  });
  const words = { axis: 'Points of score', scale: 'score', constants: { rewarded: 'helpfulness' } } as const;
  return ofPublished(rewarded, rewarded.vocabulary.defaults, estimatedOf(rows, words), {});
}

/** Correlations of what was said. */
export async function correlationsOfWishes(): Promise<Case> {
  return {
    chart: correlationsChart,
    figure: await answer(correlationsChart, correlationsChart.vocabulary.defaults, database()),
    assets: {}
  };
}

/** Each age's order of the eight. */
export async function ordersOfWishes(): Promise<Case> {
  return {
    chart: valueOrders,
    figure: await answer(valueOrders, valueOrders.vocabulary.defaults, database()),
    assets: {}
  };
}
