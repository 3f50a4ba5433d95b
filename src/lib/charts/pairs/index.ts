import type { Chart } from '../chart.ts';
import { pairMatrix } from '../models/pair-matrix.ts';
import { pair } from '../models/pair.ts';

export { allPairs, pairsVocabulary } from '../models/pairs-vocabulary.ts';

/** The figures of the page of pairs: one pair, and all of them at once. */
export const pairsCharts: readonly Chart[] = [pair, pairMatrix];
