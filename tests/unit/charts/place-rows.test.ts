import { describe, expect, it } from 'vitest';
import { placeRows } from '../../../src/lib/charts/explore/place-rows.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import { levelsOf } from '../../../src/lib/dataset/index.ts';

const extra = { birth_country: ['Atlantis', 'Iran, Islamic Republic of', 'Kosovo'] };
const codeOf = (value: string) => levelsOf('birth_country', extra).findIndex((level) => level.value === value);

/** The rows of a map of people by birth, as `[key, places, people]`. */
function rowsOf(detail: string, people: Readonly<Record<string, number>>) {
  const { defaults } = exploreVocabulary;
  const selection = { ...defaults, params: { ...defaults.params, place: 'birth', detail } };
  const rows = placeRows<number>(selection, extra, {
    byCode: Object.entries(people).map(([value, count]) => [codeOf(value), count] as const),
    together: (all) => all.reduce((sum, one) => sum + one, 0),
    peopled: (count) => count > 0,
    rowOf: (group, count) => ({
      ...group,
      people: count,
      conversations: 0,
      ratings: 0,
      result: { value: count, low: count, high: count }
    })
  });
  return rows.map((row) => [row.key, row.places, row.people]);
}

const people = { France: 100, Kosovo: 36, 'Iran, Islamic Republic of': 12, 'Prefer not to say': 3, Atlantis: 11 };

describe('countries that the description lacks', () => {
  it('count in the region that the release puts them in, and are drawn there', () => {
    expect(rowsOf('regions', people)).toEqual([
      ['Europe', ['FRA', 'XKX'], 136],
      ['Asia', ['IRN'], 12],
      ['prefer-not-to-say', undefined, 3],
      ['atlantis-undocumented', undefined, 11]
    ]);
  });

  it('have a shape of their own on a map of countries', () => {
    expect(rowsOf('countries', people).map(([key]) => key)).toEqual([
      'FRA',
      'XKX',
      'IRN',
      'prefer-not-to-say',
      'atlantis-undocumented'
    ]);
  });
});
