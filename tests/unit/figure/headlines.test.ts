import { describe, expect, test } from 'vitest';
import type { Judged } from '../../../src/lib/charts/judged.ts';
import type { Unsaid } from '../../../src/lib/charts/chart.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { verdictTask } from '../../../src/lib/charts/rows/verdicts.ts';
import { leaderboardHeadline } from '../../../src/lib/charts/models/leaderboard-words.ts';
import { verdictHeadline, verdictSentence } from '../../../src/lib/charts/words/verdict-words.ts';
import { computeHere, computedOf } from '../../../src/lib/estimate/index.ts';
import { judgedOf } from '../../../src/lib/figure/judged.ts';
import { everything } from '../../../src/lib/selection/index.ts';

/** A generator of its own (mulberry32): nothing of what is checked. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const AGES = [
  ['18-24', '18–24'],
  ['25-34', '25–34'],
  ['35-44', '35–44'],
  ['45-54', '45–54'],
  ['55-64', '55–64'],
  ['65-plus', '65+']
] as const;

const selection = {
  ...everything,
  metric: 'stated_factuality',
  by: 'age',
  params: byGroup.vocabulary.defaults.params
};

/** Answers of 31 to 60 people in each of six ages, whose levels lie apart by as much as told. */
function answers(seed: number, apart: number): number[][] {
  const random = chance(seed);
  return AGES.map(() => {
    const level = 50 + apart * (random() - 0.5);
    return Array.from({ length: 31 + Math.floor(30 * random()) }, () =>
      Math.max(0, Math.min(100, Math.round(level + 40 * (random() - 0.5))))
    );
  });
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

async function figureOf(groups: readonly (readonly number[])[]): Promise<Unsaid> {
  const flat = groups.flatMap((values, group) => values.map((y) => ({ group, y })));
  const columns = {
    person: Int32Array.from(flat.keys()),
    g0: Int32Array.from(flat, ({ group }) => group),
    x: Int32Array.from(flat, () => 1),
    y: Int32Array.from(flat, ({ y }) => y)
  };
  const task = { ...verdictTask(columns, selection, {}), permutations: 199 };
  const { verdict } = computedOf(await computeHere(task), 'verdict');
  const judged: Judged = judgedOf(
    verdict,
    AGES.map(([key]) => key)
  );
  const estimate = (values: readonly number[]) => ({
    ...{ shown: true, value: mean(values), low: mean(values) - 5, high: mean(values) + 5, level: 'wide' },
    ...{ people: values.length, conversations: 0, ratings: 0 }
  });
  const rows = AGES.map(([key, label], i) => ({ key, label, missing: false, estimate: estimate(groups[i]!) }));
  const overall = { key: 'all', label: 'Everyone', missing: false, estimate: estimate(groups.flat()) };
  return { selection, rows, overall, judged, scale: 'score', rowsAre: 'Age' } as unknown as Unsaid;
}

/** The labels that a text names. */
const named = (text: string) => AGES.flatMap(([, label], i) => (text.includes(label) ? [i] : []));

describe('a headline of groups', () => {
  test('is true of the numbers, in thousands of figures', async () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= 2000; seed++) {
      const groups = answers(seed, seed % 4 === 0 ? 0 : 18);
      const figure = await figureOf(groups);
      const headline = verdictHeadline(figure)!;
      const { judged } = figure;
      kinds.set(judged!.says, (kinds.get(judged!.says) ?? 0) + 1);
      if (/makes no difference|not clearly enough/.test(headline)) expect(named(headline)).toEqual([]);
      if (/makes no difference/.test(headline)) {
        expect(judged).toMatchObject({ says: 'none' });
        expect((judged as { p: number }).p).toBeGreaterThanOrEqual(0.025);
        // What would show is no smaller than what is there.
        const means = groups.map(mean);
        expect((judged as { gap: number }).gap).toBeGreaterThan(Math.max(...means) - Math.min(...means));
        expect(named(verdictSentence(figure))).toEqual([]);
      }
      const trend = /(rises|falls) with age$/.exec(headline)?.[1];
      if (trend) {
        const slope = groups.reduce((sum, values, i) => sum + (i - 2.5) * mean(values), 0);
        expect(slope > 0).toBe(trend === 'rises');
      }
      const [, above = '', below = ''] =
        / is (?:higher for (.*?))?(?: and )?(?:lower for (.*?))? than for the others$/.exec(headline) ?? [];
      for (const [words, sign] of [
        [above, 1],
        [below, -1]
      ] as const) {
        for (const i of named(words)) {
          const others = groups.filter((_, other) => other !== i).flat();
          expect(Math.sign(mean(groups[i]!) - mean(others)), headline).toBe(sign);
        }
      }
    }
    // Every kind of headline was among them.
    expect([...kinds.keys()].sort()).toEqual(['named', 'none', 'trend', 'unclear']);
    expect(Math.min(...kinds.values())).toBeGreaterThan(5);
  });

  test('finds a difference in 3.5 to 6.5 % of figures whose people are handed out to the groups by chance', async () => {
    const random = chance(99);
    const groups = answers(5, 30);
    let found = 0;
    const STUDIES = 1000;
    for (let study = 0; study < STUDIES; study++) {
      const people = groups.flat();
      for (let i = people.length - 1; i > 0; i--) {
        const j = Math.floor((i + 1) * random());
        [people[i], people[j]] = [people[j]!, people[i]!];
      }
      let from = 0;
      const dealt = groups.map(({ length }) => people.slice(from, (from += length)));
      if (!/makes no difference/.test(verdictHeadline(await figureOf(dealt))!)) found++;
    }
    expect(found / STUDIES).toBeGreaterThanOrEqual(0.035);
    expect(found / STUDIES).toBeLessThanOrEqual(0.065);
  });
});

describe('a headline of a ranking', () => {
  test('names one model alone only where its rank interval is 1 to 1', () => {
    const random = chance(3);
    let alone = 0;
    for (let k = 0; k < 2000; k++) {
      const n = 2 + Math.floor(20 * random());
      const rows = Array.from({ length: n }, (_, i) => {
        const rank = i === 0 ? 1 : random() < 0.3 ? 1 : 2;
        const value = n - i;
        return {
          ...{ key: `m${i}`, label: `model ${i}`, missing: false, rank, rankHigh: rank },
          estimate: { shown: true, value, low: value, high: value, level: 'plain', people: 500 }
        };
      });
      const peers = rows.filter(({ rank }, i) => i > 0 && rank === 1).length;
      rows[0]!.rankHigh = 1 + peers;
      const headline = leaderboardHeadline({ rows, selection: everything } as unknown as Parameters<
        typeof leaderboardHeadline
      >[0])!;
      if (headline.includes('comes first')) {
        alone++;
        expect(peers).toBe(0);
      } else {
        expect(peers).toBeGreaterThan(0);
        expect(headline).toMatch(/could be first$/);
      }
    }
    expect(alone).toBeGreaterThan(20);
  });
});
