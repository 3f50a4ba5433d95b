import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DatabaseChart } from '../../../src/lib/charts/chart.ts';
import { chartNamed, type Figure } from '../../../src/lib/charts/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { openNode } from '../../../src/lib/database/node.ts';
import { csv } from '../../../src/lib/take/csv.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { openColumns } from '../database/columns-in-node.ts';
import { exampleOf } from '../figure/invented.ts';

const views: readonly (readonly [name: string, changes: Partial<Selection>])[] = [
  ['by-group', { metric: 'score_z', by: 'model' }],
  ['by-group', { metric: 'if_chosen.chosen', by: 'topic' }],
  ['comparison', { metric: 'score', by: 'conversation_type' }],
  ['distribution', {}],
  ['leaderboard', { params: { method: 'standardised', unit: 'family', ties: '5' } }],
  ['pair', {}],
  ['score-by-turn', {}]
];

let built: Database;
let page: Database;
beforeAll(async () => {
  [built, page] = [await openNode('static/data'), await openColumns('static/data')];
}, 60_000);
afterAll(() => built.close());

it.each(views)('%s with %o has one file, built ahead or answered in the page', async (name, changes) => {
  const chart = chartNamed(name) as DatabaseChart;
  const selection = { ...exampleOf(chart), ...changes };
  const file = (figure: Figure) => csv(chart, figure, 'https://atlas.example/');
  const ahead = JSON.parse(JSON.stringify(await answer(chart, selection, built))) as Figure;
  expect(file(await answer(chart, selection, page))).toBe(file(ahead));
});
