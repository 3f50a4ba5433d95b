import demographics from '../../published/demographics.json';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import { ADJECTIVES, ETHNIC_WORDS } from './ethnic-words.ts';
import { RELIGIOUS_WORDS } from './religious-words.ts';

/**
 * Religion in people's own words: lower case, as many different answers as published (137), "no affiliation" by far
 * the most frequent.
 */
export function ownReligion(people: readonly Person[]): string[] {
  const random = stream('own religion');
  const words = (person: Person) => RELIGIOUS_WORDS[person.religion] ?? [person.religion.toLowerCase()];
  const given = different(random, people, demographics.cardinalities['religion.self_described'], words);
  return reach(random, people, given, words, NO_AFFILIATION);
}

/** The most frequent religion in people's own words and how many gave it; published. */
const NO_AFFILIATION = { text: 'no affiliation', people: 682 };

/** Ethnicity in people's own words: lower case, as many different answers as published (264), fitting their birth country. */
export function ownEthnicity(people: readonly Person[]): string[] {
  const random = stream('own ethnicity');
  return different(random, people, demographics.cardinalities['ethnicity.self_described'], (person) => {
    const words = ETHNIC_WORDS[person.ethnicity] ?? [person.ethnicity.toLowerCase()];
    const adjective = ADJECTIVES[person.birth.iso3];
    if (!adjective || words.length === 1) return words;
    const head = words[0] as string;
    return [
      ...words,
      `${head} ${adjective}`,
      `${adjective} ${head}`,
      `${head}, ${adjective}`,
      `${head} (born ${adjective})`
    ];
  });
}

/**
 * Picks one of each person's words, the first ones most often, then exchanges single answers for unused or for frequent
 * ones until exactly `wanted` different answers are left.
 */
function different(
  random: Random,
  people: readonly Person[],
  wanted: number,
  words: (person: Person) => readonly string[]
): string[] {
  const lists = people.map(words);
  const given = lists.map((list) => list[Math.min(list.length - 1, frequent(random))] as string);
  const counts = new Map<string, number>();
  for (const text of given) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (let tries = 0; counts.size !== wanted; tries++) {
    if (tries > 2e5) throw new OutOfReach(`own words: ${counts.size} different answers for ${wanted}`);
    const row = random.below(people.length);
    const list = lists[row] as readonly string[];
    const old = given[row] as string;
    const next = counts.size < wanted ? random.pick(list) : (list[0] as string);
    const alone = counts.get(old) === 1;
    if (counts.size < wanted ? alone || counts.has(next) : !alone || next === old || !counts.has(next)) continue;
    counts.set(old, (counts.get(old) ?? 0) - 1);
    if (counts.get(old) === 0) counts.delete(old);
    given[row] = next;
    counts.set(next, (counts.get(next) ?? 0) + 1);
  }
  return given;
}

/** Moves answers between one text and others given by several, until that text has the number of people asked for. */
function reach(
  random: Random,
  people: readonly Person[],
  given: string[],
  words: (person: Person) => readonly string[],
  wanted: typeof NO_AFFILIATION
): string[] {
  const count = (text: string) => given.filter((answer) => answer === text).length;
  for (let found = count(wanted.text); found !== wanted.people; found = count(wanted.text)) {
    const row = random.below(people.length);
    const list = words(people[row] as Person);
    const old = given[row] as string;
    if (!list.includes(wanted.text) || (old === wanted.text) === found < wanted.people) continue;
    if (old === wanted.text) given[row] = list[1] as string;
    else if (count(old) > 2) given[row] = wanted.text;
  }
  return given;
}

function frequent(random: Random): number {
  return random.weighted([84, 6, 3, 2, 1.5, 1, 0.8, 0.6, 0.4, 0.3, 0.2, 0.2]);
}
