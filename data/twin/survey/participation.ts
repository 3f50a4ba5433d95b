import conversationFigures from '../../published/conversations.json';
import localFigures from '../../published/local_neighbourhoods.json';
import { UNSAID } from '../published.ts';
import type { Random } from '../random.ts';
import { OutOfReach, stream } from '../random.ts';
import { isBinary } from './person.ts';
import type { Person } from './person.ts';

/** People by number of conversations, 1 to 7, in and outside the balanced subset; how they split is assumed. */
const IN_BALANCED: Record<string, number> = { '3': 12, '4': 6, '5': 9, '7': 5 };

/** The conversations of the four people who do not say their gender: four in all, as published. */
const OF_UNSAID_GENDER = [1, 2, 1, 0];

/**
 * Completed conversations per person: the published distribution, 104 people with none, and the published number of
 * conversations by gender. Balanced people have at least three, one of each type.
 */
export function giveConversationCounts(people: readonly Person[]): void {
  const random = stream('participation');
  const published: Record<string, number> = conversationFigures.conversations_per_participant.distribution_csv;
  const balanced = people.filter((person) => person.balanced);
  const inside: number[] = [];
  const outside: number[] = Array.from({ length: conversationFigures.survey_only }, () => 0);
  for (const [conversations, count] of Object.entries(published)) {
    const some = IN_BALANCED[conversations] ?? 0;
    for (let index = 0; index < count; index++) {
      if (index < some || (conversations === '6' && inside.length < balanced.length - 5))
        inside.push(Number(conversations));
      else outside.push(Number(conversations));
    }
  }
  const nonBinary = ofNonBinary(people);
  deal(random, balanced, inside, nonBinary);
  deal(
    random,
    people.filter((person) => !person.balanced),
    outside,
    nonBinary
  );
  matchGenders(random, people);
}

/**
 * The conversations of the non-binary people, 120 in all as published, by their place in a group: one has none, who does
 * not say their age or is outside the balanced subset; where there is nobody such, three have fewer.
 */
function ofNonBinary(people: readonly Person[]): (place: number, balanced: boolean) => number {
  const all = people.filter((person) => !isBinary(person) && person.gender !== UNSAID);
  if (all.some((person) => person.age === UNSAID)) return () => 6;
  if (all.some((person) => !person.balanced)) return (place, balanced) => (!balanced && place === 0 ? 0 : 6);
  return (place) => (place < 3 ? 4 : 6);
}

/** Deals counts to people: fixed ones first (unsaid gender, unsaid age, non-binary), the rest at random. */
function deal(
  random: Random,
  people: readonly Person[],
  counts: readonly number[],
  nonBinary: ReturnType<typeof ofNonBinary>
): void {
  const left = random.shuffle([...counts]);
  const grab = (wanted: number): number => {
    const at = left.indexOf(wanted);
    if (at < 0) throw new OutOfReach(`participation: nobody left with ${wanted} conversations`);
    left.splice(at, 1);
    return wanted;
  };
  let unsaid = 0;
  let place = 0;
  const open: Person[] = [];
  for (const person of people) {
    if (person.gender === UNSAID) person.conversations = grab(OF_UNSAID_GENDER[unsaid++] as number);
    else if (person.age === UNSAID) person.conversations = grab(0);
    else if (!isBinary(person)) person.conversations = grab(nonBinary(place++, person.balanced));
    else open.push(person);
  }
  if (open.length !== left.length)
    throw new OutOfReach(`participation: ${left.length} counts for ${open.length} people`);
  open.forEach((person, index) => (person.conversations = left[index] as number));
}

/** Exchanges counts between men and women until each gender has its published number of conversations. */
function matchGenders(random: Random, people: readonly Person[]): void {
  const wanted = localFigures.conversation_level_gender_counts_derived;
  const men = people.filter((person) => person.gender === 'Male' && person.age !== UNSAID);
  const women = people.filter((person) => person.gender === 'Female' && person.age !== UNSAID);
  const sum = (group: readonly Person[]) => group.reduce((total, person) => total + person.conversations, 0);
  let surplus = sum(men) - wanted.Male;
  for (let tries = 0; surplus !== 0 && tries < 1e6; tries++) {
    const man = random.pick(men);
    const woman = random.pick(women);
    if (man.balanced !== woman.balanced) continue;
    const moved = man.conversations - woman.conversations;
    if (moved === 0 || Math.abs(surplus - moved) >= Math.abs(surplus)) continue;
    [man.conversations, woman.conversations] = [woman.conversations, man.conversations];
    surplus -= moved;
  }
  if (sum(men) !== wanted.Male || sum(women) !== wanted.Female) {
    throw new OutOfReach(`participation: men have ${sum(men)} conversations, women ${sum(women)}`);
  }
}
