import type { AnswersQuery } from './answers.ts';
import type { ColumnsQuery } from './columns.ts';
import type { FacetsQuery } from './facets.ts';
import type { MediansQuery } from './medians.ts';
import type { MomentsQuery } from './moments.ts';
import type { PairsQuery } from './pairs.ts';
import type { PeopleQuery } from './people.ts';
import type { ProfileQuery } from './profile.ts';
import type { SidesQuery } from './sides.ts';

/** A question whose answer is rows of sums; each kind has a file here, in `sql` and in `columnar`. */
export type Query = MomentsQuery | SidesQuery | FacetsQuery | PairsQuery | AnswersQuery | MediansQuery | ProfileQuery;

/** A question whose answer is arrays of integers, too many for rows; each kind has files as those of `Query` do. */
export type ArraysQuery = ColumnsQuery | PeopleQuery;
