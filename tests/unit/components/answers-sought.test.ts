import { expect, it } from 'vitest';
import { answersSought, sidesSought, withAnswers } from '../../../src/lib/components/answers-sought.ts';

const sought = (words: string) =>
  Object.fromEntries(answersSought(words, {}).map(({ column, keys }) => [column, keys.join(' ')]));

it('words are taken for the answers they name, as people call them', () => {
  expect(sought('women born in Africa')).toEqual({ gender: 'female', birth_region: 'africa' });
  expect(sought('men living in Europe')).toEqual({ gender: 'male', reside_region: 'europe' });
  expect(sought('people aged 55-64 or 65+')).toEqual({ age: '55-64 65-plus' });
  expect(sought('graduate')).toEqual({ education: 'graduate-or-professional-degree' });
});

it('nothing is chosen when a word is left over, or too short to tell', () => {
  for (const words of ['', 'the', 'women born in Atlantis', 'w', 'importance of safety'])
    expect(sought(words)).toEqual({});
});

it('what is named joins what the same column keeps, and leaves the rest alone', () => {
  const filters = [
    { column: 'age', exclude: false, keys: ['18-24'] },
    { column: 'age', exclude: true, keys: ['65-plus'] },
    { column: 'gender', exclude: false, keys: ['male'] }
  ];
  expect(withAnswers(filters, [{ column: 'age', exclude: false, keys: ['25-34'] }])).toEqual([
    filters[1],
    filters[2],
    { column: 'age', exclude: false, keys: ['18-24', '25-34'] }
  ]);
});

it('two groups that are set against each other are two sides, and one alone is none', () => {
  const { a, b } = sidesSought('women born in Africa v. men born in Europe', {})!;
  expect([a, b].map((side) => side.map(({ column, keys }) => `${column} ${keys.join()}`))).toEqual([
    ['gender female', 'birth_region africa'],
    ['gender male', 'birth_region europe']
  ]);
  for (const words of ['women born in Africa', 'women against', 'women against nobody in particular'])
    expect(sidesSought(words, {})).toBeNull();
});
