import { levelKey, levelsOf, placeOfCountry, shapesColumn, type Undocumented } from '../../dataset/index.ts';
import { bordersNote, regionsNote } from '../../map/world.ts';
import type { AnswerRow } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import type { Area, Group, Judging, KeyEntry, NoFields, RawRow, Row } from '../chart.ts';
import { groupsOf } from '../rows/metric-rows.ts';
import { judgedBy, judgedGroups, verdictOver } from '../rows/verdicts.ts';
import { nounPhrase } from '../words/noun-phrase.ts';

/** The column of the country that a map of Explore puts people in. */
export const placeColumn = ({ params }: Selection) =>
  shapesColumn(params.place === 'residence' ? 'residence' : 'birth', 'countries');

const ofRegions = ({ params }: Selection) => params.detail !== 'countries';

/** What a map of Explore is divided into. */
export const levelOf = (selection: Selection) => (ofRegions(selection) ? 'regions' : 'countries');

/** "region of birth": what the rows are. */
export const placeWords = (selection: Selection) =>
  `${ofRegions(selection) ? 'region' : 'country'} of ${selection.params.place === 'residence' ? 'residence' : 'birth'}`;

/** The same selection grouped by the country that its map is made of. */
export const byCountry = <S extends Selection>(selection: S): S => ({
  ...selection,
  by: placeColumn(selection),
  and: null
});

/** The sums of people of several countries: everybody is of one, so they add up, also across the sides of a comparison. */
export function added(all: readonly AnswerRow[]): AnswerRow {
  const names = Object.keys(all[0]!).filter((name) => name !== 'g0');
  return Object.fromEntries(names.map((name) => [name, all.reduce((sum, row) => sum + row[name]!, 0)]));
}

/** How the sums of countries become rows. */
export interface PlaceSums<T, F> {
  /** The sums of each country by the code of its level. */
  readonly byCode: Iterable<readonly [code: number, sums: T]>;
  /** The sums of several countries together. */
  readonly together: (all: readonly T[]) => T;
  /** Whether anybody in them has an answer. */
  readonly peopled: (sums: T) => boolean;
  readonly rowOf: (group: Group, sums: T) => RawRow<F>;
}

/**
 * A row for each place that somebody with an answer is from: PRISM's regions or single countries, keyed as their shapes
 * are; last those whose answer is no place.
 */
export function placeRows<T, F = NoFields>(
  selection: Selection,
  extra: Undocumented,
  sums: PlaceSums<T, F>
): RawRow<F>[] {
  const column = placeColumn(selection);
  const [levels, groups] = [levelsOf(column, extra), groupsOf(column, extra)];
  const found = [...sums.byCode].map(([code, own]) => ({
    own,
    group: groups[code]!,
    country: placeOfCountry(String(levels[code]!.value))
  }));
  const nowhere = found.filter(({ country }) => country === undefined).map(({ own, group }) => sums.rowOf(group, own));
  const placed = found.flatMap((one) =>
    one.country && sums.peopled(one.own) ? [{ ...one, country: one.country }] : []
  );
  if (!ofRegions(selection)) {
    const rows = placed.map(({ own, group, country }) => ({
      ...sums.rowOf({ ...group, key: country.iso3 }, own),
      places: [country.iso3]
    }));
    return [...rows, ...nowhere];
  }
  const rows = levelsOf(shapesColumn('birth', 'regions')).flatMap(({ value, label }) => {
    const own = placed.filter(({ country }) => country.specialRegion === value);
    if (own.length === 0) return [];
    const row = sums.rowOf(
      { key: String(value), label, missing: false },
      sums.together(own.map((country) => country.own))
    );
    return [{ ...row, places: own.map(({ country }) => country.iso3) }];
  });
  return [...rows, ...nowhere];
}

/** The shape that each answer of a map's column belongs to, by its code: a country's, or its region's; itself where it is no place. */
function shapes(
  selection: Selection,
  extra: Undocumented
): { readonly keys: readonly string[]; readonly of: readonly number[] } {
  const column = placeColumn(selection);
  const [levels, groups] = [levelsOf(column, extra), groupsOf(column, extra)];
  const named = groups.map(({ key }, code) => {
    const country = placeOfCountry(String(levels[code]!.value));
    return country === undefined ? key : ofRegions(selection) ? country.specialRegion : country.iso3;
  });
  const keys = [...new Set(named)];
  return { keys, of: named.map((key) => keys.indexOf(key)) };
}

/** Whether the places on a map differ. */
export const placesJudged: Judging = {
  query: (selection) => judgedBy(byCountry(selection)),
  task(people, selection, extra) {
    const { keys, of } = shapes(selection, extra);
    const judged = judgedGroups(placeColumn(selection), selection, extra);
    const groups = keys.map((key, shape) => {
      const own = judged.flatMap((group, code) => (of[code] === shape && group ? [group] : []));
      return own[0] ? { key, label: key, missing: own.every(({ missing }) => missing) } : null;
    });
    return verdictOver(
      people,
      Int32Array.from(people.g0!, (code) => of[code]!),
      groups,
      selection,
      false
    );
  },
  keys: (selection, extra) => shapes(selection, extra).keys
};

/** The people of a place on a map, by its key: `people born in the United States`. */
export function placeNamed(selection: Selection): (key: string) => string {
  const column = placeColumn(selection);
  const region = levelsOf(shapesColumn('birth', 'regions')).map(
    ({ value, label, inside }) => [String(value), inside ?? label] as const
  );
  const regions = new Map(ofRegions(selection) ? region : []);
  const verb = selection.params.place === 'residence' ? 'living' : 'born';
  return (key) => {
    const label = regions.get(key);
    if (label !== undefined) return `people ${verb} in ${label}`;
    const level = levelsOf(column).find(({ value }) => placeOfCountry(String(value))?.iso3 === key);
    return nounPhrase([{ column, keys: [level ? levelKey(level) : key], exclude: false }]);
  };
}

/** What the small print of a map says of its places, before and after what it says of its colours. */
export function placeNotes(selection: Selection, colours: readonly string[]): string[] {
  const grouped = [selection.by, selection.and].some((name) => name !== null);
  return [
    ...(ofRegions(selection) ? [regionsNote] : []),
    ...colours,
    bordersNote,
    ...(grouped ? ['The map shows places; the groupings asked for are kept for the other views.'] : [])
  ];
}

/** The rows that are places on the map, and not "Prefer not to say". */
export const onlyOnMap = <R extends Row>({ rows }: { readonly rows: readonly R[] }): R[] =>
  rows.filter(({ places }) => places !== undefined);

/** The key of what a map shows without a class, and of the hatch, which every map has. */
export function unclassedKey(areas: ReadonlyMap<string, Area>, nobody: string, few: string): KeyEntry[] {
  const some = (kind: Area['kind']) => [...areas.values()].some((area) => area.kind === kind);
  return [
    { mark: 'nobody', label: nobody },
    ...(some('few') ? [{ mark: 'few-dot', label: 'too few to show' } as const] : []),
    ...(some('grey') ? [{ mark: 'few', label: few } as const] : [])
  ];
}
