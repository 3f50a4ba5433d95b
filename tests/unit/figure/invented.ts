import type { Chart } from '../../../src/lib/charts/chart.ts';
import { exploreVocabulary } from '../../../src/lib/charts/explore/explore-vocabulary.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import {
  findColumn,
  findMetric,
  isDimension,
  levelKey,
  levelsOf,
  type Manifest
} from '../../../src/lib/dataset/index.ts';
import type {
  AnswerRow,
  AnswersQuery,
  Columns,
  MomentsQuery,
  PairsQuery,
  PeopleQuery,
  SidesQuery
} from '../../../src/lib/query/index.ts';
import {
  defaultParams,
  isLevels,
  plainParams,
  type Filter,
  type Selection,
  type Vocabulary
} from '../../../src/lib/selection/index.ts';
import { madeReplies } from './made-replies.ts';

/** A group with invented answers: so many people with that mean (or share), half of them above and half below it. */
export interface Cell {
  readonly people: number;
  readonly value: number;
  /** How far people lie from the mean; 10 unless told. */
  readonly spread?: number;
  /** Rows without a value. */
  readonly absent?: number;
  /** As one side of a comparison: how many of its people, the first ones, are the first ones of the other side too. */
  readonly both?: number;
}

export type Cells = Readonly<Record<string, Cell>>;

/** What each person of a cell gave: one row for metrics of people, four for the others; the sum of their values. */
function personsOf({ people, value, spread = 10 }: Cell, metricName: string): { x: number; y: number }[] {
  const metric = findMetric(metricName)!;
  const { perUnit } = metric;
  const each = metric.table === 'participants' ? 1 : 4;
  const total = Math.round(people * each * value * perUnit);
  let given = 0;
  return Array.from({ length: people }, (_, person) => {
    const last = person === people - 1;
    const aside = metric.kind === 'mean' ? (person % 2 === 0 ? spread : -spread) * each * perUnit : 0;
    // A share's answers are yes or no: the first people say yes until the total is reached.
    const yes = Math.min(each, total - given);
    const y = metric.kind === 'share' ? yes : last ? total - given : Math.round(value * each * perUnit + aside);
    given += y;
    return { x: each, y };
  });
}

/** The sums of battles of a cell: one battle each, the first people for the first model, the others against it. */
function battlesOf({ people, value }: Cell): AnswerRow {
  const wins = Math.round(people * (value > 1 ? value / 100 : value));
  const sums = { people, conversations: people, ratings: people, wins, ties: 0, losses: people - wins };
  return { ...sums, x: people, y: 2 * wins, xx: people, xy: 2 * wins, yy: 4 * wins };
}

/** Half of a cell's people give one answer in all their rows, the others the next one; its mean tells which. */
function fallen({ g0, people, conversations, ratings, x, y }: AnswerRow, query: AnswersQuery): AnswerRow[] {
  const found = findColumn(query.column)!.column;
  const count = query.bounds?.length ?? (isDimension(found) ? found.levels.length : 1);
  const first = Math.abs(Math.round(y! / people!)) % count;
  const each = x! / people!;
  const givers = [Math.ceil(people! / 2), Math.floor(people! / 2)];
  const rows = [first, (first + 1) % count].map((bin, i) => ({
    ...(g0 === undefined ? {} : { g0 }),
    bin,
    people: givers[i]!,
    conversations: (conversations! / people!) * givers[i]!,
    ratings: (ratings! / people!) * givers[i]!,
    y: givers[i]! * each,
    xy: givers[i]! * each * each,
    yy: givers[i]! * each * each
  }));
  return rows.sort((a, b) => a.bin - b.bin);
}

/** Half of a group's people, and who is in the middle, give one value in all their rows, the others the next but one. */
function halved({ people, x, y, ...sums }: AnswerRow): AnswerRow[] {
  if (people === 0) return [];
  const [middle, each] = [Math.round(y! / x!), x! / people!];
  const lower = Math.ceil(people! / 2);
  const around = { y: lower * each, xy: lower * each ** 2, yy: lower * each ** 2, z: 0, xz: 0, zz: 0 };
  const values = [
    { bin: middle - 1, rows: lower * each },
    { bin: middle + 1, rows: (people! - lower) * each }
  ];
  return values
    .filter(({ rows }) => rows > 0)
    .map((value) => ({ ...sums, ...value, people: people!, median: middle - 1, x: x!, ...around }));
}

const add = <T>(items: readonly T[], of: (item: T) => number) => items.reduce((sum, item) => sum + of(item), 0);

const powers = (persons: readonly { x: number; y: number }[]) => ({
  x: add(persons, ({ x }) => x),
  y: add(persons, ({ y }) => y),
  xx: add(persons, ({ x }) => x * x),
  xy: add(persons, ({ x, y }) => x * y),
  yy: add(persons, ({ y }) => y * y)
});

/** The sums of a cell, everybody's rows lying in two conversations where there are any. */
function sumsOf(cell: Cell, metric: string): AnswerRow {
  const { table } = findMetric(metric)!;
  const { x, ...sums } = powers(personsOf(cell, metric));
  return {
    people: cell.people,
    conversations: table === 'participants' ? 0 : cell.people * 2,
    ratings: table === 'utterances' ? x : 0,
    absent: cell.absent ?? 0,
    x,
    ...sums
  };
}

/** The sums of two cells set against each other, each row of a person having the person's own mean. */
function sidesOf(a: Cell, b: Cell, metric: string): AnswerRow {
  const both = Math.min(a.both ?? 0, b.people);
  const [personsA, personsB] = [personsOf(a, metric), personsOf(b, metric)];
  const share = findMetric(metric)!.kind === 'share';
  const side = (letter: string, cell: Cell, persons: readonly { x: number; y: number }[]) => {
    const { people, conversations, ratings } = sumsOf(cell, metric);
    const named = (sums: object, before = '') =>
      Object.fromEntries(Object.entries(sums).map(([name, sum]) => [`${before}${name}_${letter}`, sum as number]));
    const squares = add(persons, ({ x, y }) => (share ? y : Math.round(y ** 2 / x)));
    return {
      ...named({ people, conversations, ratings, squares, ...powers(persons) }),
      ...named(powers(persons.slice(0, both)), 'shared_')
    };
  };
  const across = (one: 'x' | 'y', other: 'x' | 'y') =>
    add(personsA.slice(0, both), (person) => person[one] * personsB[personsA.indexOf(person)]![other]);
  const either = a.people + b.people - both;
  const { conversations, ratings } = sumsOf({ people: either, value: 0 }, metric);
  return {
    ...side('a', a, personsA),
    ...side('b', b, personsB),
    people_shared: both,
    people_either: either,
    conversations_either: conversations!,
    ratings_either: ratings!,
    absent_either: (a.absent ?? 0) + (b.absent ?? 0),
    xaxb: across('x', 'x'),
    xayb: across('x', 'y'),
    yaxb: across('y', 'x'),
    yayb: across('y', 'y')
  };
}

/** The key of the cell a side is invented by: its first answer, or `rest`. */
const sideKey = (filters: readonly Filter[] | null) => filters?.filter(isLevels)[0]?.keys[0] ?? 'rest';

/**
 * A database that gives invented answers by level key, or by two joined with a point: those of two groupings, or a group
 * and the side of a comparison. `everyone` answers what is asked without a grouping, as do the sides alone (`male`).
 */
export function invented(cells: Cells, everyone: Cell, source: Manifest['source'] = 'official'): Database {
  const manifest: Manifest = {
    source,
    version: 'invented',
    counts: {},
    files: {},
    undocumented: {},
    missing: [],
    warnings: []
  };
  const groups = ({ by }: Pick<MomentsQuery, 'by'>): { codes: AnswerRow; cell: Cell }[] => {
    if (by.length === 0) return [{ codes: {}, cell: everyone }];
    const [firsts, seconds] = by.map((name) => levelsOf(name).map(levelKey));
    const found = (key: string, codes: AnswerRow) => (cells[key] ? [{ codes, cell: cells[key] }] : []);
    // A chart with groupings of its own is answered with the cells in order.
    if (!seconds && !firsts!.some((key) => cells[key] && !/^other|prefer-not/.test(key))) {
      return Object.values(cells).flatMap((cell, g0) => (g0 < firsts!.length ? [{ codes: { g0 }, cell }] : []));
    }
    return firsts!.flatMap((first, g0) =>
      seconds ? seconds.flatMap((second, g1) => found(`${first}.${second}`, { g0, g1 })) : found(first, { g0 })
    );
  };
  const battles = ({ pair, by, byLength }: PairsQuery): AnswerRow[] => {
    const all = Object.entries(cells);
    if (pair === null) return all.map(([, cell], i) => ({ first: i, second: i + 1, ...battlesOf(cell) }));
    const [first, second] = pair;
    if (byLength) return all.slice(0, 3).map(([, cell], g0) => ({ first, second, g0, ...battlesOf(cell) }));
    if (by.length === 0) return [{ first, second, ...battlesOf(everyone) }];
    const keys = levelsOf(by[0]!).map(levelKey);
    return all.map(([key, cell]) => ({ first, second, g0: keys.indexOf(key), ...battlesOf(cell) }));
  };
  /** A fifth of each cell's people are on side a, with lower values; the others are on side b. */
  const parted = (cell: Cell, metric: string): AnswerRow => {
    const a = Math.round(cell.people / 5);
    return sidesOf({ ...cell, people: a, value: cell.value * 0.9 }, { ...cell, people: cell.people - a }, metric);
  };
  /** Sides that have cells of their own are these; any other cell is parted. */
  const compared = ({ by, metric, compare }: SidesQuery): AnswerRow[] => {
    const keys = [sideKey(compare.a), sideKey(compare.b)];
    const none: Cell = { people: 0, value: 0 };
    const ofCells = (prefix: string, whole: Cell | undefined): AnswerRow | undefined => {
      const [a, b] = keys.map((key) => cells[prefix + key]);
      return a || b ? sidesOf(a ?? none, b ?? none, metric) : whole && parted(whole, metric);
    };
    if (by.length === 0) return [ofCells('', everyone)!];
    return levelsOf(by[0]!).flatMap((level, g0) => {
      const sums = ofCells(`${levelKey(level)}.`, cells[levelKey(level)]);
      return sums ? [{ g0, ...sums }] : [];
    });
  };
  const sums = (query: MomentsQuery) =>
    groups(query).map(({ codes, cell }) => ({ ...codes, ...sumsOf(cell, query.metric) }));
  /** Everybody is in one group. */
  const persons = (query: PeopleQuery): Columns => {
    const all = groups(query).flatMap(({ codes, cell }) =>
      personsOf(cell, query.metric).map((own) => ({ ...codes, ...own }))
    );
    const column = (name: string) => Int32Array.from(all, (row: AnswerRow, i) => row[name] ?? i);
    return Object.fromEntries(
      ['person', ...query.by.map((_, i) => `g${i}`), 'x', 'y'].map((name) => [name, column(name)])
    );
  };
  return {
    manifest,
    answer: async (queries) =>
      queries.map((query) => {
        if (query.kind === 'pairs') return battles(query);
        if (query.kind === 'sides') return compared(query);
        if (query.kind === 'moments') return sums(query);
        if (query.kind === 'medians') return sums({ ...query, kind: 'moments' }).flatMap(halved);
        if (query.kind !== 'answers') throw new TypeError(`No ${query.kind} are invented`);
        return sums({ ...query, kind: 'moments' }).flatMap((row) => fallen(row, query));
      }),
    columns: async (queries) => queries.map((query) => (query.kind === 'people' ? persons(query) : madeReplies(query))),
    close: async () => {}
  };
}

const usual = defaultParams(exploreVocabulary.params);

const genders = {
  a: [{ column: 'gender', exclude: false, keys: ['male'] }],
  b: [{ column: 'gender', exclude: false, keys: ['female'] }]
};

/** What a chart shows that does not show the default of its page. */
const examples: Readonly<Record<string, Partial<Selection>>> = {
  'two-way': { by: 'religion', and: 'gender' },
  distribution: { by: 'religion', params: { ...usual, form: 'distribution' } },
  'value-map': { params: { ...usual, view: 'map' } },
  shares: { metric: 'lm_familiarity.very-familiar', by: 'religion', params: { ...usual, form: 'distribution' } },
  comparison: { by: 'religion', compare: genders },
  'standings-of-sides': { compare: genders },
  'set-apart': { filters: genders.a },
  'difference-map': { compare: genders, params: { ...usual, view: 'map' } }
};

/** A selection that a chart shows. */
export function exampleOf({ name, vocabulary }: Chart): Selection {
  return selectionOf(vocabulary, examples[name] ?? {});
}

/** Each setting of a chart's own parameters, one at a time, where it shows them; the default first. Same figures are one. */
export function variantsOf(chart: Chart): Selection[] {
  const { vocabulary, shows } = chart;
  const base = exampleOf(chart);
  // Parameters that are all there is to choose are tried in every combination.
  const alone = vocabulary.parts.length === 0;
  const changed = Object.entries(vocabulary.params).reduce<Selection[]>(
    (all, [name, { choices }]) => [
      ...all,
      ...(alone ? [base, ...all] : [base]).flatMap((one) =>
        choices.map(({ key }) => ({
          ...one,
          params: plainParams({ ...one.params, [name]: key }, vocabulary.params)
        }))
      )
    ],
    []
  );
  const all = new Map([base, ...changed].map((selection) => [JSON.stringify(selection), selection]));
  const shown = [...all.values()].filter((selection) => shows?.(selection) ?? true);
  if (shown.length === 0) throw new RangeError(`${chart.name} shows no such selection: put one into examples`);
  return shown;
}

/** A selection of a vocabulary, the default but for what is told. */
export function selectionOf({ defaults }: Vocabulary, changes: Partial<Selection>): Selection {
  return { ...defaults, ...changes };
}
