export { attributes, type Attribute } from './attributes.ts';
export { CHECKSUM, MISSING, checksum } from './checksum.ts';
export {
  PREFER_NOT_TO_SAY,
  allLevels,
  isDimension,
  levelKey,
  type CategoryColumn,
  type Column,
  type ColumnKind,
  type Dimension,
  type LevelGroup,
  type IdColumn,
  type Level,
  type ManyColumn,
  type NumberColumn,
  type TimeColumn
} from './column.ts';
export { countries, findCountry, type Country } from './countries.ts';
export { placeOfCountry, type CountryPlace } from './country-places.ts';
export * from './format.ts';
export { baseOf, findColumn, withTogether, type FoundColumn } from './find-column.ts';
export { folded, holdsWords, singular, wordsOf } from './folded.ts';
export { isolated } from './isolated.ts';
export { REST, joinedMask, joinedOf, storedOf, type Joined } from './joined.ts';
export { lacking, optionalFiles, type OptionalFile } from './lacking.ts';
export { MOST_NAMED, kept, keptRange, type Kept } from './kept.ts';
export { answersOf, levelsOf } from './levels.ts';
export { dimensionsOf, lineage, numbersOf } from './lineage.ts';
export type { Manifest, Remade, Undocumented } from './manifest.ts';
export { describedIn } from './metrics/described.ts';
export { findMetric, metrics, type MeanMetric, type Metric, type ShareMetric, type Unit } from './metrics/index.ts';
export {
  describedModelList,
  knownModel,
  type KnownModel,
  type ModelDetails,
  type ModelList,
  type Settings
} from './model-details.ts';
export { findModel, models, type Model } from './models.ts';
export { notShipped, unreadFields, type NotShipped } from './not-shipped.ts';
export { levelNames, otherNames, otherNamesOfPlace } from './other-names.ts';
export { findPlace, placeOf, placeOfShape, placePath, places, type Place } from './places.ts';
export type { NamedSample, Origin, Relative, Role, ScaleUse } from './role.ts';
export { columnsWhere, outcomesWith, roleOf, sampleFlag, shapesColumn, usualColumns, usualOfPeople } from './roles.ts';
export type { Table } from './table.ts';
export { columnsOf, parentOf, tableNames, tables, type ColumnName, type Parent, type TableName } from './tables.ts';
export { fileOf, filesOf } from './shipped.ts';
export { sha256 } from './sha256.ts';
export { subjects, type Subject } from './subjects.ts';
export { answersIn, groupOf, taken } from './taken.ts';
export { texts, type Text, type TextName } from './texts.ts';
export { FARTHEST } from './utterances/relative.ts';
export { phrases } from './utterances/phrases.ts';
export {
  CONVERSATION,
  PERSON,
  RATING,
  capitalise,
  countWord,
  decapitalise,
  formatBytes,
  formatCount,
  formatCountOf,
  formatInterval,
  formatList,
  formatPercent,
  formatValue,
  type Scale
} from './format.ts';
