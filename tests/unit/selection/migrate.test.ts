import { describe, expect, it } from 'vitest';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import { format, parse } from '../../../src/lib/selection/index.ts';
import { migrate, migrations, type Migration } from '../../../src/lib/selection/migrate.ts';

const renamed =
  (name: string, now: string): Migration =>
  (link) =>
    new URLSearchParams([...link].map(([key, value]) => [key === name ? now : key, value]));

/** Version 2 called the measure `metric` and no longer `measure`; version 3 calls the whole sample `all`. */
const steps: readonly Migration[] = [
  renamed('measure', 'metric'),
  (link) => {
    if (link.get('sample') === 'everyone') link.delete('sample');
    return link;
  }
];

const read = (link: string, with_: readonly Migration[] = steps) =>
  parse(new URLSearchParams(link), exploreVocabulary, {}, with_);

describe('old links', () => {
  const today = read('metric=score&by=model&gender=female&v=3');

  it.each([
    'measure=score&by=model&gender=female&sample=everyone&v=1',
    'metric=score&by=model&gender=female&sample=everyone&v=2',
    'metric=score&by=model&gender=female&v=3'
  ])('%s takes every step since its version, and means the same', (link) => {
    expect(read(link)).toEqual(today);
    expect(today.dropped).toEqual([]);
    expect(today.selection).toMatchObject({ metric: 'score', by: 'model', sample: 'all' });
  });

  it('take no step before their version', () => {
    expect(read('measure=score&by=age&v=2').dropped).toEqual([
      '“measure=score” was left out: this page does not know it.'
    ]);
  });

  it.each(['v=0', 'v=4', 'v=01', 'v=1.5', 'v=x', 'v=99999', ''])(
    'of no such version (%s) stay as they are',
    (version) => {
      const link = new URLSearchParams(`measure=score&${version}`);
      expect(migrate(link, steps).toString()).toBe(link.toString());
    }
  );

  it('are not changed themselves', () => {
    const link = new URLSearchParams('measure=score&sample=everyone&v=1');
    expect(migrate(link, steps).toString()).toBe('metric=score&v=3');
    expect(link.toString()).toBe('measure=score&sample=everyone&v=1');
  });

  it('of today say the version that the steps lead to', () => {
    const { selection } = read('metric=score&by=model&v=1', migrations);
    expect(format(selection, exploreVocabulary).get('v')).toBe(String(migrations.length + 1));
  });
});
