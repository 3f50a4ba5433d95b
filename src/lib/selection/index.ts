export { actsOn, isHas, partedByHas } from './acts-on.ts';
export { canonical } from './filters-in-link.ts';
export { columnsAsked } from './columns-asked.ts';
export { format } from './format.ts';
export { PAIRED, isGroupKey } from './group-key.ts';
export { defaultParams, pin, plainParams, type ChoiceParam, type Param, type Params } from './param.ts';
export { MOST_CHARACTERS, isTooLong, parse, unread, type Parsed, type LinkPart, type Vocabulary } from './parse.ts';
export { canBeOnBoth, refusal, sameForEverybody, scalesOf } from './refusal.ts';
export { SCALES, onScale, scaleOfComparison } from './scale-use.ts';
export {
  SMALLEST_CELL,
  SMALLEST_RANKED,
  everything,
  isLevels,
  isRange,
  sampleLabels,
  samples,
  turnChoices,
  type Comparison,
  type Filter,
  type LevelFilter,
  type RangeFilter,
  type Sample,
  type Selection,
  type Turns
} from './selection.ts';
