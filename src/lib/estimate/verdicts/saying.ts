import type { Apart } from './apart.ts';
import type { Trend, Verdict } from './verdict.ts';

/** What may be said of whether groups differ; the words are for whoever says it. */
export type Saying =
  | { readonly says: 'cannot'; readonly why: Extract<Verdict, { kind: 'cannot' }>['why'] }
  /** No group is named and no pair marked; a larger gap than this would show. */
  | { readonly says: 'none'; readonly gap: number }
  /** The groups rise or fall in their order; those that stand out, if they differ besides. */
  | { readonly says: 'trend'; readonly trend: Trend; readonly named: readonly Apart[] }
  /** They differ, but not clearly enough to say which. */
  | { readonly says: 'unclear' }
  /** These differ from all the others, in the order of the groups. */
  | { readonly says: 'named'; readonly named: readonly Apart[] };

/** Adjusted p under which a group differs from all the others. */
const STANDS_OUT = 0.05;

/** What a verdict lets one say. No group is named unless the groups differ at all. */
export function saying(verdict: Verdict): Saying {
  if (verdict.kind === 'cannot') return { says: 'cannot', why: verdict.why };
  const { overall, trend, level, apart, gap } = verdict;
  const named = overall.p < level ? apart.filter(({ q }) => q < STANDS_OUT) : [];
  if (trend !== null && trend.p < level) return { says: 'trend', trend, named };
  if (overall.p >= level) return { says: 'none', gap };
  return named.length > 0 ? { says: 'named', named } : { says: 'unclear' };
}
