import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { charts } from '../../../src/lib/charts/index.ts';
import { dimensionsOf, findColumn, levelKey, levelsOf, numbersOf } from '../../../src/lib/dataset/index.ts';
import { format, parse, refusal, type Filter, type Vocabulary } from '../../../src/lib/selection/index.ts';
import { RandomSelections, metricNames, undocumented } from './random-selection.ts';

/** Links of every page, by one of its charts where several share them, and those of a page that filters by default. */
const vocabularies: readonly (readonly [name: string, vocabulary: Vocabulary])[] = [
  ...[...new Map(charts.map(({ name, vocabulary }) => [vocabulary, name]))].map(
    ([vocabulary, name]) => [name, vocabulary] as const
  ),
  [
    'filtered by default',
    {
      ...byGroup.vocabulary,
      defaults: {
        ...byGroup.vocabulary.defaults,
        filters: [{ column: 'gender', exclude: false, keys: ['male', 'female'] }]
      }
    }
  ]
];

const reread = (link: URLSearchParams) => new URLSearchParams(link.toString());

describe.each(vocabularies)('a link of %s', (_, vocabulary) => {
  it('gives the selection back, for 3,000 selections', { timeout: 30_000 }, () => {
    const random = new RandomSelections(20240424, undocumented);
    const seen = new Set<string>();
    for (let i = 0; i < 3000; i++) {
      const selection = random.selection(vocabulary);
      const link = format(selection, vocabulary);
      seen.add(link.toString());
      const parsed = parse(reread(link), vocabulary, undocumented);
      // Vitest's own comparison would take longer than all else.
      if (isDeepStrictEqual(parsed, { selection, dropped: [] })) continue;
      expect(parsed).toEqual({ selection, dropped: [] });
      expect.unreachable(`${link} gives a selection that only looks the same`);
    }
    // Of each kind of filter, four in ten draws are none: where little else can be said, links repeat.
    if (vocabulary.parts.includes('filters')) {
      expect(seen.size).toBeGreaterThan(vocabulary.parts.includes('metric') ? 2900 : 2400);
    }
  });

  it('says the same in any order', () => {
    const random = new RandomSelections(7, undocumented);
    for (let i = 0; i < 500; i++) {
      const selection = random.selection(vocabulary);
      const link = new URLSearchParams(random.shuffled([...format(selection, vocabulary)]));
      expect(parse(link, vocabulary, undocumented)).toEqual({ selection, dropped: [] });
    }
  });

  it('is the same for a selection that went through JSON', () => {
    const random = new RandomSelections(11, undocumented);
    for (let i = 0; i < 200; i++) {
      const selection = random.selection(vocabulary);
      const copy = JSON.parse(JSON.stringify(selection)) as typeof selection;
      expect(format(copy, vocabulary).toString()).toBe(format(selection, vocabulary).toString());
    }
  });

  it('is empty for the default, which an empty link gives', () => {
    expect(format(vocabulary.defaults, vocabulary).toString()).toBe('');
    expect(parse(new URLSearchParams(), vocabulary)).toEqual({ selection: vocabulary.defaults, dropped: [] });
  });

  it('has names of its own for what it says', () => {
    const names = ['v', 'data', ...vocabulary.parts, ...Object.keys(vocabulary.params)];
    expect(new Set(names).size).toBe(names.length);
    for (const word of names) expect(findColumn(word)).toBeUndefined();
  });
});

describe('a link', () => {
  const { vocabulary } = byGroup;
  const { defaults } = vocabulary;

  it('holds every metric with every dimension that is not refused', () => {
    let held = 0;
    for (const metric of metricNames) {
      for (const by of [null, ...dimensionsOf('utterances')]) {
        const selection = { ...defaults, metric, by };
        if (refusal(selection)) continue;
        held++;
        const { selection: found } = parse(reread(format(selection, vocabulary)), vocabulary);
        if (!isDeepStrictEqual(found, selection)) expect(found).toEqual(selection);
      }
    }
    expect(held).toBeGreaterThan(8000);
  });

  it('holds every level of every dimension, kept and left out', () => {
    for (const column of dimensionsOf('utterances')) {
      for (const key of levelsOf(column, undocumented).map(levelKey)) {
        for (const exclude of [false, true]) {
          const filters: Filter[] = [{ column, exclude, keys: [key] }];
          const parsed = parse(reread(format({ ...defaults, filters }, vocabulary)), vocabulary, undocumented);
          expect(parsed).toEqual({ selection: { ...defaults, filters }, dropped: [] });
        }
      }
    }
  });

  it('holds a range of every number', () => {
    for (const column of numbersOf('utterances')) {
      const filters: Filter[] = [{ column, from: 1, to: 2.5 }];
      const parsed = parse(reread(format({ ...defaults, filters }, vocabulary)), vocabulary);
      expect(parsed).toEqual({ selection: { ...defaults, filters }, dropped: [] });
    }
  });

  it('leaves out what another chart says', () => {
    const params = { ...defaults.params, elsewhere: 'said' };
    expect(format({ ...defaults, params }, vocabulary).toString()).toBe('');
  });
});

describe('undocumented levels', () => {
  it('have keys of their own, even when they differ only in signs or letters that links do not spell', () => {
    const gender = ['A/B', 'A B', '日本', '中国', 'a-b (2)'];
    const keys = levelsOf('gender', { gender }).map(levelKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
