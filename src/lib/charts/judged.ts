import type { Verdict } from '../estimate/index.ts';

/** A group that differs from all the others, by its key. */
export interface Standout {
  readonly key: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** What is known of whether a figure's groups differ: of groups of 30 people or more, so that all of it may be seen. */
export type Judged =
  | { readonly says: 'cannot'; readonly why: Extract<Verdict, { kind: 'cannot' }>['why'] }
  | {
      readonly says: 'none' | 'trend' | 'unclear' | 'named';
      readonly kind: Exclude<Verdict['kind'], 'cannot'>;
      /** How many groups were tested, and the key of the second of two. */
      readonly groups: number;
      readonly other?: string;
      readonly p: number;
      readonly trend?: { readonly slope: number; readonly p: number };
      /** The largest gap that cannot be ruled out, in the unit shown. */
      readonly gap: number;
      /** Groups that differ from all the others; of two groups the first against the second, whether they differ or not. */
      readonly named: readonly Standout[];
    };
