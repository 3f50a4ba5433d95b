import { bundled } from '$lib/database/bundled.server.ts';
import {
  makePairs,
  namedRecipes,
  passingQuery,
  passingRows,
  ratedReplies,
  recipeOf,
  recipeVocabulary,
  repliesQuery,
  selectionOf
} from '$lib/pairs/index.ts';
import type { Selection } from '$lib/selection/index.ts';

export const load = async () => {
  const database = await bundled();
  const [columns] = await database.columns([repliesQuery]);
  const replies = ratedReplies(columns!);

  async function stepsOf(selection: Selection) {
    const recipe = recipeOf(selection);
    const query = passingQuery(recipe);
    const [passing] = query === null ? [] : await database.columns([query]);
    return { recipe, steps: makePairs(replies, recipe, passing ? passingRows(replies, passing) : null).steps };
  }

  const named = await Promise.all(namedRecipes.map((recipe) => stepsOf(selectionOf(recipe))));
  return {
    counted: { link: '', version: database.manifest.version, ...(await stepsOf(recipeVocabulary.defaults)) },
    named: named.map(({ steps }) => steps.at(-1)!)
  };
};
