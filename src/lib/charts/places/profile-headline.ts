import { capitalise, formatList } from '../../dataset/index.ts';
import type { Figure, Row } from '../chart.ts';
import { findings, type ProfileFields } from './profile-rows.ts';
import { groupOf } from './profile.ts';

/** Most things of a kind that a headline names. */
const MOST = 2;

type Profile = Pick<Figure<ProfileFields>, 'rows' | 'selection' | 'provenance'>;

const weigh = (rows: readonly Row[]) => formatList(rows.slice(0, MOST).map(({ label }) => label.toLowerCase()));
const up = ({ difference }: ReturnType<typeof findings>[number]) => difference.value > 0;

/**
 * What to remember of a group as one sentence without numbers, from the figures of what it says it wants and of what it
 * talks about: where it differs from everyone else by more than chance explains, and that it does not where it does not.
 */
export function profileHeadline(wishes: Profile, topics: Profile): string {
  const group = groupOf(wishes.selection);
  const [said, spoken] = [findings(wishes.rows), findings(topics.rows)];
  const [more, less] = [said.filter(up), said.filter((row) => !up(row))];
  const topic = spoken[0];
  const clauses = [
    more.length > 0 ? `give more weight to ${weigh(more)}` : '',
    less.length > 0 ? `give less weight to ${weigh(less)}` : '',
    topic ? `talk ${up(topic) ? 'more' : 'less'} about “${topic.label}”` : ''
  ].filter((clause) => clause !== '');
  const words =
    clauses.length === 0
      ? `What ${group} ask of AI and talk about cannot be told from everyone else`
      : `${capitalise(group)} ${formatList(clauses)} than everyone else${said.length === 0 ? '; what they ask of AI cannot be told apart' : ''}`;
  return wishes.provenance.source === 'twin' ? `Synthetic: ${words}` : words;
}
