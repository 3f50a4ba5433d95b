import countries from '../../../../data/published/countries.json' with { type: 'json' };
import { findPlace, placeOf, places, placePath, shapesColumn, type Place } from '../../dataset/index.ts';

/** Fewest people a place's page has figures of. */
export const ENOUGH = 30;

/** A place and how many of the 1,500 people come from there, as published. */
export interface PublishedPlace {
  readonly place: Place;
  readonly path: string;
  /** People of the page: born in the region or country, or living in it. */
  readonly people: number;
  readonly born: number;
  /** People living there; regions of residence are grouped as PRISM groups places of birth. */
  readonly reside: number;
  /** All people asked. */
  readonly of: number;
  /** Whether there are enough for figures. */
  readonly enough: boolean;
  /** The same country, asked the other way round: born there, or living there. Only where somebody is. */
  readonly other: { readonly path: string; readonly people: number; readonly enough: boolean } | null;
  /** The region the country lies in, with its people. */
  readonly region: { readonly place: Place; readonly path: string; readonly people: number } | null;
  /** The one country all people of a region were born in; null where there are several. */
  readonly onlyCountry: { readonly place: Place; readonly path: string } | null;
}

const kinds: readonly Place['kind'][] = ['region', 'birth', 'residence'];
const rows = new Map(countries.countries.map((row) => [row.country, row]));
const inRegion = (released: string) =>
  countries.countries.filter(({ special_region_if_born_here }) => special_region_if_born_here === released);
const sum = (of: readonly number[]) => of.reduce((total, n) => total + n, 0);

function counts(place: Place): { born: number; reside: number; people: number } {
  const there = place.kind === 'region' ? inRegion(place.released) : [rows.get(place.released)!];
  const born = sum(there.map((row) => row.born));
  const reside = sum(there.map((row) => row.reside));
  return { born, reside, people: place.kind === 'residence' ? reside : born };
}

function otherOf(place: Place): PublishedPlace['other'] {
  if (place.kind === 'region') return null;
  const found = placeOf(shapesColumn(place.kind === 'birth' ? 'residence' : 'birth', 'countries'), place.level);
  if (!found) return null;
  const { people } = counts(found);
  return people === 0 ? null : { path: placePath(found), people, enough: people >= ENOUGH };
}

function onlyCountryOf(place: Place): PublishedPlace['onlyCountry'] {
  if (place.kind !== 'region') return null;
  const born = inRegion(place.released).filter((row) => row.born > 0);
  const found =
    born.length === 1 ? places.find((one) => one.kind === 'birth' && one.released === born[0]!.country) : null;
  return found ? { place: found, path: placePath(found) } : null;
}

function published(place: Place): PublishedPlace {
  const { born, reside, people } = counts(place);
  const region = place.region === null ? null : findPlace(place.region)!;
  return {
    place,
    path: placePath(place),
    people,
    born,
    reside,
    of: countries.n,
    enough: people >= ENOUGH,
    other: otherOf(place),
    region: region && { place: region, path: placePath(region), people: counts(region).people },
    onlyCountry: onlyCountryOf(place)
  };
}

/** Every place somebody comes from, with its published counts, most people first within regions, birth and residence. */
export const publishedPlaces: readonly PublishedPlace[] = places
  .map(published)
  .filter(({ people }) => people > 0)
  .sort((a, b) => kinds.indexOf(a.place.kind) - kinds.indexOf(b.place.kind) || b.people - a.people);

/** Each country once, with its two places, in the order of the places. */
export const countryRows = [
  ...new Set(publishedPlaces.filter(({ place }) => place.kind !== 'region').map(({ place }) => place.label))
].map((label) => {
  const of = (kind: Place['kind']) =>
    publishedPlaces.find(({ place }) => place.kind === kind && place.label === label) ?? null;
  return { label, born: of('birth'), living: of('residence') };
});
