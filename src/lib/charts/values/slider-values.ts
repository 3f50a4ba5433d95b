import { ABSENT } from '../../query/index.ts';

/** Answers to a slider as numbers, NaN where there is none. */
export const answeredOf = (values: Int32Array): Float64Array =>
  Float64Array.from(values, (value) => (value === ABSENT ? NaN : value));
