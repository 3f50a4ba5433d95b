import figures from '../published/welfare.json' with { type: 'json' };
import { Random } from '../twin/random.ts';
import { Unanswerable, type Check } from './check.ts';
import { codeOfValue, groupBy, meanOf, type Numbers } from './numbers.ts';
import { shippedColumn, type ShippedData } from './shipped-data.ts';

type Country = 'us' | 'uk';
type Metric = 'rating' | 'choice';

/** More than the published ones, so that ours add little to the luck of the draw. */
const JURIES = 4000;
const PUBLISHED_JURIES = 1000;

const OLDER = ['45-54 years old', '55-64 years old', '65+ years old'];

/** Who may sit on a jury, and whose welfare counts: a group of a country's sample, or all outside that group. */
const groups: Readonly<Record<string, (data: ShippedData, row: number) => boolean>> = {
  male: (data, row) => shippedColumn(data, 'gender')[row] === codeOfValue(data, 'gender', 'Male'),
  white: (data, row) => shippedColumn(data, 'ethnicity')[row] === codeOfValue(data, 'ethnicity', 'White'),
  above_45: (data, row) => OLDER.some((age) => shippedColumn(data, 'age')[row] === codeOfValue(data, 'age', age))
};

const populations: Readonly<Record<string, string>> = { nonmale: 'male', nonwhite: 'white', below_45: 'above_45' };

/** What each person of a country's census sample made of each model in the openers of the balanced subset. */
export interface WelfareTastes {
  /** Rows of the participants, one per person. */
  readonly people: readonly number[];
  /** `of[person][model]`: mean score, or share of times chosen; NaN for a model never met. */
  readonly of: readonly Float64Array[];
}

/** @throws Unanswerable when nobody is in the sample */
export function checkedTastes(data: ShippedData, country: Country, metric: Metric): WelfareTastes {
  const rows = new Map([...shippedColumn(data, 'user_id')].map((user, row) => [user, row]));
  const sample = shippedColumn(data, `included_in_${country}_rep`);
  const [turn, balanced] = [shippedColumn(data, 'turn'), shippedColumn(data, 'utterance_in_balanced_subset')];
  const [user, model] = [shippedColumn(data, 'user_id', 'utterances'), shippedColumn(data, 'model')];
  const [score, chosen] = [shippedColumn(data, 'score'), shippedColumn(data, 'if_chosen')];
  const rowOf = (reply: number): number => rows.get(user[reply] ?? -1) ?? -1;
  const own = groupBy(user, (reply) => turn[reply] === 0 && balanced[reply] === 0 && sample[rowOf(reply)] === 0);
  if (own.size === 0) throw new Unanswerable(`Nobody is in the ${country.toUpperCase()} census sample`);
  const models = Math.max(...model) + 1;
  const value = (reply: number): number => (metric === 'rating' ? (score[reply] ?? 0) : chosen[reply] === 0 ? 1 : 0);
  const of = [...own.values()].map((replies) => {
    const [sums, counts] = [new Float64Array(models), new Float64Array(models)];
    for (const reply of replies) {
      sums[model[reply] ?? 0]! += value(reply);
      counts[model[reply] ?? 0]! += 1;
    }
    return sums.map((sum, index) => sum / counts[index]!);
  });
  return { people: [...own.values()].map((replies) => rowOf(replies[0] ?? 0)), of };
}

/** Mean over the people who met it, for each model; NaN where nobody did. */
export function checkedWelfare(of: readonly Float64Array[]): number[] {
  return Array.from(of[0] ?? [], (_, model) => meanOf(of.map((own) => own[model]!).filter((value) => value >= 0)));
}

/**
 * How often each model wins a jury of `size` people drawn with replacement: the one with the best mean over the jurors
 * who met it, ties at random; a model that none of them met gets the worst value.
 */
export function winsOf(pool: readonly Float64Array[], size: number, metric: Metric, random: Random): number[] {
  const models = pool[0]?.length ?? 0;
  const wins = new Array<number>(models).fill(0);
  const [sums, counts] = [new Float64Array(models), new Float64Array(models)];
  for (let jury = 0; jury < JURIES; jury += 1) {
    sums.fill(0);
    counts.fill(0);
    for (let juror = 0; juror < size; juror += 1) {
      const own = pool[random.below(pool.length)]!;
      for (let model = 0; model < models; model += 1) {
        if (own[model]! >= 0) {
          sums[model]! += own[model]!;
          counts[model]! += 1;
        }
      }
    }
    const values = Array.from(sums, (sum, model) =>
      counts[model]! > 0 ? sum / counts[model]! : metric === 'rating' ? 1 : 0
    );
    const best = Math.max(...values);
    const first = values.flatMap((value, model) => (value === best ? [model] : []));
    wins[first.length === 1 ? first[0]! : random.pick(first)]! += 1;
  }
  return wins;
}

/** Two statements ask for the same juries. */
const known = new WeakMap<ShippedData, Map<string, Numbers>>();

function juriesOf(data: ShippedData, country: Country, metric: Metric): Numbers {
  const ofData = known.get(data) ?? new Map<string, Numbers>();
  known.set(data, ofData);
  const found = ofData.get(country + metric) ?? drawJuries(data, country, metric);
  ofData.set(country + metric, found);
  return found;
}

/** Mean welfare of each published population under the juries of each published scheme, as `us_nonmale under us_rep_10`. */
function drawJuries(data: ShippedData, country: Country, metric: Metric): Numbers {
  const { people, of } = checkedTastes(data, country, metric);
  const within = (is: (row: number) => boolean): Float64Array[] => of.filter((_, index) => is(people[index]!));
  const found: Record<string, number> = {};
  const published = figures.results.base[country][metric] as Readonly<Record<string, Population>>;
  const whose = Object.keys(published).map((name) => {
    const group = groups[populations[name.slice(3)] ?? ''];
    return [name, checkedWelfare(group ? within((row) => !group(data, row)) : of)] as const;
  });
  for (const scheme of Object.keys(published[country]!.schemes)) {
    const [, kind = '', size = ''] = /^.._(.*)_(\d+)$/.exec(scheme) ?? [];
    const group = groups[kind];
    const pool = group ? within((row) => group(data, row)) : of;
    if (pool.length === 0) throw new Unanswerable(`Nobody of the ${country.toUpperCase()} sample is ${kind}`);
    const wins = winsOf(pool, Number(size), metric, new Random(1, `${metric} ${scheme}`));
    for (const [name, welfare] of whose) {
      const total = wins.reduce((sum, won, model) => sum + (won > 0 ? won * welfare[model]! : 0), 0);
      found[`${name} under ${scheme}`] = total / JURIES;
    }
  }
  return found;
}

interface Population {
  readonly schemes: Readonly<Record<string, { readonly mean: number; readonly std_pop: number }>>;
  readonly distinct_model_welfare_values: readonly number[];
}

const cases = (['us', 'uk'] as const).flatMap((country) =>
  (['rating', 'choice'] as const).map((metric) => [country, metric] as const)
);
const populationsOf = (country: Country, metric: Metric): [string, Population][] =>
  Object.entries(figures.results.base[country][metric] as Readonly<Record<string, Population>>);

/** The published means that stand in the summary of the study. */
const named: readonly (readonly [Country, Metric, number, readonly string[]])[] = [
  ['us', 'rating', 0.3, ['us under us_rep_10', 'us under us_rep_100', 'us under us_male_100']],
  ['uk', 'choice', 0.006, ['uk under uk_rep_100', 'uk under uk_white_100']],
  ['us', 'choice', 0.006, ['us_nonwhite under us_rep_100', 'us_nonwhite under us_white_100']]
];

function publishedMean(country: Country, metric: Metric, name: string): number {
  const [population, scheme] = name.split(' under ');
  return populationsOf(country, metric).find(([one]) => one === population)![1].schemes[scheme!]!.mean;
}

/** How far beyond the luck of 1,000 draws a mean must lie to count as another one. */
const STANDARD_ERRORS = 4;

const OWN = { not: 'The scores of the twin are its own' } as const;

/** Who is served when a few people choose the model. */
export const welfareChecks: readonly Check[] = [
  ...named.map(([country, metric, within, names]): Check => ({
    id: `welfare.juries.${country}_${metric}${names[0]!.includes('_non') ? '_nonwhite' : ''}`,
    statement: `Mean welfare by ${metric} under juries of the ${country.toUpperCase()} census sample.`,
    source: figures.source,
    expected: Object.fromEntries(names.map((name) => [name, publishedMean(country, metric, name)])),
    within,
    twin: OWN,
    found: (data) => {
      const all = juriesOf(data, country, metric);
      return Object.fromEntries(names.map((name) => [name, all[name] ?? NaN]));
    }
  })),
  {
    id: 'welfare.juries',
    statement: `Published mean welfares of 1,000 juries more than ${STANDARD_ERRORS} of their standard errors from ours.`,
    source: figures.source,
    expected: Object.fromEntries(cases.map(([country, metric]) => [`${country} ${metric}`, 0])),
    twin: OWN,
    found: (data) =>
      Object.fromEntries(
        cases.map(([country, metric]) => {
          const found = juriesOf(data, country, metric);
          const apart = populationsOf(country, metric).flatMap(([population, { schemes }]) =>
            Object.entries(schemes).filter(([scheme, { mean: published, std_pop: spread }]) => {
              const error = spread * Math.sqrt(1 / PUBLISHED_JURIES + 1 / JURIES);
              const difference = Math.abs((found[`${population} under ${scheme}`] ?? NaN) - published);
              return !(difference <= STANDARD_ERRORS * error);
            })
          );
          return [`${country} ${metric}`, apart.length];
        })
      )
  },
  {
    id: 'welfare.models',
    statement: 'Welfare of each population under each model: all published values are among those computed.',
    source: figures.source,
    expected: Object.fromEntries(
      cases.flatMap(([country, metric]) =>
        populationsOf(country, metric).map(([population, { distinct_model_welfare_values: values }]) => [
          `${population} ${metric}`,
          values.length
        ])
      )
    ),
    twin: OWN,
    found: (data) =>
      Object.fromEntries(
        cases.flatMap(([country, metric]) => {
          const { people, of } = checkedTastes(data, country, metric);
          return populationsOf(country, metric).map(([population, { distinct_model_welfare_values: values }]) => {
            const group = groups[populations[population.slice(3)] ?? ''];
            const computed = checkedWelfare(group ? of.filter((_, index) => !group(data, people[index]!)) : of);
            const met = values.filter((value) => computed.some((other) => Math.abs(other - value) < 1e-6));
            return [`${population} ${metric}`, met.length];
          });
        })
      )
  }
];
