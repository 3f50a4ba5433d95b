import { describe, expect, it } from 'vitest';
import attributes from '../../../data/published/attributes.json';
import { deviation, mean } from './release.ts';
import type { ConversationRow, Release, SurveyRow } from './release.ts';
import { pearson } from './statistics.ts';

/** Sliders close to what is published, within the tolerances the twin promises. */
export function sliderStatements(release: () => Release): void {
  describe('sliders', () => {
    it('means within 0.5 and standard deviations within 1.5', () => {
      const { survey, conversations } = release();
      for (const [key, wanted] of Object.entries(attributes.stated_prefs)) {
        expectClose(
          key,
          survey.map((row) => row.stated_prefs[key] as number),
          wanted
        );
      }
      for (const kind of ['performance_attributes', 'choice_attributes'] as const) {
        for (const [key, wanted] of Object.entries(attributes[kind])) {
          expectClose(`${kind} ${key}`, present(conversations.map((row) => row[kind][key] ?? null)), wanted);
        }
        const gaps = conversations.filter((row) => Object.values(row[kind]).includes(null));
        expect(gaps).toHaveLength(attributes.conversations_with_any_missing[kind]);
      }
    });

    it('published correlations within 0.05', () => {
      const { survey, conversations, people } = release();
      const tables = attributes.pearson_correlations;
      expectCorrelations(tables.stated_prefs_n1500, (name) => survey.map((row) => row.stated_prefs[name] ?? null));
      expectCorrelations(tables.all_22_conversation_level, (name) =>
        conversations.map((row) => slider(row, people.get(row.user_id), name))
      );
      expectCorrelations(tables.performance_n8011_pairwise_complete, (name) =>
        conversations.map((row) => row.performance_attributes[name] ?? null)
      );
      expectCorrelations(tables.choice_n8011_pairwise_complete, (name) =>
        conversations.map((row) => row.choice_attributes[name] ?? null)
      );
    });

    it('follow the score of the chosen reply', () => {
      const scores = new Map(
        release()
          .utterances.filter((row) => row.turn === 0 && row.if_chosen)
          .map((row) => [row.conversation_id, row.score])
      );
      const { conversations } = release();
      const helpful = conversations.map((row) => row.performance_attributes.helpfulness ?? null);
      expect(
        pearson(
          helpful,
          conversations.map((row) => scores.get(row.conversation_id) ?? null)
        )
      ).toBeGreaterThan(0.3);
    });
  });
}

function expectClose(
  name: string,
  values: readonly number[],
  wanted: { mean: number; std: number; min: number; max: number }
): void {
  expect(Math.abs(mean(values) - wanted.mean), `mean of ${name}`).toBeLessThan(0.5);
  expect(Math.abs(deviation(values) - wanted.std), `spread of ${name}`).toBeLessThan(1.5);
  expect(Math.min(...values), `lowest ${name}`).toBeGreaterThanOrEqual(Math.min(wanted.min, 2));
  expect(Math.max(...values), `highest ${name}`).toBe(wanted.max);
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function slider(row: ConversationRow, person: SurveyRow | undefined, name: string): number | null {
  const [block, key] = name.split(':') as [string, string];
  if (block === 'S') return person?.stated_prefs[key] ?? null;
  return (block === 'P' ? row.performance_attributes : row.choice_attributes)[key] ?? null;
}

function expectCorrelations(
  table: Record<string, Record<string, number>>,
  column: (name: string) => (number | null)[]
): void {
  const columns = new Map(Object.keys(table).map((name) => [name, column(name)]));
  for (const [one, row] of Object.entries(table)) {
    for (const [two, wanted] of Object.entries(row)) {
      if (one >= two) continue;
      expect(
        Math.abs(pearson(columns.get(one) ?? [], columns.get(two) ?? []) - wanted),
        `${one} ~ ${two}`
      ).toBeLessThan(0.05);
    }
  }
}
