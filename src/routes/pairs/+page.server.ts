import { bundled } from '$lib/database/bundled.server.ts';
import {
  answerPairs,
  namedRecipes,
  passingQuery,
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
    const { steps, split } = answerPairs(replies, { id: 0, recipe, passing: passing ?? null, want: 'steps' });
    return { recipe, steps, split };
  }

  const named = await Promise.all(namedRecipes.map((recipe) => stepsOf(selectionOf(recipe))));
  return {
    counted: { link: '', version: database.manifest.version, ...(await stepsOf(recipeVocabulary.defaults)) },
    named: named.map(({ steps }) => steps.at(-1)!)
  };
};
