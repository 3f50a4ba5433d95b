import type { Field } from './fields.ts';

/** What a row must be like. What is not known of a row is no answer: it is neither among values nor within bounds. */
export type Test =
  /** One of some released values of a field, or, with `absent`, none at all. */
  | { readonly is: 'among'; readonly field: Field; readonly values: readonly string[]; readonly absent: boolean }
  /** A number between two bounds, both included, in the smallest unit that the release has; null where it is open. */
  | { readonly is: 'within'; readonly field: Field; readonly low: number | null; readonly high: number | null }
  /** Any of some boxes ticked; with `unasked` or `none` also those who saw none, or ticked none of all. */
  | {
      readonly is: 'ticked';
      readonly boxes: readonly Field[];
      readonly all: readonly Field[];
      readonly unasked: boolean;
      readonly none: boolean;
    }
  | { readonly is: 'not'; readonly test: Test }
  | { readonly is: 'any' };

/** A grouping: the groups that have a name of their own by what makes them; a value in none is its own name. */
export interface Grouping {
  readonly label: string;
  readonly groups: readonly { readonly name: string; readonly test: Test }[];
  /** The field whose released values name all other groups; null where a row may be in several groups. */
  readonly field: Field | null;
}

/** How one view is worked out from the files of the release: what every language writes down. */
export interface CodeRecipe {
  readonly table: 'participants' | 'conversations' | 'utterances';
  /** Every field that is read, each once. */
  readonly fields: readonly Field[];
  /** A number in the unit shown, or whether something holds: unknown where the field is. */
  readonly value:
    | { readonly kind: 'mean'; readonly field: Field }
    | { readonly kind: 'share'; readonly field: Field; readonly test: Test };
  /** Ends of the scale, in the unit shown; null where it has none. */
  readonly domain: readonly [number | null, number | null];
  readonly filters: readonly Test[];
  readonly by: readonly Grouping[];
  /** Two sides, of which the difference is worked out; among the people on both where `within`. */
  readonly sides: { readonly a: Test[]; readonly b: Test[] | null; readonly within: boolean } | null;
  /** Whether all rows together say anything: not where they are the same for everybody by construction. */
  readonly overall: boolean;
  /** Groups of fewer people have no estimate. */
  readonly minimum: number;
}

/** Why a view cannot be written as code, as a sentence. */
export interface Unwritten {
  readonly reason: string;
}
