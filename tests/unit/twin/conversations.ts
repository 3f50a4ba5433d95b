import { describe, expect, it } from 'vitest';
import figures from '../../../data/published/conversations.json';
import modelFigures from '../../../data/published/models.json';
import topicFigures from '../../../data/published/topics.json';
import { mean, published, tally } from './release.ts';
import type { Release, UtteranceRow } from './release.ts';

/** Statements 1 to 5, 7, 27 to 32, 34 to 36, 38, 47 and 51, each exact. */
export function conversationStatements(release: () => Release): void {
  describe('conversations and utterances', () => {
    it('has the published numbers of rows and keys', () => {
      const { survey, conversations, utterances, metadata, models } = release();
      const counts = { survey, conversations, utterances, metadata, models };
      const { interactions, ...rows } = figures.row_counts;
      expect(Object.fromEntries(Object.entries(counts).map(([name, list]) => [name, list.length]))).toEqual(rows);
      expect(new Set(utterances.map((row) => row.interaction_id)).size).toBe(interactions);
      expect(conversations.reduce((sum, row) => sum + row.conversation_turns, 0)).toBe(interactions);
      expect(Object.keys(conversations[0] ?? {})).toHaveLength(13);
      expect(Object.keys(utterances[0] ?? {})).toHaveLength(14);
    });

    it('numbers conversations and utterances in file order and interactions by id as text', () => {
      const { conversations, utterances } = release();
      expect(conversations.every((row, index) => row.conversation_id === `c${index}`)).toBe(true);
      expect(utterances.every((row, index) => row.utterance_id === `ut${index}`)).toBe(true);
      const sorted = [...conversations].sort((a, b) => (a.conversation_id < b.conversation_id ? -1 : 1));
      const expected: string[] = [];
      for (const { conversation_id, conversation_turns } of sorted) {
        for (let turn = 0; turn < conversation_turns; turn++) expected.push(`${conversation_id}.${turn}`);
      }
      const wrong = utterances.filter(
        (row) => expected[Number(row.interaction_id.slice(3))] !== `${row.conversation_id}.${row.turn}`
      );
      expect(wrong).toEqual([]);
    });

    it('keeps ids known from published outputs', () => {
      const { conversations, utterances } = release();
      expect(conversations[0]?.conversation_turns).toBe(5);
      const first = (id: string) => utterances.find((row) => row.conversation_id === id);
      expect([first('c100')?.utterance_id, first('c100')?.interaction_id]).toEqual(['ut800', 'int10']);
      expect([first('c1024')?.utterance_id, first('c1024')?.interaction_id]).toEqual(['ut9250', 'int100']);
      expect(utterances.filter((row) => row.interaction_id === 'int10')).toHaveLength(4);
    });

    it('joins: 1,396 people, all in the survey, with as many conversations as they say', () => {
      const { survey, conversations, utterances, models } = release();
      const counts = tally(conversations, (row) => row.user_id);
      expect(Object.keys(counts)).toHaveLength(1396);
      expect(new Set(utterances.map((row) => row.user_id)).size).toBe(1396);
      for (const row of survey) {
        expect(counts[row.user_id] ?? 0).toBe(row.num_completed_conversations);
        expect(row.survey_only).toBe(row.num_completed_conversations === 0);
      }
      const names = new Set(models.map((model) => model.long_name));
      expect(names.size).toBe(21);
      expect(new Set(utterances.map((row) => row.model_name))).toEqual(names);
    });

    it('types, and the balanced subset at each of the three levels', () => {
      const { survey, conversations, utterances } = release();
      expect(tally(conversations, (row) => row.conversation_type)).toEqual(published(figures.conversation_type));
      const inside = conversations.filter((row) => row.included_in_balanced_subset);
      expect(tally(inside, (row) => row.conversation_type)).toEqual({
        unguided: 2232,
        'values guided': 2232,
        'controversy guided': 2232
      });
      expect(utterances.filter((row) => row.included_in_balanced_subset)).toHaveLength(57401);
      const people = new Set(inside.map((row) => row.user_id));
      for (const row of survey) expect(row.included_in_balanced_subset).toBe(people.has(row.user_id));
      const types = new Map<string, Record<string, number>>();
      for (const row of inside) {
        const own = types.get(row.user_id) ?? {};
        own[row.conversation_type] = (own[row.conversation_type] ?? 0) + 1;
        types.set(row.user_id, own);
      }
      for (const own of types.values())
        expect(new Set(Object.values(own)).size === 1 && Object.keys(own).length === 3).toBe(true);
    });

    it('conversations per person, longest conversation per person, rows per conversation', () => {
      const { conversations, survey } = release();
      const counts = { ...figures.conversations_per_participant.distribution_csv, '0': 104 };
      expect(tally(survey, (row) => row.num_completed_conversations)).toEqual(counts);
      const longest = new Map<string, number>();
      for (const row of conversations)
        longest.set(row.user_id, Math.max(longest.get(row.user_id) ?? 0, row.conversation_turns));
      expect(tally([...longest.values()], (turns) => turns)).toEqual(
        figures.participants_by_longest_conversation_turns.distribution
      );
      const rows = tally(release().utterances, (row) => row.conversation_id);
      expect(tally(Object.values(rows), (count) => count)).toEqual(
        figures.utterances_per_conversation.distribution_csv
      );
      expect(new Set(conversations.map((row) => row.conversation_turns)).size).toBe(
        figures.conversation_turns.n_unique
      );
    });

    it('openers of 4, 3, 2, 1 different models; two replies of the chosen model later', () => {
      const sizes = new Map<string, UtteranceRow[]>();
      for (const row of release().utterances)
        sizes.set(row.interaction_id, [...(sizes.get(row.interaction_id) ?? []), row]);
      const openers = [...sizes.values()].filter((rows) => rows[0]?.turn === 0);
      expect(tally(openers, (rows) => rows.length)).toEqual({ '4': 6220, '3': 1608, '2': 162, '1': 21 });
      const chosen = new Map(
        openers.map((rows) => [rows[0]?.conversation_id, rows.find((row) => row.if_chosen)?.model_name])
      );
      const wrong = [...sizes.values()].filter((rows) => {
        const best = Math.max(...rows.map((row) => row.score));
        const winners = rows.filter((row) => row.if_chosen);
        if (Math.max(...winners.map((row) => row.score)) !== best) return true;
        if (rows.some((row, index) => row.within_turn_id !== index)) return true;
        if (rows[0]?.turn === 0)
          return winners.length !== 1 || new Set(rows.map((row) => row.model_name)).size !== rows.length;
        const same = rows[0]?.model_response === rows[1]?.model_response;
        if (rows.length !== 2 || winners.length !== (same ? 2 : 1)) return true;
        return rows.some((row) => row.model_name !== chosen.get(row.conversation_id));
      });
      expect(wrong).toEqual([]);
      expect(release().utterances.filter((row) => row.if_chosen)).toHaveLength(27437);
    });

    it('utterances per model and provider; opener appearances as measured', () => {
      const { utterances, models } = release();
      const wanted = Object.fromEntries(
        modelFigures.models.map((model) => [model.long_name, model.utterances_all_turns])
      );
      expect(tally(utterances, (row) => row.model_name)).toEqual(wanted);
      expect(tally(utterances, (row) => row.model_provider)).toEqual(published(modelFigures.provider_utterances));
      const openers = tally(
        utterances.filter((row) => row.turn === 0),
        (row) => row.model_name
      );
      const shown = models.map((model) => openers[model.long_name] ?? 0);
      expect([Math.min(...shown), Math.max(...shown), mean(shown)]).toEqual([808, 1567, 30049 / 21]);
      const estimates: Record<string, number> = modelFigures.opener_appearances_ESTIMATE.values;
      models.forEach(({ short_name }, index) =>
        expect(Math.abs((shown[index] as number) - (estimates[short_name] ?? 0)), short_name).toBeLessThanOrEqual(12)
      );
    });

    it('history, utterances and opening prompts tell the same', () => {
      const { conversations, utterances } = release();
      const wrong: string[] = [];
      let next = 0;
      for (const row of conversations) {
        let prompt = '';
        for (const item of row.conversation_history) {
          if (item.role === 'user') {
            prompt = item.content;
            if (item.turn === 0 && prompt !== row.opening_prompt) wrong.push(row.conversation_id);
            continue;
          }
          const utterance = utterances[next++] as UtteranceRow;
          const { user_id, conversation_type, included_in_balanced_subset } = row;
          const there = [
            row.conversation_id,
            user_id,
            conversation_type,
            included_in_balanced_subset,
            prompt,
            item.turn,
            item.content,
            item.score
          ];
          const here = [
            utterance.conversation_id,
            utterance.user_id,
            utterance.conversation_type,
            utterance.included_in_balanced_subset,
            utterance.user_prompt,
            utterance.turn,
            utterance.model_response,
            utterance.score
          ];
          const flags = utterance.if_chosen === item.if_chosen && utterance.model_name === item.model_name;
          if (!flags || there.some((value, index) => value !== here[index])) wrong.push(utterance.utterance_id);
        }
        if (row.conversation_history.at(-1)?.turn !== row.conversation_turns - 1) wrong.push(row.conversation_id);
      }
      expect(wrong).toEqual([]);
      expect(next).toBe(utterances.length);
    });

    it('topic sizes', () => {
      const { topics, conversations } = release();
      expect(tally([...topics.values()], (topic) => topic)).toEqual(
        Object.fromEntries(topicFigures.clusters.map((one) => [one.cluster_id, one.size]))
      );
      expect(conversations.every((row) => topics.has(row.conversation_id))).toBe(true);
    });

    it('conversations by gender', () => {
      const { conversations, people } = release();
      expect(tally(conversations, (row) => people.get(row.user_id)?.gender)).toEqual({
        Male: 4002,
        Female: 3885,
        'Non-binary / third gender': 120,
        'Prefer not to say': 4
      });
    });

    it('the survey comes before every conversation, and all within the published month', () => {
      const { conversations, survey, people } = release();
      const instant = (datetime = '') => Date.parse(`${datetime.replace(' ', 'T')}Z`);
      const early = conversations.filter((row) => {
        const begun = instant(row.generated_datetime) - row.timing_duration_s * 1000;
        return !(begun > instant(people.get(row.user_id)?.generated_datetime));
      });
      expect(early).toEqual([]);
      for (const [rows, wanted] of [
        [conversations, figures.generated_datetime.conversations],
        [survey, figures.generated_datetime.survey]
      ] as const) {
        const times = rows.map((row) => row.generated_datetime).sort();
        expect([times[0], times.at(-1), new Set(times).size]).toEqual([wanted.min, wanted.max, wanted.n_unique]);
      }
    });
  });
}

/** Statements about texts: empty and repeated ones, and those a site must survive. */
export function textStatements(release: () => Release): void {
  describe('texts', () => {
    it('has the published numbers of empty replies and of different texts', () => {
      const { conversations, utterances, survey } = release();
      const uniques = figures.text_uniques_and_lengths_chars;
      const empty = utterances.filter((row) => row.model_response === 'EMPTY STRING');
      expect(empty).toHaveLength(147);
      expect(mean(empty.map((row) => row.score))).toBeCloseTo(11.932, 1);
      expect(new Set(utterances.map((row) => row.model_response)).size).toBe(uniques.model_response.n_unique);
      expect(new Set(utterances.map((row) => row.user_prompt)).size).toBe(uniques.user_prompt_over_68371_rows.n_unique);
      expect(new Set(conversations.map((row) => row.opening_prompt)).size).toBe(uniques.opening_prompt.n_unique);
      expect(new Set(conversations.map((row) => row.open_feedback)).size).toBe(uniques.open_feedback.n_unique);
      expect(new Set(survey.map((row) => row.self_description)).size).toBe(1500);
      expect(new Set(survey.map((row) => row.system_string)).size).toBe(1500);
    });

    it('replies are about as long as published', () => {
      const lengths = release()
        .utterances.map((row) => row.model_response.length)
        .sort((a, b) => a - b);
      const at = (share: number) => lengths[Math.floor(share * lengths.length)] as number;
      const wanted = figures.text_uniques_and_lengths_chars.model_response;
      expect(Math.abs(mean(lengths) / wanted.mean - 1)).toBeLessThan(0.05);
      for (const [share, value] of [
        [0.25, wanted.p25],
        [0.5, wanted.median],
        [0.75, wanted.p75],
        [0.95, wanted.p95]
      ] as const) {
        expect(Math.abs(at(share) / value - 1), `share ${share}`).toBeLessThan(0.06);
      }
    });

    it('holds quotes, markup, other scripts, emoji, line separators and NaN in text', () => {
      const all = release()
        .utterances.map((row) => row.model_response + row.user_prompt)
        .join('\n');
      for (const odd of ['"', '\\', '<script>', '\u2028', '\u2029', '👩‍👩‍👧', 'שלום', 'مرحبا', ': NaN', '\t', '\r\n', '日'])
        expect(all).toContain(odd);
    });
  });
}
