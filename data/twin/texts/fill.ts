import type { Random } from '../random.ts';
import type { TalkSubject } from './subject.ts';

/** Countries and towns for `{place}`. */
export const PLACES = [
  'Norway',
  'Chile',
  'Leeds',
  'New Zealand',
  'Texas',
  'Cape Town',
  'Israel',
  'Mexico',
  'Ireland',
  'Japan',
  'Poland',
  'Canada',
  'Italy',
  'Glasgow',
  'Ohio',
  'Brisbane',
  'Latvia',
  'Spain',
  'Kenya',
  'Greece',
  'Finland',
  'Budapest',
  'Lyon',
  'Wales',
  'Santiago',
  'Auckland',
  'Slovenia',
  'Vienna',
  'my country',
  'my town',
  'the countryside'
] as const;

const PEOPLE = [
  'me',
  'my sister',
  'my father',
  'a friend',
  'a colleague',
  'my children',
  'a beginner',
  'my neighbour',
  'my partner',
  'a ten-year-old',
  'my grandmother',
  'somebody new to it',
  'a student',
  'a small group'
] as const;

const WHEN = [
  'today',
  'tomorrow',
  'this weekend',
  'next week',
  'in winter',
  'these days',
  'this year',
  'in the evening',
  'right now',
  'next month',
  'on Sunday',
  'after work',
  'in ten years',
  'before Christmas'
] as const;

/** A template with `{thing}`, `{place}`, `{person}` and `{when}` filled in at random. */
export function fill(random: Random, template: string, subject: TalkSubject): string {
  if (!template.includes('{')) return template;
  const filled = template.replace(/\{(thing|place|person|when)\}/g, (_, slot: string) => {
    if (slot === 'thing') return random.pick(subject.things);
    return random.pick(slot === 'place' ? PLACES : slot === 'person' ? PEOPLE : WHEN);
  });
  return filled.includes('{') ? fill(random, filled, subject) : filled;
}

/** A text beginning with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
