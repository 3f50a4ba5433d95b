import constants from './calibrated.json';

/**
 * Numbers found by `calibrate.ts` so that the finished twin shows the published win shares, medians by group and means
 * by turn. They belong to one seed and one state of the generator: after a change to what comes before the scores, run
 * `npx tsx data/twin/calibrate.ts` again.
 */
export interface Calibration {
  /** How much people like each model, in units of the noise within an opener, by short name. */
  models: Record<string, number>;
  /** Level of the scores of a group, in score points, by published group name within each attribute. */
  groups: Record<string, Record<string, number>>;
  /** Level of each later turn against the average of later turns, in score points; turn 1 first. */
  turns: number[];
  /** Spread of the replies of one opener, in latent points. */
  openerSpread: number;
  /** Spread of the two replies of a later turn. */
  laterSpread: number;
  /** How much higher later turns are than openers. */
  laterShift: number;
  /** The latent level that becomes a score of 50. */
  middle: number;
}

/** The calibration the twin is written with. */
export const CALIBRATION: Calibration = constants;
