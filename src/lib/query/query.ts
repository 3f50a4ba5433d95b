import type { AnswersQuery } from './answers.ts';
import type { FacetsQuery } from './facets.ts';
import type { MediansQuery } from './medians.ts';
import type { MomentsQuery } from './moments.ts';
import type { PairsQuery } from './pairs.ts';
import type { ProfileQuery } from './profile.ts';
import type { SidesQuery } from './sides.ts';

/** A question whose answer is rows of sums; each kind has a file here, in `sql` and in `columnar`. */
export type Query = MomentsQuery | SidesQuery | FacetsQuery | PairsQuery | AnswersQuery | MediansQuery | ProfileQuery;
