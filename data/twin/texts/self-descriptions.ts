import freeText from '../../published/conversations.json';
import { quantileAt } from '../quantiles.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import { ageIndex } from '../survey/person.ts';
import type { Person } from '../survey/person.ts';
import { SELF_DESCRIPTIONS, SYSTEM_STRINGS } from './lengths.ts';
import { ODD } from './odd.ts';
import { Once } from './once.ts';

const VALUES = [
  'honesty',
  'kindness',
  'fairness',
  'loyalty',
  'freedom',
  'respect',
  'patience',
  'humour',
  'faith',
  'family',
  'learning',
  'courage',
  'equality',
  'hard work',
  'empathy',
  'trust',
  'modesty',
  'nature',
  'peace and quiet',
  'independence',
  'generosity',
  'tradition',
  'curiosity',
  'good manners'
] as const;

const HOBBIES = [
  'reading',
  'long walks',
  'cooking for friends',
  'repairing old things',
  'music',
  'gardening',
  'football',
  'drawing',
  'swimming',
  'board games',
  'looking after my dog',
  'knitting',
  'travelling',
  'cycling'
] as const;

const ABOUT_ME: readonly string[] = [
  'I believe in {value} above all.',
  'What matters most to me is {value} and {value}.',
  'I try to treat others as I want to be treated.',
  'In my free time I enjoy {hobby}.',
  'I value {value} in other people.',
  'I was brought up to put {value} first.',
  'I am quiet, but I speak up when something is unfair.',
  'I think that everybody deserves {value}.',
  'Life has taught me that {value} is worth more than money.',
  'I am open to new ideas and like {hobby}.',
  'I do not like people who lack {value}.',
  'My friends would say that I stand for {value}.',
  'I want to leave the world a little better than I found it.',
  '{Value} guides most of my decisions.',
  'I get energy from {hobby} and from {hobby}.',
  'I am still finding out what I believe in.',
  'I worry about the future, but I try to stay hopeful.',
  'I keep my promises.'
];

const BY_LIFE: Record<string, readonly string[]> = {
  Student: [
    'I am studying and look forward to my first real job.',
    'University keeps me busy, but friends come first.'
  ],
  Retired: [
    'I am retired and enjoy having time for {hobby}.',
    'After a long working life I value {value} more than before.'
  ],
  'Working full-time': [
    'I work hard and hope it makes a difference.',
    'My job takes a lot of time, so evenings belong to {hobby}.'
  ],
  'Homemaker / Stay-at-home parent': ['I look after my children and the house, and I am proud of it.']
};

const RULES: readonly string[] = [
  'You are a helpful and polite assistant.',
  'Always say when you are not sure.',
  'Keep to facts and give a source where you can.',
  'Use plain words and short sentences.',
  'Do not take sides in politics.',
  'Ask a question back when something is unclear.',
  'Never insult anybody.',
  'Be friendly, but do not pretend to be human.',
  'Respect {value} and {value}.',
  'Do not lecture people about {value}.',
  'Offer more than one point of view.',
  'Be creative when asked for ideas on {hobby}.',
  'Refuse to help with anything that harms others.',
  'Protect private information.',
  'Answer as an expert would explain it to a friend.',
  'It is fine to make a joke now and then.',
  'Remember what was said before in the conversation.',
  'Put {value} before speed.',
  'Do not repeat yourself.',
  'Tell people to see a doctor when they are ill.',
  'Consider different cultures in your answers.',
  'Say directly when something is wrong.'
];

/** What people wrote about themselves, all different; the shortest has three characters, the longest the published maximum. */
export function selfDescriptions(people: readonly Person[]): string[] {
  const random = stream('self-descriptions');
  const lengths = freeText.text_uniques_and_lengths_chars.self_description;
  return write(random, people, SELF_DESCRIPTIONS, lengths, 'N/A', (person) => {
    const own = BY_LIFE[person.employment];
    if (own && random.chance(0.12)) return random.pick(own);
    if (ageIndex(person) > 3 && random.chance(0.06)) return 'At my age I have seen enough to know that {value} lasts.';
    return random.pick(ABOUT_ME);
  });
}

/** The instructions people would give a model, all different; the longest has the published 9,530 characters. */
export function systemStrings(people: readonly Person[]): string[] {
  const random = stream('system strings');
  const lengths = freeText.text_uniques_and_lengths_chars.system_string;
  return write(random, people, SYSTEM_STRINGS, lengths, 'Be kind, be true.', () => random.pick(RULES));
}

function write(
  random: Random,
  people: readonly Person[],
  points: typeof SELF_DESCRIPTIONS,
  { min, max }: { min: number; max: number },
  shortest: string,
  sentence: (person: Person) => string
): string[] {
  const once = new Once();
  once.reserve(shortest.slice(0, min));
  const say = (person: Person) => filled(random, sentence(person));
  return people.map((person, index) => {
    if (index === 700) return shortest.slice(0, min);
    const wanted = index === 300 ? max : Math.min(max, quantileAt(points, random.unit()));
    const draw = () => {
      let text = say(person);
      if (random.chance(0.008)) text += ` ${random.pick(ODD)}`;
      while (wanted - text.length > 22) text += (random.chance(0.03) ? '\n' : ' ') + say(person);
      return index === 300 ? text.slice(0, max).padEnd(max, '.') : text;
    };
    return once.take(draw, (text) => `${text} ${say(person)}`);
  });
}

function filled(random: Random, template: string): string {
  return template.replace(/\{(value|Value|hobby)\}/g, (_, slot: string) => {
    if (slot === 'hobby') return random.pick(HOBBIES);
    const value = random.pick(VALUES);
    return slot === 'Value' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  });
}
