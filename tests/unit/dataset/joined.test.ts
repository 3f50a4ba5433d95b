import { describe, expect, it } from 'vitest';
import {
  answersIn,
  baseOf,
  dimensionsOf,
  findColumn,
  levelKey,
  levelsOf,
  REST,
  withTogether,
  type Dimension
} from '../../../src/lib/dataset/index.ts';
import { canonical } from '../../../src/lib/selection/index.ts';
import { filterWords } from '../../../src/lib/charts/words/among.ts';
import { nounPhrase } from '../../../src/lib/charts/words/noun-phrase.ts';

const columnOf = (name: string) => findColumn(name)!.column as Dimension;
const withGroups = dimensionsOf('utterances').filter((name) => columnOf(name).groups);
const labels = (name: string) => levelsOf(name).map(({ label }) => label);

describe('groups of the description', () => {
  it('hold answers that exist, under keys that are no answer’s and not the rest’s', () => {
    expect(withGroups.length).toBeGreaterThan(5);
    for (const name of withGroups) {
      const column = columnOf(name);
      const keys = [REST, ...levelsOf(name).map(levelKey), ...column.groups!.map(levelKey)];
      expect(new Set(keys).size, name).toBe(keys.length);
      for (const group of column.groups!)
        expect(answersIn(column, group), group.label).toHaveLength(group.values.length);
    }
  });

  it('are offered in groupings that are spelled in their one way', () => {
    const offered = withGroups.flatMap((name) =>
      (columnOf(name).joins ?? []).map((words) => [name, ...words].join('.'))
    );
    expect(offered.length).toBeGreaterThan(6);
    for (const name of offered) expect(findColumn(name)?.name).toBe(name);
  });
});

describe('a joined column', () => {
  it('has its groups where their first answers stand, and all others as they were', () => {
    expect(labels('age.55-and-over')).toEqual(['18–24', '25–34', '35–44', '45–54', '55 and over', 'Prefer not to say']);
    expect(labels('age.under-35.rest')).toEqual(['Under 35', '35 and over', 'Prefer not to say']);
    expect(labels('gender.male*non-binary-third-gender')).toEqual([
      'Male or Non-binary / third gender',
      'Female',
      'Prefer not to say'
    ]);
    expect(labels('education.some-primary-school*primary-school*some-secondary-school.rest')[0]).toBe(
      'Some primary school to some secondary school'
    );
  });

  it('says how many groups it has, what they are made of, and what it is made of', () => {
    const { column, joined } = findColumn('age.under-35.35-54.55-and-over')!;
    expect(column.label).toBe('Age in 3 groups');
    expect(column.note).toContain('“Under 35” (18–24 and 25–34)');
    expect(joined!.codes).toEqual([0, 0, 1, 1, 2, 2, 3]);
    expect(baseOf('age.under-35.rest')).toBe('age');
    expect(baseOf('age')).toBe('age');
  });

  it('keeps an order only where its groups are runs', () => {
    expect(columnOf('age.under-35.rest')).toMatchObject({ ordered: true });
    expect(columnOf('age.18-24*65-plus')).toMatchObject({ ordered: false });
  });

  it('has one spelling', () => {
    expect(findColumn('age.55-64*65-plus.18-24*25-34')!.name).toBe('age.under-35.55-and-over');
    expect(findColumn('education.graduates.rest')!.name).toBe('education.no-degree.graduates');
  });

  it('is none where the words make no groups', () => {
    const none = [
      'age.',
      'age.18-24',
      'age.18-24*99',
      'age.under-35.under-55',
      'age.rest',
      'age.prefer-not-to-say*18-24'
    ];
    for (const name of [...none, 'score.rest', 'nothing.rest', 'age.18-24*18-24', 'age.under-35.18-24*35-44']) {
      expect(findColumn(name), name).toBeUndefined();
    }
  });

  it('is made of the groups there are, two or more of them taken together', () => {
    expect(withTogether('age', ['18-24', '25-34'])).toBe('age.under-35');
    expect(withTogether('age.under-35', ['under-35', '35-44'])).toBe('age.18-24*25-34*35-44');
    expect(withTogether('age.under-35.35-54.55-and-over', ['under-35', '35-54'])).toBe('age.under-55.55-and-over');
    expect(withTogether('gender', ['male', 'female', 'non-binary-third-gender'])).toBe('gender');
    expect(withTogether('gender', ['male'])).toBe('gender');
  });

  it('keeps answers that only a release has apart', () => {
    const extra = { gender: ['Zweite'] };
    expect(levelsOf('gender.male*female', extra).at(-1)!.label).toBe('Zweite (undocumented)');
  });
});

describe('answers taken together', () => {
  const kept = (column: string, ...keys: string[]) => canonical([{ column, exclude: false, keys }], []);
  const words = (column: string, ...keys: string[]) => kept(column, ...keys).map((one) => filterWords(one));

  it('go by one name in filters', () => {
    expect(words('age', '55-64', '65-plus')).toEqual(['Age: 55 and over']);
    expect(words('age', '25-34', '35-44', '45-54')).toEqual(['Age: 25–54']);
    expect(words('age', '18-24', '65-plus')).toEqual(['Age: 18–24 or 65+']);
    expect(nounPhrase(kept('age', '55-64', '65-plus'))).toBe('people aged 55 and over');
    expect(nounPhrase(kept('age', '18-24', '25-34'))).toBe('people under 35');
    expect(nounPhrase([...kept('education', 'bachelor-s-degree', 'graduate-or-professional-degree')])).toBe(
      'graduates'
    );
  });

  it('of a joined column become filters of the stored one', () => {
    expect(kept('age.under-35.55-and-over', 'under-35')).toEqual(kept('age', '18-24', '25-34'));
    expect(
      canonical(
        [
          { column: 'age', exclude: false, keys: ['25-34', '35-44'] },
          { column: 'age.under-35.rest', exclude: false, keys: ['under-35'] }
        ],
        []
      )
    ).toEqual(kept('age', '25-34'));
  });
});
