import * as Plot from '@observablehq/plot';
import { expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { wholeScale } from '../../../src/lib/charts/rows/whole-scale.ts';
import { findMetric, metrics } from '../../../src/lib/dataset/index.ts';
import { meansByAge } from './cases.ts';

it('a metric lies within its whole scale, which is that of its column or of a share', () => {
  expect(wholeScale(findMetric('score')!)).toEqual([1, 100]);
  expect(wholeScale(findMetric('stated_safety')!)).toEqual([0, 100]);
  expect(wholeScale(findMetric('lm_usecases.homework')!)).toEqual([0, 1]);
  expect(wholeScale(findMetric('response_length')!)).toEqual([0, null]);
  expect(metrics.filter((metric) => wholeScale(metric) === null).map(({ name }) => name)).toEqual(['score_z']);
});

it('the axis goes from end to end of the scale when that is asked for, and else as far as the marks', async () => {
  const { figure } = await meansByAge();
  const domainOf = (axis: string) => {
    const params = { ...figure.selection.params, axis };
    const options = byGroup.plot(Plot, { ...figure, selection: { ...figure.selection, params } }, 720, {})!;
    return options.x!.domain as [number, number];
  };
  expect(domainOf('whole')).toEqual([0, 100]);
  const [low, high] = domainOf('zoomed');
  expect(low).toBeGreaterThan(20);
  expect(high).toBeLessThan(90);
});
