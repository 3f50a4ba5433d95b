import type { Release } from '../unit/release/afresh/release.ts';
import type { Row } from '../unit/release/afresh/python.ts';
import type { Accepted } from './accepted.ts';

/** Leaves out people with all they did, but nothing of the other files. */
function only(release: Release, keep: (person: Row) => boolean): void {
  release.survey = release.survey.filter(keep);
  const people = new Set(release.survey.map(({ user_id }) => user_id));
  release.conversations = release.conversations.filter(({ user_id }) => people.has(user_id));
  release.utterances = release.utterances.filter(({ user_id }) => people.has(user_id));
}

const held = (row: Row): boolean => Number(row.num_completed_conversations) > 0;

/** The fewest rows that are a release: somebody, one conversation. */
function first(release: Release): void {
  const one = release.survey.find(held)!.user_id!;
  only(release, ({ user_id }) => user_id === one);
  const [conversation] = release.conversations;
  release.conversations = [conversation!];
  release.utterances = release.utterances.filter((row) => row.conversation_id === conversation!.conversation_id);
}

/** Openers alone, each with its best reply or all of them. */
function openers({ conversations, utterances }: Release, keep: (row: Row) => boolean): Row[] {
  for (const row of conversations) {
    row.conversation_turns = 1;
    row.conversation_history = (row.conversation_history as Row[]).filter(
      (item) => item.turn === 0 && (item.role === 'user' || keep(item))
    );
  }
  return utterances.filter((row) => row.turn === 0 && keep(row));
}

const kept = 'another number of conversations than they are said to';

export const subsets: readonly Accepted[] = [
  {
    name: 'every other conversation alone',
    change(release) {
      const some = new Set(release.conversations.filter((_, index) => index % 2).map((row) => row.conversation_id));
      release.conversations = release.conversations.filter((row) => some.has(row.conversation_id));
      release.utterances = release.utterances.filter((row) => some.has(row.conversation_id));
    },
    shows: [['codebook', kept]]
  },
  {
    name: 'people of one gender and one country alone',
    change: (release) =>
      only(
        release,
        ({ gender, location }) => gender === 'Female' && (location as Row).birth_country === 'United States'
      ),
    shows: [['codebook', 'rows speak of texts']],
    alone: true
  },
  {
    name: 'the balanced sample alone',
    change: (release) => only(release, ({ included_in_balanced_subset }) => included_in_balanced_subset === true),
    shows: [['codebook', 'rows speak of texts']],
    alone: true
  },
  {
    name: 'nobody in any sample',
    change: ({ survey, conversations, utterances }) => {
      for (const row of [...survey, ...conversations, ...utterances]) row.included_in_balanced_subset = false;
      for (const row of survey) row.included_in_US_REP = row.included_in_UK_REP = false;
    },
    shows: [['codebook', 'Codebook']],
    alone: true
  },
  {
    name: 'openers alone',
    change: (release) => (release.utterances = openers(release, () => true)),
    shows: [['codebook', 'rows speak of texts']],
    alone: true
  },
  {
    name: 'chosen replies to openers alone',
    change: (release) => (release.utterances = openers(release, ({ if_chosen }) => if_chosen === true)),
    shows: [['codebook', 'rows speak of texts']],
    alone: true
  },
  { name: 'one conversation of one person', change: first, shows: [['codebook', '1 rows']], alone: true }
];
