import { FARTHEST, relative } from '../dataset/utterances/relative.ts';
import { MISSING } from './table-builder.ts';

/** Columns of the replies that the relative scores are made from, and those made; rows in one order. */
type Scored = Readonly<Record<'user_id' | 'interaction_id' | 'turn' | 'score', Int32Array>>;

/** Whether a column is made from other rows too, once all are read. */
export function isRelative(name: string): name is keyof typeof relative {
  return Object.hasOwn(relative, name);
}

/** The score of each reply beside the person's openers, or beside the other replies to the message, as stored. */
export function relativeScore(name: keyof typeof relative, scored: Scored): Int32Array {
  return name === 'score_z' ? standardised(scored) : winShares(scored);
}

/** The ids numbered from 0 on as they are met, in each row, and how many there are. */
function numbered(ids: Int32Array): { readonly place: Int32Array; readonly count: number } {
  const places = new Map<number, number>();
  const place = new Int32Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    // Rows of one person, and of one message, mostly follow one another.
    const known = row > 0 && ids[row] === ids[row - 1] ? place[row - 1] : places.get(ids[row]!);
    if (known === undefined) places.set(ids[row]!, places.size);
    place[row] = known ?? places.size - 1;
  }
  return { place, count: places.size };
}

/** Sums are of integers and exact, so that the rounded result is the same on every machine. */
function standardised({ user_id, turn, score }: Scored): Int32Array {
  const { place, count } = numbered(user_id);
  const [openers, total, squares] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let row = 0; row < place.length; row++) {
    if (turn[row] !== 0) continue;
    const [person, value] = [place[row]!, score[row]!];
    openers[person]! += 1;
    total[person]! += value;
    squares[person]! += value * value;
  }
  return place.map((person, row) => {
    const [n, sum] = [openers[person]!, total[person]!];
    const spread = n * squares[person]! - sum * sum;
    if (n < 2 || spread === 0) return 0;
    const z = (n * score[row]! - sum) / Math.sqrt((n * spread) / (n - 1));
    const stored = Math.round(z * relative.score_z.perUnit);
    return Math.max(-FARTHEST, Math.min(FARTHEST, stored));
  });
}

function winShares({ interaction_id, turn, score }: Scored): Int32Array {
  const { place, count } = numbered(interaction_id);
  /** The rows of each message's opening replies, one after the other: the first of the next ends them. */
  const first = new Int32Array(count + 1);
  for (let row = 0; row < place.length; row++) if (turn[row] === 0) first[place[row]! + 1]!++;
  for (let message = 0; message < count; message++) first[message + 1]! += first[message]!;
  const [rows, next] = [new Int32Array(first[count]!), first.slice()];
  for (let row = 0; row < place.length; row++) if (turn[row] === 0) rows[next[place[row]!]!++] = row;
  return place.map((message, row) => {
    const [from, to] = [first[message]!, first[message + 1]!];
    if (turn[row] !== 0 || to - from < 2) return MISSING;
    // The reply meets itself as an equal, which is taken off again.
    let halves = -1;
    for (let i = from; i < to; i++) halves += 1 + Math.sign(score[row]! - score[rows[i]!]!);
    return Math.round((halves * relative.win_share.perUnit) / (2 * (to - from - 1)));
  });
}
