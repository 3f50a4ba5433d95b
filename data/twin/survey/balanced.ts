import census from '../../published/census.json';
import conversationFigures from '../../published/conversations.json';
import type { Random } from '../random.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Person } from './person.ts';

/**
 * Marks the 1,246 people with conversations in the balanced subset: 300 of locale us and 284 of uk, 301 and 284 by
 * residence, 258 and 245 by birth, as published. People who moved are placed first, so that all three hold.
 */
export function markBalanced(people: readonly Person[]): void {
  const random = stream('balanced');
  const byLocale = census.balanced_participants_with_study_locale;
  const byBirth = census.balanced_participants_by_birth;
  const total = conversationFigures.balanced_subset.participants;
  const cells = {
    us: cellsOf(random, people, 'us'),
    uk: cellsOf(random, people, 'uk'),
    other: cellsOf(random, people, 'other')
  };
  const others = total - byLocale.us - byLocale.uk;
  const share = others / people.filter((person) => localeGroup(person) === 'other').length;
  const otherUSA = Math.round(cells.other.USA.length * share);
  const otherGBR = Math.round(cells.other.GBR.length * share);
  const ukUSA = Math.round(cells.uk.USA.length * share);
  const usGBR = Math.round(cells.us.GBR.length * share);
  const usUSA = byBirth.USA - otherUSA - ukUSA;
  const ukGBR = byBirth.GBR - otherGBR - usGBR;
  take(cells.us.USA, usUSA);
  take(cells.us.GBR, usGBR);
  take(cells.us.else, byLocale.us - usUSA - usGBR);
  take(cells.uk.USA, ukUSA);
  take(cells.uk.GBR, ukGBR);
  take(cells.uk.else, byLocale.uk - ukUSA - ukGBR);
  take(cells.other.USA, otherUSA);
  take(cells.other.GBR, otherGBR);
  take(cells.other.else, others - otherUSA - otherGBR);
}

function localeGroup(person: Person): 'us' | 'uk' | 'other' {
  return person.locale === 'us' || person.locale === 'uk' ? person.locale : 'other';
}

function cellsOf(random: Random, people: readonly Person[], group: 'us' | 'uk' | 'other') {
  const shuffled = random.shuffle(people.filter((person) => localeGroup(person) === group));
  // Balanced first where residence differs from the study locale, unless the person must stay out.
  const ordered = shuffled.sort((a, b) => priority(a) - priority(b));
  return {
    USA: ordered.filter((person) => person.birth.iso3 === 'USA'),
    GBR: ordered.filter((person) => person.birth.iso3 === 'GBR'),
    else: ordered.filter((person) => person.birth.iso3 !== 'USA' && person.birth.iso3 !== 'GBR')
  };
}

/** 0 must be in, 2 must be out, 1 may be either: the movers between locales and residences. */
function priority(person: Person): number {
  const { locale } = person;
  const reside = person.reside.iso3;
  if (locale === 'us' && reside !== 'USA') return reside === 'AUS' ? 0 : 2;
  if (locale === 'uk' && reside !== 'GBR') return 2;
  if (locale !== 'us' && reside === 'USA') return 0;
  return 1;
}

function take(people: readonly Person[], count: number): void {
  if (count < 0 || count > people.length)
    throw new OutOfReach(`balanced subset: ${count} of ${people.length} asked for`);
  people.forEach((person, index) => (person.balanced = index < count));
}
