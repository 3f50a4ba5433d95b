import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/lib/release/marks.ts';
import { EMPTY } from '../../../src/lib/release/utterances.ts';
import { phrases, type Marked } from '../../../src/lib/dataset/utterances/phrases.ts';

const marked = (text: string) =>
  Object.entries(marksOf(text))
    .filter(([, has]) => has)
    .map(([name]) => name);

describe('the marks of a reply', () => {
  it.each([
    ['', []],
    [EMPTY, []],
    ['One line, and no question? No.', []],
    ['Two\nlines', ['has_line_break']],
    ['What do you think?', ['ends_with_question']],
    ['What do you think? ', []],
    ['1. One\n2. Two', ['has_line_break', 'has_list']],
    ['Well:\r\n\r\n  12) twelve', ['has_line_break', 'has_list']],
    ['So:\n\t- this', ['has_line_break', 'has_list']],
    ['So:\n• this', ['has_line_break', 'has_list']],
    ['* a single line', ['has_list']],
    ['In 1990. Then 3.5 - or 4', []],
    ['Two\n-lines\n3.5 and\n1990.', ['has_line_break']],
    ['**Bold**\nand 2024. A year', ['has_line_break']]
  ])('%j: %j', (text, names) => {
    expect(marked(text)).toEqual(names);
  });

  it.each([
    ['Sorry, I can’t help with that.', 'refuses'],
    ["I'd rather not say.", 'refuses'],
    ['I CAN NOT ANSWER', 'refuses'],
    ['My name is Tom.', 'says_it_is_ai'],
    ['I’m an AI, made to help.', 'says_it_is_ai'],
    ["As an AI, I don't know.", 'denies_being_human'],
    ['I don‘t have personal views', 'denies_being_human']
  ])('%j: %s', (text, name) => {
    expect(marked(text)).toEqual([name]);
  });

  it.each(['I am an aide.', 'As an aircraft', 'My names is', 'I cannot helplessly wait', 'the command palm meta'])(
    'not within words: %j',
    (text) => {
      expect(marked(text)).toEqual([]);
    }
  );

  it('find every phrase of their lists, which are plain words, each once', () => {
    const all = Object.values(phrases).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const [name, list] of Object.entries(phrases)) {
      for (const phrase of list) {
        expect(phrase).toMatch(/^[a-z]+( [a-z]+)+$/);
        expect(marksOf(`Well, ${phrase.toUpperCase()}.`)[name as Marked], phrase).toBe(true);
      }
    }
  });
});
