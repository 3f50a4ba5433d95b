import { findColumn, findMetric, type Undocumented } from '../../../src/lib/dataset/index.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import type { Average, Difference } from './estimates.ts';
import { placesOf } from './places.ts';
import { recomputeRanking, type RankingError, type Standing } from './rankings.ts';
import { recompute, recomputeComparison, type Cell, type Compared, type Planted } from './recompute.ts';
import type { Release } from './release.ts';
import { comparedNumbers, figureNumbers, type Numbers } from './site.ts';

/** The numbers of an estimate that there are, under names with a prefix; degrees of freedom only beside a standard error. */
const present = ({ df, ...found }: Average, prefix = ''): Numbers =>
  Object.fromEntries(
    Object.entries(found.se === null ? found : { ...found, df }).flatMap(([name, value]) =>
      value === null ? [] : [[prefix + name, value as number]]
    )
  );

function cellNumbers({ people, conversations, ratings, ...found }: Cell, least: number): Numbers {
  return { people, conversations, ratings, ...(people < least ? {} : present(found)) };
}

/** What a side is made of differs within a person: only then can people be set beside themselves. */
const variesWithin = ({ compare }: Selection) =>
  [...compare!.a, ...(compare!.b ?? [])].some(({ column }) => findColumn(column)!.table !== 'participants');

/** A difference is shown when its smaller side has people enough. */
function comparedBy({ a, b, between, within }: Compared, selection: Selection): Numbers {
  const least = selection.minimum;
  const shown = (found: Difference) => found.value !== null && Math.min(found.people, a.people, b.people) >= least;
  return {
    people_a: a.people,
    people_b: b.people,
    ...(shown(between) ? present(between, 'between_') : {}),
    ...(variesWithin(selection) && shown(within) ? present(within, 'within_') : {})
  };
}

/** The numbers of a group but for its estimate. */
const counted = (numbers: Numbers): Numbers =>
  Object.fromEntries(Object.entries(numbers).filter(([name]) => /^(people|conversations|ratings)$/.test(name)));

/** Equal but for the rounding of floating point and the search for quantiles. */
function equal(one: number | undefined, other: number | undefined, tolerance: number): boolean {
  if (one === undefined || other === undefined) return one === other;
  return Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(one), Math.abs(other));
}

/** A comparison recomputed: on a map by the places that it shows, unless nobody there has an answer. */
function recomputedSides(release: Release, selection: Selection, undocumented: Undocumented, planted?: Planted) {
  if (selection.params.view !== 'map') return recomputeComparison(release, selection, undocumented, planted);
  const { by, placeOf, isPlace } = placesOf(selection, undocumented);
  const own = recomputeComparison(release, { ...selection, by }, undocumented, planted, placeOf);
  return new Map([...own].filter(([key, { a, b }]) => !isPlace(key) || a.people + b.people > 0));
}

/** The numbers that a recomputation would show for a selection. */
function ownNumbers(selection: Selection, { manifest }: Database, release: Release, planted?: Planted) {
  if (!selection.compare) {
    const cells = recompute(release, selection, manifest.undocumented, planted);
    return mapped(cells, (cell) => cellNumbers(cell, selection.minimum));
  }
  const sides = recomputedSides(release, selection, manifest.undocumented, planted);
  return mapped(sides, (one) => comparedBy(one, selection));
}

/** Whether an error changes what a recomputation would show. */
export function isChangedBy(planted: Planted, selection: Selection, database: Database, release: Release): boolean {
  const [right, wrong] = [undefined, planted].map((error) => ownNumbers(selection, database, release, error));
  return differences(right!, wrong!, 1e-8).different.length > 0;
}

/** What the site shows for a selection beside what was recomputed: every number that differs, and how many there are. */
export async function disagreements(
  selection: Selection,
  database: Database,
  release: Release,
  planted?: Planted
): Promise<{ different: string[]; compared: number }> {
  const own = ownNumbers(selection, database, release, planted);
  const site = await (selection.compare ? comparedNumbers : figureNumbers)(selection, database);
  // Over all rows a relative metric is the same for everybody by construction, which gets no number.
  if (findMetric(selection.metric)!.relative && site.get('')?.value === undefined) {
    const all = site.get('');
    if (selection.compare && !all) own.delete('');
    else if (!selection.compare && all && own.has('')) own.set('', counted(own.get('')!));
  }
  return differences(site, own, 1e-8);
}

/** What the ranking of models shows beside what was recomputed: every number that differs, and how many there are. */
export function differentStandings(
  { selection, shown }: { readonly selection: Selection; readonly shown: ReadonlyMap<string, Numbers> },
  release: Release,
  undocumented: Undocumented,
  planted?: RankingError
): { different: string[]; compared: number } {
  const own = recomputeRanking(release, selection, undocumented, planted);
  const numbers = ({ value, ...counts }: Standing): Numbers => ({
    ...counts,
    ...(value === undefined ? {} : { value })
  });
  return differences(shown, mapped(own, numbers), 1e-7);
}

function differences(
  site: ReadonlyMap<string, Numbers>,
  own: ReadonlyMap<string, Numbers>,
  tolerance: number
): { different: string[]; compared: number } {
  const different: string[] = [];
  let compared = 0;
  for (const group of new Set([...site.keys(), ...own.keys()])) {
    const [shown, expected] = [site.get(group), own.get(group)];
    for (const name of new Set([...Object.keys(shown ?? {}), ...Object.keys(expected ?? {})])) {
      compared++;
      if (equal(shown?.[name], expected?.[name], tolerance)) continue;
      different.push(`${group} ${name}: ${shown?.[name]} shown, ${expected?.[name]} recomputed`);
    }
  }
  return { different, compared };
}

const mapped = <T>(of: ReadonlyMap<string, T>, make: (value: T) => Numbers) =>
  new Map([...of].map(([key, value]) => [key, make(value)]));
