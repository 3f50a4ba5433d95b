import { levelKey, type TableName } from '../../../src/lib/dataset/index.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { at, type Joined, type Test } from '../query/recount.ts';
import type { Counts, Recount } from './recounted-lines.ts';

/** What rows are picked and counted with. */
export interface Counting {
  readonly kept: (table: TableName, selection: Selection, tests: readonly Test[]) => Joined[];
  readonly counts: (rows: readonly Joined[], table: TableName) => Counts;
  readonly person: (row: Joined) => unknown;
  readonly is: (column: string, ...keys: string[]) => Test;
  readonly called: (column: string, label: string) => Test;
}

/** The recounts of the charts of topics, by name. */
export const topicRecounts = ({ kept, counts, person, is, called }: Counting): Readonly<Record<string, Recount>> => ({
  'topic-sizes': (line, selection) => {
    const withIt = kept('conversations', selection, [is('topic', line.key!)]);
    const all = counts(kept('conversations', selection, []), 'conversations');
    if (line.level === 'hidden') return all;
    const { people, conversations } = counts(withIt, 'conversations');
    return { ...all, people_with: people!, conversations_with: conversations! };
  },
  composed: (line, selection) => {
    const [name, ...key] = line.key!.split('.');
    const rows = kept('conversations', selection, [(row) => at(row, 'topic') !== null, is(name!, key.join('.'))]);
    return { people: new Set(rows.map(person)).size };
  },
  'topic-tilts': (line, selection) => {
    const inGroup = called(selection.by!, line.group!);
    const rows = kept('conversations', selection, [(row) => at(row, 'topic') !== null]);
    const [ofA, ofB] = [rows.filter(inGroup), rows.filter((row) => !inGroup(row))];
    const [onA, onB] = [ofA, ofB].map((some) => new Set(some.map(person)));
    const key = line.key!.slice(0, line.key!.lastIndexOf(`.${levelKey({ label: line.group! })}`));
    return {
      people: onA!.size,
      conversations: ofA.length,
      people_b: onB!.size,
      people_both: [...onA!].filter((one) => onB!.has(one)).length,
      ...(line.level === 'hidden' ? {} : { conversations_with: ofA.filter(is('topic', key)).length })
    };
  }
});
