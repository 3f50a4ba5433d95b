import type { Manifest } from '../../dataset/manifest.ts';
import { flagsInOrder, type AnnotatedText } from '../metadata.ts';
import { neighbourhoodFiles, type NeighbourhoodFileName } from '../files.ts';
import type { Release } from '../read.ts';
import { MISSING, type BuiltColumns } from '../table-builder.ts';
import { tableFile, textFile, type Shipped } from './parquet.ts';
import { shippedTableFiles } from './tables.ts';

function column(columns: BuiltColumns, name: string): Int32Array {
  const values = columns[name];
  if (values === undefined) throw new RangeError(`No column ${name}`);
  return values;
}

/**
 * The files made from a release, by name: the three tables, without what is `remade`; the texts row by row alongside them (messages by
 * conversation and turn), each with `<text>_flags` where the release annotates it; the neighbourhoods where it has them; the list of models.
 */
export function shippedFiles(release: Release, remade: NonNullable<Manifest['remade']>): Map<string, Shipped> {
  const { tables, texts } = release;
  const files = new Map<string, Shipped>();
  for (const [name, file] of shippedTableFiles(tables, remade)) files.set(name, file);

  const flags = (keys: Int32Array, ...names: readonly AnnotatedText[]): BuiltColumns =>
    Object.fromEntries(
      names.map((name) => [
        `${name}_flags`,
        release.metadata ? flagsInOrder(release.metadata.flags[name], keys) : new Int32Array(keys.length).fill(MISSING)
      ])
    );
  const user_id = column(tables.participants, 'user_id');
  files.set(
    'texts/participants.parquet',
    textFile({ user_id, ...flags(user_id, 'self_description', 'system_string') }, { ...texts.participants })
  );
  const conversation_id = column(tables.conversations, 'conversation_id');
  files.set(
    'texts/conversations.parquet',
    textFile({ conversation_id, ...flags(conversation_id, 'open_feedback') }, { ...texts.conversations })
  );
  const { user_prompt, ...interactions } = texts.interactions;
  files.set(
    'texts/interactions.parquet',
    textFile({ ...interactions, ...flags(interactions.interaction_id, 'user_prompt') }, { user_prompt })
  );
  const utterance_id = column(tables.utterances, 'utterance_id');
  files.set(
    'texts/utterances.parquet',
    textFile({ utterance_id, ...flags(utterance_id, 'model_response') }, { ...texts.utterances })
  );

  addNeighbourhoods(files, release, 'opening_prompt', 'conversation_id', conversation_id);
  addNeighbourhoods(files, release, 'model_response', 'utterance_id', utterance_id);
  files.set('models.json', {
    bytes: new TextEncoder().encode(`${JSON.stringify(release.models, null, 2)}\n`),
    rows: release.models.models.length
  });
  return files;
}

/** Adds `neighbourhoods/<text>.parquet`: the id, and a number per distance, such as `within_0_125`. */
function addNeighbourhoods(
  files: Map<string, Shipped>,
  release: Release,
  text: 'opening_prompt' | 'model_response',
  key: string,
  ids: Int32Array
): void {
  const columns: Record<string, Int32Array> = {};
  for (const name of neighbourhoodFiles.filter((file) => file.includes(text))) {
    const found = release.neighbourhoods.get(name);
    if (found) columns[`within_${distanceOf(name)}`] = ids.map((id) => found.get(id) ?? MISSING);
  }
  if (Object.keys(columns).length > 0)
    files.set(`neighbourhoods/${text}.parquet`, tableFile({ [key]: ids, ...columns }));
}

/** `0_125` of `local_clusters_opening_prompt_0-125.csv`. */
function distanceOf(name: NeighbourhoodFileName): string {
  return (/_(\d+-\d+)\.csv$/.exec(name)?.[1] ?? '').replace('-', '_');
}
