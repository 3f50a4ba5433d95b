/** One file of a release, wherever it lies: a path, an upload, memory. */
export interface ReleaseFile {
  /** The name to report, such as `survey.jsonl`. */
  readonly name: string;
  /** Length in bytes, when known; for progress only. */
  readonly bytes?: number;
  /** Opens the file anew, from its start. */
  open(): AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;
}

/** Names of the files a release cannot do without. */
export const requiredFileNames = ['survey.jsonl', 'conversations.jsonl', 'utterances.jsonl'] as const;

/** Files of near-identical opening prompts and replies, at three cosine distances. */
export const neighbourhoodFiles = [
  'local_clusters_opening_prompt_0-05.csv',
  'local_clusters_opening_prompt_0-125.csv',
  'local_clusters_opening_prompt_0-2.csv',
  'local_clusters_model_response_0-05.csv',
  'local_clusters_model_response_0-125.csv',
  'local_clusters_model_response_0-2.csv'
] as const;

/** Names of the files that add to a release. */
export const optionalFileNames = [
  'metadata.jsonl',
  'models.jsonl',
  'opening_prompt_text_df_original.csv',
  ...neighbourhoodFiles
] as const;

export const releaseFileNames = [...requiredFileNames, ...optionalFileNames] as const;

export type ReleaseFileName = (typeof releaseFileNames)[number];

export type NeighbourhoodFileName = (typeof neighbourhoodFiles)[number];

/** What was found of a release; a name that is absent was not found. */
export type ReleaseFiles = Readonly<Partial<Record<ReleaseFileName, ReleaseFile>>>;

/** A line for the reader of the terminal or the page. */
export type Log = (line: string) => void;

/** The chunks of an opened file; in browsers whose streams cannot be iterated, through a reader. */
export async function* chunksOf(file: ReleaseFile): AsyncGenerator<Uint8Array> {
  const source = file.open();
  if (!('getReader' in source)) {
    yield* source;
    return;
  }
  const reader = source.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}
