import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { filterWords } from '../../../src/lib/charts/words/among.ts';
import { findMetric, metrics } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Filter, Selection } from '../../../src/lib/selection/index.ts';
import { metricNames } from '../selection/random-selection.ts';
import { invented, selectionOf, type Cell, type Cells } from './invented.ts';

const everyone: Cell = { people: 500, value: 64 };
const cells: Cells = {
  male: { people: 300, value: 60 },
  female: { people: 150, value: 70 },
  'non-binary-third-gender': { people: 20, value: 90 },
  'prefer-not-to-say': { people: 40, value: 10 }
};

const figureOf = (changes: Partial<Selection>, all: Cell = everyone, groups: Cells = cells) =>
  answer(byGroup, selectionOf(byGroup.vocabulary, changes), invented(groups, all));

const topic: Filter = { column: 'topic', exclude: false, keys: ['climate-change'] };
const age: Filter = { column: 'age', exclude: false, keys: ['18-24', '65-plus'] };

describe('the small print', () => {
  it('names the method in every figure', async () => {
    for (const metric of ['stated_safety', 'conversation_turns', 'score', 'if_chosen.chosen']) {
      const share = metric.startsWith('if_');
      const { method } = await figureOf({ metric, by: null }, { people: 500, value: share ? 0.5 : 50 });
      expect(method).toBe('95 % intervals, clustered by person');
    }
  });

  it('says how turns were chosen when more than openers count, and only for replies', async () => {
    const note = /Only in the opening turn were models assigned at random/;
    const notes = async (changes: Partial<Selection>) => (await figureOf({ by: null, ...changes })).notes.join('\n');
    expect(await notes({ metric: 'score', turns: 'opener' })).not.toMatch(note);
    expect(await notes({ metric: 'score', turns: 'later' })).toMatch(note);
    expect(await notes({ metric: 'score', turns: 'all' })).toMatch(note);
    expect(await notes({ metric: 'stated_safety', turns: 'later' })).not.toMatch(note);
  });

  it('says which filters and turns do not act, and leaves them out of the question', async () => {
    const idle = await figureOf({ metric: 'stated_safety', by: null, filters: [age, topic], turns: 'later' });
    expect(idle.notes).toContain(
      'Not applied, because it describes something below what is measured here: in conversations on the topic “Climate Change”; in later turns.'
    );
    expect(idle.question).toBe('How important is safety to people, among people aged 18–24 or 65+?');
    const acting = await figureOf({ metric: 'score', by: null, filters: [age, topic], turns: 'later' });
    expect(acting.notes.join('\n')).not.toContain('Not applied');
    expect(acting.question).toBe(
      'How do people score the replies, among people aged 18–24 or 65+, in conversations on the topic “Climate Change”, in later turns?'
    );
    const conversations = await figureOf({ metric: 'conversation_turns', by: null, filters: [age, topic] });
    expect(conversations.notes.join('\n')).not.toContain('Not applied');
  });

  it('carries the notes of metric and column, and what the metric cannot say', async () => {
    const raw = await figureOf({ metric: 'score', by: 'gender' });
    expect(raw.notes).toContain('Raw scores mix how people use the scale with what they prefer.');
    const relative = await figureOf({ metric: 'if_chosen.chosen', by: 'model_provider' }, { people: 500, value: 0.25 });
    expect(findMetric('if_chosen.chosen')!.relative?.to).toBe('message');
    expect(relative.axis).toBe('Share of replies chosen');
    expect(relative.notes.join('\n')).toContain('Google’s flan-t5-xxl ran at Hugging Face');
    const many = await figureOf({ by: 'lm_usecases' });
    expect(many.notes).toContain('People could tick several answers and count once in each.');
  });

  it('says when what is measured was filtered by itself', async () => {
    const note = async (changes: Partial<Selection>) =>
      (await figureOf({ by: null, ...changes })).notes.filter((one) => one.startsWith('What is measured was filtered'));
    const liked: Filter = { column: 'score', from: 90, to: null };
    const women: Filter = { column: 'gender', exclude: false, keys: ['female'] };
    expect(await note({ metric: 'score', filters: [liked] })).toEqual([
      'What is measured was filtered by itself (replies scored 90 or more), so its level says what was picked, not what people are like.'
    ]);
    expect(await note({ metric: 'gender.female', filters: [women] })).toEqual([
      'What is measured was filtered by itself (women), so its level says what was picked, not what people are like.'
    ]);
    expect(await note({ metric: 'win_share', by: 'model', filters: [liked] })).toEqual([
      'What is measured was filtered by the same judgement in another form (replies scored 90 or more), so its level says what was picked, not what people are like.'
    ]);
    expect(await note({ metric: 'score', filters: [women] })).toEqual([]);
    expect(await note({ metric: 'stated_safety', filters: [liked] })).toEqual([]);
  });

  it('speaks of highest and lowest only where they are told, of two groups or more', async () => {
    const params = { ...byGroup.vocabulary.defaults.params, form: 'mean' };
    const picked = async (minimum: number, metric: string) =>
      (await figureOf({ metric, by: 'gender', minimum, params })).notes.some((note) =>
        note.startsWith('Highest and lowest')
      );
    // No test of groups stands behind means that a few values carry.
    expect(await picked(150, 'survey_timing_duration_s')).toBe(true);
    expect(await picked(200, 'survey_timing_duration_s')).toBe(false);
    expect(await picked(9999, 'survey_timing_duration_s')).toBe(false);
    expect(await picked(150, 'stated_safety')).toBe(false);
  });

  it('says how many rows are left out, of what', async () => {
    const left = async (metric: string, absent: number) =>
      (await figureOf({ metric, by: null }, { people: 500, value: 50, absent })).notes.filter((note) =>
        note.includes('left out.')
      );
    expect(await left('stated_safety', 0)).toEqual([]);
    expect(await left('stated_safety', 1)).toEqual(['1 person without a value is left out.']);
    expect(await left('stated_safety', 1247)).toEqual(['1,247 people without a value are left out.']);
    expect(await left('conversation_turns', 1)).toEqual(['1 conversation without a value is left out.']);
    expect(await left('score', 2)).toEqual(['2 ratings without a value are left out.']);
  });

  it('counts those who were not asked in the slice, and says no number of the whole release', async () => {
    const women: Filter = { column: 'gender', exclude: false, keys: ['female'] };
    const { notes } = await figureOf(
      { metric: 'lm_usecases.homework', by: 'age', filters: [women] },
      { people: 595, value: 0.3, absent: 107 }
    );
    expect(notes).toContain('107 people without a value (not asked) are left out.');
    expect(notes).toContain('Shares are of the people who were asked.');
    expect(notes.join(' ')).not.toMatch(/1,253|247/);
    const typed = await figureOf({ metric: 'stated_other', by: null }, { people: 40, value: 80, absent: 60 });
    expect(typed.notes).toContain('60 people without a value (nothing was typed beside the slider) are left out.');
  });

  it('gives people first, then what else was counted', async () => {
    expect((await figureOf({ by: null })).numbers).toBe('500 people');
    expect((await figureOf({ metric: 'conversation_turns', by: null })).numbers).toBe(
      '500 people · 1,000 conversations'
    );
    expect((await figureOf({ metric: 'score', by: null })).numbers).toBe(
      '500 people · 1,000 conversations · 2,000 ratings'
    );
  });
});

describe('the question', () => {
  it('is one, of every metric', () => {
    for (const { name, question, phrase } of [...metrics, ...metricNames.map((name) => findMetric(name)!)]) {
      expect(question, name).toMatch(/^(How|What) [^?{}]+[^?.,{}]$/);
      expect(phrase, name).toMatch(/^the [^?{}]+[^?.,{}]$/);
    }
    expect(findMetric('lm_frequency_use.every-day')!.question).toBe(
      'What share of the people asked use language models every day'
    );
    expect(findMetric('age.prefer-not-to-say')!.question).toBe('What share of people preferred not to say their age');
  });

  it('names the groupings and who is left', async () => {
    const questionOf = async (changes: Partial<Selection>) => (await figureOf(changes)).question;
    expect(await questionOf({ by: 'age' })).toBe('How important is factuality to people, by age?');
    expect(await questionOf({ metric: 'response_length', by: 'model' })).toBe('How long are the replies, by model?');
    expect(await questionOf({ by: 'gender', filters: [age] })).toBe(
      'How important is factuality to people, by gender, among people aged 18–24 or 65+?'
    );
  });
});

describe('the sentence', () => {
  it('names only groups of 30 and more', async () => {
    const { sentence } = await figureOf({ by: 'gender' });
    expect(sentence).toMatch(
      /^The importance people give to factuality is 64\.0 on average \(interval 63\.1 to 64\.9; 500 people\)\. The groups differ \(p = /
    );
    expect(sentence).toMatch(
      / 2 of 3 groups differ from all the others taken together: Female by \+15\.9 points \(.*\) and Prefer not to say by −.*\. 1 group is too small to be ranked\.$/
    );
  });

  it('names none when only one group is large enough', async () => {
    const { sentence } = await figureOf({ by: 'gender' }, everyone, {
      male: cells.male!,
      female: { people: 29, value: 9 }
    });
    expect(sentence).toMatch(
      /500 people\)\. No two groups have enough people to be set side by side\. 1 group is too small to be ranked\.$/
    );
  });

  it.each([
    [0, 'Nobody has an answer.'],
    [1, 'Only 1 person is left: too few to show a number.'],
    [9, 'Only 9 people are left: too few to show a number.']
  ])('says so when %i people are left', async (people, sentence) => {
    expect((await figureOf({ by: null }, { people, value: 50 })).sentence).toBe(sentence);
  });

  it('says that it is the filters which leave nobody', async () => {
    const { sentence } = await figureOf({ by: null, filters: [age] }, { people: 0, value: 50 });
    expect(sentence).toBe('Nobody is left with an answer under these filters.');
  });

  it('does not call many people few where the reader asked for more', async () => {
    const sentence = async (changes: Partial<Selection>) =>
      (await figureOf({ by: null, minimum: 1000, ...changes })).sentence;
    expect(await sentence({})).toBe('500 people have an answer: fewer than the 1,000 you asked for.');
    expect(await sentence({ filters: [age] })).toBe(
      '500 people are left under these filters: fewer than the 1,000 you asked for.'
    );
  });

  it('gives no interval to what is the same for everybody by construction', async () => {
    const relative = { 'if_chosen.chosen': 0.27, score_z: 0, win_share: 0.5 };
    const models: Cells = { 'command-nightly': cells.male!, command: { people: 300, value: 0.5 } };
    for (const [metric, value] of Object.entries(relative)) {
      const of = (changes: Partial<Selection>) =>
        figureOf({ metric, by: 'model', ...changes }, { people: 500, value, spread: 0.1 }, models);
      for (const figure of [await of({}), await of({ filters: [age] }), await of({ sample: 'us' })]) {
        expect(figure.overall!.estimate).toMatchObject({
          shown: false,
          reason: 'the same for everybody by construction'
        });
        expect(figure.sentence).toMatch(
          /^Over all of these, the .* is( on average)? the same for everybody, by construction\. /
        );
      }
      const liked: Filter = { column: 'score', from: 90, to: null };
      expect((await of({ filters: [liked] })).overall!.estimate.shown).toBe(true);
    }
    expect((await figureOf({ metric: 'score', by: 'model' }, everyone, models)).overall!.estimate.shown).toBe(true);
  });

  it('keeps intervals within the ends of the scale', async () => {
    const figure = await figureOf({ by: null }, { people: 12, value: 97, spread: 60 });
    expect(figure.overall!.estimate).toMatchObject({ shown: true, high: expect.closeTo(100, 4) });
    expect(figure.sentence).toMatch(/ to 100\.0; 12 people/);
  });

  it('does not call many people few where they all say the same', async () => {
    const figure = await figureOf({ metric: 'conversation_turns', by: null }, { people: 400, value: 2, spread: 0 });
    expect(figure.sentence).toBe(
      'The length of a conversation in turns cannot be said: everybody has the same value, so no interval can be estimated.'
    );
  });
});

describe('the labels of a filter', () => {
  it.each([
    [{ column: 'topic', exclude: false, keys: ['religion-and-spirituality'] }, 'Topic: Religion and Spirituality'],
    [
      { column: 'topic', exclude: true, keys: ['religion-and-spirituality', 'climate-change'] },
      'without Topic: Religion and Spirituality or Climate Change'
    ],
    [
      { column: 'special_region', exclude: false, keys: ['us', 'africa', 'latin-america-and-the-caribbean'] },
      'PRISM region: US, Africa or Latin America and the Caribbean'
    ],
    [{ column: 'score', from: 10, to: 20.5 }, 'Score 10 to 20.5'],
    [{ column: 'score', from: 10, to: null }, 'Score from 10'],
    [{ column: 'score', from: null, to: 20 }, 'Score up to 20']
  ] satisfies [Filter, string][])('%o are %s', (filter, words) => {
    expect(filterWords(filter)).toBe(words);
  });

  it('show levels that only the release knows by their own name, in the question too', async () => {
    const filter: Filter = { column: 'gender', exclude: false, keys: ['agender-undocumented'] };
    const database = invented(cells, everyone);
    const manifest = { ...database.manifest, undocumented: { gender: ['Agender'] } };
    const selection = selectionOf(byGroup.vocabulary, { by: null, filters: [filter] });
    const figure = await answer(byGroup, selection, { ...database, manifest });
    expect(figure.question).toBe('How important is factuality to people, among people who are agender (undocumented)?');
  });
});

describe('the order of groups', () => {
  const regions: Cells = {
    us: { people: 300, value: 50 },
    uk: { people: 200, value: 70 },
    'europe-not-uk': { people: 12, value: 99 },
    africa: { people: 9, value: 65 },
    'asia-not-middle-east': { people: 40, value: 60 },
    'oceania-other': { people: 11, value: 1 },
    'prefer-not-to-say': { people: 50, value: 80 }
  };
  const keys = async (changes: Partial<Selection>) =>
    (await figureOf(changes, everyone, regions)).rows.map(({ key }) => key);

  it('by value ranks those of 30 and more; the few, the missing and the hidden follow as listed', async () => {
    expect(await keys({ by: 'special_region' })).toEqual([
      'uk',
      'asia-not-middle-east',
      'us',
      'europe-not-uk',
      'oceania-other',
      'prefer-not-to-say',
      'africa'
    ]);
  });

  it('as listed is that of the description', async () => {
    const listed = await keys({ by: 'special_region', params: { order: 'listed' } });
    expect(listed).toEqual([
      'us',
      'uk',
      'europe-not-uk',
      'africa',
      'asia-not-middle-east',
      'oceania-other',
      'prefer-not-to-say'
    ]);
  });
});
