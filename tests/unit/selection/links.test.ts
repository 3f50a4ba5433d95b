import { describe, expect, it } from 'vitest';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import { chartNamed } from '../../../src/lib/charts/index.ts';
import {
  answersIn,
  dimensionsOf,
  findColumn,
  levelKey,
  levelsOf,
  numbersOf,
  type Dimension
} from '../../../src/lib/dataset/index.ts';
import { defaultParams, parse } from '../../../src/lib/selection/index.ts';

const columnOf = (name: string) => findColumn(name)!.column as Dimension;
const groupsOf = (name: string) => columnOf(name).groups ?? [];

const usual = defaultParams(exploreVocabulary.params);

/**
 * Links that have been given out. They must go on meaning the same: when this test fails, keep the old words working
 * (a step in migrate.ts) instead of changing the links here.
 */
const links = [
  [
    'set-apart',
    'board=models&tiles=age*topic&gender=female&a.has.model=gpt-4&a.has.score.to=20&v=1',
    {
      metric: 'score',
      by: null,
      and: null,
      filters: [{ column: 'gender', exclude: false, keys: ['female'] }],
      compare: {
        a: [
          { column: 'model', exclude: false, keys: ['gpt-4'], has: true },
          { column: 'score', from: null, to: 20, has: true }
        ],
        b: null
      },
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { board: 'models', tiles: 'age*topic' }
    }
  ],
  [
    'by-group',
    'metric=score&by=model&v=1',
    {
      metric: 'score',
      by: 'model',
      and: null,
      filters: [],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: usual
    }
  ],
  [
    'by-group',
    'metric=topic.managing-relationships&by=conversation_type&v=1',
    {
      metric: 'topic.managing-relationships',
      by: 'conversation_type',
      and: null,
      filters: [],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: usual
    }
  ],
  [
    'by-group',
    'metric=lm_usecases.research&by=none&order=listed&age=18-24&age=65-plus&not.gender=prefer-not-to-say&lm_usecases=not-asked&stated_safety.from=20.5&stated_safety.to=80&sample=balanced&turns=later&minimum=30&v=1',
    {
      metric: 'lm_usecases.research',
      by: null,
      and: null,
      filters: [
        { column: 'age', exclude: false, keys: ['18-24', '65-plus'] },
        { column: 'gender', exclude: true, keys: ['prefer-not-to-say'] },
        { column: 'lm_usecases', exclude: false, keys: ['not-asked'] },
        { column: 'stated_safety', from: 20.5, to: 80 }
      ],
      compare: null,
      sample: 'balanced',
      turns: 'later',
      minimum: 30,
      params: { ...usual, order: 'listed' }
    }
  ],
  [
    'by-group',
    'metric=if_chosen.chosen&by=model_family&topic=popular-culture-sports-music-tv&v=1',
    {
      metric: 'if_chosen.chosen',
      by: 'model_family',
      and: null,
      filters: [{ column: 'topic', exclude: false, keys: ['popular-culture-sports-music-tv'] }],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: usual
    }
  ],
  [
    'by-group',
    'metric=score&by=model&and=gender&sample=us&v=1',
    {
      metric: 'score',
      by: 'model',
      and: 'gender',
      filters: [],
      compare: null,
      sample: 'us',
      turns: 'opener',
      minimum: 10,
      params: usual
    }
  ],
  [
    'by-group',
    'metric=score&by=model_family&turns=all&gender=female&a.age=55-64&a.age=65-plus&b.age=18-24&b.not.topic=no-topic-outlier&b.stated_safety.from=50&v=1',
    {
      metric: 'score',
      by: 'model_family',
      and: null,
      filters: [{ column: 'gender', exclude: false, keys: ['female'] }],
      compare: {
        a: [{ column: 'age', exclude: false, keys: ['55-64', '65-plus'] }],
        b: [
          { column: 'age', exclude: false, keys: ['18-24'] },
          { column: 'stated_safety', from: 50, to: null },
          { column: 'topic', exclude: true, keys: ['no-topic-outlier'] }
        ]
      },
      sample: 'all',
      turns: 'all',
      minimum: 10,
      params: usual
    }
  ],
  [
    'by-group',
    'by=gender&pin=non-binary-third-gender&v=1',
    {
      metric: 'stated_factuality',
      by: 'gender',
      and: null,
      filters: [],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { ...usual, pin: 'non-binary-third-gender' }
    }
  ],
  [
    'by-group',
    'metric=score&by=age.under-35.35-54.55-and-over&english_proficiency=native-speakers&a.education=graduates&v=1',
    {
      metric: 'score',
      by: 'age.under-35.35-54.55-and-over',
      and: null,
      filters: [{ column: 'english_proficiency', exclude: false, keys: ['native-speaker'] }],
      compare: {
        a: [{ column: 'education', exclude: false, keys: ['bachelor-s-degree', 'graduate-or-professional-degree'] }],
        b: null
      },
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: usual
    }
  ],
  [
    'topic-tilts',
    'by=special_region&count=people&against=largest&conversation_type=unguided&minimum=30&v=1',
    {
      metric: 'topic.managing-relationships',
      by: 'special_region',
      and: null,
      filters: [{ column: 'conversation_type', exclude: false, keys: ['unguided'] }],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 30,
      params: { count: 'people', against: 'largest' }
    }
  ],
  [
    'where-from',
    'place=residence&detail=countries&v=1',
    {
      metric: 'stated_factuality',
      by: null,
      and: null,
      filters: [],
      compare: null,
      sample: 'all',
      turns: 'opener',
      minimum: 10,
      params: { place: 'residence', detail: 'countries', pin: 'none' }
    }
  ]
] as const;

describe('links that have been given out', () => {
  it.each(links)('%s?%s', (chart, link, selection) => {
    const parsed = parse(new URLSearchParams(link), chartNamed(chart).vocabulary);
    expect(parsed).toEqual({ selection, dropped: [] });
  });

  /** The file may grow; a word that leaves it breaks links. Metrics are named by columns and their answers. */
  it('use these words for columns and answers', async () => {
    const words = [
      ...dimensionsOf('utterances').map((name) => `${name}=${levelsOf(name).map(levelKey).join(' ')}`),
      ...dimensionsOf('utterances').flatMap((name) =>
        groupsOf(name).map(
          (group) => `${name}=${levelKey(group)} is ${answersIn(columnOf(name), group).map(levelKey).join(' ')}`
        )
      ),
      ...numbersOf('utterances').map((name) => `${name}.from, ${name}.to`)
    ];
    await expect(`${words.join('\n')}\n`).toMatchFileSnapshot('snapshots/words-of-links.txt');
  });
});
