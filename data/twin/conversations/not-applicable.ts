import figures from '../../published/attributes.json';
import { assign } from '../assign.ts';
import { stream } from '../random.ts';
import type { Random } from '../random.ts';
import type { Person } from '../survey/person.ts';
import { ATTRIBUTES } from './attributes.ts';
import type { Conversation } from './conversation.ts';

/** Share of the conversations in which a slider was marked not applicable where the published percent rounds to 0. */
const BELOW_ONE = 0.3;

/**
 * Marks sliders as not applicable (null): the published number of conversations with any gap in each block, and per
 * slider the published percent. Some people do it far more than others, mostly in the same conversations (assumed).
 */
export function leaveOut(conversations: readonly Conversation[]): void {
  const random = stream('not applicable');
  const habit = new Map<Person, number>();
  for (const { person } of conversations) {
    if (!habit.has(person)) habit.set(person, random.pick([0.1, 0.3, 0.6, 1.2, 4]));
  }
  let before = new Set<Conversation>();
  for (const kind of ['performance', 'choice'] as const) {
    const any = figures.conversations_with_any_missing[`${kind}_attributes`];
    const chosen = assign(
      random,
      `${kind} gaps`,
      conversations.length,
      [any, conversations.length - any],
      (row, level) => {
        const conversation = conversations[row] as Conversation;
        if (level === 1) return 1;
        return (
          (habit.get(conversation.person) ?? 1) *
          (before.has(conversation) ? 25 : 1) *
          (conversation.topic === 0 ? 3 : 1)
        );
      }
    );
    const marked = conversations.filter((_, row) => chosen[row] === 0);
    mark(random, marked, kind, conversations.length);
    before = new Set(marked);
  }
}

function mark(random: Random, marked: readonly Conversation[], kind: 'performance' | 'choice', all: number): void {
  const percents = ATTRIBUTES.map((key) => figures.pct_NA_of_8011_rounded[kind][key] || BELOW_ONE);
  const counts = percents.map((percent) => Math.round((percent / 100) * all));
  // One gap for everybody marked, in proportion to the sliders' shares; the rest goes where that slider is still set.
  const total = counts.reduce((sum, count) => sum + count, 0);
  const first = counts.map((count) => Math.floor((count / total) * marked.length));
  first[0] = (first[0] as number) + marked.length - first.reduce((sum, count) => sum + count, 0);
  const given = assign(random, `first ${kind} gap`, marked.length, first, () => 1);
  marked.forEach((conversation, row) => (conversation[kind][given[row] as number] = null));
  counts.forEach((count, slider) => {
    const open = random.shuffle(marked.filter((conversation) => conversation[kind][slider] !== null));
    for (const conversation of open.slice(0, count - (first[slider] as number))) conversation[kind][slider] = null;
  });
}
