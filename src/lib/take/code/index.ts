import type { Figure } from '../../charts/chart.ts';
import type { Undocumented } from '../../dataset/index.ts';
import { pythonCode } from './python.ts';
import { rCode } from './r.ts';
import type { Recipe, Unwritten } from './recipe.ts';
import { recipeOf } from './recipe-of.ts';

/** The languages in which a figure can be worked out anew: what readers call each, and how its file ends. */
export const languages = {
  r: { label: 'R', extension: 'R', write: rCode },
  python: { label: 'Python', extension: 'py', write: pythonCode }
} as const satisfies Readonly<
  Record<string, { label: string; extension: string; write(figure: Figure, recipe: Recipe, address: string): string }>
>;

export type Language = keyof typeof languages;

/**
 * A figure as code that starts from the files of the release and reproduces its estimates and intervals, or why there is
 * none.
 *
 * @param extra the release's undocumented levels
 * @param address full address of the view
 */
export function codeOf(
  figure: Figure,
  extra: Undocumented,
  address: string
): Readonly<Record<Language, string>> | Unwritten {
  const recipe = recipeOf(figure, extra);
  if ('reason' in recipe) return recipe;
  return { r: rCode(figure, recipe, address), python: pythonCode(figure, recipe, address) };
}
