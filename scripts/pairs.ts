import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openNode } from '../src/lib/database/node.ts';
import {
  countWords,
  idLines,
  makePairs,
  namedRecipes,
  narrowedWords,
  passingQuery,
  passingRows,
  ratedReplies,
  recipeLine,
  recipeOf,
  recipeVocabulary,
  repliesQuery,
  selectionOf,
  stepWords
} from '../src/lib/pairs/index.ts';
import { parse, type Selection } from '../src/lib/selection/index.ts';

/**
 * What is asked for: a recipe by its name, or a link of the page of pairs, or what stands after its question mark.
 *
 * @throws Error with a sentence when the link says something that means nothing
 */
function selected(asked: string, undocumented: Parameters<typeof parse>[2]): Selection {
  const named = namedRecipes.find(({ key }) => key === asked);
  if (named) return selectionOf(named);
  const search = new URLSearchParams(asked.replace(/^[^?]*\?/, '').replace(/#.*$/, ''));
  const { selection, dropped } = parse(search, recipeVocabulary, undocumented);
  if (dropped.length > 0) throw new Error(dropped.join('\n'));
  return selection;
}

/**
 * Makes the pairs of a recipe over a built release and writes them as JSON Lines.
 *
 * @returns what was made, in lines for the reader
 */
export async function writePairs(
  asked: string,
  data: string,
  write: (text: string) => void | Promise<void>
): Promise<string[]> {
  const database = await openNode(data);
  try {
    const selection = selected(asked, database.manifest.undocumented);
    const recipe = recipeOf(selection);
    const passing = passingQuery(recipe);
    const [columns, through] = await database.columns(passing ? [repliesQuery, passing] : [repliesQuery]);
    const replies = ratedReplies(columns!);
    const made = makePairs(replies, recipe, through ? passingRows(replies, through) : null);
    for (const lines of idLines(replies, recipe, made)) await write(lines);
    const narrowed = narrowedWords(recipe, database.manifest.undocumented);
    return [
      ...made.steps.map((step) => `${stepWords(step.name, recipe, narrowed)}: ${countWords(step)}`),
      recipeLine(recipe, narrowed, database.manifest.version, made.steps.at(-1)!)
    ];
  } finally {
    await database.close();
  }
}

const HELP = `npm run pairs -- [RECIPE] [--to FILE] [--data FOLDER]

RECIPE is a name (${namedRecipes.map(({ key }) => key).join(', ')})
or a link of the page of pairs, in quotes. Without --to the pairs go to the standard output.`;

async function main(): Promise<void> {
  try {
    const { values, positionals } = parseArgs({
      options: {
        to: { type: 'string' },
        data: { type: 'string', default: 'static/data' },
        help: { type: 'boolean', default: false }
      },
      allowPositionals: true
    });
    if (values.help) return console.log(HELP);
    const file = values.to === undefined ? process.stdout : createWriteStream(values.to);
    const said = await writePairs(positionals[0] ?? 'atlas', values.data, async (text) => {
      if (!file.write(text)) await once(file, 'drain');
    });
    if (file !== process.stdout) file.end();
    for (const line of said) console.error(line);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
