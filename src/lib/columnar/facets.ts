import { findColumn, levelsOf, type Dimension } from '../dataset/index.ts';
import { type Answer, type AnswerRow, type FacetsQuery } from '../query/index.ts';
import { isHas } from '../selection/acts-on.ts';
import { countingIn, passing } from './filter.ts';
import { ticked } from './groups.ts';
import { measured, withValue } from './measured.ts';
import type { Tables } from './tables.ts';

/** No column, or more than one, has a filter of its own that a row fails. */
const NONE = -1;
const SEVERAL = -2;

/** For each row of a table the one column whose own filters it fails. */
function failing({ columns, filters }: FacetsQuery, table: Parameters<typeof passing>[1], tables: Tables): Int32Array {
  const found = new Int32Array(tables.rows(table)).fill(NONE);
  columns.forEach((column, i) => {
    const own = filters.filter((filter) => filter.column === column && !isHas(filter));
    if (own.length === 0) return;
    passing(own, table, tables).forEach((is, row) => {
      if (is === 0) found[row] = found[row] === NONE ? i : SEVERAL;
    });
  });
  return found;
}

/** The answer to a query of facets. */
export function facets(query: FacetsQuery, tables: Tables): Answer {
  const { columns, filters } = query;
  const { table, values } = measured(query.metric, tables);
  const others = filters.filter((filter) => isHas(filter) || !columns.includes(filter.column));
  const counting = countingIn({ ...query, filters: others }, table, tables);
  const rows = withValue(counting, values);
  const fails = failing(query, table, tables);
  const person = tables.person(table);

  return columns.flatMap((name, facet): AnswerRow[] => {
    const column = findColumn(name)!.column as Dimension;
    const { values: codes, at } = tables.view(table, name);
    const levels = levelsOf(name, tables.manifest.undocumented).length;
    const people = new Float64Array(levels).fill(NONE);
    const counted = new Int32Array(levels).fill(NONE);
    const count = (code: number, row: number) => {
      if (people[code] === NONE) people[code] = 0;
      if ((fails[row] !== NONE && fails[row] !== facet) || counted[code] === person[row]) return;
      counted[code] = person[row]!;
      people[code]!++;
    };
    for (const row of rows) {
      const code = codes[at[row]!]!;
      if (column.kind === 'category') count(code, row);
      else ticked(code, column.levels.length, (one) => count(one, row));
    }
    return [...people].flatMap((n, code) => (n === NONE ? [] : [{ facet, code, people: n }]));
  });
}
