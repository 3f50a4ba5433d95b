import { describe, expect, it } from 'vitest';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import {
  dimensionsOf,
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  lineage,
  type Undocumented
} from '../../../src/lib/dataset/index.ts';
import { format, parse, refusal, turnChoices, type Filter, type Selection } from '../../../src/lib/selection/index.ts';
import { answerable, metricNames } from './random-selection.ts';

const { vocabulary } = byGroup;
const { defaults } = vocabulary;

const metrics = metricNames.map((name) => findMetric(name)!);
const groupings = [null, ...dimensionsOf('utterances')];
const people: Filter = { column: 'gender', exclude: false, keys: ['female'] };
const model: Filter = { column: 'model', exclude: false, keys: ['command'] };
const talk: Filter = { column: 'topic', exclude: false, keys: ['managing-relationships'] };
const liked: Filter = { column: 'score', from: 90, to: null };
const chosen: Filter = { column: 'if_chosen', exclude: false, keys: ['chosen'] };
const message: Filter = { column: 'turn', from: 0, to: 0 };

/** What tells the replies to one message apart. */
const ofTheReply = new Set([
  'model',
  'model_family',
  'model_provider',
  'model_provider_type',
  'model_type',
  'empty_response',
  'has_line_break',
  'ends_with_question',
  'has_list',
  'refuses',
  'says_it_is_ai',
  'denies_being_human',
  'if_chosen'
]);

/** Dimensions of a reply and its conversation: they differ within a person, but for the turn of the opener. */
const ofThePerson = new Set(
  [...dimensionsOf('utterances')].filter((name) => findColumn(name)!.table !== 'participants' && name !== 'turn_kind')
);

/** Whether a relative metric is constant by construction over what is selected. */
function constant({ metric: name, by, turns, filters }: Selection): boolean {
  const { relative } = findMetric(name)!;
  if (relative === undefined) return false;
  if (relative.to === 'message') return turns !== 'opener' || !(ofTheReply.has(by ?? '') || filters.includes(model));
  if (turns === 'later' || (turns === 'all' && by === 'turn_kind')) return false;
  return !(ofThePerson.has(by ?? '') || filters.includes(model) || filters.includes(talk));
}

/** Every metric by everything, in every turn, under filters that do and do not tell replies apart. */
function* selections(): Generator<Selection> {
  for (const metric of metrics) {
    for (const by of groupings) {
      for (const turns of metric.relative ? turnChoices : (['opener'] as const)) {
        for (const filters of metric.relative ? [[], [people], [talk], [model], [message]] : [[]]) {
          yield { ...defaults, metric: metric.name, by, turns, filters };
        }
      }
    }
  }
}

describe('a refusal', () => {
  it('meets what lies below the metric, what repeats it, and relative metrics where they are constant', () => {
    let met = 0;
    for (const selection of selections()) {
      const { by } = selection;
      const metric = findMetric(selection.metric)!;
      const below = by !== null && !lineage(metric.table).includes(findColumn(by)!.table);
      const refused = refusal(selection) !== null;
      if (refused) met++;
      const expected = below || by === metric.column || constant(selection);
      if (refused !== expected) expect.unreachable(`${expected} expected for ${JSON.stringify(selection)}`);
    }
    expect(met).toBeGreaterThan(1000);
  });

  it('leads to something that is not refused, by link as well', { timeout: 30_000 }, () => {
    for (const selection of selections()) {
      if (!refusal(selection)) continue;
      const shown = answerable(selection);
      const parsed = parse(format(selection, vocabulary), vocabulary);
      if (refusal(parsed.selection)) expect.unreachable(JSON.stringify(selection));
      expect(parsed.selection).toEqual(shown);
      expect(parsed.dropped.length).toBeGreaterThan(0);
      expect({ ...shown, by: null, turns: null }).toEqual({ ...selection, by: null, turns: null });
    }
  });

  it('gives the reason for relative metrics by groups of people, and keeps the filters', () => {
    const link = new URLSearchParams('metric=if_chosen.chosen&by=gender&gender=female&sample=uk&v=1');
    const { selection, dropped } = parse(link, vocabulary);
    expect(selection).toEqual({
      ...defaults,
      metric: 'if_chosen.chosen',
      by: 'model',
      filters: [people],
      sample: 'uk'
    });
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toContain('by construction');
    expect(dropped[0]).toContain('Shown by model instead');
  });

  it('lets the standardised score be crossed by what differs within a person, the win rate by what differs within a message', () => {
    const asked = (metric: string, words: Partial<Selection>) =>
      refusal({ ...defaults, metric, by: 'gender', ...words });
    for (const words of [
      { and: 'conversation_type' },
      { and: 'topic' },
      { compare: { a: [talk], b: null } },
      { turns: 'later' }
    ] as const) {
      expect(asked('score_z', words)).toBeNull();
      expect(asked('win_share', words)).not.toBeNull();
    }
    for (const words of [{ and: 'model' }, { filters: [model] }, { compare: { a: [model], b: null } }] as const) {
      expect(asked('score_z', words)).toBeNull();
      expect(asked('win_share', words)).toBeNull();
    }
    for (const words of [{}, { and: 'age' }, { turns: 'all' }, { filters: [message] }] as const) {
      expect(asked('score_z', words)?.sentence).toContain('averages 0 over the openers of everybody');
      expect(asked('win_share', words)).not.toBeNull();
    }
  });

  it('is not got round by filtering on the outcome, in whatever form', () => {
    const outcomes = ['score_z', 'win_share', 'if_chosen.chosen'];
    const filters = [liked, chosen, { ...liked, column: 'score_z' }, { ...liked, column: 'win_share' }];
    for (const metric of outcomes) {
      for (const filter of filters) {
        const asked = (words: Partial<Selection>) => refusal({ ...defaults, metric, by: 'age', ...words });
        const women = { a: [filter, people], b: [filter, { ...people, keys: ['male'] }] };
        for (const words of [
          { filters: [filter] },
          { compare: women },
          { and: 'if_chosen' },
          { by: null, compare: women }
        ]) {
          const refused = asked(words);
          expect(refused, JSON.stringify([metric, words])).not.toBeNull();
          expect(answerable({ ...defaults, metric, by: 'age', ...words }).by).toBe('model');
        }
        expect(asked({ filters: [filter, model] })).toBeNull();
        expect(asked({ by: 'model', filters: [filter] })).toBeNull();
        expect(refusal({ ...defaults, metric: 'score', by: 'age', filters: [filter] })).toBeNull();
      }
    }
    const { dropped } = parse(new URLSearchParams('metric=win_share&by=age&score.from=90&v=1'), vocabulary);
    expect(dropped).toHaveLength(1);
    expect(dropped[0]).toContain('by construction, unless replies are picked by “Score”');
  });

  it('compares a side with everyone else where the other side is the same', () => {
    const { selection, dropped } = parse(new URLSearchParams('a.gender=female&b.gender=female&v=1'), vocabulary);
    expect(selection.compare).toEqual({ a: [people], b: null });
    expect(dropped).toEqual([
      'Both sides of the comparison are the same, so they cannot differ. Side A is compared with everyone else instead.'
    ]);
  });

  it('finds sides the same that are written differently, and no others', () => {
    const compared = (link: string, extra: Undocumented = {}) =>
      parse(new URLSearchParams(`${link}&v=1`), vocabulary, extra).selection.compare?.b ?? null;
    const others = 'b.not.gender=male&b.not.gender=non-binary-third-gender&b.not.gender=prefer-not-to-say';
    const same = [
      `a.gender=female&${others}`,
      'gender=female&a.age=18-24&b.age=18-24&b.gender=female',
      'a.gender=female&a.gender=male&b.gender=female&b.gender=male&b.not.age=18-24&a.not.age=18-24',
      'a.stated_safety.from=0&a.stated_safety.to=50&b.stated_safety.to=50',
      'a.stated_safety.from=9.5&b.stated_safety.from=10',
      'a.included_in_us_rep=not-in-it&b.not.included_in_us_rep=in-the-us-census-sample',
      `a.gender=female&${levelsOf('age')
        .map((level) => `a.age=${levelKey(level)}`)
        .join('&')}&b.gender=female`
    ];
    for (const link of same) expect(compared(link), link).toBeNull();
    const usesExcept = levelsOf('lm_usecases')
      .slice(1)
      .map((level) => `b.not.lm_usecases=${levelKey(level)}`);
    const different = [
      `a.gender=female&${others}&b.not.age=65-plus`,
      `a.gender=female&b.not.gender=male&b.not.gender=prefer-not-to-say`,
      'a.stated_safety.from=10&b.stated_safety.from=11',
      'a.stated_other.from=0&b.stated_other.to=100&b.gender=female',
      `a.lm_usecases=homework&${usesExcept.join('&')}`,
      'gender=male&a.gender=female&b.gender=non-binary-third-gender'
    ];
    for (const link of different) expect(compared(link), link).not.toBeNull();
    // A release with an answer of its own leaves it to whoever excludes all others.
    expect(compared(`a.gender=female&${others}`, { gender: ['Agender'] })).not.toBeNull();
  });

  it('gives each reason when there are several', () => {
    const link = new URLSearchParams('metric=if_chosen.chosen&by=if_chosen&turns=all');
    const { selection, dropped } = parse(link, vocabulary);
    expect(selection).toEqual({ ...defaults, metric: 'if_chosen.chosen', by: 'model' });
    expect(dropped).toHaveLength(2);
    expect(dropped[0]).toContain('split by the same answer');
    expect(dropped[1]).toContain('shown for opening turns');
  });

  it('names the unit of a metric that cannot be split further down', () => {
    const { selection, dropped } = parse(new URLSearchParams('metric=stated_safety&by=topic'), vocabulary);
    expect(selection.by).toBe('age');
    expect(dropped).toEqual([
      '“Importance of safety” is measured once per person and cannot be split by “Topic”, which differs within it. Shown by age instead.'
    ]);
  });
});
