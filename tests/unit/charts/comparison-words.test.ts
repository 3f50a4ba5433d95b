import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import { effectWords } from '../../../src/lib/charts/explore/comparison-words.ts';
import { chartFor } from '../../../src/lib/charts/index.ts';
import { sideWords } from '../../../src/lib/charts/words/side-words.ts';
import { formatDifference, formatDifferenceInterval } from '../../../src/lib/dataset/index.ts';
import type { Filter } from '../../../src/lib/selection/index.ts';

const maker: Filter = { column: 'model_family', exclude: false, keys: ['cohere'] };

describe('the words of a comparison', () => {
  it('of sides', () => {
    const age: Filter = { column: 'age', exclude: false, keys: ['55-64', '65-plus'] };
    expect(sideWords({ a: [age], b: null }, {})).toEqual({
      a: { words: 'people aged 55 and over', short: '55 and over' },
      b: { words: 'everyone else', short: 'everyone else' }
    });
    expect(sideWords({ a: [age, maker], b: null }, {}).b.words).toBe('all other replies');
    const none = { column: 'age', exclude: false, keys: ['prefer-not-to-say'] };
    const told = sideWords({ a: [none], b: [{ ...none, column: 'gender' }] }, {});
    expect([told.a.short, told.b.short]).toEqual(['side A', 'side B']);
  });

  it('of differences', () => {
    expect([0.04, -0.04, 3.25, -3.24].map((value) => formatDifference(value, 'score'))).toEqual([
      '+0.04',
      '−0.04',
      '+3.3',
      '−3.2'
    ]);
    expect(formatDifference(0.0412, 'share')).toBe('+4.1');
    expect(formatDifferenceInterval(0.02, 2.1, 'score')).toBe('+0.02 to +2.10');
    expect(formatDifferenceInterval(-1, 0, 'score')).toBe('−1.0 to 0.0');
  });

  it.each([
    [0.3, 'less than a twentieth of a standard deviation'],
    [1, 'about a tenth of a standard deviation'],
    [-2.4, 'about a quarter of a standard deviation'],
    [5, 'about half a standard deviation'],
    [10, 'about one standard deviation'],
    [-14, 'about 1.4 standard deviations']
  ])('of an effect of %d tenths', (value, words) => {
    expect(effectWords(value, 10)).toBe(words);
  });

  it('are asked of one chart each', () => {
    const { vocabulary } = comparison;
    expect(chartFor(vocabulary, vocabulary.defaults)).toBe(byGroup);
    expect(chartFor(vocabulary, { ...vocabulary.defaults, compare: { a: [maker], b: null } })).toBe(comparison);
  });
});
