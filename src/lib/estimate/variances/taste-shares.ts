import type { VarianceComponents } from './variance-components.ts';

/** Makes a share of the variances of a split, in the order of its names. */
type Share = (variances: Float64Array) => number;

/**
 * Do women like other models than men, or the old than the young? Everybody has a taste of their own: they rate some
 * models higher, and others lower, than most people do, again and again. This is how much of that taste people have in
 * common with others of their group. At 0 % people of one group differ among themselves as much as from everybody else;
 * at 100 % whoever knows the group knows the taste. Several groupings at once take over what goes with any of them, each
 * having effects of its own; what two of them share counts once.
 *
 * Of a split with taste and at least one `<grouping>:model`. A share of no taste at all is 0.
 *
 * @method Taste that goes with groups
 * @formula score = μ + person + group + model + topic + person × model + group × model + conversation + rest
 * share = σ²(group × model) / (σ²(group × model) + σ²(person × model))
 * of several groupings together: the sum of their σ²(group × model) in the place of the one
 * interval: group effects in resamples of people by one step of Fisher’s scoring, all else held at its estimate
 * @assumes What the variance components assume; groups that have nothing in common beyond the effects of each, so that
 * being young and a woman adds up. Not to say where one belongs is a group too. Rows of a person count as resampled
 * together; how much chance alone would add is taken as linear in how often each person is drawn.
 * @source Searle, Casella & McCulloch (1992), Variance Components, chapter 6; Fisher’s scoring as in Patterson & Thompson
 * (1971), Biometrika 58. Checked against lmer of the R package lme4, relative difference under 0.0001.
 * @differs Not in the published analyses, which regress scores on groups one model at a time.
 */
export function tasteOfGroups({ names }: VarianceComponents): Share {
  const own = names.indexOf('taste');
  const groups = names.flatMap((name, k) => (name.endsWith(':model') ? [k] : []));
  return (variances) => {
    const shared = groups.reduce((sum, k) => sum + variances[k]!, 0);
    const all = shared + variances[own]!;
    return all > 0 ? shared / all : 0;
  };
}

/**
 * How little people agree about models: of the differences between replies to one and the same message, the share that
 * does not go with which model wrote the reply. At 0 % everybody would set the models apart in the same way; at 100 % the
 * model would say nothing about how a person scores its reply. What a person thinks of all replies to a message, because
 * of the message or their use of the scale, is left out.
 *
 * @method Disagreement about models
 * @formula score = μ + message + model + rest, over opening replies
 * disagreement = σ²(rest) / (σ²(model) + σ²(rest)) = 1 − correlation of two people’s scores of one model, less their messages
 * @assumes What the variance components assume. Taste, what one reply was worth and chance in scoring are all
 * disagreement: they cannot be told apart within most topics.
 * @source One less the intraclass correlation: Shrout & Fleiss (1979), Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86. Variances by REML, checked against lmer of the R package lme4.
 * @differs The published analyses measure the range of scores of the very same reply instead.
 */
export function disagreementOf({ names }: VarianceComponents): Share {
  const [model, rest] = [names.indexOf('model'), names.indexOf('rest')];
  return (variances) => variances[rest]! / (variances[model]! + variances[rest]!);
}

/** The share of one part in all of them. Throws a RangeError for a part that the split has not. */
export function shareOfPart({ names }: VarianceComponents, part: string): Share {
  const k = names.indexOf(part);
  if (k < 0) throw new RangeError(`No part ${part}`);
  return (variances) => variances[k]! / variances.reduce((sum, value) => sum + value, 0);
}
