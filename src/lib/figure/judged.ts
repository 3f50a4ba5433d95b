import type { DatabaseChart } from '../charts/chart.ts';
import type { Judged } from '../charts/judged.ts';
import type { Database, Progress } from '../database/database.ts';
import { computedOf, saying, type Apart, type Compute, type Verdict } from '../estimate/index.ts';
import type { Selection } from '../selection/index.ts';

/**
 * Whether the groups of a chart's figure differ at all, asked of a Database; undefined where the chart judges nothing of this
 * selection. Throws what the database throws.
 */
export async function judge(
  { verdict }: Pick<DatabaseChart, 'verdict'>,
  selection: Selection,
  database: Database,
  compute: Compute,
  signal?: AbortSignal,
  progress?: Progress
): Promise<Judged | undefined> {
  const query = verdict?.query(selection);
  if (!query) return undefined;
  const [people] = await database.columns([query], signal, progress);
  const extra = database.manifest.undocumented;
  const computed = await compute(verdict!.task(people!, selection, extra), signal);
  return judgedOf(computedOf(computed, 'verdict').verdict, verdict!.keys(selection, extra));
}

/** A verdict by the keys of its groups. Only what it lets one say is kept. */
export function judgedOf(verdict: Verdict, keys: readonly string[]): Judged {
  if (verdict.kind === 'cannot') return { says: 'cannot', why: verdict.why };
  const { kind, groups, overall, gap, apart } = verdict;
  const said = saying(verdict);
  const named = kind === 'pair' ? apart : 'named' in said ? said.named : [];
  return {
    says: said.says as Exclude<typeof said.says, 'cannot'>,
    kind,
    groups: groups.length,
    ...(kind === 'pair' && { other: keys[groups[1]!]! }),
    p: overall.p,
    ...(said.says === 'trend' && { trend: { slope: said.trend.slope, p: said.trend.p } }),
    gap,
    named: named.map(({ group, difference, low, high }: Apart) => ({ key: keys[group]!, difference, low, high }))
  };
}
