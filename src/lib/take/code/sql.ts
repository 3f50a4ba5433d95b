import type { DatabaseChart, Figure } from '../../charts/chart.ts';
import { findMetric, levelsOf, type Manifest } from '../../dataset/index.ts';
import { studentTQuantile } from '../../estimate/distributions.ts';
import { scriptOf } from '../../figure/rerun/script.ts';
import { statementsOf, type Statement } from '../../figure/rerun/statements.ts';
import { headOf } from './head.ts';
import type { CodeRecipe, Unwritten } from './recipe.ts';
import { nameOfGroup } from './tests-of.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/**
 * A figure's numbers as a script for DuckDB that starts from the Parquet files of the site: its sums, and from these each
 * estimate with its interval. DuckDB has no quantiles of Student's t, which are listed, and none of the beta distribution:
 * where an interval needs one the script says so and leaves it empty.
 */
export function sqlCode(
  chart: DatabaseChart,
  figure: Figure,
  recipe: CodeRecipe,
  manifest: Manifest,
  address: string
): string | Unwritten {
  if (recipe.sides) return { reason: 'Differences are not written in SQL: take the code in R or Python.' };
  const { selection } = figure;
  const head = headOf(figure, address, [
    `Needs DuckDB beside the files of ${manifest.version} (under /data/ of the site): duckdb < this-file.sql`
  ]);
  const [, ...made] = scriptOf(manifest, [])
    .split('\n\n')
    .filter((text) => text !== '');
  const groupings = [selection.by, selection.and].filter((name) => name !== null);
  const wanted = ({ asks }: Statement) =>
    asks.kind === 'moments' && (asks.by.length === groupings.length || (asks.by.length === 0 && recipe.overall));
  const statements = statementsOf(chart, selection, manifest.undocumented).filter(wanted);
  const people = [
    ...new Set([...figure.rows, ...(figure.overall ? [figure.overall] : [])].map((row) => row.estimate.people))
  ];
  const quantiles = people.filter((n) => n > 1).map((n) => `(${n}, ${studentTQuantile(0.975, n - 1)})`);
  return [
    ...head.map((line) => `-- ${line}`),
    made.join('\n\n'),
    "-- Student's t at 0.975, by number of people",
    `create temp table student as from (values ${quantiles.join(', ')}) as listed(people, t);`,
    ...statements.map((statement) => estimated(statement, groupings, recipe, manifest)),
    ''
  ].join('\n\n');
}

/** One statement's sums with estimates and intervals. */
function estimated(
  { text, asks }: Statement,
  groupings: readonly string[],
  { value, domain, minimum }: CodeRecipe,
  { undocumented }: Manifest
): string {
  const by = asks.kind === 'moments' ? asks.by : [];
  const { perUnit } = findMetric((asks as { metric: string }).metric)!;
  const [lowest, highest] = domain;
  const share = value.kind === 'share';
  const range = lowest === null || highest === null ? null : highest - lowest;
  const names = groupings.map((name, i) => {
    if (!by.includes(name)) return `'' as by_${i + 1}`;
    const cases = levelsOf(name, undocumented).map(
      (_, code) => `when ${code} then ${quoted(nameOfGroup(name, code, undocumented))}`
    );
    return `case g${i} ${cases.join(' ')} end as by_${i + 1}`;
  });
  const logit = (sign: '-' | '+') =>
    `${lowest ?? 0} + ${range} / (1 + exp(-(ln(p / (1 - p)) ${sign} t * se / ${range} / (p * (1 - p)))))`;
  const plain = (sign: '-' | '+') => {
    const end = `r ${sign} t * se`;
    if (sign === '-') return lowest === null ? end : `greatest(${end}, ${lowest})`;
    return highest === null ? end : `least(${end}, ${highest})`;
  };
  const limit = (sign: '-' | '+') =>
    range === null
      ? plain(sign)
      : share
        ? `case when not exact then ${logit(sign)} end`
        : `case when not exact then case when people < 100 then ${logit(sign)} else ${plain(sign)} end end`;
  const behind = 'least(y * y / nullif(yy, 0), (x - y) * (x - y) / nullif(xx - 2 * xy + yy, 0))';
  const exact = share ? `se < 1e-12 or (p * (1 - p) / (se * se) > people and ${behind} < 10)` : 'se < 1e-12';
  return [
    'with sums as (',
    text,
    '), ratios as (',
    `  select *, y / x / ${perUnit} as r, sqrt(people / (people - 1) * greatest(yy - 2 * (y / x) * xy + (y / x) * (y / x) * xx, 0)) / x / ${perUnit} as se`,
    `  from sums where people >= ${Math.max(minimum, 2)}`,
    '), parts as (',
    `  select *, ${range === null ? 'null' : `(r - ${lowest ?? 0}) / ${range}`} as p from ratios join student using (people)`,
    '), judged as (',
    `  select *, ${exact} as exact from parts`,
    ')',
    `select ${[...names, 'r as estimate', `${limit('-')} as low`, `${limit('+')} as high`, 'people', `case when exact then 'the interval needs a beta quantile: see the code in R' else '' end as remark`].join(', ')}`,
    'from judged;'
  ].join('\n');
}
