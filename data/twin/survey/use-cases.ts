import use from '../../published/lm_use.json';
import { assign } from '../assign.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import { ageIndex } from './person.ts';
import type { Person } from './person.ts';

/** The 19 use cases in the release's key order; `other` is last. */
export const USE_CASES = [
  'homework_assistance',
  'research',
  'source_suggestions',
  'professional_work',
  'creative_writing',
  'casual_conversation',
  'personal_recommendations',
  'daily_productivity',
  'technical_or_programming_help',
  'travel_guidance',
  'lifestyle_and_hobbies',
  'well-being_guidance',
  'medical_guidance',
  'financial_guidance',
  'games',
  'historical_or_news_insight',
  'relationship_advice',
  'language_learning',
  'other'
] as const;

type UseCase = (typeof USE_CASES)[number];

/**
 * Use cases of the 1,253 people asked: each one's published count. Assumed: some people tick far more than others,
 * frequent users more, students homework, working people work. Everybody asked ticks at least one.
 */
export function giveUseCases(people: readonly Person[]): void {
  const random = stream('use cases');
  const asked = people.filter((person) => person.frequency !== null);
  const breadth = asked.map((person) => random.pick([0.5, 0.7, 0.9, 1.2, 1.5, 2]) * keenness(person));
  for (const person of people) {
    person.useCases = person.frequency === null ? null : USE_CASES.map(() => 0);
    person.useCaseOrder = person.frequency === null ? null : shuffledOrder(random, USE_CASES.length - 1);
  }
  USE_CASES.forEach((key, index) => {
    const wanted = use.lm_usecases.find((published) => published.key === key)?.count_selected ?? 0;
    const given = assign(random, key, asked.length, [wanted, asked.length - wanted], (row, level) => {
      return level === 0 ? (breadth[row] as number) * tilt(asked[row] as Person, key) : 1;
    });
    asked.forEach((person, row) => {
      if (given[row] === 0 && person.useCases) person.useCases[index] = 1;
    });
  });
  leaveNobodyWithNone(random, asked);
}

/** A random order of the first `count` items followed by the fixed last one, as 1-based positions. */
export function shuffledOrder(random: Random, count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index + 1);
  return [...random.shuffle(order), count + 1];
}

function keenness(person: Person): number {
  if (person.frequency === 'Every day') return 3;
  if (person.frequency === 'Every week') return 2;
  return person.frequency === 'Less than one a year' ? 0.35 : 1;
}

function tilt(person: Person, key: UseCase): number {
  const age = ageIndex(person);
  const student = person.employment === 'Student';
  switch (key) {
    case 'homework_assistance':
      return student ? 8 : age === 0 ? 2 : age > 3 ? 0.3 : 0.8;
    case 'research':
      return student ? 2 : 1;
    case 'professional_work':
      return person.employment.startsWith('Working') ? 3 : person.employment === 'Retired' ? 0.2 : 0.6;
    case 'technical_or_programming_help':
      return person.gender === 'Male' ? 2.2 : 0.8;
    case 'games':
      return age < 2 ? 1.8 : 0.6;
    case 'language_learning':
      return person.english === 'Native speaker' ? 0.5 : 2;
    case 'medical_guidance':
    case 'travel_guidance':
      return age > 3 ? 1.6 : 1;
    default:
      return 1;
  }
}

/** Moves a tick from somebody with several to somebody with none, so that all counts stay. */
function leaveNobodyWithNone(random: Random, asked: readonly Person[]): void {
  for (const person of asked) {
    const own = person.useCases as number[];
    if (own.some((tick) => tick === 1)) continue;
    const donors = asked.filter((other) => (other.useCases as number[]).filter((tick) => tick === 1).length > 3);
    const ticks = random.pick(donors).useCases as number[];
    const spare = random.pick(USE_CASES.map((_, index) => index).filter((index) => ticks[index] === 1));
    ticks[spare] = 0;
    own[spare] = 1;
  }
}
