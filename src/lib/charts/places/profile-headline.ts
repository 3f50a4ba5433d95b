import { capitalise, formatList } from '../../dataset/index.ts';
import type { Figure, Row } from '../chart.ts';
import { findings, type ProfileFields } from './profile-rows.ts';
import { profileGroup } from './profile.ts';

/** Most things of a kind that a headline names. */
const MOST = 2;

type Profile = Pick<Figure<ProfileFields>, 'rows' | 'selection'>;

const weigh = (rows: readonly Row[]) => formatList(rows.slice(0, MOST).map(({ label }) => label.toLowerCase()));
const up = ({ difference }: ReturnType<typeof findings>[number]) => difference.value > 0;

/** What a group gives more and less weight to than everyone else, as far as the tests tell. */
export function wishesHeadline(wishes: Profile): string | null {
  const said = findings(wishes.rows);
  const group = profileGroup(wishes.selection);
  if (!wishes.rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  if (said.length === 0) return `${capitalise(group)} ask the same of AI as everyone else, as far as we can tell`;
  return `${capitalise(group)} ${formatList(weights(said))} than everyone else`;
}

/** Which topics a group brings up more and less than everyone else, as far as the tests tell. */
export function topicsHeadline(topics: Profile): string | null {
  const spoken = findings(topics.rows);
  const group = profileGroup(topics.selection);
  if (!topics.rows.some(({ adjusted }) => adjusted !== undefined)) return null;
  if (spoken.length === 0)
    return `${capitalise(group)} bring up no topic more or less than everyone else, as far as we can tell`;
  const named = (rows: typeof spoken) => formatList(rows.slice(0, MOST).map(({ label }) => `“${label}”`));
  const [more, less] = [spoken.filter(up), spoken.filter((row) => !up(row))];
  const clauses = [
    more.length > 0 ? `more about ${named(more)}` : '',
    less.length > 0 ? `less about ${named(less)}` : ''
  ];
  return `${capitalise(group)} talk ${clauses.filter(Boolean).join(' and ')} than everyone else`;
}

/** What is given more and less weight to, the largest differences first. */
const weights = (said: ReturnType<typeof findings>): string[] => {
  const [more, less] = [said.filter(up), said.filter((row) => !up(row))];
  return [
    more.length > 0 ? `give more weight to ${weigh(more)}` : '',
    less.length > 0 ? `give less weight to ${weigh(less)}` : ''
  ].filter(Boolean);
};

/**
 * What to remember of a group as one sentence without numbers, from the figures of what it says it wants and of what it
 * talks about: where it differs from everyone else by more than chance explains, and that it does not where it does not.
 */
export function profileHeadline(wishes: Profile, topics: Profile): string {
  const group = profileGroup(wishes.selection);
  const [said, spoken] = [findings(wishes.rows), findings(topics.rows)];
  const topic = spoken[0];
  const clauses = [...weights(said), topic ? `talk ${up(topic) ? 'more' : 'less'} about “${topic.label}”` : ''].filter(
    (clause) => clause !== ''
  );
  return clauses.length === 0
    ? `What ${group} ask of AI and talk about cannot be told from everyone else`
    : `${capitalise(group)} ${formatList(clauses)} than everyone else${said.length === 0 ? '; what they ask of AI cannot be told apart' : ''}`;
}
