import { expect, test } from 'vitest';
import { FIRST_RESAMPLES, varianceComponents } from '../../../src/lib/estimate/variances/variance-components.ts';
import {
  resampleVariances,
  type VariancesComputed,
  type VariancesTask
} from '../../../src/lib/estimate/variances/variances-task.ts';
import { scoreRows, splitOf } from './score-rows.ts';

const resampling = { seed: 3, clusterOf: null };
const [plain, bySide, byBoth] = [[], ['side'], ['side', 'band']].map((groupings) =>
  splitOf(scoreRows(), ...(groupings as ('side' | 'band')[]))
) as [ReturnType<typeof splitOf>, ReturnType<typeof splitOf>, ReturnType<typeof splitOf>];

/** All that a task shows on the way, and its end. */
function run(task: VariancesTask): VariancesComputed[] {
  const steps = resampleVariances(task);
  const shown: VariancesComputed[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (value) shown.push(value);
    if (done) return shown;
  }
}

test('a split is shown after its first resamples, then with all of them: the same as at once', () => {
  const resamples = 45;
  const shown = run({ kind: 'variances', resamples, splits: [{ rows: plain, resampling }] });
  expect(shown.map(({ made, total }) => [made, total])).toEqual([
    [FIRST_RESAMPLES, resamples],
    [resamples, resamples]
  ]);
  const whole = varianceComponents(plain, { ...resampling, resamples });
  expect(shown[1]!.splits).toEqual([whole]);
  expect(shown[0]!.splits).toEqual([{ ...whole, resampled: whole.resampled.slice(0, FIRST_RESAMPLES) }]);
});

test('what adds to others is shown as it comes, what takes long last', () => {
  const resamples = FIRST_RESAMPLES + 5;
  const more = { resampling: { ...resampling, onlyCrossed: true }, extends: true };
  const shown = run({
    kind: 'variances',
    resamples,
    splits: [
      { rows: plain },
      { rows: bySide, ...more },
      { reason: 'of one kind' },
      { rows: byBoth, ...more, slow: true }
    ]
  });
  const words = shown.map(({ splits }) =>
    splits.map((split) => ('reason' in split ? split.reason : split.resampled.length))
  );
  expect(words).toEqual([
    [0, FIRST_RESAMPLES, 'of one kind', 'still being worked out'],
    [0, resamples, 'of one kind', resamples]
  ]);
});

test('what cannot be told apart says so, and leaves the others standing', () => {
  const twice = { ...plain, nested: { ...plain.nested, again: null } };
  const [, { splits }] = run({
    kind: 'variances',
    resamples: 1,
    splits: [
      { rows: twice, resampling },
      { rows: plain, resampling }
    ]
  }) as [VariancesComputed, VariancesComputed];
  expect(splits[0]).toEqual({ reason: 'the parts cannot be told apart' });
  expect('variances' in splits[1]! && splits[1].resampled.length).toBe(1);
});
