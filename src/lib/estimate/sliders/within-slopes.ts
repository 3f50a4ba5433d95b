import { studentTQuantile, studentTTwoSided } from '../distributions.ts';
import { REASONS, TAIL, type Contrast, type Unestimated } from '../estimate.ts';
import { leastSquares } from '../regression/least-squares.ts';
import { averaged } from './averaged.ts';

/** Scores with marks for each, NaN where a mark is missing, and whose each is. */
export interface ScoresWithMarks {
  readonly score: ArrayLike<number>;
  readonly marks: readonly ArrayLike<number>[];
  readonly person: ArrayLike<number>;
}

/** What a slope rests on, and what it is: by how much scores differ with one point more of the mark. */
export interface Slope {
  readonly people: number;
  readonly rows: number;
  readonly result: Contrast | Unestimated;
}

/** Rows of people with two or more that have these marks, each less its person's own average. */
function within({ score, marks, person }: ScoresWithMarks) {
  const full = Array.from({ length: score.length }, (_, row) => row).filter((row) =>
    marks.every((mark) => !Number.isNaN(mark[row]!))
  );
  const held = new Map<number, number>();
  for (const row of full) held.set(person[row]!, (held.get(person[row]!) ?? 0) + 1);
  const rows = full.filter((row) => held.get(person[row]!)! > 1);
  const place = new Map([...new Set(rows.map((row) => person[row]!))].map((one, i) => [one, i]));
  const own = Int32Array.from(rows, (row) => place.get(person[row]!)!);
  const less = (values: ArrayLike<number>) => {
    const some = Float64Array.from(rows, (row) => values[row]!);
    const means = averaged(some, own, place.size);
    return some.map((value, i) => value - means[own[i]!]!);
  };
  return { y: less(score), x: marks.map(less), person: own, people: place.size, of: rows.map((row) => person[row]!) };
}

const tooFew: Unestimated = { reason: 'too few people with two conversations that differ in it' };

/**
 * Whether the replies that a person finds better in some way are those that the same person scores higher. Everything is
 * taken less the person’s own average, so that somebody who gives high marks for everything says nothing; who has only one
 * conversation with the mark says nothing either.
 *
 * Alone, a mark is fitted by itself, on the conversations where it was given; with the others equal, all of them at once, on
 * those where all were given. A mark and a score given by one person at one time are alike partly because what is liked
 * is thought good at everything (a halo): that is in the slopes, and cannot be taken out of them.
 *
 * @method Slope within people
 * @formula y and x less their averages over a person’s own conversations with the marks fitted
 * b = least squares of y on x (all of them, where the others are held equal), without a constant
 * var(b) and interval as for scores explained: clustered by person, t(0.975; G − 1), G people with two conversations or more
 * var(b(j) − b(k)) = √(f(j)·f(k)) · Σ over people of the products of their influences, for slopes fitted alone; f the factors
 * @assumes People are independent of one another. The score and the marks of a conversation are of the reply that was chosen
 * from up to four: scores below the best are not seen, so slopes are smaller than among all replies.
 * @source Liang & Zeger (1986), Biometrika 73; vcovCL(type = "HC1") of the R package sandwich over lm without intercept.
 * @differs Not in the published analyses, which correlate what is stated with what is judged over conversations and set
 * neither against the score.
 */
export function slopesEqual(marked: ScoresWithMarks): Slope[] {
  const { y, x, person, people } = within(marked);
  const rows = y.length;
  try {
    const columns = Object.fromEntries(x.map((values, i) => [String(i), values]));
    const { coefficients } = leastSquares({ y, columns, person, people }, { intercept: false });
    return x.map((_, i) => ({ people, rows, result: coefficients[String(i)]! }));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return x.map(() => ({ people, rows, result: tooFew }));
  }
}

/** A slope fitted alone, with what each person adds to its variance. */
export interface SlopeAlone extends Slope {
  readonly influence: ReadonlyMap<number, number>;
}

/** Each mark fitted by itself. */
export function slopesAlone({ score, marks, person }: ScoresWithMarks): SlopeAlone[] {
  return marks.map((mark) => {
    const { y, x, people, of } = within({ score, marks: [mark], person });
    const [own] = x;
    const squares = own!.reduce((sum, value) => sum + value ** 2, 0);
    const influence = new Map<number, number>();
    if (people < 2 || squares < 1e-9) return { people, rows: y.length, result: tooFew, influence };
    const value = y.reduce((sum, one, i) => sum + one * own![i]!, 0) / squares;
    y.forEach((one, i) => {
      const added = (own![i]! * (one - value * own![i]!)) / squares;
      influence.set(of[i]!, (influence.get(of[i]!) ?? 0) + added);
    });
    const df = people - 1;
    const factor = Math.sqrt(people / df);
    for (const [one, added] of influence) influence.set(one, added * factor);
    const result = contrast(value, influence, people) ?? { reason: REASONS.noContrast };
    return { people, rows: y.length, result, influence };
  });
}

/** A number with what each person adds to its variance; null where nobody adds any. */
function contrast(value: number, influence: ReadonlyMap<number, number>, people: number): Contrast | null {
  const df = people - 1;
  const se = Math.sqrt([...influence.values()].reduce((sum, one) => sum + one ** 2, 0));
  if (!(se > 0)) return null;
  const half = studentTQuantile(1 - TAIL, df) * se;
  return { value, low: value - half, high: value + half, se, df, p: studentTTwoSided(value / se, df), people };
}

/** The difference of two slopes fitted alone, each person counting with what they add to both; null where one is missing or they are the same. */
export function differenceOfSlopes(a: SlopeAlone, b: SlopeAlone): Contrast | null {
  if (!('value' in a.result) || !('value' in b.result)) return null;
  const influence = new Map(a.influence);
  for (const [one, added] of b.influence) influence.set(one, (influence.get(one) ?? 0) - added);
  return contrast(a.result.value - b.result.value, influence, Math.min(a.people, b.people));
}
