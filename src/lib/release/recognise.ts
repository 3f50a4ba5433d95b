import { neighbourhoodFiles, releaseFileNames, type ReleaseFileName } from './files.ts';
import { isRow, parseLine } from './json.ts';
import { shapes } from './shape.ts';

/** Bytes of the longest first line that is looked at. */
const LONGEST_FIRST = 1 << 22;

/** Bytes taken at first; a line that is longer is taken in steps of twice as much. */
const FIRST = 1 << 16;

/** So much of what a row holds and of what it should hold must be the same: other columns may be added or lacking. */
const LEAST_ALIKE = 0.5;

/** Columns of the file of topics that no other file has. */
const TOPICS = ['id', 'cluster_id', 'orig_text'];

/**
 * Which file of a release a file is, by the keys of its first row or the heads of its columns, whatever it is called. Files
 * of near-identical texts say their distance in their name alone. What cannot be told by its first row is what its name
 * says, so that the reader finds what is wrong with it; null where that says nothing either.
 */
export async function recognise(file: Blob, name: string): Promise<ReleaseFileName | null> {
  const line = await firstLine(file);
  return ofRow(line) ?? ofHeads(line, name) ?? releaseFileNames.find((known) => known === name) ?? null;
}

async function firstLine(file: Blob): Promise<string> {
  for (let bytes = FIRST; ; bytes *= 2) {
    const text = new TextDecoder().decode(await file.slice(0, bytes).arrayBuffer()).trimStart();
    const end = text.indexOf('\n');
    if (end >= 0 || bytes >= Math.min(file.size, LONGEST_FIRST)) return end < 0 ? text : text.slice(0, end);
  }
}

function ofRow(line: string): ReleaseFileName | undefined {
  const row = parsed(line);
  if (row === undefined) return undefined;
  const alike = Object.entries(shapes).map(([name, { keys }]) => {
    const shared = keys.filter((key) => row.includes(key)).length;
    return { name: name as ReleaseFileName, share: shared / (keys.length + row.length - shared) };
  });
  const [best] = alike.sort((a, b) => b.share - a.share);
  return best && best.share >= LEAST_ALIKE ? best.name : undefined;
}

/** The keys of a row; undefined for what is none. */
function parsed(line: string): readonly string[] | undefined {
  try {
    const row = parseLine(line);
    return isRow(row) ? Object.keys(row) : undefined;
  } catch {
    return undefined;
  }
}

function ofHeads(line: string, name: string): ReleaseFileName | undefined {
  const heads = line.split(',').map((head) => head.trim().replace(/^"|"$/g, ''));
  if (TOPICS.every((head) => heads.includes(head))) return 'opening_prompt_text_df_original.csv';
  if (!heads.includes('cluster_membership')) return undefined;
  return neighbourhoodFiles.find((known) => name.includes(known.slice(0, -'.csv'.length)));
}
