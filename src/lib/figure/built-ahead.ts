import type { Chart, Figure } from '../charts/chart.ts';
import { dimensionsOf, metrics } from '../dataset/index.ts';
import { format, plainParams, refusal, type Selection, type Vocabulary } from '../selection/index.ts';

/**
 * The selections of a page that are answered at build time: the default, and what reaches a reader on a slow line sooner as
 * a file of its own than the tables do that it is made of. That is on Explore every measure by every grouping and each
 * setting; elsewhere what a page says of itself, or, where nothing but parameters can be chosen, every combination of
 * them. Filters and comparisons are answered in the page. Read by the build and by the page alike, so that a miss costs no
 * request.
 */
export function builtAhead(vocabulary: Vocabulary): Selection[] {
  return [...byLink(vocabulary).values()];
}

/** Whether the selection that a link of a page says is answered at build time. */
export function isBuiltAhead(vocabulary: Vocabulary, link: string): boolean {
  return byLink(vocabulary).has(link);
}

const listed = new WeakMap<Vocabulary, ReadonlyMap<string, Selection>>();

/** The list by its links, made once: there are hundreds. */
function byLink(vocabulary: Vocabulary): ReadonlyMap<string, Selection> {
  const known = listed.get(vocabulary);
  if (known) return known;
  const found = new Map(selectionsOf(vocabulary).map((one) => [format(one, vocabulary).toString(), one]));
  listed.set(vocabulary, found);
  return found;
}

function selectionsOf({ defaults, parts, params, ahead }: Vocabulary): Selection[] {
  const settings = Object.entries(params).map(([name, param]) =>
    param.choices
      .filter(({ key }) => plainParams({ [name]: key }, params)[name] === key)
      .map(({ key }) => ({ [name]: key }))
  );
  const set = (changed: Selection['params']) => ({ ...defaults, params: { ...defaults.params, ...changed } });
  const selections = ahead
    ? ahead().map((change) => ({ ...defaults, ...change }))
    : parts.includes('metric')
      ? [...measures(defaults), ...settings.flat().map(set)]
      : product(settings).map(set);
  return [defaults, ...selections.filter((one) => !parts.includes('by') || refusal(one) === null)];
}

/** Every measure by every grouping. */
function measures(defaults: Selection): Selection[] {
  return metrics.flatMap(({ name, table }) =>
    [null, ...dimensionsOf(table)].map((by) => ({ ...defaults, metric: name, by }))
  );
}

function product(lists: readonly (readonly Record<string, string>[])[]): Record<string, string>[] {
  return lists.reduce<Record<string, string>[]>(
    (all, list) => all.flatMap((one) => list.map((next) => ({ ...one, ...next }))),
    [{}]
  );
}

/** The file, below its version and without ending, in which a chart's figure built ahead lies with those beside it. */
export const aheadFileOf = ({ name, together = name }: Pick<Chart, 'name' | 'together'>, link: string) =>
  `${together}/${figureKey(link)}`;

/** What a file holds: figures by the names of their charts. */
export type AheadFile = Readonly<Record<string, Figure>>;

/** File name of a selection's figure: a 53-bit hash (cyrb53) of its link, in base 36. */
export function figureKey(link: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < link.length; i++) {
    const code = link.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
