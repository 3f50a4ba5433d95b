import type { Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { differs, peopleRows, verdictOn, type InGroup } from '../groups.ts';
import type { Cell, Kind, Planted } from '../kind.ts';
import { peopleOf, personOf, scores, sliders, yesOrNo, type Population, type Rows } from '../population.ts';

/** People in groups, as the site's are: some large, some just large enough. */
const FIVE = [150, 90, 70, 50, 40];
const THREE = [35, 30, 30];
const TWELVE = [240, 130, 90, 70, 60, 50, 40, 40, 30, 30, 30, 30];

/** Rows of one person each are taken for those of several, where that error is planted. */
const asPlanted = (all: readonly InGroup[], planted?: Planted): readonly InGroup[] =>
  planted
    ? all.flatMap(({ group, values }, i) =>
        values.map((value, k) => ({ person: i * 1000 + k, group, values: [value] }))
      )
    : all;

/** Groups alike: the verdict holds the truth where it finds no difference. */
function alike(
  says: string,
  people: number,
  groups: number,
  measured: 'mean' | 'share',
  made: (random: Seeded) => InGroup[],
  { ordered = false, quick = false } = {}
): Cell {
  return {
    says,
    people,
    trial(random, planted) {
      const rows = peopleRows(asPlanted(made(random), planted));
      const verdict = verdictOn(rows, groups, { measured, ordered, seed: random.integer(2 ** 31) });
      return verdict.kind === 'cannot' ? null : { covered: !differs(verdict), width: verdict.gap };
    },
    quick
  };
}

function apart(
  says: string,
  sizes: readonly number[],
  population: Population,
  rows: Rows,
  measured: 'mean' | 'share',
  choices: { ordered?: boolean; quick?: boolean } = {}
): Cell {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const made = (random: Seeded) =>
    sizes.flatMap((size, group) =>
      peopleOf(population, size, rows, random).map((values, i) => ({ person: 10_000 * group + i, group, values }))
    );
  const name = `${sizes.length} groups${choices.ordered ? ' in order' : ''}, ${says}, ${rows}`;
  return alike(name, people, sizes.length, measured, made, choices);
}

/** Each of a person's six rows is about one of the topics, the first of them most often. */
function shared(
  says: string,
  people: number,
  topics: number,
  population: Population,
  measured: 'mean' | 'share',
  quick = false
): Cell {
  const made = (random: Seeded) =>
    Array.from({ length: people }, (_, person) => {
      const own = Array.from({ length: topics }, (): number[] => []);
      for (const value of personOf(population, 6, random)) own[random.integer(1 + random.integer(topics))]!.push(value);
      return own.map((values, group) => ({ person, group, values }));
    }).flat();
  return alike(`${topics} topics, ${says}, six rows`, people, topics, measured, made, { quick });
}

const shares = [0.01, 0.1, 0.5] as const;

export const groupsApart: Kind = {
  name: 'No difference between groups alike',
  kernel: 'permuted',
  shown: 'whether groups of people differ at all: in how many studies none is found',
  steps: true,
  runs: 1000,
  cells: [
    ...[THREE, FIVE, TWELVE].flatMap((sizes) => [
      apart('slider in the middle', sizes, sliders['in the middle'], 'one row', 'mean', { quick: sizes === FIVE }),
      apart('slider at the ceiling', sizes, sliders['at the ceiling'], 'one row', 'mean', { quick: sizes === FIVE }),
      apart('scores', sizes, scores, 'about 49 rows', 'mean'),
      ...shares.map((about) =>
        apart(`shares of ${100 * about} %`, sizes, yesOrNo(about), 'about six rows', 'share', {
          quick: sizes === FIVE && about === 0.01
        })
      )
    ]),
    apart('slider at the ceiling', FIVE, sliders['at the ceiling'], 'one row', 'mean', { ordered: true, quick: true })
  ]
};

export const groupsShared: Kind = {
  name: 'No difference between groups alike that share people',
  kernel: 'sharedPeople',
  shown: 'whether topics and types of conversation differ at all: in how many studies none is found',
  steps: true,
  runs: 1000,
  cells: [
    ...[100, 400, 1396].flatMap((people) => [
      shared('slider in the middle', people, people === 100 ? 3 : 8, sliders['in the middle'], 'mean', people === 400),
      shared('slider at the ceiling', people, people === 100 ? 3 : 8, sliders['at the ceiling'], 'mean'),
      shared('scores', people, people === 100 ? 3 : 8, scores, 'mean')
    ]),
    ...[400, 1396].flatMap((people) =>
      [0.1, 0.5].map((about) =>
        shared(`shares of ${100 * about} %`, people, 8, yesOrNo(about), 'share', people === 400 && about === 0.1)
      )
    )
  ]
};
