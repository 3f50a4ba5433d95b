import type { Chart, Figure } from '../../charts/chart.ts';
import type { Manifest } from '../../dataset/index.ts';
import { pythonCode } from './python.ts';
import { rCode } from './r.ts';
import { codeRecipeOf } from './recipe-of.ts';
import type { Unwritten } from './recipe.ts';
import { sqlCode } from './sql.ts';

/** The languages in which a figure can be worked out anew: what readers call each, and how its file ends. */
export const codeLanguages = {
  r: { label: 'R', extension: 'R' },
  python: { label: 'Python', extension: 'py' },
  sql: { label: 'SQL (DuckDB)', extension: 'sql' }
} as const;

export type Language = keyof typeof codeLanguages;

/**
 * A figure as code that reproduces its estimates and intervals, in R and Python from the files of the release and in SQL from
 * those of the site; or why there is none.
 *
 * @param address full address of the view
 */
export function codeFor(
  chart: Chart,
  figure: Figure,
  manifest: Manifest,
  address: string
): Readonly<Record<Language, string | Unwritten>> | Unwritten {
  const recipe = codeRecipeOf(figure, manifest.undocumented);
  if ('reason' in recipe) return recipe;
  if (chart.source !== 'database')
    return { reason: 'These figures were printed by the authors: there is nothing to rerun.' };
  return {
    r: rCode(figure, recipe, address),
    python: pythonCode(figure, recipe, address),
    sql: sqlCode(chart, figure, recipe, manifest, address)
  };
}
