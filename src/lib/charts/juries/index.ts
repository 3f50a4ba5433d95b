import type { Chart } from '../chart.ts';
import { juries } from './juries.ts';
import { publishedJuries, publishedOf } from './published-juries.ts';

export { juriesTurns } from './juries-turns.ts';
export { juriesParams, juriesVocabulary } from './juries-vocabulary.ts';
export { publishedOf };
export { workedCase } from './worked-case.ts';

/** The figures of the Juries page, by what the page calls them. */
export const juriesCharts = {
  published: publishedJuries,
  juries
} as const satisfies Readonly<Record<string, Chart>>;
