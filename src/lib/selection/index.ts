export { format } from './format.ts';
export { defaultParams, type ChoiceParam, type Param, type Params } from './param.ts';
export { canonical, parse, type Parsed, type Vocabulary } from './parse.ts';
export { refusal } from './refusal.ts';
export {
  SMALLEST_CELL,
  isLevels,
  isRange,
  samples,
  turnChoices,
  type Filter,
  type LevelFilter,
  type RangeFilter,
  type Sample,
  type Selection,
  type Turns
} from './selection.ts';
