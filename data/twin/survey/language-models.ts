import use from '../../published/lm_use.json';
import { assign } from '../assign.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import { ageIndex } from './person.ts';
import type { Person } from './person.ts';

const YES = 'Yes';
const NEVER_HEARD = 'Not familiar at all';

/** How much likelier younger people are to use language models; assumed. */
const BY_AGE = [2.4, 2, 1.4, 0.9, 0.7, 0.45];

/**
 * Familiarity with language models, direct and indirect use, and how often. Published margins. Assumed, because the
 * margins allow it exactly: whoever used one directly or indirectly is asked how often and for what (1,253); nobody
 * unfamiliar says they did, so the 247 not asked hold all 156 unfamiliar people.
 */
export function giveLanguageModelUse(people: readonly Person[]): void {
  const random = stream('language models');
  const asked = assign(
    random,
    'asked about use',
    people.length,
    [use.question_shown_n, use.question_not_shown_n],
    (row, level) => (level === 0 ? leaning(people[row] as Person) : 1)
  );
  const users = people.filter((_, row) => asked[row] === 0);
  const others = people.filter((_, row) => asked[row] === 1);
  giveFamiliarity(people, users);
  giveUse(users, others);
  const often = use.lm_frequency_use.slice(0, 5);
  const given = assign(
    random,
    'frequency of use',
    users.length,
    often.map((level) => level.count),
    (row, level) => {
      const person = users[row] as Person;
      const regular = ['Every week', 'Every day'].includes(often[level]?.level ?? '');
      const rare = often[level]?.level === 'Less than one a year';
      const keen = person.familiarity === 'Very familiar' ? 3 : 1;
      if (regular) return keen * leaning(person) * (person.directUse === YES ? 1.5 : 0.3);
      return rare ? 1 / keen / leaning(person) : 1;
    }
  );
  for (const person of others) person.frequency = null;
  users.forEach((person, row) => (person.frequency = often[given[row] as number]?.level ?? null));
}

function leaning(person: Person): number {
  const study = person.employment === 'Student' ? 1.5 : person.employment === 'Retired' ? 0.7 : 1;
  const degree = person.education.startsWith('Graduate') || person.education.startsWith('University') ? 1.3 : 1;
  return (BY_AGE[ageIndex(person)] as number) * study * degree * (person.gender === 'Male' ? 1.15 : 1);
}

function giveFamiliarity(people: readonly Person[], users: readonly Person[]): void {
  const asked = new Set(users);
  const levels = use.lm_familiarity;
  const counts = levels.map((level) => level.count);
  const given = assign(stream('familiarity'), 'familiarity', people.length, counts, (row, index) => {
    const person = people[row] as Person;
    const level = levels[index]?.level;
    if (level === NEVER_HEARD) return asked.has(person) ? 0 : 10;
    if (level === 'Very familiar') return asked.has(person) ? 0.5 * leaning(person) : 0.15;
    return 1;
  });
  people.forEach((person, row) => (person.familiarity = levels[given[row] as number]?.level ?? ''));
}

/** Direct and indirect use: everybody asked says yes to at least one, nobody else to either. */
function giveUse(users: readonly Person[], others: readonly Person[]): void {
  const random = stream('direct and indirect use');
  const onlyIndirect = users.length - count(use.lm_direct_use, YES);
  const onlyDirect = users.length - count(use.lm_indirect_use, YES);
  const kinds = [users.length - onlyIndirect - onlyDirect, onlyDirect, onlyIndirect];
  const kind = assign(random, 'kinds of use', users.length, kinds, (row, level) => {
    const person = users[row] as Person;
    return level === 2 ? 1 / leaning(person) : person.familiarity === 'Very familiar' ? 1.5 : 1;
  });
  users.forEach((person, row) => {
    person.directUse = kind[row] === 2 ? '' : YES;
    person.indirectUse = kind[row] === 1 ? '' : YES;
  });
  const noDirect = [...users, ...others].filter((person) => person.directUse !== YES);
  const noIndirect = [...users, ...others].filter((person) => person.indirectUse !== YES);
  const direct = doubt(random, 'no direct use', noDirect, use.lm_direct_use);
  noDirect.forEach((person, row) => (person.directUse = direct[row] as string));
  const indirect = doubt(random, 'no indirect use', noIndirect, use.lm_indirect_use);
  noIndirect.forEach((person, row) => (person.indirectUse = indirect[row] as string));
}

type Levels = readonly { level: string; count: number }[];

function count(levels: Levels, level: string): number {
  return levels.find((candidate) => candidate.level === level)?.count ?? 0;
}

function doubt(random: Random, what: string, people: readonly Person[], levels: Levels): string[] {
  const names = ['No', 'Unsure'];
  const counts = names.map((name) => count(levels, name));
  const given = assign(random, what, people.length, counts, (row, level) => {
    return level === 1 && (people[row] as Person).familiarity === NEVER_HEARD ? 2 : 1;
  });
  return Array.from(given, (level) => names[level] as string);
}
