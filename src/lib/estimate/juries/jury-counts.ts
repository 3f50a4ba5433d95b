/** Juries drawn of a scheme, as in the published analysis; held out, in so many rounds, each with a split of its own. */
export const JURIES = 1000;
export const SPLITS = 50;

/** Resamples of people that an interval rests on, and how many the first answer has. */
export const JURY_RESAMPLES = 200;
export const FIRST_JURY_RESAMPLES = 40;

/** Juries drawn of a scheme in each of them. */
export const JURIES_AGAIN = 100;
