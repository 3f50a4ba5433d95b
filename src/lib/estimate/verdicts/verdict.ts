import type { Apart } from './apart.ts';

/** Which groups a verdict is about. */
interface Asked {
  /** Codes of the groups that were set against one another, in the order asked for. */
  readonly groups: readonly number[];
  /** People with a value in one of them. */
  readonly people: number;
  /** Codes of those left out: of too few people, or, for a share whose groups share people, of too few rows. */
  readonly without: readonly number[];
}

/** The slope of an order of groups, in units shown for each step. */
export interface Trend {
  readonly slope: number;
  readonly p: number;
  readonly direction: 'rising' | 'falling';
}

/**
 * Whether groups differ at all, and what of it can be told: plain JSON, without words. `pair`: of two groups, whose own
 * test it is; `permutation`: of more, nobody being in two of them; `shared`: of more that share people.
 */
export type Verdict =
  | (Asked & {
      readonly kind: 'pair' | 'permutation' | 'shared';
      /** A p under this says that the groups differ: 0.05, or 0.025 where a trend is asked about too. */
      readonly level: number;
      readonly overall: {
        /** W = dᵀV⁻¹d; for a pair its square of t where it has one; null where a group has no variance. */
        readonly statistic: number | null;
        /** Groups less one. */
        readonly degrees: number;
        /** Degrees of freedom of F (or of t) below the line; null for permutations. */
        readonly below: number | null;
        readonly p: number;
      };
      /** Null where the groups have no order, or fewer than three of them can be placed. */
      readonly trend: Trend | null;
      /**
       * Every group against all the others, where the groups differ overall; none where they do not. Of a pair, whether they
       * differ or not, the first against the other.
       */
      readonly apart: readonly Apart[];
      /** The largest gap between two groups, in the unit shown, that intervals holding together at 95 % allow. */
      readonly gap: number;
    })
  | (Asked & {
      readonly kind: 'cannot';
      /** Fewer than two groups of enough people; or of enough rows with and without; or nobody differs; or too few people for so many groups. */
      readonly why: 'groups' | 'rows' | 'alike' | 'people';
    });
