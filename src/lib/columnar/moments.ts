import { ABSENT, type Answer, type MomentsQuery } from '../query/index.ts';
import { countingIn } from './filter.ts';
import { grouped } from './groups.ts';
import { measured } from './measured.ts';
import { Touched, byPerson } from './per-person.ts';
import { cellsSeen, ofPerson, overPeople, rowsOfSums } from './sums.ts';
import type { Tables } from './tables.ts';

/** The answer to a query of moments. */
export function moments(query: MomentsQuery, tables: Tables): Answer {
  const { table, values } = measured(query.metric, tables);
  const counting = countingIn(query, table, tables);
  const { rows, cells, size, named } = grouped(query.by, counting, table, tables);
  const conversation = tables.conversation(table);
  const { x, y, absent, conversations } = ofPerson(size, 'x', 'y', 'absent', 'conversations');
  const last = new Int32Array(size).fill(-1);
  const touched = new Touched(size);
  const sums = overPeople(size, 'people', 'conversations', 'ratings', 'absent', 'x', 'y', 'xx', 'xy', 'yy');

  byPerson(
    rows,
    tables.person(table),
    (i) => {
      const [row, cell] = [rows[i]!, cells[i]!];
      const value = values[row]!;
      touched.add(cell);
      if (value === ABSENT) {
        absent[cell]!++;
        return;
      }
      x[cell]!++;
      y[cell]! += value;
      if (conversation !== null && last[cell] !== conversation[row]) {
        last[cell] = conversation[row]!;
        conversations[cell]!++;
      }
    },
    () =>
      touched.finish((cell) => {
        const [n, sum] = [x[cell]!, y[cell]!];
        if (n > 0) sums.people.add(cell, 1);
        sums.conversations.add(cell, conversations[cell]!);
        if (table === 'utterances') sums.ratings.add(cell, n);
        sums.absent.add(cell, absent[cell]!);
        sums.x.add(cell, n);
        sums.y.add(cell, sum);
        sums.xx.addProduct(cell, n, n);
        sums.xy.addProduct(cell, n, sum);
        sums.yy.addProduct(cell, sum, sum);
        x[cell] = y[cell] = absent[cell] = conversations[cell] = 0;
      })
  );
  return rowsOfSums(cellsSeen(size, cells, query.by), named, sums);
}
