import { coefficients } from '../../../../data/published/topic_regressions.json';
import { findColumn, type Dimension } from '../../dataset/index.ts';

/** The word that a published term begins with, by column. */
const words: Readonly<Record<string, string>> = {
  gender: 'gender',
  age: 'age',
  special_region: 'region',
  ethnicity: 'ethnicity',
  religion: 'religion',
  conversation_type: 'conversation_type'
};

/** A coefficient's key: the number of the topic's cluster and the term. */
const known = new Map(coefficients.map((one) => [`${one.cluster_id} ${one.term}`, one]));

const IDENTITY = ({ term }: { readonly term: string }) => !term.startsWith('conversation_type');

/** How many of the published coefficients are flagged at p < 0.01, and how many of those for who people are. */
export const publishedFlags = {
  all: coefficients.filter(({ sig_99 }) => sig_99 === 1).length,
  ofIdentity: coefficients.filter((one) => one.sig_99 === 1 && IDENTITY(one)).length
};

/** The published coefficient of a level of a column for a topic, in percentage points; undefined where there is none. */
export function publishedCoefficient(
  cluster: string,
  column: string,
  value: string | boolean | null
): number | undefined {
  const found = known.get(`${cluster} ${words[column]}${String(value)}`);
  return found && found.estimate * 100;
}

/** The number of a topic's cluster, by the code of its level. */
export const clusterOf = (code: number): string =>
  String((findColumn('topic')!.column as Dimension).levels[code]?.value ?? '');
