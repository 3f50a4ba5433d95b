import type { Calibration } from '../calibration.ts';
import { stream } from '../random.ts';
import type { Person } from '../survey/person.ts';
import type { Conversation } from './conversation.ts';
import { groupsOfPerson } from './groups.ts';
import { MODELS } from './models.ts';

/** Spreads in units of the noise within an opener; assumed. */
const PERSON_TASTE = 0.34;
const GROUP_TASTE = 0.07;
const TOPIC_TASTE = 0.06;

/** A person's habits of scoring. */
export interface Habits {
  /** Level of the person's scores, in latent points. */
  level: number;
  /** How far apart the person holds good and bad replies, 1 on average. */
  spread: number;
  /** How often the person leaves a slider where it stood. */
  idle: number;
  /** What the person thinks of each model. */
  tastes: Float64Array;
}

/** Spread of people's own level around that of their groups, in latent points; assumed, for a design effect near 3. */
const LEVEL_SPREAD = 10.5;

/** The habits of everybody with conversations: level and spread, tastes of their own and of their groups. */
export function makeHabits(conversations: readonly Conversation[], calibration: Calibration): Map<Person, Habits> {
  const random = stream('habits');
  const habits = new Map<Person, Habits>();
  const shared = new Map<string, Float64Array>();
  for (const { person } of conversations) {
    if (habits.has(person)) continue;
    const groups = groupsOfPerson(person);
    const tastes = Float64Array.from(MODELS, () => PERSON_TASTE * random.normal());
    let level = LEVEL_SPREAD * random.normal();
    const spread = Math.min(1.9, Math.max(0.35, 1 + 0.28 * random.normal()));
    const idle = [0.018, 0.072, 0.24][random.weighted([0.55, 0.32, 0.13])] as number;
    for (const [attribute, group] of Object.entries(groups)) {
      level += calibration.groups[attribute]?.[group] ?? 0;
      const common = shared.get(attribute + group) ?? tasteOf(`${attribute} ${group}`, GROUP_TASTE);
      shared.set(attribute + group, common);
      common.forEach((taste, model) => (tastes[model] = (tastes[model] as number) + taste));
    }
    habits.set(person, { level, spread, idle, tastes });
  }
  return habits;
}

/** What conversations on each topic do for each model, by topic id + 1. */
export function topicTastes(): Float64Array[] {
  return Array.from({ length: 23 }, (_, topic) => tasteOf(`topic ${topic}`, TOPIC_TASTE));
}

function tasteOf(name: string, size: number): Float64Array {
  const random = stream(`taste of ${name}`);
  return Float64Array.from(MODELS, () => size * random.normal());
}
