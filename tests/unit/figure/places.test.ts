import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartNamed, type Figure } from '../../../src/lib/charts/index.ts';
import type { DatabaseChart } from '../../../src/lib/charts/chart.ts';
import { findings, withAdjusted } from '../../../src/lib/charts/places/profile-rows.ts';
import { profileWishes } from '../../../src/lib/charts/places/profile-wishes.ts';
import { profileHeadline } from '../../../src/lib/charts/places/profile-headline.ts';
import { countryRows, publishedPlaces } from '../../../src/lib/charts/places/published-places.server.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import {
  findPlace,
  levelKey,
  levelsOf,
  placeOf,
  placeOfShape,
  placePath,
  places
} from '../../../src/lib/dataset/index.ts';
import { differenceOfMeans, differenceOfShares, NOBODY_SHARED, type Moments } from '../../../src/lib/estimate/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { everything, type Filter } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf } from './invented.ts';

const keysOf = (kind: string, enough: boolean) =>
  publishedPlaces.filter((one) => one.place.kind === kind && one.enough === enough).map(({ place }) => place.key);

describe('places', () => {
  it('have addresses of their own that can be typed', () => {
    const keys = places.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(places.filter(({ label }) => /prefer not/i.test(label))).toEqual([]);
    expect(placePath(findPlace('living-in-mexico')!)).toBe('/places/living-in-mexico/');
  });

  it('are found by level and by shape of the map', () => {
    expect(placeOf('special_region', 'asia-not-middle-east')?.key).toBe('asia-not-middle-east');
    expect(placeOf('special_region', 'prefer-not-to-say')).toBeUndefined();
    expect(placeOf('age', '18-24')).toBeUndefined();
    expect(placeOfShape('region', 'Asia')?.key).toBe('asia-not-middle-east');
    expect(placeOfShape('birth', 'KOR')?.key).toBe('south-korea');
    expect(placeOfShape('residence', 'LSO')?.key).toBe('living-in-lesotho');
    expect(placeOfShape('birth', 'LSO')).toBeUndefined();
  });

  it('are each region and each country somebody was born or lives in; nine countries have 30 people', () => {
    const of = (kind: string) => publishedPlaces.filter(({ place }) => place.kind === kind);
    expect([of('region').length, of('birth').length, of('residence').length]).toEqual([10, 74, 37]);
    expect(keysOf('region', false)).toEqual(['oceania-other']);
    expect(keysOf('birth', true)).toHaveLength(9);
    expect(
      keysOf('residence', true)
        .map((key) => key.replace('living-in-', ''))
        .sort()
    ).toEqual(keysOf('birth', true).sort());
    expect(countryRows.filter(({ born, living }) => born?.enough && living?.enough)).toHaveLength(9);
  });

  it('of fewer than 30 lead to a region that has a page, and to the other question where that has one', () => {
    for (const { place, enough, region } of publishedPlaces) {
      if (place.kind === 'region') expect(region).toBeNull();
      else expect(publishedPlaces.find(({ path }) => path === region?.path)?.place.kind).toBe('region');
      if (!enough && place.kind !== 'region' && region!.place.key !== 'oceania-other') {
        expect(keysOf('region', true)).toContain(region!.place.key);
      }
    }
    const of = (key: string) => publishedPlaces.find(({ place }) => place.key === key)!;
    expect(of('japan')).toMatchObject({ enough: false, region: { path: '/places/asia-not-middle-east/' } });
    expect(of('northern-america-not-us').onlyCountry?.place.key).toBe('canada');
    expect(of('africa').onlyCountry).toBeNull();
    expect(of('mexico').other?.path).toBe('/places/living-in-mexico/');
    expect(of('tonga').other).toBeNull();
  });
});

const at = (key: string): Filter => {
  const { column, level } = findPlace(key)!;
  return { column, keys: [level], exclude: false };
};

describe('a profile', () => {
  let database: Database;
  const profile = (name: string, key: string): Promise<Figure> => {
    const chart = chartNamed(name) as DatabaseChart;
    return answer(chart, selectionOf(chart.vocabulary, { filters: [at(key)] }), database);
  };
  beforeAll(async () => {
    database = await openNode('static/data');
  });
  afterAll(() => database.close());

  it('counts the people that are published of every place', async () => {
    for (const column of ['special_region', 'birth_country', 'reside_country']) {
      const [rows] = await database.answer([
        {
          kind: 'moments',
          metric: 'survey_only.had-conversations',
          by: [column],
          filters: [],
          sample: 'all',
          turns: 'opener'
        }
      ]);
      const levels = levelsOf(column, database.manifest.undocumented);
      const counted = rows!.flatMap((row) => {
        const place = placeOf(column, levelKey(levels[row.g0!]!));
        return place ? [[place.key, row.people!] as const] : [];
      });
      const published = publishedPlaces.filter(({ place }) => place.column === column);
      expect(new Map(counted)).toEqual(new Map(published.map(({ place, people }) => [place.key, people])));
    }
  });

  it.each(['africa', 'chile', 'living-in-israel'])('of %s agrees with both groups asked on their own', async (key) => {
    const sums = async (
      metric: string,
      exclude: boolean,
      by: readonly string[] = []
    ): Promise<(Moments & { g0?: number })[]> => {
      const filters = [{ ...at(key), exclude } as Filter];
      const [rows] = await database.answer([{ ...everything, kind: 'moments', metric, by, filters }]);
      return rows as unknown as (Moments & { g0?: number })[];
    };
    const here = (figure: Figure, row: string) => figure.rows.find((one) => one.key === row)!.estimate;
    const [wishes, topics, models] = [
      await profile('profile-wishes', key),
      await profile('profile-topics', key),
      await profile('profile-models', key)
    ];
    for (const metric of ['stated_safety', 'stated_personalisation']) {
      const [a, b] = [(await sums(metric, false))[0]!, (await sums(metric, true))[0]!];
      const found = differenceOfMeans(a, b, NOBODY_SHARED) as { value: number; low: number };
      expect(here(wishes, metric)).toMatchObject({ shown: true, people: a.people });
      expect(here(wishes, metric)).toHaveProperty('value', found.value);
      expect(here(wishes, metric)).toHaveProperty('low', found.low);
    }
    const topic = 'topic.israel-palestine-conflict';
    const [a, b] = [(await sums(topic, false))[0]!, (await sums(topic, true))[0]!];
    const found = differenceOfShares(a, b, NOBODY_SHARED) as { value: number };
    expect(here(topics, topic)).toHaveProperty('value', found.value * 100);
    const families = await sums('win_share', false, ['model_family']);
    const openai = families.find(({ g0 }) => levelKey(levelsOf('model_family')[g0!]!) === 'openai')!;
    expect(here(models, 'openai')).toMatchObject({ people: openai.people, ratings: openai.ratings });
    expect(here(models, 'openai')).toHaveProperty('value', openai.y / openai.x / 840);
  });

  it('says who is missing, and of whom nothing can be said', async () => {
    const absent = await profile('profile-absent', 'living-in-canada');
    const small = absent.rows.filter(({ key, estimate }) => key.startsWith('age.') && estimate.people < 10);
    expect(small.length).toBeGreaterThan(0);
    for (const { label, estimate } of small) {
      expect(estimate.shown).toBe(false);
      expect(absent.sentence).toContain(label.replace('Age: ', 'aged '));
    }
  });
});

describe('a headline', () => {
  const figure = async (a: number, source: 'twin' | 'official' = 'official') => {
    return answer(
      profileWishes,
      selectionOf(profileWishes.vocabulary, {}),
      invented({}, { people: 1000, value: a, spread: 10 }, source)
    );
  };

  it('names what differs by more than chance explains, and nothing else', async () => {
    const differs = await figure(70);
    expect(findings(differs.rows)).toHaveLength(8);
    const same = { ...differs, rows: [] };
    expect(profileHeadline(differs, same)).toMatch(
      /^People born in the US give less weight to \w+ and \w+ than everyone else$/
    );
    expect(profileHeadline(same, same)).toBe(
      'What people born in the US ask of AI and talk about cannot be told from everyone else'
    );
    expect(profileHeadline(await figure(70, 'twin'), same)).toMatch(/^People/);
  });

  it('rests on no test of fewer than 30 people', async () => {
    const of = (people: number, minimum = 10) => {
      const counts = { people, conversations: 0, ratings: 0 };
      const row = { key: 'a', label: 'A', missing: false, ...counts, p: 1e-6, result: { value: 9, low: 8, high: 10 } };
      const [found] = withAdjusted([row], { ...everything, minimum });
      return found!.adjusted;
    };
    expect([of(29), of(30), of(59, 60), of(60, 60)]).toEqual([undefined, 1e-6, undefined, 1e-6]);
    const { rows } = await answer(
      profileWishes,
      selectionOf(profileWishes.vocabulary, {}),
      invented({}, { people: 145, value: 70, spread: 1 })
    );
    expect(rows.every(({ estimate }) => estimate.shown && estimate.level === 'few')).toBe(true);
    expect(findings(rows)).toEqual([]);
  });
});
