import { neighbourhoodFiles, requiredFileNames, type ReleaseFileName } from './files.ts';

/** The public dataset, where a person looks at it. */
export const DATASET_PAGE = 'https://huggingface.co/datasets/HannahRoseKirk/prism-alignment';

const DATASET = `${DATASET_PAGE}/resolve/main`;

/** The authors' repository, at the host that lets pages of other sites read its files. */
const REPOSITORY = 'https://raw.githubusercontent.com/HannahKirk/prism-alignment/main';

/** Where a file of the official release is published. */
export interface Source {
  readonly name: ReleaseFileName;
  readonly url: string;
  /** Whether a release is of no use without it. */
  readonly required: boolean;
  /** Its size as listed there, about. */
  readonly bytes: number;
}

/** Sizes as the dataset's page lists them. */
const listed = {
  'survey.jsonl': 4_860_000,
  'conversations.jsonl': 60_300_000,
  'utterances.jsonl': 68_200_000,
  'metadata.jsonl': 85_100_000
} as const;

function inDataset(name: keyof typeof listed): Source {
  return { name, url: `${DATASET}/${name}`, required: name !== 'metadata.jsonl', bytes: listed[name] };
}

/** About the size of a file of clusters; the repository lists none. */
const OF_CLUSTERS = 1_000_000;

/** The files of the official release, in the order in which they are fetched. */
export const officialSources: readonly Source[] = [
  ...requiredFileNames.map(inDataset),
  inDataset('metadata.jsonl'),
  { name: 'models.jsonl', url: `${REPOSITORY}/data/models.jsonl`, required: false, bytes: 18_000 },
  ...(['opening_prompt_text_df_original.csv', ...neighbourhoodFiles] as const).map((name) => ({
    name,
    url: `${REPOSITORY}/results/clusters/${name}`,
    required: false,
    bytes: OF_CLUSTERS
  }))
];
