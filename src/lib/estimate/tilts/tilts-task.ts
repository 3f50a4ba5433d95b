import { TAIL, type Contrast, type Interval, type Unestimated } from '../estimate.ts';
import { benjaminiHochberg } from '../sums/adjust.ts';
import { differenceOfShares } from '../sums/difference.ts';
import { share } from '../sums/share.ts';
import { tiltCells, type TiltCell } from './tilt-cells.ts';

/** Conversations with their topics and groups. Typed data only: it is posted to a worker. */
export interface TiltsTask {
  readonly kind: 'tilts';
  /** From 0 without gaps. */
  readonly person: Int32Array;
  readonly people: number;
  /** From 0; negative for rows that are left out. */
  readonly topic: Int32Array;
  readonly topics: number;
  /** Codes from 0, or bit masks of them where a row can be in several groups; negative for none. */
  readonly group: Int32Array;
  readonly groups: number;
  readonly many: boolean;
  /** What each group is set against: everybody else, or the largest of the groups. */
  readonly against: 'rest' | 'largest';
  /** Whether people count alike, whatever number of conversations they have. */
  readonly peopleAlike: boolean;
  /** Fewest people of either side that a test may rest on. */
  readonly least: number;
}

/** One topic in one group. */
export interface Tilt {
  readonly topic: number;
  readonly group: number;
  readonly here: Interval | Unestimated;
  readonly there: Interval | Unestimated;
  /** As a share, −1 to 1. */
  readonly difference: Contrast | Unestimated;
  readonly sides: { readonly a: number; readonly b: number; readonly both: number };
  /** Conversations of the group, and those of them that are on the topic. */
  readonly conversations: number;
  readonly having: number;
  /** The p-value among all that are tested (Benjamini–Hochberg); absent where it is not. */
  readonly adjusted?: number;
  /** Where it stands out: the interval that holds after picking, with a confidence of 1 − 0.05 · found / tested. */
  readonly picked?: Pick<Interval, 'low' | 'high'>;
}

export interface TiltsComputed {
  readonly kind: 'tilts';
  readonly tilts: readonly Tilt[];
  /** Questions asked: two groups that are everybody ask the same of each topic. */
  readonly tested: number;
  /** How many of them are answered by a difference. */
  readonly found: number;
  /** The group that the others are set against; null where that is everybody else. */
  readonly reference: number | null;
  readonly people: number;
  readonly conversations: number;
}

/** Under so much an adjusted p-value is called a difference. */
const LEVEL = 0.05;

/**
 * How much more often the conversations of a group are on a topic than those of everybody else, for every topic and every
 * group at once. People who have conversations on both sides count as the same people. A difference is tested if, before
 * looking, 20 conversations on the topic and 20 on others are expected on either side at the share of both together, and 30
 * people stand on each; all tests of a figure are adjusted together. What stands out is picked from many, and its plain
 * interval is then too sure of itself: beside it stands the one that holds after picking.
 *
 * @method Over- and under-represented topics
 * @formula d = Σya/Σxa − Σyb/Σxb, y = a person’s conversations on the topic, x = all of theirs, by side
 * interval and p as for the difference of two shares; q by Benjamini–Hochberg over all m that are tested
 * of the R with q < 0.05: interval after picking = d ± t(1 − 0.025·R/m; df) · √var(d)
 * @assumes As the difference of two shares; where people count alike, y is the share of a person’s conversations and x = 1.
 * @source Binder (1983), International Statistical Review 51; Benjamini & Yekutieli (2005), False discovery rate–adjusted
 * multiple confidence intervals for selected parameters, Journal of the American Statistical Association 100.
 * @differs The published regressions flag p < 0.01 with errors that are not clustered by person, without adjustment.
 */
export function tilt(task: TiltsTask): TiltsComputed {
  const { cells, reference, twofold, people, conversations } = tiltCells(task);
  const differences = cells.map(({ sums: { a, b, cross } }) => differenceOfShares(a, b, cross));
  const question = ({ topic }: TiltCell, i: number) => (twofold ? topic : i);
  const asked = new Map<number, number>();
  cells.forEach((cell, i) => {
    const difference = differences[i]!;
    if (cell.eligible && 'p' in difference) asked.set(question(cell, i), difference.p);
  });
  const adjusted = new Map(benjaminiHochberg([...asked.values()]).map((p, at) => [[...asked.keys()][at]!, p]));
  const found = [...adjusted.values()].filter((p) => p < LEVEL).length;
  const tail = (TAIL * found) / Math.max(1, asked.size);

  const tilts = cells.map((cell, i): Tilt => {
    const { a, b, cross } = cell.sums;
    const p = cell.eligible ? adjusted.get(question(cell, i)) : undefined;
    const again = p !== undefined && p < LEVEL ? differenceOfShares(a, b, cross, tail) : null;
    return {
      topic: cell.topic,
      group: cell.group,
      here: share(a),
      there: share(b),
      difference: differences[i]!,
      sides: { a: a.people, b: b.people, both: cross.people },
      conversations: cell.conversations,
      having: cell.having,
      ...(p === undefined ? {} : { adjusted: p }),
      ...(again && 'value' in again ? { picked: { low: again.low, high: again.high } } : {})
    };
  });
  return { kind: 'tilts', tilts, tested: asked.size, found, reference, people, conversations };
}
