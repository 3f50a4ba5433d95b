/** A board to start from: its tiles in order. */
export interface NamedBoard {
  /** Its word in links. */
  readonly key: string;
  readonly label: string;
  readonly tiles: readonly string[];
}

/** Most tiles of a board. */
export const MOST_TILES = 14;

/** The boards to start from; the first is the page's own. */
export const boards: readonly NamedBoard[] = [
  {
    key: 'everything',
    label: 'Everything',
    tiles: [
      ...['special_region', 'age', 'gender', 'education', 'religion', 'lm_familiarity', 'lm_frequency_use'],
      ...['stated', 'conversation_type', 'topic', 'score', 'wins', 'reside_country', 'ethnicity']
    ]
  },
  {
    key: 'who',
    label: 'Who took part',
    tiles: [
      ...['special_region', 'reside_country', 'age', 'gender', 'education', 'employment_status', 'marital_status'],
      ...['english_proficiency', 'religion', 'ethnicity', 'lm_familiarity', 'lm_frequency_use', 'lm_usecases'],
      'included_in_us_rep'
    ]
  },
  {
    key: 'wishes',
    label: 'What they ask of AI',
    tiles: [
      ...['stated', 'choice', 'performance', 'lm_familiarity', 'lm_frequency_use', 'lm_usecases'],
      ...['special_region', 'age', 'gender', 'education']
    ]
  },
  {
    key: 'topics',
    label: 'What they talk about',
    tiles: ['topic', 'conversation_type', 'turns', 'special_region', 'age', 'gender', 'religion', 'lm_frequency_use']
  },
  {
    key: 'models',
    label: 'Which models they prefer',
    tiles: ['wins', 'maker', 'model', 'score', 'choice', 'conversation_type', 'special_region', 'age', 'gender']
  }
];

/** @throws RangeError when there is no such board */
export function boardNamed(key: string): NamedBoard {
  const found = boards.find((board) => board.key === key);
  if (!found) throw new RangeError(`No board ${key}`);
  return found;
}
