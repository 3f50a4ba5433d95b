import { expect, test } from 'vitest';
import { disagreementOf } from '../../../src/lib/estimate/variances/disagreement.ts';
import { fitVariances } from '../../../src/lib/estimate/variances/variance-components.ts';
import { varianceShares } from '../../../src/lib/estimate/variances/variance-shares.ts';
import {
  splitVariances,
  type Split,
  type VariancesComputed,
  type VariancesTask
} from '../../../src/lib/estimate/variances/variances-task.ts';
import { viewFrom } from '../../../src/lib/estimate/variances/view.ts';
import { openersOf, scoreRows, splitOf } from './score-rows.ts';

/** Rows of the site’s own names: a person’s taste for a model is called taste there. */
function named(...groupings: readonly ('side' | 'band')[]): Split['rows'] {
  const { nested, ...rows } = splitOf(scoreRows(), ...groupings);
  const { 'person:model': taste, ...others } = nested;
  return { ...rows, nested: { ...others, taste: taste! } };
}

const parts = { rows: named(), clusterOf: null, asks: 'parts' } as const;
const bySide = { rows: named('side'), clusterOf: null, asks: 'groups', extends: true } as const;

/** All that a task shows on the way, and its end. */
function run(...splits: VariancesTask['splits']): VariancesComputed[] {
  const steps = splitVariances({ kind: 'variances', splits });
  const shown: VariancesComputed[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (value) shown.push(value);
    if (done) return shown;
  }
}

test('the parts of a split have the shares that its summit gives', () => {
  const { design, names, summit } = fitVariances(parts.rows);
  const { share } = varianceShares(viewFrom(design, summit.at), null);
  const expected = Object.fromEntries(names.map((name, k) => [name, share(k)]));
  expect(run(parts).at(-1)!.splits).toEqual([{ answers: expected }]);
});

test('disagreement is what models leave of the differences between replies to one message', () => {
  const rows = openersOf(scoreRows());
  const clusterOf = Int32Array.from({ length: rows.starts.length - 1 }, (_, block) => block % 40);
  const { design, names, summit } = fitVariances(rows);
  const expected = disagreementOf(viewFrom(design, summit.at), names, clusterOf);
  const [found] = run({ rows, clusterOf, asks: 'disagreement' }).at(-1)!.splits;
  expect(found).toEqual({ answers: { disagreement: expected } });
  const [model, rest] = [names.indexOf('model'), names.indexOf('rest')];
  expect(expected.value).toBeCloseTo(summit.at[rest]! / (summit.at[rest]! + summit.at[model]!), 12);
});

test('each split is shown as it comes, what takes long last', () => {
  const both = { ...bySide, rows: named('side', 'band'), slow: true };
  const start = { rows: named(), clusterOf: null, asks: 'nothing' } as const;
  const shown = run(start, both, bySide, { reason: 'of one kind' });
  const words = shown.map(({ splits }) =>
    splits.map((split) => ('reason' in split ? split.reason : Object.keys(split.answers).join()))
  );
  const waiting = 'still being worked out';
  expect(words).toEqual([
    ['', waiting, waiting, 'of one kind'],
    ['', waiting, 'points,share', 'of one kind'],
    ['', 'points,share', 'points,share', 'of one kind'],
    ['', 'points,share', 'points,share', 'of one kind']
  ]);
});

test('what cannot be told apart says so, and leaves the others standing', () => {
  const twice = { ...parts, rows: { ...parts.rows, nested: { ...parts.rows.nested, again: null } } };
  const [first, second] = run(twice, parts).at(-1)!.splits;
  expect(first).toEqual({ reason: 'the parts cannot be told apart' });
  expect(second).toEqual(run(parts).at(-1)!.splits[0]);
});
