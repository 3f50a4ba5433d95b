import { csvParse } from 'd3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DatabaseChart } from '../../../src/lib/charts/chart.ts';
import { charts } from '../../../src/lib/charts/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { csv } from '../../../src/lib/take/csv.ts';
import { dictionary } from '../../../src/lib/take/dictionary.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { exampleOf } from '../figure/invented.ts';
import { readRows, type Rows } from '../query/recount.ts';
import { recounts } from './recounted-lines.ts';

// Only counts are looked at here: fewer resamples say the same of them in a tenth of the time.
vi.mock('../../../src/lib/estimate/resampling/resample.ts', async (original) => ({
  ...(await original<object>()),
  STANDING_RESAMPLES: 120
}));

/** Columns of numbers of people and of what they did. */
const counted = [
  ...['people', 'conversations', 'ratings', 'battles', 'messages'],
  ...['people_a', 'people_b', 'people_both', 'people_elsewhere'],
  ...['people_with', 'conversations_with', 'ratings_with']
];

const ofDatabase = charts.filter((chart) => chart.source === 'database');
const only = (column: string, key: string) => ({ filters: [{ column, exclude: false, keys: [key] }] });

/** What a chart is asked besides its example, where counts go astray most easily: other units, turns and what is counted. */
const others: Readonly<Record<string, readonly Partial<Selection>[]>> = {
  'by-group': [
    { metric: 'score', by: 'age' },
    { metric: 'conversation_turns', by: 'lm_usecases' }
  ],
  comparison: [{ metric: 'score', by: 'conversation_type' }],
  'value-map': [{ metric: 'score' }],
  leaderboard: [{ params: { method: 'mean-score', unit: 'family' }, turns: 'all' }],
  'standings-of-sides': [
    { params: { unit: 'family' } },
    {
      params: { method: 'mean-score' },
      turns: 'all',
      compare: { a: [{ column: 'conversation_type', exclude: false, keys: ['unguided'] }], b: null }
    }
  ],
  'models-by-group': [
    { params: { unit: 'family' } },
    { params: { method: 'mean-score' }, turns: 'all' },
    { params: { across: 'conversation_type', unit: 'family' } }
  ],
  robustness: [{ params: { method: 'mean-score' }, turns: 'all' }, only('special_region', 'africa')],
  pair: [{ by: null }, { by: 'conversation_type', ...only('gender', 'female') }],
  juries: [{ params: { from: 'us', served: 'under-45' } }],
  'score-by-turn': [{ params: { of: 'range' } }, only('gender', 'male')],
  'scale-use': [{ params: { group: 'age' } }],
  'score-by-length': [only('conversation_type', 'values-guided')],
  'scores-explained': [only('conversation_type', 'values-guided')],
  disagreement: [{ params: { over: 'topics' }, ...only('special_region', 'africa') }],
  'sliders-by-group': [{ by: 'gender' }, { params: { asked: 'judged' }, ...only('gender', 'male') }],
  representation: [{ params: { place: 'us', cells: 'ethnicity', who: 'rebalanced' } }],
  'left-after': [{ params: { rule: 'turns' }, by: 'gender' }, { params: { rule: 'balanced' } }],
  correlations: [{ params: { of: 'all', across: 'conversations' } }, { params: { of: 'chosen' } }],
  'set-apart': [
    { filters: [], compare: { a: only('gender', 'male').filters, b: only('special_region', 'us').filters } },
    { filters: [{ column: 'model', exclude: false, keys: ['gpt-4'], has: true }] }
  ],
  'topic-sizes': [only('gender', 'male')],
  composed: [{ params: { equal_religion: 'out', equal_education: 'in' }, ...only('gender', 'male') }],
  'topic-tilts': [{ by: 'conversation_type' }, { by: 'lm_usecases', ...only('gender', 'male') }],
  'whose-taste': [only('special_region', 'africa')],
  'taste-by-group': [only('special_region', 'africa')]
};
/** Those that take seconds are asked for few people alone. */
const slow = new Set(['disagreement', 'whose-taste', 'taste-by-group']);
const ofPlace = only('special_region', 'africa');

function selectionsOf(chart: DatabaseChart): Selection[] {
  const base = { ...exampleOf(chart), ...(chart.name.startsWith('profile-') ? ofPlace : {}) };
  const changed = (others[chart.name] ?? []).map((changes) => ({
    ...base,
    ...changes,
    params: { ...base.params, ...changes.params }
  }));
  return slow.has(chart.name) ? changed : [base, ...changed];
}

let database: Database;
let rows: Rows;
beforeAll(async () => {
  database = await openNode('static/data');
  rows = await readRows('static/data');
}, 60_000);
afterAll(() => database.close());

it('every chart of the tables is recounted', () => {
  const having = ofDatabase.filter((chart) => dictionary(chart).some(({ name }) => counted.includes(name)));
  expect(Object.keys(recounts({ tables: {}, undocumented: {} } as unknown as Rows)).sort()).toEqual(
    having.map(({ name }) => name).sort()
  );
});

describe.each(ofDatabase.map((chart) => [chart.name, chart] as const))('counts in the file of %s', (name, chart) => {
  it.each(selectionsOf(chart))('are those of the tables, or empty: %o', { timeout: 60_000 }, async (selection) => {
    const figure = await answer(chart, selection, database);
    const recount = recounts(rows)[name]!;
    const columns = dictionary(chart).flatMap(({ name }) => (counted.includes(name) ? [name] : []));
    const lines = csvParse(csv(chart, figure, 'https://atlas.example/'));
    expect(lines.length).toBeGreaterThan(0);
    // Charts of many lines are looked at here and there.
    const step = Math.ceil(lines.length / 60);
    for (const line of lines.filter((_, i) => i % step === 0)) {
      const row = figure.rows.find(({ key }) => key === line.key);
      const found = recount(line, selection, row);
      const written = columns.flatMap((column) =>
        line[column] === '' ? [] : [[column, Number(line[column])] as const]
      );
      expect(Object.fromEntries(written), line.label).toEqual(found);
    }
  });
});
