import { describe, expect, it } from 'vitest';
import { readRelease, type Release } from '../../../src/lib/release/read.ts';
import { MISSING } from '../../../src/lib/release/table-builder.ts';
import { handmade, isTwice, repliesOf, scoreOf, turnsOf } from './handmade.ts';
import { conversationsOf, isNotAsked, isSurveyOnly, usesOf } from './handmade-survey.ts';
import { files, type Style } from './write.ts';

const styles: Record<string, Style> = {
  'as Python writes it': { escaped: true },
  'with a byte order mark, CRLF and no final newline': { bom: true, crlf: true, finalNewline: false },
  'with keys reversed, rows shuffled, in chunks of 7 bytes': { reversed: true, shuffled: true, chunk: 7 }
};

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const range = (length: number): number[] => Array.from({ length }, (_, index) => index);

function column(release: Release, table: keyof Release['tables'], name: string): number[] {
  return [...release.tables[table][name]!];
}

const count = (values: readonly number[], value: number): number => values.filter((other) => other === value).length;

describe.each([30, 210])('a release of %i people made by hand', (people) => {
  const persons = range(people);
  const conversations = sum(persons.map(conversationsOf));
  const turns = range(conversations).flatMap((c) => range(turnsOf(c)).map((turn) => [c, turn] as const));
  const replies = turns.flatMap(([c, turn]) => range(repliesOf(c, turn)).map((reply) => [c, turn, reply] as const));

  describe.each(Object.entries(styles))('%s', (_, style) => {
    const reading = readRelease(files(handmade(people), style), () => undefined);

    it('has the rows it was given, in the order of their ids', async () => {
      const release = await reading;
      expect(release.counts).toEqual({
        participants: people,
        conversations,
        interactions: turns.length,
        utterances: replies.length
      });
      expect(column(release, 'participants', 'user_id')).toEqual(persons);
      expect(column(release, 'conversations', 'conversation_id')).toEqual(range(conversations));
      expect(column(release, 'utterances', 'utterance_id')).toEqual(range(replies.length));
      for (const columns of Object.values(release.tables)) {
        expect(new Set(Object.values(columns).map(({ length }) => length)).size).toBe(1);
      }
    });

    it('has known sums of scores, choices and lengths', async () => {
      const release = await reading;
      expect(sum(column(release, 'utterances', 'score'))).toBe(sum(replies.map((place) => scoreOf(...place))));
      const twice = turns.filter(([c, turn]) => isTwice(c, turn));
      expect(count(column(release, 'utterances', 'if_chosen'), 0)).toBe(turns.length + twice.length);
      expect(count(column(release, 'utterances', 'turn_kind'), 0)).toBe(
        sum(range(conversations).map((c) => repliesOf(c, 0)))
      );
      const empty = replies.filter(([c, turn, reply]) => !isTwice(c, turn) && (c + turn * 3 + reply) % 17 === 0);
      expect(empty.length).toBeGreaterThan(0);
      expect(count(column(release, 'utterances', 'empty_response'), 1)).toBe(empty.length);
      const lengths = column(release, 'utterances', 'response_length');
      release.texts.utterances.model_response.forEach((text, row) => expect(lengths[row]).toBe([...text].length));
    });

    it('keeps people who were not asked apart from those who ticked nothing', async () => {
      const release = await reading;
      const masks = column(release, 'participants', 'lm_usecases');
      const expected = persons.map((person) =>
        isNotAsked(person) ? MISSING : sum(usesOf(person).map((ticked, bit) => ticked * 2 ** bit))
      );
      expect(masks).toEqual(expected);
      // "Not asked" follows the five levels.
      expect(count(column(release, 'participants', 'lm_frequency_use'), 5)).toBe(persons.filter(isNotAsked).length);
    });

    it('keeps zeros, and drops the slider beside which nothing was typed', async () => {
      const release = await reading;
      expect(column(release, 'participants', 'stated_values')).toEqual(persons.map((person) => (person * 13) % 101));
      expect(column(release, 'participants', 'stated_other')).toEqual(persons.map((p) => (p % 4 === 1 ? 50 : MISSING)));
      const performance = column(release, 'conversations', 'performance_values');
      expect(performance).toEqual(range(conversations).map((c) => (c % 6 === 0 ? MISSING : 1 + ((c * 7) % 100))));
    });

    it('takes topics from the table of clusters', async () => {
      const release = await reading;
      const outliers = range(conversations).filter((c) => c % 4 === 0).length;
      expect(count(column(release, 'conversations', 'topic'), 22)).toBe(outliers);
      expect(count(column(release, 'conversations', 'topic'), 23)).toBe(0);
    });

    it('gives levels that nobody documented the codes after the documented ones', async () => {
      const release = await reading;
      expect(release.undocumented).toEqual({
        study_locale: ['ruritania'],
        model: ['a-model-nobody-knows'],
        model_provider: ['somebody']
      });
      const strangers = persons.filter((person) => person % 6 === 5).length;
      expect(count(column(release, 'participants', 'study_locale'), 33)).toBe(strangers);
      expect(release.warnings).toContainEqual({
        file: 'survey.jsonl',
        message: 'study_locale holds the undocumented level "ruritania"',
        count: strangers,
        first: []
      });
      // The family of a model nobody knows is "Model not described".
      expect(count(column(release, 'utterances', 'model_family'), 9)).toBe(
        count(column(release, 'utterances', 'model'), 21)
      );
    });

    it('reads times and durations to the last digit', async () => {
      const release = await reading;
      expect(column(release, 'participants', 'survey_generated_datetime')[0]).toBe(
        Date.UTC(2023, 10, 22, 15, 48, 46) / 1000
      );
      expect(column(release, 'conversations', 'conversation_timing_duration_s')).toEqual(
        range(conversations).map((c) => 7350 + c)
      );
    });

    it('leaves every text as it was', async () => {
      const release = await reading;
      const made = handmade(people);
      expect(release.texts.participants.self_description).toEqual(made.survey.map((row) => row.self_description));
      expect(release.texts.conversations.opening_prompt).toEqual(made.conversations.map((row) => row.opening_prompt));
      expect(release.texts.utterances.model_response).toEqual(made.utterances.map((row) => row.model_response));
      const prompts = turns.map(
        ([c, turn]) => made.utterances.find((row) => row.conversation_id === `c${c}` && row.turn === turn)!.user_prompt
      );
      expect(release.texts.interactions.user_prompt).toEqual(prompts);
    });

    it('counts the annotations, with a manual flag of NaN, false, 0 or 0.0', async () => {
      const { metadata } = await reading;
      expect(metadata?.rows).toBe(replies.length + turns.length + conversations + 2 * people);
      expect(metadata?.without.conversation_id).toBe(2 * people);
      expect(metadata?.without.utterance_id).toBe(turns.length + conversations + 2 * people);
      expect(metadata?.counts.self_description.pii).toBe(Math.ceil(people / 10));
      expect(metadata?.counts.model_response.flagged).toBe(Math.ceil(replies.length / 12));
      // What people wrote was denied by hand to be personal; the replies were not looked at.
      const personal = (flags: ReadonlyMap<number, number>): number =>
        [...flags.values()].filter((bits) => bits & 1).length;
      expect(personal(metadata!.flags.self_description)).toBe(0);
      expect(personal(metadata!.flags.model_response)).toBe(Math.ceil(replies.length / 10));
    });

    it('warns of nothing but the strangers, the size and the files that are not there', async () => {
      const { warnings, missing } = await reading;
      expect(missing).toHaveLength(6);
      const rest = warnings.filter(
        ({ message }) => !/undocumented|nothing is known|official release|not found/.test(message)
      );
      expect(rest).toEqual([]);
    });
  });

  it('counts the people who only answered the survey', async () => {
    const release = await readRelease(files(handmade(people)), () => undefined);
    expect(count(column(release, 'participants', 'survey_only'), 1)).toBe(persons.filter(isSurveyOnly).length);
  });
});
