import { findColumn, findMetric, type Dimension, type NumberColumn, type Undocumented } from '../../dataset/index.ts';
import { share, type Moments } from '../../estimate/index.ts';
import type { Answer, AnswerRow } from '../../query/index.ts';
import type { RawEstimate } from '../chart.ts';
import { classWords, type AnswerClasses } from '../rows/answer-classes.ts';
import { estimateOfMoments, groupsOf } from '../rows/metric-rows.ts';
import { denominatorsOf, momentsOf } from '../rows/moments.ts';
import { classesOfTile } from './tile-queries.ts';
import type { Tile } from './tiles.ts';

/** A row of a tile before the threshold rule. */
export interface RawTileRow {
  /** Level key, name of a measure, or lower bound of a class. */
  readonly key: string;
  readonly label: string;
  readonly missing: boolean;
  /** People with it: of a share those who gave the answer, else those the value rests on. */
  readonly people: number;
  readonly estimate: RawEstimate;
  /** Where it is a class of a number: its ends in the unit shown, open where null. */
  readonly range?: readonly [from: number | null, to: number | null];
}

/** The answers to a tile's questions, by name. */
export type TileAnswers = Readonly<Record<string, Answer>>;

/** Of two answers by the same codes, the sums of those whom only the first counts: it must count all of the others. */
export function lessAnswer(all: Answer, some: Answer): Answer {
  const codeOf = ({ g0, bin }: AnswerRow) => `${g0} ${bin}`;
  const taken = new Map(some.map((row) => [codeOf(row), row]));
  return all.map((row) => {
    const own = taken.get(codeOf(row));
    const rest = Object.entries(row).map(([name, sum]) => {
      const isCode = name === 'g0' || name === 'bin';
      return [name, isCode ? sum : sum - (own?.[name] ?? 0)] as const;
    });
    return Object.fromEntries(rest);
  });
}

/** The share of some rows with an answer: of the people all rows are of. */
function shareOf(all: Moments, own: AnswerRow | undefined): RawEstimate {
  const { people, conversations, ratings } = all;
  const result = share({ ...all, y: own?.y ?? 0, xy: own?.xy ?? 0, yy: own?.yy ?? 0 });
  return { people, conversations, ratings, result };
}

/**
 * The rows of a tile, all that could be, in the description's order.
 *
 * @param people how many people decide in which classes a number is shown; not how many are in the answers where those of
 * two slices are to stand beside one another
 */
export function tileRows(tile: Tile, answers: TileAnswers, extra: Undocumented, people: number): RawTileRow[] {
  switch (tile.kind) {
    case 'shares':
      return shareRows(tile.column, answers, extra);
    case 'means': {
      const metric = findMetric(tile.metric)!;
      return groupsOf(tile.column, extra).map((group, code) => {
        const sums = answers.groups!.find(({ g0 }) => g0 === code);
        const estimate = { ...denominatorsOf(sums), result: estimateOfMoments(metric, momentsOf(sums)) };
        return { ...group, people: estimate.people, estimate };
      });
    }
    case 'measures':
      return tile.metrics.map((name) => {
        const metric = findMetric(name)!;
        const [sums] = answers[name]!;
        const estimate = { ...denominatorsOf(sums), result: estimateOfMoments(metric, momentsOf(sums)) };
        const label = measured(metric.label);
        return { key: name, label, missing: false, people: estimate.people, estimate };
      });
    case 'values':
      return classRows(tile.column, answers, people);
  }
}

/** "Importance of factuality" beside others of its kind: "factuality". */
const measured = (label: string) => label.split(' ').at(-1)!;

function shareRows(column: string, answers: TileAnswers, extra: Undocumented): RawTileRow[] {
  const { missing, levels } = findColumn(column)!.column as Dimension;
  // Who was not asked is in no share.
  const unasked = levels.length + missing.findIndex(({ value }) => value === null);
  const isAsked = (code: number) => !missing.some(({ value }) => value === null) || code !== unasked;
  const all = momentsOf(answers.all![0]);
  return groupsOf(column, extra).flatMap((group, code) => {
    const own = answers.answers!.find(({ bin }) => bin === code);
    return isAsked(code) ? [{ ...group, people: denominatorsOf(own).people, estimate: shareOf(all, own) }] : [];
  });
}

/** Fewer people are shown in coarser classes; fewer than the second in no fine ones. */
const [COARSE, FINE] = [30, 100];

/** How often each fine class of a number was given, as shares of all values; null where too few people gave them. */
export function fineShares(column: string, answers: TileAnswers, minimum: number): readonly number[] | null {
  const all = momentsOf(answers.all![0]);
  if (all.people < Math.max(FINE, minimum)) return null;
  return classesOfTile(column).fine.from.map(
    (_, bin) => (answers.fine!.find((row) => row.bin === bin)?.y ?? 0) / all.x
  );
}

function classRows(column: string, answers: TileAnswers, people: number): RawTileRow[] {
  const { picked, coarse } = classesOfTile(column);
  const [classes, given]: [AnswerClasses, Answer] =
    people < COARSE ? [coarse, answers.coarse!] : [picked, answers.picked!];
  const number = findColumn(column)!.column as NumberColumn;
  const all = momentsOf(answers.all![0]);
  return classes.from.map((from, bin) => {
    const own = given.find((row) => row.bin === bin);
    const next = classes.from[bin + 1];
    return {
      key: String(from),
      label: classWords(classes, bin, number),
      missing: false,
      people: denominatorsOf(own).people,
      estimate: shareOf(all, own),
      range: [from, next === undefined ? classes.to : next - 1] as const
    };
  });
}
