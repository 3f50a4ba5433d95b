import { incompleteBeta } from '../distributions.ts';
import { invert } from '../positive-definite.ts';
import { form } from '../products.ts';
import type { PeopleRows } from './people-rows.ts';
import type { TestedGroups } from './tested-groups.ts';

/** Ratios of groups that may share people, with the part of each row in its group's error. */
export interface Joint {
  readonly ratios: Float64Array;
  readonly rows: PeopleRows;
  /** √(n/(n − 1)) · (y − rx)/X of each row: their products, added up over people, are the covariance of the ratios. */
  readonly parts: Float64Array;
}

/** The joint linearisation of groups of two people or more. */
export function jointly({ rows, n, X, Y }: TestedGroups): Joint {
  const ratios = Y.map((y, g) => y / X[g]!);
  const parts = Float64Array.from(rows.group, (g, row) => {
    const residual = (X[g]! * rows.y[row]! - Y[g]! * rows.x[row]!) / X[g]! ** 2;
    return Math.sqrt(n[g]! / (n[g]! - 1)) * residual;
  });
  return { ratios, rows, parts };
}

/** What came of a test that several contrasts are all 0. */
export interface JointTest {
  /** W = dᵀV⁻¹d. */
  readonly statistic: number;
  /** Degrees of freedom of F below the line. */
  readonly below: number;
  readonly p: number;
}

/**
 * Tests q contrasts, each a weight for every group, together; null where their covariance has no inverse or rests on too
 * few people.
 */
export function testJointly(joint: Joint, contrasts: readonly Float64Array[]): JointTest | null {
  const q = contrasts.length;
  const people = partsOfPeople(joint, contrasts);
  const inverse = new Float64Array(q * q);
  for (let at = 0; at < people.length; at += q) {
    for (let i = 0; i < q; i++) for (let j = 0; j <= i; j++) inverse[i * q + j]! += people[at + i]! * people[at + j]!;
  }
  try {
    invert(inverse, q);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const differences = Float64Array.from(contrasts, (weights) =>
    weights.reduce((sum, weight, g) => sum + weight * joint.ratios[g]!, 0)
  );
  const statistic = form(inverse, q, differences);
  // M of one person has one eigenvalue that is not 0, and tr(M²) = (tr M)².
  let spread = 0;
  for (let at = 0; at < people.length; at += q) spread += 2 * form(inverse, q, people.subarray(at, at + q)) ** 2;
  const known = (q * (q + 1)) / spread;
  const below = known - q + 1;
  if (!(below > 0)) return null;
  const f = (below / (known * q)) * statistic;
  return { statistic, below, p: incompleteBeta(below / (below + q * f), below / 2, q / 2) };
}

/** Each person's part in the error of each contrast, person by person. */
function partsOfPeople({ rows, parts }: Joint, contrasts: readonly Float64Array[]): Float64Array {
  const found: number[] = [];
  const q = contrasts.length;
  for (let row = 0; row < parts.length; row++) {
    if (row === 0 || rows.person[row] !== rows.person[row - 1]) for (let i = 0; i < q; i++) found.push(0);
    const from = found.length - q;
    for (let i = 0; i < q; i++) found[from + i]! += contrasts[i]![rows.group[row]!]! * parts[row]!;
  }
  return Float64Array.from(found);
}

/** The covariance of the ratios (row by row). */
export function covariance({ ratios, rows, parts }: Joint): Float64Array {
  const size = ratios.length;
  const found = new Float64Array(size * size);
  for (let from = 0, to = 0; from < parts.length; from = to) {
    while (to < parts.length && rows.person[to] === rows.person[from]) to++;
    for (let i = from; i < to; i++) {
      for (let j = from; j < to; j++) found[rows.group[i]! * size + rows.group[j]!]! += parts[i]! * parts[j]!;
    }
  }
  return found;
}
