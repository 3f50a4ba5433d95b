import { describe, expect, it } from 'vitest';
import { among } from '../../../src/lib/charts/words/among.ts';
import { sidesInSentence } from '../../../src/lib/charts/explore/comparison-words.ts';
import { levelsTaken, nounPhrase } from '../../../src/lib/charts/words/noun-phrase.ts';
import { countOfGroup, profileGroup } from '../../../src/lib/charts/places/profile.ts';
import { sideWords } from '../../../src/lib/charts/words/side-words.ts';
import {
  MOST_NAMED,
  decapitalise,
  dimensionsOf,
  findColumn,
  kept,
  keptRange,
  levelKey,
  levelsOf,
  numbersOf,
  places,
  type CategoryColumn,
  type ManyColumn,
  type Level,
  type NumberColumn,
  type TableName
} from '../../../src/lib/dataset/index.ts';
import { everything, isRange, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { RandomSelections, undocumented } from '../selection/random-selection.ts';

const only = (column: string, ...keys: string[]): Filter => ({ column, keys, exclude: false });
const without = (column: string, ...keys: string[]): Filter => ({ column, keys, exclude: true });
const women = only('gender', 'female');
const young = only('age', '18-24', '25-34');

describe('filters as a noun phrase', () => {
  it.each([
    [[], 'people'],
    [[women], 'women'],
    [[only('gender', 'male', 'female')], 'men or women'],
    [[young, women], 'women under 35'],
    [[women, young, only('special_region', 'africa')], 'women under 35 born in Africa'],
    [
      [only('birth_country', 'netherlands'), only('reside_region', 'europe')],
      'people born in the Netherlands and living in Europe (UN region)'
    ],
    [
      [only('marital_status', 'married'), only('lm_usecases', 'research')],
      'people who are married and use language models for research'
    ],
    [
      [only('marital_status', 'married', 'widowed'), only('lm_frequency_use', 'every-day')],
      'people who are married or widowed, and who use language models every day'
    ],
    [[without('gender', 'male')], 'people other than men'],
    [
      [women, without('age', '65-plus'), without('marital_status', 'married')],
      'women, other than those aged 65+ and those who are married'
    ],
    [[only('gender', 'female', 'prefer-not-to-say')], 'people who are female or preferred not to say their gender'],
    [
      [only('age', '18-24', '25-34', 'prefer-not-to-say')],
      'people aged 18–24 or 25–34, or who preferred not to say their age'
    ],
    [[only('lm_frequency_use', 'not-asked')], 'people who were not asked how often they use language models'],
    [
      [only('lm_usecases', 'work', 'other')],
      'people who use language models for work or use language models for something else'
    ],
    [[{ column: 'stated_factuality', from: 10, to: 20 }], 'people who gave factuality an importance of 10 to 20'],
    [[{ column: 'conversation_turns', from: 1, to: 1 }], 'conversations of 1 turn'],
    [[{ column: 'score', from: 90, to: null }], 'replies scored 90 or more'],
    [[{ column: 'score_z', from: null, to: -1.5 }], 'replies with a standardised score of up to −1.5'],
    [[only('conversation_type', 'unguided', 'values-guided')], 'unguided or values-guided conversations'],
    [[women, only('topic', 'job-search')], 'conversations on the topic “Job Search” held by women'],
    [[women, only('refuses', 'declines-to-answer')], 'replies that decline to answer, rated by women'],
    [
      [women, only('conversation_type', 'controversy-guided'), only('model', 'gpt-4')],
      'replies from gpt-4 in controversy-guided conversations held by women'
    ]
  ] satisfies [Filter[], string][])('%j are %s', (filters, words) => {
    expect(nounPhrase(filters)).toBe(words);
    expect(nounPhrase([...filters].reverse())).toBe(words);
  });

  it('name places as their pages do', () => {
    for (const { column, level, people } of places) expect(nounPhrase([only(column, level)])).toBe(people);
  });

  it('of columns without words of their own are made of their labels', () => {
    const levels: Level[] = ['Low', 'High'].map((label) => ({ value: label, label }));
    const missing: Level = { value: null, label: 'Not recorded' };
    const shared = { label: 'Pitch of voice', asked: '', source: '' };
    const pitch: CategoryColumn = { ...shared, kind: 'category', ordered: true, levels, missing: [missing] };
    expect(kept('participants', pitch, levels)).toEqual({ which: 'who have “Low” or “High” under “Pitch of voice”' });
    expect(kept('conversations', pitch, [missing])).toEqual({
      which: 'that have “Not recorded” under “Pitch of voice”'
    });
    expect(kept('utterances', { ...pitch, which: 'of {lower} pitch' }, [...levels, missing])).toEqual({
      which: 'of low or high pitch, or that have “Not recorded” under “Pitch of voice”'
    });
    const number: NumberColumn = { ...shared, kind: 'number', domain: [null, null], unit: 'hertz', perUnit: 1 };
    expect(keptRange(number, 10, null)).toEqual({ which: 'whose pitch of voice is 10 or more' });
  });
});

/** How a level may be spoken of: by its label, or by the words that stand for it. */
function names({ label, inside, noun, share, which }: Level): string[] {
  return [
    label,
    decapitalise(label),
    inside,
    noun,
    noun?.replace(/ \w+$/, ''),
    share,
    which?.replace(/^(who|that) /, '')
  ].flatMap((word) => word ?? []);
}

describe('the words of any filter', () => {
  const random = new RandomSelections(20240424, undocumented);
  const sides = Array.from({ length: 3000 }, () => random.side());

  it('name each of its levels, or both ends of its range', () => {
    for (const filters of sides) {
      for (const words of [
        nounPhrase(filters, undocumented),
        sideWords({ a: filters, b: null }, undocumented).a.words
      ]) {
        for (const filter of filters) {
          if (isRange(filter)) {
            for (const end of [filter.from, filter.to]) {
              if (end !== null) expect(words.replaceAll('−', '-')).toContain(String(end));
            }
          } else {
            const levels = levelsTaken(filter, undocumented);
            // More are counted, and listed in the small print; what is listed by labels has all of them.
            const counted = levels.length > MOST_NAMED && !/only |without /.test(words);
            if (counted) expect(words).toContain(String(levels.length));
            for (const level of counted ? [] : levels) {
              expect(
                names(level).some((name) => words.includes(name)),
                `${level.label} in: ${words}`
              ).toBe(true);
            }
          }
        }
      }
    }
  });

  it('are clean', () => {
    for (const filters of sides) {
      const words = nounPhrase(filters, undocumented);
      expect(words).not.toMatch(/ {2}|undefined|null|[{}]|,,| ,|^ | $/);
      expect(words).toMatch(
        /^(people|men|women|non-binary|graduates|conversations|guided|unguided|values-|controversy-|replies|empty)/
      );
      expect(words.split('“').length).toBe(words.split('”').length);
    }
  });

  it('never read the same where they leave out as where they keep', () => {
    for (const filter of sides.flat()) {
      if (isRange(filter)) continue;
      const turned = { ...filter, exclude: !filter.exclude };
      expect(nounPhrase([filter], undocumented)).not.toBe(nounPhrase([turned], undocumented));
    }
  });

  it('are of one filter only, over every level of every column and ranges of every number', () => {
    const filters: Filter[] = [
      ...dimensionsOf('utterances').flatMap((column) =>
        levelsOf(column, undocumented).flatMap((level) => [
          only(column, levelKey(level)),
          without(column, levelKey(level))
        ])
      ),
      ...numbersOf('utterances').flatMap((column) =>
        (
          [
            [1, 1],
            [1, 3],
            [1, null],
            [null, 1]
          ] as const
        ).map(([from, to]) => ({ column, from, to }))
      )
    ];
    const words = filters.map((filter) => nounPhrase([filter], undocumented));
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    expect(twice).toEqual([]);
    expect(words.length).toBeGreaterThan(500);
  });

  it('speak of the rows of the column’s own table', () => {
    const kinds: Record<TableName, RegExp> = {
      participants: /^(people|men|women|non-binary or third-gender people)( |$)/,
      conversations: /^((unguided|values-guided|controversy-guided) )?conversations( |$)/,
      utterances: /^(empty )?replies( |$)/
    };
    for (const name of dimensionsOf('utterances')) {
      const { table, column } = findColumn(name)!;
      for (const level of levelsOf(name)) {
        const found = kept(table, column as CategoryColumn | ManyColumn, [level]);
        expect(nounPhrase([only(name, levelKey(level))])).toMatch(kinds[table]);
        expect('noun' in found || found.which !== '').toBe(true);
      }
    }
  });
});

describe('whom a selection is narrowed to', () => {
  const words = (changes: Partial<Selection>, table: TableName = 'utterances') =>
    among({ ...everything, ...changes }, table, {});

  it.each([
    [{}, ''],
    [{ sample: 'us' }, 'in the US census sample'],
    [{ filters: [women], sample: 'us' }, 'among women in the US census sample'],
    [
      { filters: [women, only('included_in_us_rep', 'in-the-us-census-sample')], sample: 'us' },
      'among women in the US census sample'
    ],
    [
      { filters: [only('marital_status', 'married')], sample: 'balanced' },
      'among people who are married, in the balanced subset'
    ],
    [
      {
        filters: [women, only('conversation_type', 'controversy-guided'), only('has_list', 'with-a-list')],
        turns: 'later'
      },
      'among women, in controversy-guided conversations, for replies that have a list, in later turns'
    ]
  ] satisfies [Partial<Selection>, string][])('%j is %s', (changes, said) => {
    expect(words(changes)).toBe(said);
  });

  it('is listed by labels where several filters make a phrase too long to be followed', () => {
    const many = only('lm_usecases', 'homework', 'research', 'finding-sources', 'creative-writing');
    const long = words({
      filters: [young, women, many, only('religion', 'christian', 'other'), only('education', 'primary-school')],
      sample: 'uk'
    });
    expect(long).toBe(
      'only Age: Under 35; only Gender: Female; only What AI is used for: Homework, Research, Finding sources or Creative writing; only Religion: Christian or Other; only Education: Primary school, in the UK census sample'
    );
    const alone = words({ filters: [only('birth_country', ...levelsOf('birth_country').slice(0, 30).map(levelKey))] });
    expect(alone).toBe('among people born in 30 countries');
  });

  it('stands in quotation marks as a side that could be cut at the wrong place', () => {
    const inSentence = (a: Filter[], b: Filter[] | null) => sidesInSentence({ compared: sideWords({ a, b }, {}) });
    expect(inSentence([women], null)).toEqual(['women', 'everyone else']);
    expect(inSentence([young], [only('age', '65-plus')])).toEqual(['people under 35', 'people aged 65+']);
    const spirituality = only('topic', 'religion-and-spirituality');
    expect(inSentence([spirituality], null)[0]).toBe('conversations on the topic “Religion and Spirituality”');
    expect(inSentence([spirituality, only('special_region', 'latin-america-and-the-caribbean')], null)[0]).toBe(
      '“conversations on the topic ‘Religion and Spirituality’ held by people born in Latin America and the Caribbean”'
    );
  });

  it('is the group of a profile, with its number', () => {
    const group = (...filters: Filter[]) => profileGroup({ ...everything, filters });
    expect(countOfGroup(group(only('special_region', 'us')), 118)).toBe('118 people born in the US');
    expect(countOfGroup(group(women), 118)).toBe('118 people (women)');
    expect(countOfGroup(group(), 1)).toBe('1 person');
  });
});
