import { describe, expect, it } from 'vitest';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import { dimensionsOf, levelKey, levelsOf, metrics, numbersOf } from '../../../src/lib/dataset/index.ts';
import { parse } from '../../../src/lib/selection/index.ts';

/**
 * Links that have been given out. They must go on meaning the same: when this test fails, keep the old words working
 * (a migration in parse.ts) instead of changing the links here.
 */
const links = [
  [
    'by-group',
    'metric=score&by=model&v=1',
    {
      metric: 'score',
      by: 'model',
      filters: [],
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { order: 'value' }
    }
  ],
  [
    'by-group',
    'metric=topic.managing-relationships&by=conversation_type&v=1',
    {
      metric: 'topic.managing-relationships',
      by: 'conversation_type',
      filters: [],
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { order: 'value' }
    }
  ],
  [
    'by-group',
    'metric=lm_usecases.research&by=none&order=listed&age=18-24&age=65-plus&not.gender=prefer-not-to-say&lm_usecases=not-asked&stated_safety.from=20.5&stated_safety.to=80&sample=balanced&turns=later&minimum=30&v=1',
    {
      metric: 'lm_usecases.research',
      by: null,
      filters: [
        { column: 'age', exclude: false, keys: ['18-24', '65-plus'] },
        { column: 'gender', exclude: true, keys: ['prefer-not-to-say'] },
        { column: 'lm_usecases', exclude: false, keys: ['not-asked'] },
        { column: 'stated_safety', from: 20.5, to: 80 }
      ],
      sample: 'balanced',
      turns: 'later',
      minimum: 30,
      params: { order: 'listed' }
    }
  ],
  [
    'by-group',
    'metric=if_chosen.chosen&by=model_family&topic=popular-culture-sports-music-tv&v=1',
    {
      metric: 'if_chosen.chosen',
      by: 'model_family',
      filters: [{ column: 'topic', exclude: false, keys: ['popular-culture-sports-music-tv'] }],
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { order: 'value' }
    }
  ],
  [
    'where-from',
    'place=residence&detail=countries&v=1',
    {
      metric: 'stated_factuality',
      by: null,
      filters: [],
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { place: 'residence', detail: 'countries' }
    }
  ]
] as const;

describe('links that have been given out', () => {
  it.each(links)('%s?%s', (chart, link, selection) => {
    const parsed = parse(new URLSearchParams(link), chartNamed(chart).vocabulary);
    expect(parsed).toEqual({ selection, dropped: [] });
  });

  /** The file may grow; a word that leaves it breaks links. */
  it('use these words for metrics, columns and answers', async () => {
    const words = [
      ...metrics.map(({ name }) => `metric=${name}`),
      ...dimensionsOf('utterances').map((name) => `${name}=${levelsOf(name).map(levelKey).join(' ')}`),
      ...numbersOf('utterances').map((name) => `${name}.from, ${name}.to`)
    ];
    await expect(`${words.join('\n')}\n`).toMatchFileSnapshot('snapshots/words-of-links.txt');
  });
});
