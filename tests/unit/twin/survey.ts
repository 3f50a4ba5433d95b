import { describe, expect, it } from 'vitest';
import census from '../../../data/published/census.json';
import countries from '../../../data/published/countries.json';
import demographics from '../../../data/published/demographics.json';
import use from '../../../data/published/lm_use.json';
import locales from '../../../data/published/study_locales.json';
import { published, tally } from './release.ts';
import type { Release, SurveyRow } from './release.ts';

const DIRECT = [
  'age',
  'gender',
  'employment_status',
  'education',
  'marital_status',
  'english_proficiency',
  'consent',
  'consent_age'
] as const;

/** Statements 5, 6, 8 to 21: the survey's margins, each exact. */
export function surveyStatements(release: () => Release): void {
  describe('survey margins', () => {
    const variables = demographics.variables;

    it('numbers people user0 to user1499 in order', () => {
      expect(release().survey.map((row) => row.user_id)).toEqual(
        Array.from({ length: 1500 }, (_, index) => `user${index}`)
      );
    });

    it('has the keys of the release', () => {
      for (const row of release().survey) {
        const sizes = [
          row,
          row.location,
          row.lm_usecases,
          row.stated_prefs,
          row.order_lm_usecases,
          row.order_stated_prefs,
          row.religion,
          row.ethnicity
        ];
        expect(sizes.map((block) => Object.keys(block).length)).toEqual([32, 10, 20, 10, 19, 9, 3, 3]);
      }
    });

    it.each(DIRECT)('%s', (key) => {
      expect(tally(release().survey, (row) => row[key])).toEqual(published(variables[key]));
    });

    it.each(['US', 'UK'] as const)('flag of the %s sample, balanced subset, survey only', (country) => {
      const key = `included_in_${country}_REP` as const;
      const counts = Object.fromEntries(variables[key].map(({ level, count }) => [level.toLowerCase(), count]));
      expect(tally(release().survey, (row) => row[key])).toEqual(counts);
      expect(release().survey.filter((row) => row.included_in_balanced_subset)).toHaveLength(1246);
      expect(release().survey.filter((row) => row.survey_only)).toHaveLength(104);
    });

    it('ethnicity and religion, categorised and simplified', () => {
      for (const key of ['ethnicity', 'religion'] as const) {
        for (const form of ['categorised', 'simplified'] as const) {
          expect(tally(release().survey, (row) => row[key][form])).toEqual(published(variables[`${key}.${form}`]));
        }
        const own = new Set(release().survey.map((row) => row[key].self_described));
        expect(own.size).toBe(demographics.cardinalities[`${key}.self_described`]);
      }
    });

    it('birth and residence: countries, subregions, regions', () => {
      const { survey } = release();
      for (const [side, count] of [
        ['birth', 'born'],
        ['reside', 'reside']
      ] as const) {
        const wanted = countries.countries.filter((country) => country[count] > 0);
        expect(tally(survey, (row) => row.location[`${side}_country`])).toEqual(
          Object.fromEntries(wanted.map((c) => [c.country, c[count]]))
        );
        expect(tally(survey, (row) => row.location[`${side}_countryISO`])).toEqual(
          Object.fromEntries(wanted.map((c) => [c.iso3, c[count]]))
        );
        expect(tally(survey, (row) => row.location[`${side}_subregion`])).toEqual(
          published(countries[`${side}_subregion`])
        );
        expect(tally(survey, (row) => row.location[`${side}_region`])).toEqual(published(countries[`${side}_region`]));
        expect(wanted).toHaveLength(side === 'birth' ? 75 : 38);
      }
      expect(tally(survey, (row) => row.location.special_region)).toEqual(published(countries.special_region_by_birth));
      expect(tally(survey, (row) => row.location.same_birth_reside_country)).toEqual({
        Yes: 1320,
        No: 177,
        'Prefer not to say': 3
      });
      expect(survey.filter((row) => row.location.birth_countryISO !== row.location.reside_countryISO)).toHaveLength(
        179
      );
    });

    it('study locales and studies', () => {
      const wanted = Object.fromEntries(
        locales.locales.map((one) => [one.study_locale_string_expected, one.participants])
      );
      expect(tally(release().survey, (row) => row.study_locale)).toEqual(wanted);
      expect(new Set(release().survey.map((row) => row.study_id)).size).toBe(51);
    });

    it('language model use and use cases among those asked', () => {
      const { survey } = release();
      for (const key of ['lm_familiarity', 'lm_direct_use', 'lm_indirect_use'] as const) {
        expect(tally(survey, (row) => row[key])).toEqual(published(use[key]));
      }
      const frequencies = use.lm_frequency_use.map(({ level, count }) => ({
        level: level.split(' (')[0] as string,
        count
      }));
      expect(tally(survey, (row) => row.lm_frequency_use)).toEqual(published(frequencies));
      const asked = survey.filter((row) => row.lm_usecases.research !== null);
      expect(asked).toHaveLength(1253);
      for (const { key, count_selected } of use.lm_usecases) {
        expect(asked.filter((row) => row.lm_usecases[key] === 1).length, key).toBe(count_selected);
      }
      expect(survey.filter((row) => row.lm_usecases.other_text !== null)).toHaveLength(124);
      expect(survey.filter((row) => row.stated_prefs.other_text !== null)).toHaveLength(332);
    });

    it('the balanced subset by locale, residence, birth, gender, age and ethnicity', () => {
      const balanced = release().survey.filter((row) => row.included_in_balanced_subset);
      const by = (key: string, of: readonly SurveyRow[] = balanced) => tally(of, (row) => row.location[key]);
      expect(tally(balanced, (row) => row.study_locale)).toMatchObject(census.balanced_participants_with_study_locale);
      expect(by('reside_countryISO')).toMatchObject(census.balanced_participants_by_residence);
      expect(by('birth_countryISO')).toMatchObject(census.balanced_participants_by_birth);
      const figures = Object.entries(demographics.balanced_subset_participants_residing_USA_ethnicity_categorised);
      const ethnicities = Object.fromEntries(figures.filter(([level]) => level !== 'source' && level !== 'total'));
      const american = balanced.filter((row) => row.location.reside_countryISO === 'USA');
      expect(american).toHaveLength(301);
      expect(tally(american, (row) => row.ethnicity.categorised)).toEqual(ethnicities);
      for (const locale of ['us', 'uk'] as const) {
        const figures = census.balanced_before_rebalancing_pct[locale];
        const n = census.balanced_before_rebalancing_pct.n[locale];
        const counted = balanced.filter(
          (row) => row.study_locale === locale && isBinary(row) && row.ethnicity.categorised !== 'Prefer not to say'
        );
        expect(counted).toHaveLength(n);
        expect((100 * counted.filter((row) => row.gender === 'Male').length) / n).toBeCloseTo(figures.All_Male, 4);
        for (const [age, percent] of Object.entries(figures.age)) {
          expect((100 * counted.filter((row) => row.age.startsWith(age)).length) / n, age).toBeCloseTo(percent, 4);
        }
      }
    });
  });
}

function isBinary(row: SurveyRow): boolean {
  return row.gender === 'Male' || row.gender === 'Female';
}

/** What must follow from what, and what must be plausible. */
export function surveyImplications(release: () => Release): void {
  describe('survey implications', () => {
    it('region and subregion follow the country', () => {
      const byCode = new Map(countries.countries.map((country) => [country.iso3, country]));
      for (const { location } of release().survey) {
        const birth = byCode.get(location.birth_countryISO as string);
        const reside = byCode.get(location.reside_countryISO as string);
        expect([location.special_region, location.birth_region, location.birth_subregion]).toEqual([
          birth?.special_region_if_born_here,
          birth?.region,
          birth?.subregion
        ]);
        expect([location.reside_region, location.reside_subregion]).toEqual([reside?.region, reside?.subregion]);
        const said =
          location.birth_countryISO !== 'Prefer not to say' && location.reside_countryISO !== 'Prefer not to say';
        const same = location.birth_countryISO === location.reside_countryISO ? 'Yes' : 'No';
        expect(location.same_birth_reside_country).toBe(said ? same : 'Prefer not to say');
      }
    });

    it('the US and UK samples hold only whom the quotas admit', () => {
      for (const row of release().survey) {
        if (!row.included_in_US_REP && !row.included_in_UK_REP) continue;
        expect(
          isBinary(row) && row.included_in_balanced_subset && row.ethnicity.categorised !== 'Prefer not to say'
        ).toBe(true);
        expect(row.study_locale).toBe(row.included_in_US_REP ? 'us' : 'uk');
        expect(row.included_in_US_REP && row.included_in_UK_REP).toBe(false);
      }
    });

    it('the samples are filled by cell: the rest of a cell is left out only where its quota is full', () => {
      for (const locale of ['us', 'uk'] as const) {
        const flag = locale === 'us' ? 'included_in_US_REP' : 'included_in_UK_REP';
        const universe = release().survey.filter(
          (row) => row.study_locale === locale && row.included_in_balanced_subset && isBinary(row)
        );
        const open = universe.filter((row) => row.ethnicity.categorised !== 'Prefer not to say');
        const cells = new Map<string, { all: number; taken: number; quota: number }>();
        for (const row of open) {
          const cell = quotaCell(row, locale);
          const counts = cells.get(cell.name) ?? { all: 0, taken: 0, quota: cell.quota };
          counts.all += 1;
          counts.taken += row[flag] ? 1 : 0;
          cells.set(cell.name, counts);
        }
        for (const [name, { all, taken, quota }] of cells) expect(taken, name).toBe(Math.min(all, quota));
      }
    });

    it('use cases are asked of those who used a model, and of nobody who does not know them', () => {
      for (const row of release().survey) {
        const used = row.lm_direct_use === 'Yes' || row.lm_indirect_use === 'Yes';
        const cases = Object.entries(row.lm_usecases)
          .filter(([key]) => key !== 'other_text')
          .map(([, value]) => value);
        const orders = Object.values(row.order_lm_usecases);
        expect(row.lm_frequency_use !== null).toBe(used);
        if (row.lm_familiarity === 'Not familiar at all') expect(used).toBe(false);
        expect(cases.every((value) => (used ? value === 0 || value === 1 : value === null))).toBe(true);
        expect(used ? cases.includes(1) : orders.every((order) => order === null)).toBe(true);
        if (used)
          expect([...orders].sort((a, b) => Number(a) - Number(b))).toEqual(
            Array.from({ length: 19 }, (_, index) => index + 1)
          );
        expect(row.lm_usecases.other_text !== null).toBe(row.lm_usecases.other === 1);
      }
    });

    it('at most 1 % of people under 25 are retired, and none under 35', () => {
      const young = release().survey.filter((row) => row.age === '18-24 years old');
      expect(young.filter((row) => row.employment_status === 'Retired').length).toBeLessThanOrEqual(
        0.01 * young.length
      );
    });

    it('at least 90 % speak English natively in the US, the UK, Australia and New Zealand', () => {
      for (const country of ['USA', 'GBR', 'AUS', 'NZL']) {
        const living = release().survey.filter((row) => row.location.reside_countryISO === country);
        const native = living.filter((row) => row.english_proficiency === 'Native speaker').length;
        expect(native / living.length, country).toBeGreaterThanOrEqual(0.9);
      }
    });

    it('the Middle East has its published ethnicities', () => {
      const born = release().survey.filter((row) => row.location.special_region === 'Middle East');
      const shares = Object.entries(demographics.middle_east_ethnicity_simplified_shares_n50);
      expect(tally(born, (row) => row.ethnicity.simplified)).toEqual(
        Object.fromEntries(shares.map(([level, share]) => [level, Math.round(50 * share)]))
      );
    });
  });
}

/** Cell of the census tables and its quota, floor(p × 300) + 1, with p the product of the published margins. */
function quotaCell(row: SurveyRow, locale: 'us' | 'uk'): { name: string; quota: number } {
  const table = (locale === 'us' ? census.us_census_pct : census.uk_census_pct) as unknown as Record<string, number> & {
    age: Record<string, number>;
  };
  const simple = row.ethnicity.simplified;
  const group = ['White', 'Asian', 'Black', 'Mixed'].includes(simple) ? simple : 'Other';
  const ethnic = group === 'Other' ? (table.Other_incl_Hispanic ?? table.Other ?? 0) : (table[group] ?? 0);
  const age = row.age.replace(' years old', '');
  const share = ((table.age[age] ?? 0) / 100) * (ethnic / 100) * ((table[`All_${row.gender}`] ?? 0) / 100);
  return { name: [locale, age, group, row.gender].join(' '), quota: Math.floor(share * 300) + 1 };
}
