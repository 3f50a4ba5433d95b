import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import { charts } from '../../../src/lib/charts/index.ts';
import { dimensionsOf, findColumn, findMetric, isDimension, numbersOf } from '../../../src/lib/dataset/index.ts';
import { SMALLEST_CELL, isRange, parse, refusal, samples, turnChoices } from '../../../src/lib/selection/index.ts';
import { RandomSelections } from './random-selection.ts';

const { vocabulary } = byGroup;
const { defaults } = vocabulary;
const read = (...pairs: [string, string][]) => parse(new URLSearchParams(pairs), vocabulary);

const inherited = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__'
];
const hostile = [
  '',
  ' ',
  '<script>alert(1)</script>',
  "'; drop table participants; --",
  '"; select 1',
  '../../etc/passwd',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧‍👦'.repeat(30),
  '%00%ff%',
  'NaN',
  'Infinity',
  '1e999',
  '0x',
  'null',
  'undefined',
  '[object Object]',
  'x'.repeat(8_000),
  ...inherited
];

describe('junk in a link', () => {
  const names = [
    'metric',
    'by',
    'sample',
    'turns',
    'minimum',
    'order',
    'filters',
    'pin',
    'age',
    'not.gender',
    'score.from'
  ];

  it.each([...names, 'nonsense', ...inherited])('is dropped from %s with a notice, and the rest holds', (name) => {
    for (const value of hostile) {
      if (name === 'minimum' && value === '') continue;
      const { selection, dropped } = read([name, value], ['sample', name === 'sample' ? 'nowhere' : 'us']);
      expect(selection).toEqual(name === 'sample' ? defaults : { ...defaults, sample: 'us' });
      expect(dropped).toHaveLength(name === 'sample' ? 2 : 1);
      for (const sentence of dropped) {
        expect(sentence).toMatch(/was left out: .+\.$/);
        expect(sentence.length).toBeLessThan(220);
      }
    }
  });

  it.each(charts.map(({ name, vocabulary: words }) => [name, words] as const))('never stops %s', (_, words) => {
    for (const name of [...names, ...inherited, 'place', 'detail', 'v']) {
      for (const value of hostile) {
        expect(parse(new URLSearchParams([[name, value]]), words).selection).toEqual(words.defaults);
      }
    }
  });

  it.each([
    ['metric', 'Score'],
    ['metric', 'stated_factuality '],
    ['metric', 'score.'],
    ['metric', 'score.high'],
    ['metric', 'age'],
    ['metric', 'age.'],
    ['metric', 'age.young'],
    ['metric', 'age.18-24.'],
    ['metric', 'age.18-24.18-24'],
    ['metric', '.age'],
    ['metric', 'age.constructor'],
    ['metric', 'user_id'],
    ['metric', 'lm_frequency_use.never-asked'],
    ['Metric', 'score'],
    ['by', 'AGE'],
    ['by', 'stated_factuality'],
    ['by', 'user_id'],
    ['by', 'survey_generated_datetime'],
    ['sample', 'US'],
    ['turns', 'Opener'],
    ['order', 'VALUE'],
    ['age', '18–24'],
    ['age', '18-24 years old'],
    ['age', 'prefer not to say'],
    ['Age', '18-24'],
    ['not.not.age', '18-24'],
    ['NOT.age', '18-24'],
    ['user_id', '7'],
    ['not.user_id', '7'],
    ['score', '7'],
    ['age.from', '18'],
    ['not.score.from', '18'],
    ['score.From', '18'],
    ['score.from.to', '18'],
    ['score.from', 'NaN'],
    ['score.from', '1e999'],
    ['score.to', '-1e999'],
    ['score.to', '9007199254740993'],
    ['score.to', '1,5'],
    ['user_id.from', '1'],
    ['survey_generated_datetime.from', '1'],
    ['minimum', '9'],
    ['minimum', '0'],
    ['minimum', '-10'],
    ['minimum', '10.5'],
    ['minimum', '1e3'],
    ['minimum', '10000'],
    ['minimum', 'NaN'],
    ['minimum', '９９'],
    ['filters', 'all']
  ])('is not guessed: %s=%s', (name, value) => {
    const { selection, dropped } = read([name, value]);
    expect(selection).toEqual(defaults);
    expect(dropped).toEqual([expect.stringContaining(`“${name}=${value}”`)]);
  });

  it('does not count twice what is said twice', () => {
    const { selection, dropped } = read(
      ['metric', 'score'],
      ['metric', 'score'],
      ['age', '65-plus'],
      ['age', '18-24'],
      ['age', '65-plus'],
      ['score.from', '5'],
      ['score.from', '5']
    );
    expect(selection.metric).toBe('score');
    expect(selection.filters).toEqual([
      { column: 'age', exclude: false, keys: ['18-24', '65-plus'] },
      { column: 'score', from: 5, to: null }
    ]);
    expect(dropped).toEqual([]);
  });

  it('keeps the first of two different words for one thing and says so', () => {
    for (const [name, first, second] of [
      ['metric', 'score', 'stated_safety'],
      ['by', 'gender', 'model'],
      ['sample', 'us', 'uk'],
      ['turns', 'all', 'later'],
      ['minimum', '30', '100'],
      ['order', 'listed', 'value'],
      ['score.from', '10', '20']
    ] as const) {
      const { selection, dropped } = read([name, first], [name, second]);
      expect(selection).toEqual(read([name, first]).selection);
      expect(dropped).toEqual([`“${name}=${second}” was left out: the link says this twice.`]);
    }
    expect(read(['by', 'nonsense'], ['by', 'gender']).selection.by).toBe('gender');
  });

  it('is a range that ends before it begins', () => {
    const { selection, dropped } = read(['score.to', '10'], ['score.from', '20'], ['sample', 'us']);
    expect(selection).toEqual({ ...defaults, sample: 'us' });
    expect(dropped).toEqual(['“score.from=20&score.to=10” was left out: the range ends before it begins.']);
    expect(read(['score.from', '20'], ['score.to', '20']).dropped).toEqual([]);
  });

  it('is nothing that other sites add to links', () => {
    expect(read(['utm_source', 'x'], ['fbclid', 'y'], ['ref', 'z'])).toEqual({ selection: defaults, dropped: [] });
  });

  it('knows one zero', () => {
    const [filter] = read(['score.from', '-0'], ['score.to', '-0.0']).selection.filters;
    expect(filter).toStrictEqual({ column: 'score', from: 0, to: 0 });
  });

  it('says each thing once and not without end', () => {
    expect(read(['foo', '1'], ['foo', '1'], ['bar', '1']).dropped).toHaveLength(2);
    const many = Array.from({ length: 500 }, (_, i): [string, string] => [`foo${i}`, '1']);
    const { dropped } = read(...many, ['metric', 'if_chosen.chosen'], ['by', 'age']);
    expect(dropped).toHaveLength(9);
    expect(dropped.at(-1)).toBe('493 more parts of the link were left out.');
    expect(dropped.at(-2)).toContain('by construction');
  });

  it('is read in a moment however long it is', () => {
    const long = Array.from({ length: 50_000 }, (_, i): [string, string] => ['birth_country', `x${i}`]);
    const start = performance.now();
    expect(read(...long).selection).toEqual(defaults);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('says when a link is of another version', () => {
    expect(read(['v', '1']).dropped).toEqual([]);
    expect(read(['v', '2'], ['metric', 'score'])).toEqual({
      selection: { ...defaults, metric: 'score' },
      dropped: ['This link was made by another version of the site (“2”).']
    });
  });

  it('is mixed at random into 2,000 links, and what comes out can always be answered', () => {
    const random = new RandomSelections(99);
    const words = [
      ...hostile.filter((word) => word.length < 1000),
      'score',
      'age',
      'us',
      'later',
      'female',
      '50',
      'none'
    ];
    const places = [...names, ...dimensionsOf('utterances'), ...numbersOf('utterances').map((name) => `${name}.to`)];
    for (let i = 0; i < 2000; i++) {
      const pairs = Array.from({ length: random.integer(12) }, (): [string, string] => {
        const name = random.pick([...places, ...words]);
        return [random.integer(9) === 0 ? `not.${name}` : name, random.pick(words)];
      });
      const { selection } = read(...pairs);
      expect(findMetric(selection.metric)).toBeDefined();
      expect(refusal(selection)).toBeNull();
      if (selection.by !== null) expect(isDimension(findColumn(selection.by)!.column)).toBe(true);
      expect(samples).toContain(selection.sample);
      expect(turnChoices).toContain(selection.turns);
      expect(selection.minimum).toBeGreaterThanOrEqual(SMALLEST_CELL);
      expect(Object.keys(selection.params)).toEqual(Object.keys(vocabulary.params));
      for (const filter of selection.filters) {
        if (isRange(filter)) expect([filter.from, filter.to].some((bound) => bound !== null)).toBe(true);
        else expect(filter.keys.length).toBeGreaterThan(0);
      }
    }
  });
});
