import type { Columns, PeopleQuery } from '../query/index.ts';
import { countingIn } from './filter.ts';
import { grouped } from './groups.ts';
import { measured, withValue } from './measured.ts';
import { Touched, byPerson } from './per-person.ts';
import { ofPerson } from './sums.ts';
import type { Tables } from './tables.ts';

/**
 * The answer to a query of people: arrays of its own.
 *
 * @throws RangeError when the sum of somebody's values does not fit into 32 bits
 */
export function people(query: PeopleQuery, tables: Tables): Columns {
  const { table, values } = measured(query.metric, tables);
  const counting = withValue(countingIn(query, table, tables), values);
  const { rows, cells, size, named } = grouped(query.by, counting, table, tables);
  const own = ofPerson(size, 'x', 'y');
  const touched = new Touched(size);
  const found = { person: [] as number[], cell: [] as number[], x: [] as number[], y: [] as number[] };
  let person = 0;

  byPerson(
    rows,
    tables.person(table),
    (i) => {
      const cell = cells[i]!;
      touched.add(cell);
      own.x[cell]!++;
      own.y[cell]! += values[rows[i]!]!;
    },
    () => {
      const met: number[] = [];
      touched.finish((cell) => met.push(cell));
      for (const cell of met.sort((a, b) => a - b)) {
        const y = own.y[cell]!;
        if (y !== (y | 0))
          throw new RangeError(`The values of somebody in ${query.metric} come to more than 32 bits hold`);
        found.person.push(person);
        found.cell.push(cell);
        found.x.push(own.x[cell]!);
        found.y.push(y);
        own.x[cell] = own.y[cell] = 0;
      }
      person++;
    }
  );
  const codes = new Map([...new Set(found.cell)].map((cell) => [cell, named(cell)]));
  return {
    person: Int32Array.from(found.person),
    ...Object.fromEntries(
      query.by.map((_, i) => [`g${i}`, Int32Array.from(found.cell, (cell) => codes.get(cell)![`g${i}`]!)])
    ),
    x: Int32Array.from(found.x),
    y: Int32Array.from(found.y)
  };
}
