import type { Selection } from '../../../src/lib/selection/index.ts';
import type { Joined, Test } from '../query/recount.ts';
import type { Recount } from './recounted-lines.ts';

interface Counting {
  readonly ratings: (selection: Selection, ...tests: readonly Test[]) => readonly Joined[];
  readonly people: (rows: readonly Joined[]) => number;
  readonly is: (column: string, ...keys: string[]) => Test;
}

/** The recounts of figures of juries, by chart. */
export const juryRecounts = ({ ratings, people, is }: Counting): Readonly<Record<string, Recount>> => ({
  juries: (_, selection) => {
    const { from: sample, served } = selection.params as { from: Selection['sample']; served: string };
    const outside: Readonly<Record<string, readonly [string, ...string[]]>> = {
      'not-men': ['gender', 'male'],
      'not-white': ['ethnicity', 'white'],
      'under-45': ['age', '45-54', '55-64', '65-plus']
    };
    const group = outside[served];
    const welcome: Test = group ? (row) => !is(...group)(row) : () => true;
    const balanced = sample === 'all' ? [] : [is('utterance_in_balanced_subset', 'in-the-balanced-sample')];
    return { people: people(ratings({ ...selection, sample }, welcome, ...balanced)) };
  }
});
