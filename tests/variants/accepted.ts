import type { Release } from '../unit/release/afresh/release.ts';
import type { Row } from '../unit/release/afresh/python.ts';
import { extremes } from './extremes.ts';
import { subsets } from './subsets.ts';
import { strangers } from './strangers.ts';

/** A release that the reader accepts though it is not as the description has it. */
export interface Accepted {
  /** What is different about it, as the end of "a release with …". */
  readonly name: string;
  readonly change: (release: Release) => void;
  /** Names of files that it lacks, by how they begin. */
  readonly without?: readonly string[];
  /** What some page must say of it, by the page's path. */
  readonly shows: readonly (readonly [path: string, text: string])[];
  /** Whether it can stand in one release with the others. */
  readonly alone?: true;
}

/** The model that its list leaves out, as the release names it. */
const left = 'gpt-4-1106-preview';

const millisecondsOf = (row: Row): void => {
  row.generated_datetime = Date.parse(`${String(row.generated_datetime).replace(' ', 'T')}Z`);
};

const lacking: readonly Accepted[] = [
  {
    name: 'a list of models that leaves one out',
    change: (release) => (release.models = release.models.filter(({ long_name }) => long_name !== left)),
    shows: [
      ['models/gpt-4-turbo', 'has no row for this model'],
      ['codebook', `models.jsonl has no row for the model "${left}"`]
    ]
  },
  {
    name: 'no file but the three',
    change: () => undefined,
    without: ['data/metadata', 'data/models', 'results'],
    shows: [
      ['models/gpt-4-turbo', 'models.jsonl was not loaded with the data'],
      ['codebook', 'Files that were not in this release']
    ],
    alone: true
  },
  {
    name: 'no regions but the special ones',
    change: ({ survey }) => {
      for (const { location } of survey) {
        delete (location as Row).birth_region;
        delete (location as Row).reside_region;
      }
    },
    shows: [['codebook', 'taken from the countries']]
  }
];

const reexported: readonly Accepted[] = [
  {
    name: 'a column that nobody documented in every file',
    change: ({ survey, conversations, utterances, metadata, models }) => {
      for (const rows of [survey, conversations, utterances, metadata, models])
        rows.forEach((row, index) => (row.__index_level_0__ = index));
      for (const { religion } of survey) (religion as Row)['<b>gpt4</b>'] = 'Christian';
    },
    shows: [
      ['codebook', '__index_level_0__'],
      ['codebook', 'religion.<b>gpt4</b>']
    ]
  },
  {
    name: 'dates in milliseconds',
    change: ({ survey, conversations }) => [...survey, ...conversations].forEach(millisecondsOf),
    shows: [['codebook', 'generated_datetime was read as milliseconds since 1970-01-01 00:00:00 (']]
  },
  {
    name: 'the mark of the twin',
    change: ({ survey }) => survey.forEach((row, index) => (row.study_id = `twin${index}`)),
    shows: [['codebook', 'Synthetic: the counts below']],
    alone: true
  }
];

/** Every kind of release that is accepted. */
export const accepted: readonly Accepted[] = [...lacking, ...reexported, ...strangers, ...extremes, ...subsets];
