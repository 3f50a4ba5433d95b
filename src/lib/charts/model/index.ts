import type { Chart } from '../chart.ts';
import { distribution } from '../explore/distribution.ts';
import { modelOpponents } from '../models/model-opponents.ts';
import { modelStanding } from '../models/model-standing.ts';

export { ofModel } from '../models/model-profile.ts';
export { pairModels } from '../models/pairs-vocabulary.ts';

/** The figures of one model's own page: its standing, its opponents, and how what is known of its replies falls. */
export const modelCharts = {
  standing: modelStanding,
  opponents: modelOpponents,
  fall: distribution
} as const satisfies Readonly<Record<string, Chart>>;
