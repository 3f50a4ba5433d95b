import type { Interval } from '../estimate.ts';
import { varianceShares } from './variance-shares.ts';
import type { DesignView } from './view.ts';

/**
 * How little people agree about models: of the differences between replies to one and the same message, the share that
 * does not go with which model wrote the reply. At 0 % everybody would set the models apart in the same way; at 100 % the
 * model would say nothing about how a person scores its reply. What a person thinks of all replies to a message, because
 * of the message or their use of the scale, is left out.
 *
 * Of a split with a `model` and the `rest`, at its summit; `clusterOf` has the person of each message.
 *
 * @method Disagreement about models
 * @formula score = μ + message + model + rest, over opening replies
 * disagreement = σ²(rest) / (σ²(model) + σ²(rest)) = 1 − correlation of two people’s scores of one model, less their messages
 * interval: 1 less that of the share of σ²(model), see Shares of the variance
 * @assumes What the variance components assume. Taste, what one reply was worth and chance in scoring are all
 * disagreement: they cannot be told apart within most topics. Models are taken as they are.
 * @source One less the intraclass correlation: Shrout & Fleiss (1979), Intraclass correlations: uses in assessing rater
 * reliability, Psychological Bulletin 86. Variances by REML, checked against lmer of the R package lme4.
 * @differs The published analyses measure the range of scores of the very same reply instead.
 */
export function disagreementOf(view: DesignView, names: readonly string[], clusterOf: Int32Array | null): Interval {
  const [model, rest] = [names.indexOf('model'), names.indexOf('rest')];
  const { value, low, high } = varianceShares(view, clusterOf, [model, rest]).share(model);
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}
