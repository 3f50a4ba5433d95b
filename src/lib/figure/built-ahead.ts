import type { Chart, Figure } from '../charts/chart.ts';
import { dimensionsOf, findMetric, levelKey, levelsOf, metrics, type TableName } from '../dataset/index.ts';
import {
  format,
  plainParams,
  refusal,
  samples,
  turnChoices,
  type LevelFilter,
  type Selection,
  type Vocabulary
} from '../selection/index.ts';

/** Most cells of a table of two groupings that is built ahead: its file stays below 50 kB. */
const MOST_CELLS = 130;

/**
 * The selections of a page that are answered at build time: the default; every measure with words of its own by every
 * grouping it may have; and nearly all that one choice on the default view leads to, but for the ways to set out a figure
 * that is answered already. Where nothing but parameters can be
 * chosen, they are built in every combination. A page that names what is answered ahead has that alone. Read by the build
 * and by the page alike, so that a miss costs no request.
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

function selectionsOf(vocabulary: Vocabulary): Selection[] {
  const { defaults, parts, params } = vocabulary;
  const settings = Object.entries(params).map(([name, param]) =>
    param.choices
      .filter(({ key }) => plainParams({ [name]: key }, params)[name] === key)
      .map(({ key }) => ({ [name]: key }))
  );
  const single = () => settings.flat().map((setting) => set(defaults, setting));
  const selections = vocabulary.ahead
    ? vocabulary.ahead().map((change) => ({ ...defaults, ...change }))
    : parts.includes('metric')
      ? [...measures(defaults), ...changes(vocabulary), ...single()]
      : parts.includes('by')
        ? [...groupings(vocabulary), ...changes(vocabulary), ...single()]
        : product(settings).map((setting) => set(defaults, setting));
  const fits = (one: Selection) => (!parts.includes('by') || refusal(one) === null) && !vocabulary.tooLarge?.(one);
  return [defaults, ...selections.filter(fits)];
}

const set = (selection: Selection, params: Selection['params']) => ({
  ...selection,
  params: { ...selection.params, ...params }
});

/** Every measure by every grouping. */
function measures(defaults: Selection): Selection[] {
  return metrics.flatMap(({ name, table }) =>
    [null, ...dimensionsOf(table)].map((by) => ({ ...defaults, metric: name, by }))
  );
}

/** Every grouping of a page with one measure. */
function groupings({ defaults, dimensions }: Vocabulary): Selection[] {
  return [null, ...(dimensions ?? dimensionsOf(findMetric(defaults.metric)!.table))].map((by) => ({ ...defaults, by }));
}

/** One choice on the default view: a second grouping, a level of a filter or of side A, a sample, the turns. */
function changes({ defaults, parts }: Vocabulary): Selection[] {
  const { table } = findMetric(defaults.metric)!;
  const cells = (and: string) => levelsOf(and).length * (defaults.by === null ? 1 : levelsOf(defaults.by).length);
  const seconds = parts.includes('and') ? dimensionsOf(table).filter((and) => cells(and) <= MOST_CELLS) : [];
  const levels = (of: TableName): LevelFilter[] =>
    dimensionsOf(of).flatMap((column) =>
      levelsOf(column).map((level) => ({ column, exclude: false, keys: [levelKey(level)] }))
    );
  const filters = parts.includes('filters') ? levels('utterances') : [];
  const sides = parts.includes('compare') ? levels(table) : [];
  return [
    ...seconds.map((and) => ({ ...defaults, and })),
    ...filters.map((filter) => ({ ...defaults, filters: [filter] })),
    ...sides.map((side) => ({ ...defaults, compare: { a: [side], b: null } })),
    ...samples.map((sample) => ({ ...defaults, sample })),
    ...(parts.includes('turns') && table === 'utterances' ? turnChoices.map((turns) => ({ ...defaults, turns })) : [])
  ];
}

function product(lists: readonly (readonly Record<string, string>[])[]): Record<string, string>[] {
  return lists.reduce<Record<string, string>[]>(
    (all, list) => all.flatMap((one) => list.map((next) => ({ ...one, ...next }))),
    [{}]
  );
}

/** The file, below its version and without ending, in which a chart's figure built ahead lies with those beside it. */
export const fileOf = ({ name, together = name }: Pick<Chart, 'name' | 'together'>, link: string) =>
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
