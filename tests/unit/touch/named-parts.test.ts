import { expect, test } from 'vitest';
import { namedParts } from '../../../src/lib/components/touch/named-parts.ts';
import type { Total } from '../../../src/lib/charts/chart.ts';

const rows = ['18–24', '65+', 'gpt-4', 'gpt-4-turbo', 'Africa', 'I do not know'].map(
  (label) => ({ key: label, label, missing: false, estimate: { shown: false } }) as unknown as Total
);
const named = (text: string) => namedParts(text, rows).flatMap(({ text, name }) => (name ? [[text, name]] : []));

test('a text is its parts', () => {
  const text = 'People aged 18–24 or 65+ differ, gpt-4-turbo leads; 2 of 6 (70–80) do not know.';
  expect(
    namedParts(text, rows)
      .map((part) => part.text)
      .join('')
  ).toBe(text);
});

test('groups are found by their label, the longest first, as words of their own', () => {
  expect(named('gpt-4-turbo beats gpt-4, in africa and for 65+.')).toEqual([
    ['gpt-4-turbo', 'gpt-4-turbo'],
    ['gpt-4', 'gpt-4'],
    ['africa', 'africa'],
    ['65+', '65-plus']
  ]);
  expect(named('Africans and gpt-4o are none')).toEqual([]);
});

test('a band is not broken, whether it is a group or not', () => {
  expect(namedParts('18–24 and 70–80', rows).filter(({ unbroken }) => unbroken)).toHaveLength(2);
});
