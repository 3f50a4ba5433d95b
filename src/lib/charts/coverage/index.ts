import type { Params, Selection } from '../../selection/index.ts';
import { leftAfter } from './left-after.ts';
import { publishedRepresentation } from './published-representation.ts';
import { representation } from './representation.ts';

/** The charts of the page about who took part, by where they stand. */
export const coverageCharts = { published: publishedRepresentation, representation, left: leftAfter };

/** What links to that page may say: a census and what of it, a threshold and by what it is looked at. */
export const coveragePage = {
  ...leftAfter.vocabulary,
  params: { ...representation.vocabulary.params, ...leftAfter.vocabulary.params },
  defaults: {
    ...leftAfter.vocabulary.defaults,
    params: { ...representation.vocabulary.defaults.params, ...leftAfter.vocabulary.defaults.params }
  }
};

/** What a chart of the page shows of its selection: only who is left is looked at by groups. */
export const coverageShown = (name: keyof typeof coverageCharts, selection: Selection): Selection => {
  const { parts, defaults } = coverageCharts[name].vocabulary;
  return parts.includes('by') ? selection : { ...selection, metric: defaults.metric, by: null };
};

/** The parameters of the census, and of the threshold, for the sentences that change them. */
export const [censusOf, threshold]: readonly [Params, Params] = [
  representation.vocabulary.params,
  leftAfter.vocabulary.params
];
