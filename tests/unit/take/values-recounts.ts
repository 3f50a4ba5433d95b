import { group } from 'd3';
import { at, type Joined, type Test } from '../query/recount.ts';
import type { Counting } from './topic-recounts.ts';
import type { Counts, Recount } from './recounted-lines.ts';

/** Columns of sliders as they are called in the release. */
const before: Readonly<Record<string, string>> = { said: 'stated', judged: 'performance', chosen: 'choice' };

/** The column of a line whose key names a slider or, without groups, a trait and when it was asked. */
function columnOf(key: string): string {
  const [slider, second] = key.split('.');
  return before[second!] ? `${before[second!]}_${slider}` : slider!.replace('-', '_');
}

const holds =
  (...columns: readonly string[]): Test =>
  (row) =>
    columns.every((column) => at(row, column) !== null);

/** The recounts of the charts of sliders, by name. */
export const valuesRecounts = ({ kept, counts, person, is, called }: Counting): Readonly<Record<string, Recount>> => {
  const numberOf = (rows: readonly Joined[]) => new Set(rows.map(person)).size;
  return {
    'sliders-by-group': (line, selection) => {
      const column = columnOf(line.key!);
      const table = column.startsWith('stated') ? 'participants' : 'conversations';
      const where = selection.by === null ? [] : [called(selection.by, line.group!)];
      return counts(kept(table, selection, [holds(column), ...where]), table);
    },
    rewarded: (line, selection): Counts => {
      const rows = kept('conversations', selection, [holds(`performance_${line.key}`)]);
      const held = group(rows, person);
      const several = rows.filter((row) => held.get(person(row))!.length > 1);
      return { people: numberOf(several), conversations: several.length };
    },
    'value-orders': (line, selection) => {
      const where = line.group === 'Everyone' ? [] : [called(selection.by!, line.group!)];
      return { people: numberOf(kept('participants', selection, where)) };
    },
    representation: (_, selection) => {
      const { place, cells, who } = selection.params;
      const recruited = is('study_locale', place === 'uk' ? 'united-kingdom' : 'united-states');
      const answers: Readonly<Record<string, readonly string[]>> = {
        age: ['18-24', '25-34', '35-44', '45-54', '55-64', '65-plus'],
        gender: ['male', 'female'],
        ethnicity: ['white', 'asian', 'black', 'mixed', 'other', 'hispanic']
      };
      const sample = who === 'balanced' ? 'balanced' : who === 'rebalanced' ? (place as 'uk' | 'us') : 'all';
      const inCells = is(cells!, ...answers[cells!]!);
      return { people: numberOf(kept('participants', { ...selection, sample }, [recruited, inCells])) };
    },
    'left-after': (_, selection) => {
      const talks = [...group(kept('conversations', selection, []), person).values()];
      const isLeft = (rows: readonly Joined[]) =>
        selection.params.rule === 'six'
          ? rows.length >= 6
          : selection.params.rule === 'turns'
            ? rows.reduce((sum, row) => sum + at(row, 'conversation_turns')!, 0) >= 20
            : is('included_in_balanced_subset', 'has-conversations-in-the-balanced-sample')(rows[0]!);
      const left = talks.filter(isLeft).length;
      return { people_a: left, people_b: talks.length - left };
    },
    correlations: (line, selection) => {
      const over = selection.params.across;
      const columns = line.key!.split('.').map((slider) => slider.replace('-', '_'));
      const survey = over === 'people' && selection.params.of === 'said';
      if (over !== 'conversations') {
        const rows = kept(survey ? 'participants' : 'conversations', selection, []);
        const having = columns.map((column) => new Set(rows.filter(holds(column)).map(person)));
        return { people: [...having[0]!].filter((one) => having[1]!.has(one)).length };
      }
      return counts(kept('conversations', selection, [holds(...columns)]), 'conversations');
    }
  };
};
