import { exploreVocabulary as vocabulary } from '../charts/explore/explore-vocabulary.ts';
import { baseOf, columnsOf, findMetric, isDimension, tableNames, type Column } from '../dataset/index.ts';
import { columnsAsked, parse } from '../selection/index.ts';
import { questions } from './questions.ts';

/** Where a column can be looked at: paths below the site's base, with what is found there. */
export interface ColumnUses {
  /** Views of Explore that measure it or group by it. */
  readonly explore: readonly { readonly text: string; readonly path: string }[];
  /** Named questions whose view asks for it. */
  readonly questions: readonly { readonly text: string; readonly path: string }[];
}

const read = (path: string) => parse(new URLSearchParams(path.split('?')[1] ?? ''), vocabulary);

function exploreViews(name: string, column: Column) {
  const views = [
    ...(findMetric(name) ? [{ text: 'Measure it, by age', path: `/explore/?metric=${name}&by=age&v=1` }] : []),
    ...(isDimension(column) ? [{ text: 'Group by it', path: `/explore/?by=${name}&v=1` }] : [])
  ];
  return views.filter(({ path }) => read(path).dropped.length === 0);
}

/** Uses of every column, by its name. */
export function columnUses(): Readonly<Record<string, ColumnUses>> {
  const asked = questions
    .filter(({ path }) => path.startsWith('/explore/'))
    .map(({ text, path }) => ({ text, path, columns: new Set(columnsAsked(read(path).selection).map(baseOf)) }));
  const all = tableNames.flatMap((table) => Object.entries(columnsOf(table)));
  return Object.fromEntries(
    all.map(([name, column]) => [
      name,
      {
        explore: exploreViews(name, column),
        questions: asked.filter(({ columns }) => columns.has(name)).map(({ text, path }) => ({ text, path }))
      }
    ])
  );
}
