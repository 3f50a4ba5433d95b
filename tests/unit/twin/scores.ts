import { describe, expect, it } from 'vitest';
import pairwise from '../../../data/published/pairwise_win_matrix.json';
import scoreFigures from '../../../data/published/scores.json';
import { deviation, mean } from './release.ts';
import type { Release, SurveyRow, UtteranceRow } from './release.ts';
import { median } from './statistics.ts';

/** What to do where scores are off. */
const AGAIN = 'if the generator changed, run npx tsx data/twin/calibrate.ts';

/** Scores close to what is published, within the tolerances the twin promises. */
export function scoreStatements(release: () => Release): void {
  describe('scores', () => {
    it('mean 65.1 ± 0.3, standard deviation 29.3 ± 0.5, all of 1 to 100, spikes at 1, 50 and 100', () => {
      const scores = release().utterances.map((row) => row.score);
      expect(Math.abs(mean(scores) - 65.1)).toBeLessThan(0.3);
      expect(Math.abs(deviation(scores) - 29.3)).toBeLessThan(0.5);
      const counts = Array.from({ length: 101 }, () => 0);
      for (const score of scores) counts[score] = (counts[score] ?? 0) + 1;
      expect(counts.slice(1).every((count) => count > 0)).toBe(true);
      for (const spike of [1, 50, 100])
        expect(counts[spike]).toBeGreaterThan(3 * Math.max(counts[spike - 1] ?? 0, counts[spike + 1] ?? 0));
    });

    it('ties, win shares and rank centrality of the opening battles', () => {
      const { wins, ties, battles } = battlesOf(release());
      expect(battles).toBe(42306);
      expect(Math.abs(ties / battles - 0.174774)).toBeLessThan(0.01);
      const names = release().models.map((model) => model.short_name);
      const shares: Record<string, number> = pairwise.mean_directed_win_share.values;
      const ranks: Record<string, number> = pairwise.CORRECTED_rank_centrality_alpha1;
      const found = rankCentrality(wins);
      wins.forEach((row, one) => {
        const name = names[one] as string;
        const own = row.map((won, two) => won / (won + (wins[two]?.[one] ?? 0))).filter((_, two) => two !== one);
        expect(Math.abs(mean(own) - (shares[name] ?? 0)), `win share of ${name}; ${AGAIN}`).toBeLessThan(0.015);
        expect(
          Math.abs((found[one] as number) - (ranks[name] ?? 0)),
          `rank centrality of ${name}; ${AGAIN}`
        ).toBeLessThan(0.004);
      });
    });

    it('medians of groups in the published order wherever those differ by two points', () => {
      const plot = scoreFigures.opener_score_median_by_group_READ_FROM_PLOT_pm1;
      const { gender, age, ethnicity_simplified, religion_simplified, location_special_region } = plot;
      const medians = { gender, age, ethnicity_simplified, religion_simplified, location_special_region };
      const openers = release().utterances.filter((row) => row.turn === 0);
      const groups = new Map([...release().people].map(([id, row]) => [id, plotGroups(row)]));
      const counted = openers.filter((row) => {
        const own = groups.get(row.user_id) ?? {};
        return Object.entries(medians).every(([attribute, wanted]) => (own[attribute] ?? '') in wanted);
      });
      for (const [attribute, wanted] of Object.entries(medians)) {
        const entries = Object.entries(wanted).map(([group, published]): [string, number, number] => {
          const scores = counted
            .filter((row) => groups.get(row.user_id)?.[attribute] === group)
            .map((row) => row.score);
          return [group, published, median(scores)];
        });
        for (const [one, high, found] of entries) {
          for (const [two, low, other] of entries)
            if (high - low >= 2) expect(found, `${one} above ${two}; ${AGAIN}`).toBeGreaterThan(other);
        }
      }
    });

    it('means of turns in the published order', () => {
      const wanted = Object.entries(scoreFigures.by_turn_READ_FROM_PLOT['mean_score_pm0.7']);
      const found = new Map(
        wanted.map(([turn]) => [
          turn,
          mean(
            release()
              .utterances.filter((row) => row.turn === Number(turn))
              .map((row) => row.score)
          )
        ])
      );
      const order = [...wanted].sort((a, b) => a[1] - b[1]).map(([turn]) => turn);
      expect(
        [...order].sort((a, b) => (found.get(a) ?? 0) - (found.get(b) ?? 0)),
        AGAIN
      ).toEqual(order);
    });
  });
}

function battlesOf({ utterances, models }: Release): { wins: number[][]; ties: number; battles: number } {
  const index = new Map(models.map((model, at) => [model.long_name, at]));
  const openers = new Map<string, UtteranceRow[]>();
  for (const row of utterances)
    if (row.turn === 0) openers.set(row.conversation_id, [...(openers.get(row.conversation_id) ?? []), row]);
  const wins = models.map(() => models.map(() => 0));
  let ties = 0;
  let battles = 0;
  const count = (one: UtteranceRow, two: UtteranceRow) => {
    const row = wins[index.get(one.model_name) as number] as number[];
    const at = index.get(two.model_name) as number;
    row[at] = (row[at] ?? 0) + 1;
  };
  for (const rows of openers.values()) {
    for (const one of rows) {
      for (const two of rows) {
        if (one.within_turn_id >= two.within_turn_id) continue;
        battles += 1;
        const tie = Math.abs(one.score - two.score) <= 5;
        if (tie) ties += 1;
        if (tie || one.score > two.score) count(one, two);
        if (tie || two.score > one.score) count(two, one);
      }
    }
  }
  return { wins, ties, battles };
}

/** Stationary distribution of the chain that moves to winners, one added win each way, each cell over its own pair. */
function rankCentrality(wins: readonly number[][]): number[] {
  const size = wins.length;
  const chain = wins.map((row, one) =>
    row.map((won, two) => (one === two ? 0 : (won + 1) / (won + (wins[two]?.[one] ?? 0) + 2) / (size - 1)))
  );
  chain.forEach((row, two) => (row[two] = 1 - chain.reduce((sum, other) => sum + (other[two] ?? 0), 0)));
  let shares = wins.map(() => 1 / size);
  for (let step = 0; step < 1000; step++)
    shares = chain.map((row) => row.reduce((sum, move, at) => sum + move * (shares[at] ?? 0), 0));
  return shares;
}

function plotGroups(row: SurveyRow): Record<string, string> {
  const region = row.location.special_region as string;
  const short: Record<string, string> = {
    'Latin America and the Caribbean': 'Latam',
    'Australia and New Zealand': 'Aus & NZ',
    'Northern America': 'N. America'
  };
  return {
    gender: row.gender.startsWith('Non-binary') ? 'Non-binary' : row.gender,
    age: row.age.replace(' years old', ''),
    ethnicity_simplified: row.ethnicity.simplified,
    religion_simplified: row.religion.simplified,
    location_special_region: short[region] ?? region
  };
}
