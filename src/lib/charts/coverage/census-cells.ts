import { uk_census_pct as uk, us_census_pct as us } from '../../../../data/published/census.json';
import type { Params } from '../../selection/index.ts';

/** A cell of a census: the levels of a column that are in it, and its share of the adults, in per cent. */
export interface CensusCell {
  readonly key: string;
  readonly label: string;
  /** Level keys. */
  readonly levels: readonly string[];
  readonly percent: number;
}

/** Where there is a census to set people beside, and what the place is called. */
export const censusPlaces = [
  { key: 'uk', label: 'the UK', level: 'united-kingdom', census: 'the census of England and Wales, 2021' },
  { key: 'us', label: 'the US', level: 'united-states', census: 'the American Community Survey' }
] as const;

/** What the cells are made of: columns of the release. */
export const censusColumns = [
  { key: 'age', label: 'age' },
  { key: 'gender', label: 'gender' },
  { key: 'ethnicity', label: 'ethnicity' }
] as const;

export const censusParams = {
  place: { kind: 'choice', label: 'Where', choices: censusPlaces.map(({ key, label }) => ({ key, label })) },
  cells: { kind: 'choice', label: 'Cells', choices: censusColumns }
} as const satisfies Params;

type Place = (typeof censusPlaces)[number]['key'];
type CellsOf = (typeof censusColumns)[number]['key'];

const cell = (key: string, label: string, percent: number, levels: readonly string[] = [key]): CensusCell => ({
  ...{ key, label, percent, levels }
});

const ages = ({ age }: typeof uk | typeof us) => [
  cell('18-24', '18–24', age['18-24']),
  cell('25-34', '25–34', age['25-34']),
  cell('35-44', '35–44', age['35-44']),
  cell('45-54', '45–54', age['45-54']),
  cell('55-64', '55–64', age['55-64']),
  cell('65-plus', '65+', age['65+'])
];

const genders = ({ All_Male, All_Female }: typeof uk | typeof us) => [
  cell('male', 'Male', All_Male),
  cell('female', 'Female', All_Female)
];

const ethnicities = (of: typeof uk | typeof us) => [
  cell('white', 'White', of.White),
  cell('asian', 'Asian', of.Asian),
  cell('black', 'Black', of.Black),
  cell('mixed', 'Mixed', of.Mixed),
  cell('other', 'Other', 'Other' in of ? of.Other : of.Other_incl_Hispanic, ['other', 'hispanic'])
];

/** The cells of a place's census by a column, in its order. */
export function censusCells(place: string, column: string): readonly CensusCell[] {
  const of = { uk, us }[place as Place];
  return { age: ages, gender: genders, ethnicity: ethnicities }[column as CellsOf](of);
}
