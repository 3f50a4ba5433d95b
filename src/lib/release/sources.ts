import { neighbourhoodFiles, requiredFileNames, type ReleaseFileName } from './files.ts';

/** The public dataset. */
const DATASET = 'https://huggingface.co/datasets/HannahRoseKirk/prism-alignment/resolve/main';

/** The authors' repository. */
const REPOSITORY = 'https://github.com/HannahKirk/prism-alignment/raw/main';

/** Where a file of the official release is published. */
export interface Source {
  readonly name: ReleaseFileName;
  readonly url: string;
  /** Whether a release is of no use without it. */
  readonly required: boolean;
}

function inDataset(name: 'metadata.jsonl' | (typeof requiredFileNames)[number]): Source {
  return { name, url: `${DATASET}/${name}`, required: name !== 'metadata.jsonl' };
}

/** The files of the official release, in the order in which they are fetched. */
export const officialSources: readonly Source[] = [
  ...requiredFileNames.map(inDataset),
  inDataset('metadata.jsonl'),
  { name: 'models.jsonl', url: `${REPOSITORY}/data/models.jsonl`, required: false },
  ...(['opening_prompt_text_df_original.csv', ...neighbourhoodFiles] as const).map((name) => ({
    name,
    url: `${REPOSITORY}/results/clusters/${name}`,
    required: false
  }))
];
