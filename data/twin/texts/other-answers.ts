import use from '../../published/lm_use.json';
import attributes from '../../published/attributes.json';
import { stream } from '../random.ts';
import type { Person } from '../survey/person.ts';

const USES: readonly string[] = [
  'just to test it',
  'out of curiosity',
  'for fun',
  'to settle arguments at home',
  'planning lessons for my class',
  'writing birthday rhymes',
  'checking my grammar before I send something',
  'finding names for characters in my stories',
  'making summaries of long meetings',
  'I asked it about my family tree',
  'comparing two insurance letters that I did not understand',
  'quizzes for the pub',
  'translating recipes',
  'customer service chats on web pages',
  'none of these, it was part of another study',
  'it is built into the search on my phone',
  'helping my father with his letters',
  'ideas for presents',
  'writing product texts for my small shop',
  'practising interviews'
];

const PREFERENCES: readonly string[] = [
  'speed',
  'that it is free',
  'privacy',
  'honesty',
  'a sense of humour',
  'short answers',
  'sources',
  'no ads',
  'that it admits mistakes',
  'patience',
  'works on my phone',
  'easy words',
  'empathy',
  'that it does not store my data',
  'consistency',
  'up-to-date information',
  'offline use',
  'many languages',
  'a pleasant voice',
  'that it never pretends to be human',
  'transparency about who made it',
  'low energy use'
];

const ENDINGS: readonly string[] = [
  '',
  '',
  '',
  ' mostly',
  ' I guess',
  ', nothing else',
  ', and that it stays so',
  ' above everything',
  ' for my work',
  ' when I am in a hurry'
];

/** What the 124 people who ticked "other" typed, by person; null for everybody else. */
export function otherUses(people: readonly Person[]): (string | null)[] {
  const random = stream('other uses');
  let longest = use.other_text_chars.max;
  return people.map((person) => {
    if (person.useCases?.[18] !== 1) return null;
    const text = random.pick(USES) + random.pick(ENDINGS) + (random.chance(0.35) ? `, ${random.pick(USES)}` : '');
    if (longest === 0 || !random.chance(0.1)) return text;
    const long = `${`${text}, `.repeat(20).slice(0, longest - 1)}.`;
    longest = 0;
    return long;
  });
}

/** What 332 people typed beside the slider "other"; null for everybody else. */
export function otherPreferences(people: readonly Person[]): (string | null)[] {
  const random = stream('other preferences');
  const typing = new Set(random.sample(people.length, attributes.stated_prefs_other_text.non_null));
  return people.map((_, index) => {
    if (!typing.has(index)) return null;
    return (
      random.pick(PREFERENCES) + random.pick(ENDINGS) + (random.chance(0.25) ? ` and ${random.pick(PREFERENCES)}` : '')
    );
  });
}
