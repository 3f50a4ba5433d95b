import { relative } from '../dataset/utterances/relative.ts';
import { MISSING, type Columns } from './table-builder.ts';

/** Columns of the replies that the relative scores are made from, and those made; rows in one order. */
type Scored = Readonly<Record<'user_id' | 'interaction_id' | 'turn' | 'score', Int32Array>>;

/** Whether a column is made from other rows too, once all are read. */
export function isRelative(name: string): name is keyof typeof relative {
  return Object.hasOwn(relative, name);
}

/** The score of each reply beside the person's openers, and beside the other replies to the message, as stored. */
export function relativeScores(scored: Scored): Columns {
  return { score_z: standardised(scored), win_share: winShares(scored) };
}

/** Sums are of integers and exact, so that the rounded result is the same on every machine. */
function standardised({ user_id, turn, score }: Scored): Int32Array {
  const openers = new Map<number, { n: number; sum: number; squares: number }>();
  user_id.forEach((person, row) => {
    if (turn[row] !== 0) return;
    const so = openers.get(person) ?? { n: 0, sum: 0, squares: 0 };
    const value = score[row] ?? 0;
    openers.set(person, { n: so.n + 1, sum: so.sum + value, squares: so.squares + value * value });
  });
  return user_id.map((person, row) => {
    const { n, sum, squares } = openers.get(person) ?? { n: 0, sum: 0, squares: 0 };
    const spread = n * squares - sum * sum;
    if (n < 2 || spread === 0) return 0;
    const z = (n * (score[row] ?? 0) - sum) / Math.sqrt((n * spread) / (n - 1));
    return Math.round(z * relative.score_z.perUnit);
  });
}

function winShares({ interaction_id, turn, score }: Scored): Int32Array {
  const shown = new Map<number, number[]>();
  interaction_id.forEach((interaction, row) => {
    if (turn[row] !== 0) return;
    const replies = shown.get(interaction);
    if (replies) replies.push(score[row] ?? 0);
    else shown.set(interaction, [score[row] ?? 0]);
  });
  return interaction_id.map((interaction, row) => {
    const replies = turn[row] === 0 ? (shown.get(interaction) ?? []) : [];
    if (replies.length < 2) return MISSING;
    const own = score[row] ?? 0;
    // The reply meets itself as an equal, which is taken off again.
    const halves = replies.reduce((sum, other) => sum + (other < own ? 2 : other === own ? 1 : 0), -1);
    return Math.round((halves * relative.win_share.perUnit) / (2 * (replies.length - 1)));
  });
}
