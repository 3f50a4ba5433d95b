import type { Undocumented } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { recomputeRanking, type RankingError } from './rankings.ts';
import { keptReplies } from './recompute.ts';
import type { Release } from './release.ts';

/*
 * What becomes of an order of models when it is looked at in another way, from two rankings recomputed battle by battle.
 */

/** Fewest people of a model that is ranked. */
const FEWEST_RANKED = 30;

export interface HeldOrder {
  /** People with a reply in the other way. */
  readonly people: number;
  /** How many fewer these are than in the ranking itself. */
  readonly fewer: number;
  /** The model that is first there, by its word for links; undefined where that is not judged. */
  readonly first: string | undefined;
  readonly pairs: number;
  readonly turned: number;
}

/** The models that may be ranked, with their standings. */
function rankedIn(release: Release, selection: Selection, undocumented: Undocumented, planted?: RankingError) {
  const all = recomputeRanking(release, selection, undocumented, planted);
  return new Map(
    [...all].flatMap(([model, { people, value }]) =>
      value === undefined || people < FEWEST_RANKED ? [] : [[model, value] as const]
    )
  );
}

const highest = (standings: ReadonlyMap<string, number>) => [...standings].sort((a, b) => b[1] - a[1])[0]?.[0];

/** The order of `asked` as it stands in `looked`, over the models ranked in both. */
export function recomputeHeld(
  release: Release,
  asked: Selection,
  looked: Selection,
  undocumented: Undocumented,
  planted?: RankingError
): HeldOrder {
  const order = rankedIn(release, asked, undocumented);
  const other = rankedIn(release, looked, undocumented, planted);
  const models = [...order.keys()].filter((model) => other.has(model));
  const pairs = models.flatMap((a, i) => models.slice(i + 1).map((b) => [a, b] as const));
  const ahead = (standings: ReadonlyMap<string, number>, a: string, b: string) =>
    Math.sign(standings.get(a)! - standings.get(b)!);
  const leader = highest(order);
  const judged = pairs.length > 0 && models.includes(leader!);
  const people = (selection: Selection) =>
    new Set(keptReplies(release, selection, undocumented).map(({ conversation }) => conversation.person)).size;
  const left = people(planted === 'filter dropped' ? { ...looked, filters: [] } : looked);
  return {
    people: left,
    fewer: people(asked) - left,
    first: judged ? highest(new Map(models.map((model) => [model, other.get(model)!]))) : undefined,
    pairs: pairs.length,
    turned: pairs.filter(([a, b]) => ahead(order, a, b) * ahead(other, a, b) < 0).length
  };
}
