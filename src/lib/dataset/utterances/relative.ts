import type { Column } from '../column.ts';

/**
 * The farthest that a standardised score is stored, more than 2,000 standard deviations: of hundreds of openers one could
 * be beyond it.
 */
export const FARTHEST = 2 ** 31 - 1;

/** The score beside the person's other scores, and beside those of the other replies to the same message. */
export const relative = {
  score_z: {
    kind: 'number',
    label: 'Standardised score',
    asked:
      'How far the score lies from the average of the person’s openers, in standard deviations of the person’s openers.',
    source: {
      derived: 'score less the mean of all openers of the person, over their sample standard deviation'
    },
    role: { judgement: true, scaleUse: 'standardised', relative: { to: 'person' } },
    domain: [null, null],
    unit: 'standard deviations',
    perUnit: 1_000_000,
    scale: 'standard',
    which: 'with a standardised score of {}',
    note: 'Mean and standard deviation are of all the person’s openers, whatever is filtered, and of later turns too. It is 0 where all these openers have one score or there is only one. Over all openers of a person it averages 0 by construction.'
  },
  win_share: {
    kind: 'number',
    label: 'Share of the other replies beaten',
    asked: 'How many of the other replies to the same opening message have a lower score; an equal score counts half.',
    source: {
      derived: '(replies with a lower score + ½ × replies with the same score) / other replies, in the opener'
    },
    role: {
      judgement: true,
      scaleUse: 'wins',
      relative: {
        to: 'message',
        because: 'as what one reply wins another one loses',
        later: 'and they are not compared'
      }
    },
    domain: [0, 1],
    unit: 'share of the other replies, 0 to 1',
    // Halves of all shares among up to eight replies are whole in it.
    perUnit: 840,
    scale: 'share',
    which: 'whose share of other replies beaten is {}',
    missing: 'later turn, or the only reply to the message',
    note: 'The rank of the reply within its opener, scaled from 0 for the last to 1 for the first, is the same number: replies with one score share their places. Over the replies to one message it averages ½ by construction.'
  }
} as const satisfies Record<string, Column>;
