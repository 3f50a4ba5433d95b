import { group as grouping, type DSVRowString } from 'd3';
import type { Row } from '../../../src/lib/charts/chart.ts';
import {
  findColumn,
  findMetric,
  levelKey,
  levelsOf,
  placeOfCountry,
  type TableName
} from '../../../src/lib/dataset/index.ts';
import type { Filter, Selection } from '../../../src/lib/selection/index.ts';
import { juryRecounts } from './jury-recounts.ts';
import { lookedAt } from './looked-at.ts';
import { topicRecounts } from './topic-recounts.ts';
import { valuesRecounts } from './values-recounts.ts';
import { at, filterTest, filterTests, measure, testsOf, type Joined, type Rows, type Test } from '../query/recount.ts';

/*
 * What the lines of charts' files stand for, row by row from the tables: from the site come names of columns and levels and
 * what a Selection is made of, from its queries and estimates nothing.
 */

export type Counts = Readonly<Record<string, number>>;

/** The counts of a line, by column; those it does not name must be empty. */
export type Recount = (line: DSVRowString, selection: Selection, row: Row | undefined) => Counts;

const ALL_TOGETHER = 'all together';
/** Fewer people, and a model is left out of a ranking. */
const FEWEST = 10;
const UNITS: Readonly<Record<string, string>> = {
  model: 'model',
  family: 'model_family',
  access: 'model_provider_type'
};

/** The recount of each chart of the tables, by name. */
export function recounts(release: Rows): Readonly<Record<string, Recount>> {
  const { tables, undocumented } = release;
  const is = (column: string, ...keys: string[]): Test => filterTest({ column, exclude: false, keys }, undocumented);
  const called = (column: string, label: string): Test => {
    const level = levelsOf(column, undocumented).find((one) => one.label === label);
    if (!level) throw new RangeError(`${column} has no ${label}`);
    return is(column, levelKey(level));
  };
  const kept = (table: TableName, selection: Selection, tests: readonly Test[]): Joined[] => {
    const all = [...testsOf(table, selection, release), ...tests];
    return tables[table].filter((row) => all.every((test) => test(row)));
  };
  const distinct = (rows: readonly Joined[], of: (row: Joined) => unknown) => new Set(rows.map(of)).size;
  const person = (row: Joined) => row.participants!.user_id;
  const people = (rows: readonly Joined[]) => distinct(rows, person);
  const message = (row: Joined) => row.utterances!.interaction_id;

  /** People, and what else a table has. */
  const counts = (rows: readonly Joined[], table: TableName): Counts => ({
    people: people(rows),
    ...(table === 'participants' ? {} : { conversations: distinct(rows, (row) => row.conversations!.conversation_id) }),
    ...(table === 'utterances' ? { ratings: rows.length } : {})
  });
  /** Rows that have a value of a metric. */
  const measured = (metric: string, selection: Selection, ...tests: Test[]) => {
    const { table } = findMetric(metric)!;
    const value = measure(metric, undocumented);
    return { table, rows: kept(table, selection, tests).filter((row) => value(row) !== null) };
  };
  const ofMetric = (selection: Selection, ...tests: Test[]): Counts => {
    const { rows, table } = measured(selection.metric, selection, ...tests);
    return counts(rows, table);
  };
  const grouped = (line: DSVRowString, { by }: Selection, key = line.key!): Test[] =>
    line.overall === 'TRUE' || by === null ? [] : [is(by, key)];
  /** Openers, unless all turns are asked for. */
  const ratings = (selection: Selection, ...tests: Test[]) => kept('utterances', selection, tests);
  const openers = (selection: Selection) => ({ ...selection, turns: 'opener' as const });

  /** Pairs of replies to one opener, by two models. */
  const battles = (
    selection: Selection,
    first: Test,
    second: Test,
    also: (a: Joined, b: Joined) => boolean
  ): Counts => {
    const messages = grouping(ratings(openers(selection)), message);
    const fought = [...messages.values()].flatMap((replies) =>
      replies.filter(first).flatMap((a) => replies.filter((b) => second(b) && also(a, b)).map(() => a))
    );
    const { people, conversations } = counts(fought, 'conversations');
    return { people: people!, conversations: conversations!, battles: fought.length };
  };

  /** The people with an answer on a side, and on both. */
  const sides = (selection: Selection, row: Row | undefined, line: DSVRowString): Counts => {
    const { a, b } = selection.compare!;
    const on = (filters: readonly Filter[]) => filterTests(filters, release);
    const onA: Test = (one) => on(a).every((test) => test(one));
    const onB: Test = b === null ? (one) => !onA(one) : (one) => on(b).every((test) => test(one));
    const where = selection.params.view === 'map' ? placed(line, selection, row) : grouped(line, selection);
    const { rows, table } = measured(selection.metric, selection, ...where, (one) => onA(one) || onB(one));
    const [ofA, ofB] = [onA, onB].map((test) => new Set(rows.filter(test).map(person)));
    return {
      ...counts(rows, table),
      people_a: ofA!.size,
      people_b: ofB!.size,
      people_both: [...ofA!].filter((one) => ofB!.has(one)).length
    };
  };
  /** On a map: the people of a row's countries. */
  const placed = (line: DSVRowString, { params }: Selection, row: Row | undefined): Test[] => {
    const column = params.place === 'residence' ? 'reside_country' : 'birth_country';
    if (line.overall === 'TRUE') return [];
    if (!row?.places) return [is(column, line.key!)];
    const levels = levelsOf(column, undocumented);
    const there = levels.filter(({ value }) => row.places!.includes(placeOfCountry(String(value))?.iso3 ?? ''));
    return [is(column, ...there.map(levelKey))];
  };

  /** Rows of a ranking: openers, unless scores are averaged. */
  const ranking = (selection: Selection, ...tests: Test[]) => {
    const { method } = selection.params;
    const anyTurn = method === 'mean-score' || method === 'standardised';
    return ratings(anyTurn ? selection : openers(selection), ...tests);
  };
  const isBattling = ({ params }: Selection) => !['mean-score', 'standardised', 'chosen'].includes(params.method!);
  /** Replies beside one of another model, maker or kind. */
  const fought = (rows: readonly Joined[], unit: string) =>
    [...grouping(rows, message).values()].filter((replies) => distinct(replies, (row) => at(row, unit)) > 1).flat();
  /** What is ranked, under the people of a group: where battles are fought, the people who fought one. */
  const standing = (selection: Selection, item: Test, ...where: Test[]): Counts => {
    const all = ranking(selection, ...where);
    const resting = isBattling(selection) ? fought(all, UNITS[selection.params.unit!]!) : all;
    return { ...counts(all.filter(item), 'utterances'), people: people(resting.filter(item)) };
  };
  const across = ({ params }: Selection, group: string): Test[] =>
    group === ALL_TOGETHER ? [] : [called(params.across!, group)];
  /** Of an order: ratings of what is not left out; people who rated two things side by side, where battles are fought. */
  const held = (line: DSVRowString, asked: Selection, key: string, where: readonly Test[]): Counts => {
    const { selection, tests } = lookedAt(asked, key, is);
    const all = ranking(selection, ...where, ...tests);
    const unit = UNITS[asked.params.unit!]!;
    const items = [...grouping(all, (row) => at(row, unit)).values()];
    const counted = items.filter((rows) => people(rows) >= FEWEST).flat();
    const resting = line.level === 'hidden' ? all : isBattling(selection) ? fought(counted, unit) : counted;
    return { people: people(resting), ...(line.level === 'hidden' ? {} : { ratings: counted.length }) };
  };

  /** The group and everyone else in a profile, by its table. */
  const profile = (metric: string, selection: Selection, ...tests: Test[]): Counts => {
    const group = selection.filters.map((filter) => filterTest(filter, undocumented));
    const here: Test = (row) => group.every((test) => test(row));
    const everybody = { ...selection, filters: [] };
    const { rows, table } = measured(metric, everybody, ...tests);
    const own = counts(rows.filter(here), table);
    const others = people(rows.filter((row) => !here(row)));
    return { ...own, people: Math.min(own.people!, others), people_elsewhere: others };
  };
  const eachAsked: Recount = (line, selection) => profile(line.key!, selection);

  /** The replies to openers that a figure of scores is of. */
  const scores: Recount = (_, selection) => counts(ratings(selection), 'utterances');
  const several = (rows: readonly Joined[]) =>
    [...grouping(rows, message).values()].filter((replies) => replies.length > 1);
  const spreadOf = (replies: readonly Joined[]) => {
    const all = replies.map((row) => row.utterances!.score!);
    return Math.max(...all) - Math.min(...all);
  };
  const withoutConversations = ({ people, ratings }: Counts): Counts => ({ people: people!, ratings: ratings! });

  return {
    'by-group': (line, selection) => ofMetric(selection, ...grouped(line, selection)),
    distribution: (line, selection) => {
      const [group] = line.key!.split('.');
      return ofMetric(selection, ...(group === 'all' ? [] : grouped(line, selection, group)));
    },
    'two-way': (line, selection) => {
      const { by, and } = selection;
      if (line.overall === 'TRUE') return ofMetric(selection);
      if (line.first_group !== '' && line.second_group !== '') {
        return ofMetric(selection, called(by!, line.first_group!), called(and!, line.second_group!));
      }
      const column = [by!, and!].find((name) => findColumn(name)!.column.label === line.grouped_by)!;
      return ofMetric(selection, is(column, line.key!));
    },
    shares: (line, selection) => {
      const { by, metric } = selection;
      const group = by === null || line.key!.startsWith('all.') ? [] : [is(by, line.key!.split('.')[0]!)];
      // Below stand the groups as shares of everybody.
      const [of, withIt] =
        line.answer === '' ? [[], group] : [group, [...group, called(findMetric(metric)!.column, line.answer!)]];
      const given = Object.entries(ofMetric(selection, ...withIt)).map(([name, count]) => [`${name}_with`, count]);
      return { ...ofMetric(selection, ...of), ...(line.level === 'hidden' ? {} : Object.fromEntries(given)) };
    },
    comparison: (line, selection, row) => sides(selection, row, line),
    'difference-map': (line, selection, row) => sides(selection, row, line),
    'value-map': (line, selection, row) => ofMetric(selection, ...placed(line, selection, row)),
    leaderboard: (line, selection) => standing(selection, is(UNITS[selection.params.unit!]!, line.key!)),
    'standings-of-sides': (line, { params, ...selection }) => {
      const unit = UNITS[params.unit!]!;
      const counting = params.method === 'mean-score' ? selection : openers({ ...selection, params });
      const asked = { ...counting, metric: 'score', by: unit, params: {} };
      return sides(asked, undefined, line);
    },
    'models-by-group': (line, selection) => {
      const item = called(UNITS[selection.params.unit!]!, line.item!);
      return withoutConversations(standing(selection, item, ...across(selection, line.group!)));
    },
    robustness: (line, selection) => held(line, selection, line.key!, []),
    'robustness-by-group': (line, selection) =>
      held(line, selection, line.key!.slice(line.key!.indexOf('.') + 1), across(selection, line.group!)),
    'model-standing': (line, selection) => {
      const [by, key] = line.key!.split('.');
      return ofMetric(selection, ...(line.overall === 'TRUE' ? [] : [is(by!, key!)]));
    },
    'model-opponents': (line, selection) => {
      const own = selection.filters.map((filter) => filterTest(filter, undocumented));
      return battles({ ...selection, filters: [] }, own[0]!, is('model', line.key!), () => true);
    },
    pair: (line, selection) => {
      const { first, second } = selection.params;
      const where = grouped(line, selection);
      return battles(selection, is('model', first!), is('model', second!), (a) => where.every((test) => test(a)));
    },
    'pair-matrix': (line, selection) =>
      battles(selection, called('model', line.first!), called('model', line.second!), () => true),
    'profile-people': eachAsked,
    'profile-wishes': eachAsked,
    'profile-topics': eachAsked,
    'set-apart': (line, selection) => {
      const [metric, model] = line.key!.startsWith('win_share.') ? ['win_share', line.key!.slice(10)] : [line.key!];
      const { a, b } = selection.compare ?? { a: selection.filters, b: null };
      const onA: Test = (row) => filtersA.every((test) => test(row));
      const [filtersA, filtersB] = [filterTests(a, release), filterTests(b ?? [], release)];
      const onB: Test = b === null ? (row) => !onA(row) : (row) => filtersB.every((test) => test(row));
      const among = { ...selection, filters: selection.compare ? selection.filters : [] };
      const { rows } = measured(metric!, among, ...(model ? [is('model', model)] : []));
      const [ofA, ofB] = [onA, onB].map((test) => new Set(rows.filter(test).map(person)));
      return {
        people: ofA!.size,
        people_b: ofB!.size,
        people_both: [...ofA!].filter((one) => ofB!.has(one)).length
      };
    },
    'profile-models': (line, selection) => profile('win_share', selection, is('model_family', line.key!)),
    'profile-absent': (line, selection) => {
      const [grouping, key] = line.key!.split('.');
      return { people: people(kept('participants', selection, [is(grouping!, key!)])) };
    },
    'scores-explained': (line, selection) => {
      const yes = (column: string) => levelKey(levelsOf(column).find(({ value }) => value === true)!);
      const marked = line.key === 'response_length' ? [] : [is(line.key!, yes(line.key!))];
      return withoutConversations(counts(ratings(selection, ...marked), 'utterances'));
    },
    'score-by-length': (line, selection) => {
      const from = Number(line.key);
      const bounds = [0, 100, 200, 300, 400, 600, 800, 1000, 1200, 1400, Infinity];
      const to = bounds[bounds.indexOf(from) + 1]!;
      const long: Test = ({ utterances }) => utterances!.response_length! >= from && utterances!.response_length! < to;
      return withoutConversations(counts(ratings(selection, long), 'utterances'));
    },
    ...juryRecounts({ ratings, people, is }),
    'reply-marks': scores,
    'score-by-turn': (line, selection) => {
      const turn = Number(line.key);
      const then: Test = ({ utterances }) => Math.min(utterances!.turn!, 12) === turn;
      const rows = ratings({ ...selection, turns: 'all' }, then);
      if (selection.params.of !== 'range') return counts(rows, 'utterances');
      // The last row holds messages of several turns.
      const messages = several(rows);
      const { people, conversations } = counts(messages.flat(), 'utterances');
      return { people: people!, conversations: conversations!, messages: messages.length };
    },
    'scale-use': (line, selection) => {
      const { group } = selection.params;
      if (group !== 'everyone') {
        const where = line.overall === 'TRUE' ? [] : [is(group!, line.key!)];
        return { people: people(several(ratings(selection, ...where)).flat()) };
      }
      const own = grouping(several(ratings(selection)), ([row]) => person(row!));
      const classes = [...own.values()].map((messages) => {
        const mean = messages.reduce((sum, replies) => sum + spreadOf(replies), 0) / messages.length;
        return Math.min(9, Math.floor(mean / 10));
      });
      return { people: classes.filter((one) => String(one) === line.key).length };
    },
    ...topicRecounts({ kept, counts, person, is, called }),
    ...valuesRecounts({ kept, counts, person, is, called }),
    'whose-taste': scores,
    'taste-by-group': scores,
    disagreement: (line, selection) => {
      const column = selection.params.over === 'topics' ? 'topic' : 'conversation_type';
      return counts(ratings(selection, ...(line.overall === 'TRUE' ? [] : [is(column, line.key!)])), 'utterances');
    }
  };
}
