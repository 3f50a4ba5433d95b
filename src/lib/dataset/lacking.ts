import { storedColumn } from './tables.ts';

/** An optional file of the release, and what cannot be said without it. */
export interface OptionalFile {
  readonly file: string;
  /** Said where the file was not there. */
  readonly without: string;
}

const near = (what: string, name: string): OptionalFile[] =>
  ['0.05', '0.125', '0.2'].map((distance) => ({
    file: `local_clusters_${name}_${distance.replace('.', '-')}.csv`,
    without: `It is not known which ${what} are near-identical within a cosine distance of ${distance}.`
  }));

export const optionalFiles: readonly OptionalFile[] = [
  {
    file: 'opening_prompt_text_df_original.csv',
    without: 'The file of topics was not in this release, so no conversation has a topic.'
  },
  {
    file: 'models.jsonl',
    without:
      'The list of models was not in this release: makers, kinds and settings are those of the published list, system prompts are not known.'
  },
  {
    file: 'metadata.jsonl',
    without:
      'The annotations of texts were not in this release: it is not known which hold personal data, were flagged, or are not in English.'
  },
  ...near('opening prompts', 'opening_prompt'),
  ...near('replies', 'model_response')
];

/** The optional file that a column comes from alone; undefined for others. */
function fileOf(name: string): string | undefined {
  const source = storedColumn(name)?.column.source;
  return typeof source === 'object' ? source.file : undefined;
}

/** What a release cannot say, by the names of the files it lacks; only of some columns when they are given. */
export function lacking(missing: readonly string[], columns?: readonly (string | null)[]): readonly OptionalFile[] {
  const files = columns?.map((name) => (name === null ? undefined : fileOf(name)));
  return optionalFiles.filter(({ file }) => missing.includes(file) && (files === undefined || files.includes(file)));
}
