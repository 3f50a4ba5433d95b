import { expect, it } from 'vitest';
import { glossaryOf } from '../../../src/lib/charts/words/glossary.ts';
import { meansByAge } from './cases.ts';

it('explains the words that a figure says or marks its rows with, and no others', async () => {
  const { figure } = await meansByAge();
  const terms = (changed: Partial<typeof figure>) => glossaryOf({ ...figure, ...changed }).map(({ term }) => term);
  expect(terms({})).toEqual(['Interval', 'Wide', 'Few']);
  expect(terms({ rows: figure.rows.filter(({ estimate }) => estimate.shown && estimate.level === 'plain') })).toEqual([
    'Interval'
  ]);
  expect(
    terms({ sentence: 'It wins 68 % in opening turns of the balanced subset; its rank interval is 1 to 3.' })
  ).toEqual(['Interval', 'Wide', 'Few', 'Rank interval', 'Win rate', 'Opener', 'Balanced']);
  expect(terms({ notes: ['Strengths add up to 1.', 'Made of 1,000 resamples.'] })).toEqual([
    'Interval',
    'Wide',
    'Few',
    'Strength',
    'Resample'
  ]);
});
