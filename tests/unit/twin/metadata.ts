import { describe, expect, it } from 'vitest';
import figures from '../../../data/published/metadata.json';
import { tally } from './release.ts';
import type { Release } from './release.ts';

/** Statements 49 and 50, and the published categories and languages, each exact. */
export function metadataStatements(release: () => Release): void {
  describe('metadata', () => {
    it('has the published numbers of rows and flags by column', () => {
      for (const column of figures.by_column_id) {
        const rows = release().metadata.filter((row) => row.column_id === column.column_id);
        const found = [
          rows.length,
          ...(['en_flag', 'pii_flag'] as const).map((key) => rows.filter((row) => row[key]).length)
        ];
        expect(found, column.column_id).toEqual([column.n, column.en_flag_true, column.pii_flag_true]);
        expect(rows.filter((row) => row.moderation_flag.flagged)).toHaveLength(column.moderation_flagged_true);
      }
    });

    it('has the published numbers of missing values', () => {
      const { metadata } = release();
      const missing = (key: 'conversation_id' | 'interaction_id' | 'utterance_id' | 'pii_manual_flag') =>
        metadata.filter((row) => row[key] === null).length;
      expect(missing('conversation_id')).toBe(figures.missing_ids.conversation_id);
      expect(missing('interaction_id')).toBe(figures.missing_ids.interaction_id);
      expect(missing('utterance_id')).toBe(figures.missing_ids.utterance_id);
      expect(missing('pii_manual_flag')).toBe(figures.pii_manual_flag.null);
    });

    it('has the published languages on each side', () => {
      const { metadata } = release();
      const sides = {
        human: metadata.filter((row) => row.column_id !== 'model_response'),
        model: metadata.filter((row) => row.column_id === 'model_response')
      };
      for (const side of ['human', 'model'] as const) {
        const counts = tally(sides[side], (row) => row.language_flag);
        expect(Object.keys(counts)).toHaveLength(figures[side].n_languages);
        for (const { level, count } of figures[`languages_${side}`])
          if (level.length === 2) expect(counts[level], level).toBe(count);
      }
      expect(new Set(metadata.map((row) => row.language_flag)).size).toBe(figures.n_languages_overall);
      expect(metadata.every((row) => row.en_flag === (row.language_flag === 'en'))).toBe(true);
    });

    it('has the published moderation categories on each side', () => {
      const { metadata } = release();
      for (const { category, human_n, model_n } of figures.moderation_categories_true) {
        const rows = metadata.filter((row) => row.moderation_flag.categories[category]);
        expect(rows.filter((row) => row.column_id !== 'model_response').length, category).toBe(human_n);
        expect(rows.filter((row) => row.column_id === 'model_response').length, category).toBe(model_n);
      }
      const wrong = metadata.filter(({ moderation_flag: flag }) => {
        const sizes = Object.keys(flag.categories).length + Object.keys(flag.category_scores).length;
        return sizes !== 22 || flag.flagged !== Object.values(flag.categories).includes(true);
      });
      expect(wrong).toEqual([]);
    });

    it('joins to what it is about', () => {
      const { metadata, utterances, conversations } = release();
      const owners = new Map(conversations.map((row) => [row.conversation_id, row.user_id]));
      const astray = metadata.filter((row) => {
        if (row.conversation_id !== null && owners.get(row.conversation_id) !== row.user_id) return true;
        if (row.utterance_id === null) return false;
        const utterance = utterances[Number(row.utterance_id.slice(2))];
        return utterance?.conversation_id !== row.conversation_id || utterance?.interaction_id !== row.interaction_id;
      });
      expect(astray).toEqual([]);
    });
  });
}
