import type { Verdict } from './verdict.ts';
import { verdictOf, type Question } from './verdict-of.ts';

/** Permutations of people that a verdict rests on. */
export const PERMUTATIONS = 1999;

/** A question of whether groups differ. Typed data only: it is posted to a worker. */
export interface VerdictTask extends Question {
  readonly kind: 'verdict';
}

/** What came of it. */
export interface VerdictComputed {
  readonly kind: 'verdict';
  readonly verdict: Verdict;
}

/** Comes to a verdict, with pauses in between. */
export function* comeToVerdict(task: VerdictTask): Generator<null, VerdictComputed> {
  return { kind: 'verdict', verdict: yield* verdictOf(task) };
}
