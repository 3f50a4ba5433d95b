import type { Chart } from '../chart.ts';
import { byGroup } from './by-group.ts';
import { comparison } from './comparison.ts';
import { differenceMap } from './difference-map.ts';
import { distribution } from './distribution.ts';
import { shares } from './shares.ts';
import { twoWay } from './two-way.ts';
import { valueMap } from './value-map.ts';

export { exploreVocabulary } from './explore-vocabulary.ts';

/** What Explore shows a selection as: one of these at a time. */
export const exploreCharts: readonly Chart[] = [
  byGroup,
  twoWay,
  comparison,
  differenceMap,
  distribution,
  shares,
  valueMap
];
