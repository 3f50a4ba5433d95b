import { expect, test } from 'vitest';
import { tableOf } from '../../../src/lib/charts/columns/table.ts';
import { leaderboard } from '../../../src/lib/charts/models/leaderboard.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { levelsOf } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import { inventedReplies } from '../figure/invented-replies.ts';
import { selectionOf } from '../figure/invented.ts';

/** The code of a model that many saw; each of its replies gets this score, all others one from 10 to 80. */
const MODEL = 9;

function always(score: number): Database {
  const database = inventedReplies(50, 'official');
  return {
    ...database,
    columns: async (queries) =>
      (await database.columns(queries)).map((columns) => ({
        ...columns,
        score: columns.score!.map((own, row) =>
          columns.model![row] === MODEL ? score : Math.min(80, Math.max(10, own))
        )
      }))
  };
}

const figureOf = (database: Database) =>
  answer(
    leaderboard,
    selectionOf(leaderboard.vocabulary, {
      params: { ...leaderboard.vocabulary.defaults.params, method: 'bradley-terry' }
    }),
    database
  );
const { label } = levelsOf('model')[MODEL]!;

test('a model that never lost is shown first, without a strength, and says why', async () => {
  const figure = await figureOf(always(100));
  expect(figure.rows[0]!.label).toBe(label);
  expect(figure.rows[0]!.estimate).toMatchObject({
    shown: false,
    reason: 'it never lost to any of the others: it stands above them, without a strength'
  });
  expect(figure.sentence).toMatch(
    `${label} never lost to any of the others and is shown first, without a strength. Of 6 other models, `
  );
  expect(tableOf(leaderboard, figure).rows[0]!.join(' ')).toContain('it never lost to any of the others');
});

test('one that never won stands below those that are ranked', async () => {
  const figure = await figureOf(always(1));
  const place = figure.rows.findIndex((row) => row.label === label);
  expect(figure.rows.slice(0, place).every(({ rank }) => rank !== undefined)).toBe(true);
  expect(figure.rows[place]!.estimate).toMatchObject({
    reason: 'it never won against any of the others: it stands below them, without a strength'
  });
  expect(figure.sentence).not.toContain('never lost');
});
