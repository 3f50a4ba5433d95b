import type { Selection } from '../../selection/index.ts';
import { correlationsChart } from './correlations.ts';
import { publishedValues } from './published-values.ts';
import { rewarded } from './rewarded.ts';
import { slidersByGroup } from './sliders-by-group.ts';
import { valueOrders } from './value-orders.ts';
import { slidersVocabulary } from './values-vocabulary.ts';

/** The charts of the page of values, by where they stand. */
export const valuesCharts = {
  published: publishedValues,
  averages: slidersByGroup,
  rewarded,
  orders: valueOrders,
  correlations: correlationsChart
};

/** What links to that page may say: whose answers, in which groups, and the parameters of each chart. */
export const valuesPage = slidersVocabulary(
  { ...slidersByGroup.vocabulary.params, ...correlationsChart.vocabulary.params },
  {}
);

/** What a chart of the page shows of its selection: some are of no groups, one is always of some. */
export const partOf = (name: keyof typeof valuesCharts, selection: Selection): Selection => {
  const { parts, defaults, alwaysGrouped } = valuesCharts[name].vocabulary;
  if (parts.length === 0) return defaults;
  if (!parts.includes('by')) return { ...selection, by: null };
  return alwaysGrouped ? { ...selection, by: selection.by ?? defaults.by } : selection;
};

/** What the question may be turned into. */
export const valuesTurns = [
  { words: 'what is said, by age', change: { by: 'age', params: { ...valuesPage.defaults.params, asked: 'said' } } },
  { words: 'by gender', change: { by: 'gender', params: { ...valuesPage.defaults.params, asked: 'said' } } },
  {
    words: 'how the chosen reply did, by familiarity with AI',
    change: { by: 'lm_familiarity', params: { ...valuesPage.defaults.params, asked: 'judged' } }
  },
  { words: 'all 22, by region of birth', change: { by: 'special_region' } }
] as const;
