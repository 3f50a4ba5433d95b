import { whoIsLeft } from '$lib/components/pairs/who-is-left.ts';
import { bundled } from '$lib/database/bundled.server.ts';
import {
  answerPairs,
  namedRecipes,
  passingQuery,
  ratedReplies,
  recipeOf,
  recipeVocabulary,
  repliesQuery,
  selectionOf,
  whoQueries
} from '$lib/pairs/index.ts';
import type { Selection } from '$lib/selection/index.ts';

export const load = async () => {
  const database = await bundled();
  const [columns, people, conversations] = await database.columns([repliesQuery, ...whoQueries]);
  const who = { people: people!, conversations: conversations! };
  const replies = ratedReplies(columns!);

  async function stepsOf(selection: Selection) {
    const recipe = recipeOf(selection);
    const query = passingQuery(recipe);
    const [passing] = query === null ? [] : await database.columns([query]);
    const { steps, split, left } = answerPairs(replies, who, {
      id: 0,
      recipe,
      passing: passing ?? null,
      want: 'steps'
    });
    return { recipe, steps, split, left: whoIsLeft(left, database.manifest.undocumented) };
  }

  const named = await Promise.all(namedRecipes.map((recipe) => stepsOf(selectionOf(recipe))));
  return {
    counted: { link: '', version: database.manifest.version, ...(await stepsOf(recipeVocabulary.defaults)) },
    named: named.map(({ steps }) => steps.at(-1)!)
  };
};
