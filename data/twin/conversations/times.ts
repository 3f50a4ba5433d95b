import conversationFigures from '../../published/conversations.json';
import { quantileAt } from '../quantiles.ts';
import type { Quantiles } from '../quantiles.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import { secondsOf } from '../survey/times.ts';
import type { Conversation } from './conversation.ts';

/** Seconds per turn and per conversation, relative to its length; assumed around the published mean and maximum. */
const PACE: Quantiles = [
  [0, 0.3],
  [0.05, 0.45],
  [0.25, 0.7],
  [0.5, 0.93],
  [0.75, 1.2],
  [0.95, 1.9],
  [0.995, 3.6],
  [1, 6]
];

/** Seconds between a person's conversations; most go straight on, some come back hours later (assumed). */
const PAUSE: Quantiles = [
  [0, 8],
  [0.6, 60],
  [0.85, 300],
  [0.95, 3600],
  [1, 30000]
];

/**
 * When each conversation ended and how long it took, in hundredths of a second: after the survey of its person, with
 * the published first and last minute, shortest and longest duration, and numbers of different values.
 */
export function giveConversationTimes(conversations: readonly Conversation[], attempt: number): void {
  const random = stream('conversation times', attempt);
  const lists = new Map<Person, Conversation[]>();
  for (const one of conversations) lists.set(one.person, [...(lists.get(one.person) ?? []), one]);
  const longest = [...lists.keys()].sort((a, b) => a.finished - b.finished);
  giveDurations(random, conversations);
  const { min, max } = conversationFigures.generated_datetime.conversations;
  for (const person of longest) {
    const own = random.shuffle([...(lists.get(person) ?? [])]);
    let clock = person.finished + random.between(90, 900);
    for (const one of own) {
      clock += Math.ceil(one.duration / 100) + Math.round(quantileAt(PAUSE, random.unit()));
      one.finished = clock;
    }
  }
  opening(lists.get(longest[0] as Person) ?? [], secondsOf(min));
  closing(random, lists.get(longest[longest.length - 1] as Person) ?? [], secondsOf(max));
  const inner = conversations.filter((one) => one.person !== longest[0] && one.person !== longest[longest.length - 1]);
  matchDifferent(random, conversations, inner);
}

function giveDurations(random: Random, conversations: readonly Conversation[]): void {
  const figures = conversationFigures.timing_duration_s.conversations;
  const { min, max, n_unique: wanted } = figures;
  const drawn = conversations.map(
    ({ turns, size }) => (55 + 105 * turns + 25 * size) * quantileAt(PACE, random.unit())
  );
  const scale = figures.mean / (drawn.reduce((sum, value) => sum + value, 0) / drawn.length);
  conversations.forEach(
    (one, index) => (one.duration = Math.round(100 * Math.max(min, (drawn[index] as number) * scale)))
  );
  const order = [...conversations].sort((a, b) => a.duration - b.duration);
  (order[0] as Conversation).duration = Math.round(100 * min);
  (order[order.length - 1] as Conversation).duration = Math.round(100 * max);
  const open = random.shuffle(order.slice(1, -1));
  const times = new Map<number, number>();
  for (const { duration } of conversations) times.set(duration, (times.get(duration) ?? 0) + 1);
  for (let index = 0; times.size !== wanted; index = (index + 1) % open.length) {
    const one = open[index] as Conversation;
    const alone = times.get(one.duration) === 1;
    if (times.size > wanted !== alone) continue;
    times.set(one.duration, (times.get(one.duration) ?? 0) - 1);
    if (times.get(one.duration) === 0) times.delete(one.duration);
    one.duration = times.size >= wanted ? (open[(index + 7) % open.length] as Conversation).duration : one.duration + 1;
    times.set(one.duration, (times.get(one.duration) ?? 0) + 1);
  }
}

/** The first person's first conversation ended at the published first minute, and it had five turns. */
function opening(own: Conversation[], first: number): void {
  const inTime = [...own].sort((a, b) => a.finished - b.finished);
  const five = inTime.find((one) => one.turns === 5);
  const earliest = inTime[0] as Conversation;
  if (five && five !== earliest) [five.finished, earliest.finished] = [earliest.finished, five.finished];
  const start = five ?? earliest;
  const moved = start.finished - first;
  start.duration = Math.min(start.duration, 31207);
  for (const one of own) one.finished -= moved;
}

/** The last person's conversations all ended by the published last minute. */
function closing(random: Random, own: Conversation[], last: number): void {
  const inTime = [...own].sort((a, b) => a.finished - b.finished);
  inTime.reverse().forEach((one, index) => (one.finished = last - index * random.between(500, 640)));
}

/** Lets some neighbours in time end in the same second, or parts them, until the published number of times differ. */
function matchDifferent(random: Random, all: readonly Conversation[], open: readonly Conversation[]): void {
  const wanted = conversationFigures.generated_datetime.conversations.n_unique;
  const times = new Map<number, number>();
  for (const { finished } of all) times.set(finished, (times.get(finished) ?? 0) + 1);
  const move = (one: Conversation, to: number) => {
    times.set(one.finished, (times.get(one.finished) ?? 0) - 1);
    if (times.get(one.finished) === 0) times.delete(one.finished);
    one.finished = to;
    times.set(to, (times.get(to) ?? 0) + 1);
  };
  for (let tries = 0; times.size !== wanted; tries++) {
    if (tries > 1e6) throw new OutOfReach('conversation times: cannot reach the published number of different times');
    const one = random.pick(open);
    const later = one.finished + random.between(1, 40);
    if (times.size > wanted ? times.get(one.finished) === 1 && times.has(later) : times.get(one.finished) !== 1) {
      move(one, later);
    }
  }
}
