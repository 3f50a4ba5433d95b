import conversationFigures from '../../published/conversations.json';
import localeFigures from '../../published/study_locales.json';
import { quantileAt } from '../quantiles.ts';
import type { Quantiles } from '../quantiles.ts';
import { OutOfReach, stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from './person.ts';

const DAY = 86400;

/** Midnight (UTC) before the first survey. */
const START = Date.UTC(2023, 10, 22);

/** Seconds after the twin's midnight of a `YYYY-MM-DD HH:MM:SS`. */
export function secondsOf(datetime: string): number {
  return (Date.parse(`${datetime.replace(' ', 'T')}Z`) - START) / 1000;
}

/** The release's `YYYY-MM-DD HH:MM:SS` of seconds after the twin's midnight. */
export function datetimeOf(seconds: number): string {
  return new Date(START + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Seconds spent on the survey, without the few who left it open for days; assumed around the published mean. */
const DURATIONS: Quantiles = [
  [0, 160],
  [0.02, 340],
  [0.1, 540],
  [0.25, 740],
  [0.5, 1010],
  [0.75, 1440],
  [0.9, 2050],
  [0.97, 3100],
  [1, 9200]
];

/** Seconds of those who left the survey open: the longest is published, the others give about the published spread. */
const LEFT_OPEN = [529927, 498211, 301874, 88613, 41200];

/** How many people finish so many days after their study began; assumed. */
const DAYS: Quantiles = [
  [0, 0],
  [0.45, 0.6],
  [0.75, 2],
  [0.9, 5],
  [0.97, 11],
  [1, 24]
];

/** Hour of the day (UTC) at which people finish, by recruiting region; assumed. */
const HOURS: Record<string, number> = {
  us: 18,
  canada: 18,
  mexico: 19,
  chile: 17,
  australia: 7,
  'new zealand': 5,
  asia: 9
};

/**
 * When and for how long each person took the survey: the published first and last minute, longest and shortest
 * duration, and numbers of different values; nobody before their study was launched. `eagerness` (higher is earlier)
 * orders people within a study locale; the first and the last of all are among those who `mayOpen` and `mayClose`.
 *
 * @returns the people in order of time, numbered as `user_id` numbers them
 */
export function giveSurveyTimes(
  people: readonly Person[],
  eagerness: (person: Person) => number,
  mayOpen: (person: Person) => boolean,
  mayClose: (person: Person) => boolean,
  attempt: number
): Person[] {
  const random = stream('survey times', attempt);
  const { min, max, n_unique: unique } = conversationFigures.generated_datetime.survey;
  for (const locale of localeFigures.locales) {
    const members = people.filter((person) => person.locale === locale.study_locale_string_expected);
    const launched = launchOf(locale.launched_2023_dd_mm);
    const slots = members.map(() => slot(random, launched, locale.study_locale_string_expected)).sort((a, b) => a - b);
    const ranked = members
      .map((person) => ({ person, rank: random.normal() - eagerness(person) }))
      .sort((a, b) => a.rank - b.rank);
    ranked.forEach(({ person }, index) => (person.finished = slots[index] as number));
  }
  const ordered = [...people].sort((a, b) => a.finished - b.finished);
  bring(ordered, 0, ordered.findIndex(mayOpen));
  bring(ordered, ordered.length - 1, ordered.findLastIndex(mayClose));
  (ordered[0] as Person).finished = secondsOf(min);
  (ordered[ordered.length - 1] as Person).finished = secondsOf(max);
  matchDifferent(random, ordered, unique);
  giveDurations(random, ordered);
  return ordered;
}

/** Lets two people change places in time. */
function bring(ordered: Person[], to: number, from: number): void {
  const [one, two] = [ordered[to], ordered[from]] as [Person, Person];
  [one.finished, two.finished] = [two.finished, one.finished];
  ordered[to] = two;
  ordered[from] = one;
}

function launchOf(day: string): number {
  const [date, month] = day.split('-');
  return secondsOf(`2023-${month}-${date} 15:30:00`);
}

function slot(random: Random, launched: number, locale: string): number {
  const last = secondsOf('2023-12-20 00:00:00');
  const earliest = launched + 1200;
  for (;;) {
    const day = Math.floor((earliest + quantileAt(DAYS, random.unit()) * DAY) / DAY) * DAY;
    const hour = (HOURS[locale] ?? 14) + 3.5 * random.normal();
    const seconds = Math.round(day + hour * 3600);
    if (seconds > earliest && seconds < last) return seconds;
  }
}

/** Lets some neighbours in time share a second, or parts them, until the number of different times is as published. */
function matchDifferent(random: Random, ordered: Person[], wanted: number): void {
  const different = () => new Set(ordered.map((person) => person.finished)).size;
  for (let tries = 0; different() !== wanted; tries++) {
    const at = 2 + random.below(ordered.length - 4);
    const [one, two] = [ordered[at], ordered[at + 1]] as [Person, Person];
    if (different() > wanted) {
      if (two.finished - one.finished < 300 && one.locale === two.locale) two.finished = one.finished;
    } else if (two.finished === one.finished && (ordered[at + 2]?.finished ?? 0) > two.finished + 1) two.finished += 1;
    if (tries > 1e5) throw new OutOfReach('survey times: cannot reach the published number of different times');
  }
}

function giveDurations(random: Random, people: readonly Person[]): void {
  const { n_unique: wanted } = conversationFigures.timing_duration_s.survey;
  const shuffled = random.shuffle([...people]);
  shuffled.forEach((person, index) => {
    person.duration = LEFT_OPEN[index] ?? Math.round(quantileAt(DURATIONS, random.unit()));
  });
  (shuffled[LEFT_OPEN.length] as Person).duration = conversationFigures.timing_duration_s.survey.min;
  const open = shuffled.slice(LEFT_OPEN.length + 1);
  const different = () => new Set(shuffled.map((person) => person.duration)).size;
  for (let found = different(); found !== wanted; found = different()) {
    const one = random.pick(open);
    one.duration = found > wanted ? random.pick(open).duration : Math.round(quantileAt(DURATIONS, random.unit()));
  }
}
