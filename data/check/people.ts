import countries from '../published/countries.json' with { type: 'json' };
import demographics from '../published/demographics.json' with { type: 'json' };
import locales from '../published/study_locales.json' with { type: 'json' };
import type { Check } from './check.ts';
import { countsOf, published, columnValues, type Numbers } from './numbers.ts';
import { shippedColumn } from './shipped-data.ts';

const { variables } = demographics;

type Variable = keyof typeof variables;

/** Column of a published margin. */
const margins: readonly (readonly [column: string, variable: Variable])[] = [
  ['age', 'age'],
  ['gender', 'gender'],
  ['ethnicity', 'ethnicity.simplified'],
  ['ethnicity_categorised', 'ethnicity.categorised'],
  ['religion', 'religion.simplified'],
  ['religion_categorised', 'religion.categorised'],
  ['employment_status', 'employment_status'],
  ['education', 'education'],
  ['marital_status', 'marital_status'],
  ['english_proficiency', 'english_proficiency'],
  ['special_region', 'location.special_region'],
  ['same_birth_reside_country', 'location.same_birth_reside_country'],
  ['included_in_us_rep', 'included_in_US_REP'],
  ['included_in_uk_rep', 'included_in_UK_REP'],
  ['included_in_balanced_subset', 'included_in_balanced_subset']
];

/** Published counts under the values the release holds: Python writes its flags with a capital. */
function expectedOf(variable: Variable): Numbers {
  return published(
    variables[variable].map(({ level, count }) => ({
      level: level === 'True' || level === 'False' ? level.toLowerCase() : level,
      count
    }))
  );
}

function marginCheck([column, variable]: readonly [string, Variable]): Check {
  return {
    id: `people.${column}`,
    statement: `People by ${column.replaceAll('_', ' ')}.`,
    source: demographics.source,
    expected: expectedOf(variable),
    twin: 'exact',
    found: (data) => countsOf(data, column)
  };
}

function countryCheck(column: 'birth' | 'reside', key: 'born' | 'reside'): Check {
  const rows = countries.countries.filter((row) => row[key] > 0);
  return {
    id: `people.${column}_country`,
    statement: `People by country of ${column === 'birth' ? 'birth' : 'residence'}.`,
    source: countries.source,
    expected: published(rows.map((row) => ({ level: row.country, count: row[key] }))),
    twin: 'exact',
    found: (data) => countsOf(data, `${column}_country`)
  };
}

function regionCheck(column: 'birth' | 'reside', key: 'born' | 'reside', of: 'region' | 'subregion'): Check {
  const totals: Record<string, number> = {};
  for (const row of countries.countries) {
    if (row[key] > 0) totals[row[of]] = (totals[row[of]] ?? 0) + row[key];
  }
  return {
    id: `people.${column}_${of}`,
    statement: `People by ${of} of ${column === 'birth' ? 'birth' : 'residence'}.`,
    source: countries.source,
    expected: totals,
    twin: 'exact',
    found: (data) => countsOf(data, `${column}_${of}`)
  };
}

/** Who took part. */
export const peopleChecks: readonly Check[] = [
  ...margins.map(marginCheck),
  countryCheck('birth', 'born'),
  countryCheck('reside', 'reside'),
  regionCheck('birth', 'born', 'region'),
  regionCheck('birth', 'born', 'subregion'),
  regionCheck('reside', 'reside', 'region'),
  regionCheck('reside', 'reside', 'subregion'),
  {
    id: 'people.moved',
    statement: 'Country of birth and country of residence differ for 179 people.',
    source: countries.source,
    expected: { people: countries.birth_ne_reside_ISO.count },
    twin: 'exact',
    found: (data) => {
      const born = shippedColumn(data, 'birth_country');
      const reside = shippedColumn(data, 'reside_country');
      const [births, residences] = [columnValues(data, 'birth_country'), columnValues(data, 'reside_country')];
      const moved = born.filter((code, row) => births[code] !== residences[reside[row] ?? -1]);
      return { people: moved.length };
    }
  },
  {
    id: 'people.study_locale',
    statement: 'People by place of recruitment.',
    source: locales.source,
    expected: published(
      locales.locales.map((row) => ({ level: row.study_locale_string_expected, count: row.participants }))
    ),
    twin: 'exact',
    found: (data) => countsOf(data, 'study_locale')
  }
];
