import type { Interval, Unestimated } from '../../../src/lib/estimate/estimate.ts';
import type { Seeded } from '../../../src/lib/estimate/resampling/seeded.ts';
import { climb } from '../../../src/lib/estimate/variances/climb.ts';
import { groupTaste } from '../../../src/lib/estimate/variances/group-taste.ts';
import { design, type MixedRows } from '../../../src/lib/estimate/variances/mixed-rows.ts';
import { splitByOpener, splitByPerson } from '../../../src/lib/estimate/variances/score-split.ts';
import { disagreementOf } from '../../../src/lib/estimate/variances/disagreement.ts';
import { varianceShares } from '../../../src/lib/estimate/variances/variance-shares.ts';
import { viewFrom } from '../../../src/lib/estimate/variances/view.ts';
import { lastOf } from '../../unit/estimate/last-of.ts';
import { trial, type Cell, type Kind, type Planted, type Trial } from '../kind.ts';
import { AS_PRISM, scoresOf, type Parts, type Size, type Study } from '../normal-scores.ts';

/** All variance of a score, and its parts but taste and rest, about as in PRISM. */
const ALL = 630;
const OTHERS = { person: 150, conversation: 70, model: 64, topic: 0 } as const;
const UNEVEN = { 'residuals alike': 0, 'residuals uneven': 0.6 } as const;
const ABLE = { conversation: true, taste: true } as const;

/** An error takes what one person did for the work of two. */
function asPlanted({ scores, group }: Study, planted?: Planted): Study {
  if (!planted) return { scores, group };
  const again = (column: Int32Array, more: number) => Int32Array.of(...column, ...column.map((code) => code + more));
  const { score, person, conversation, model, topic } = scores;
  const most = 1 + Math.max(...conversation);
  return {
    scores: {
      score: again(score, 0),
      person: again(person, most),
      conversation: again(conversation, most),
      model: again(model, 0),
      topic: again(topic, 0)
    },
    group: again(group, 0)
  };
}

function summitOf(rows: MixedRows) {
  const made = design(rows);
  const names = [...made.nested, ...made.crossed, 'rest'];
  const variance = made.y.reduce((sum, y) => sum + y * y, 0) / made.y.length;
  return {
    design: made,
    names,
    summit: climb(made, new Float64Array(names.length).fill(variance / names.length), true)
  };
}

const judged = (found: Interval | Unestimated, truth: number): Trial | null =>
  'reason' in found ? null : trial(found, truth);

type Taste = 'points' | 'share';
type Tastes = ReturnType<typeof tasteOf>;

/** What came of studies looked at before: the same ones serve points and share. */
const known = new Map<string, Tastes>();

function once(name: string, random: Seeded, study: (random: Seeded) => Tastes): Tastes {
  const key = `${name} ${random.integer(2 ** 31)}`;
  const found = known.get(key) ?? study(random);
  known.set(key, found);
  return found;
}

function tasteCells(of: Taste): Cell[] {
  return Object.entries(UNEVEN).flatMap(([says, uneven]) =>
    [0.005, 0.02, 0.07].flatMap((taste) =>
      [0.05, 0.5, 0.9].flatMap((share) =>
        [290, 700, 1396].map((people) => {
          const groups = share * taste * ALL;
          const single = taste * ALL - groups;
          const rest = ALL - taste * ALL - OTHERS.person - OTHERS.conversation - OTHERS.model;
          const truth = of === 'points' ? Math.sqrt(groups) : share;
          return {
            says: `taste ${percent(taste, 1)} of all variance, ${percent(share, 1)} of it by group, ${says}`,
            people,
            trial: (random: Seeded) => {
              const size = { ...AS_PRISM, people };
              const found = once(`${says} ${taste} ${share} ${people}`, random, (random) =>
                tasteOf(size, { ...OTHERS, taste: single, groups, rest }, uneven, random)
              );
              return judged(found[of], truth);
            }
          };
        })
      )
    )
  );
}

function tasteOf(size: Size, parts: Parts, uneven: number, random: Seeded, planted?: Planted) {
  const { scores, group } = asPlanted(scoresOf(parts, size, uneven, random), planted);
  const { design, names, summit } = summitOf(splitByPerson(scores, ABLE, { group }));
  return lastOf(groupTaste(design, summit, { groups: [names.indexOf('group:model')], own: names.indexOf('taste') }));
}

/** A small study with much taste, for every test run. */
const SMALL: Size = { people: 40, conversations: 4, models: 4, topics: 2, groups: 3 };
const STRONG: Parts = { person: 100, taste: 120, conversation: 40, model: 60, topic: 0, groups: 60, rest: 200 };

const quickTaste = (of: Taste, truth: number): Cell => ({
  says: 'four models, three groups, much taste',
  people: SMALL.people,
  trial: (random, planted) =>
    judged(once(`small ${planted}`, random, (random) => tasteOf(SMALL, STRONG, 0, random, planted))[of], truth),
  quick: true
});

export const groupTasteInPoints: Kind = {
  name: 'Taste of groups in points',
  kernel: 'groupTaste',
  shown: 'whether it matters who people are',
  runs: 400,
  least: 0.91,
  cells: [quickTaste('points', Math.sqrt(60)), ...tasteCells('points')]
};

export const groupTasteShare: Kind = {
  name: 'Share of taste that goes with groups',
  kernel: 'groupTaste',
  shown: 'whether it matters who people are',
  runs: 400,
  least: 0.91,
  steps: true,
  cells: [quickTaste('share', 1 / 3), ...tasteCells('share')]
};

/** Splits of PRISM's kind: as it is, with more taste and topics, and with parts that are nothing. */
const SPLITS: readonly Parts[] = [
  { ...OTHERS, taste: 12, rest: 334 },
  { person: 150, taste: 40, conversation: 20, model: 8, topic: 6, rest: 406 },
  { person: 60, taste: 0, conversation: 0, model: 120, topic: 3, rest: 447 }
];
const PARTS = ['person', 'taste', 'conversation', 'model', 'topic', 'rest'] as const;

export const partsOfVariance: Kind = {
  name: 'Share of a part in the variance of scores',
  kernel: 'varianceShares',
  shown: 'what makes scores differ',
  runs: 400,
  cells: PARTS.flatMap((part) =>
    SPLITS.flatMap((parts) =>
      Object.entries(UNEVEN).flatMap(([says, uneven]) =>
        [100, 400].map((people) => ({
          says: `${part}, ${percent(parts[part], ALL)}, ${says}`,
          people,
          trial: (random: Seeded) => partOf(part, parts, { ...AS_PRISM, people }, uneven, random)
        }))
      )
    )
  ).concat({
    says: 'person, four models',
    people: SMALL.people,
    trial: (random: Seeded, planted?: Planted) => partOf('person', STRONG, { ...SMALL, groups: 1 }, 0, random, planted),
    quick: true
  } as Cell & { trial: (random: Seeded, planted?: Planted) => Trial })
};

function partOf(
  part: (typeof PARTS)[number],
  parts: Parts,
  size: Size,
  uneven: number,
  random: Seeded,
  planted?: Planted
) {
  const { scores } = asPlanted(scoresOf({ ...parts, groups: 0 }, size, uneven, random), planted);
  const { design, names, summit } = summitOf(splitByPerson(scores, ABLE));
  const found = varianceShares(viewFrom(design, summit.at), null).share(names.indexOf(part));
  const all = PARTS.reduce((sum, name) => sum + parts[name], 0);
  return trial(found, parts[part] / all);
}

export const disagreements: Kind = {
  name: 'Disagreement about models',
  kernel: 'varianceShares',
  shown: 'topics on which people disagree',
  runs: 400,
  cells: SPLITS.flatMap((parts) =>
    Object.entries(UNEVEN).flatMap(([says, uneven]) =>
      [30, 100, 400].map((people) => ({
        says: `${percent(parts.taste + parts.rest, parts.taste + parts.rest + parts.model)}, ${says}`,
        people,
        trial: (random: Seeded, planted?: Planted) =>
          disagreement(parts, { ...AS_PRISM, people }, uneven, random, planted)
      }))
    )
  ).concat({
    says: 'four models',
    people: SMALL.people,
    trial: (random, planted) => disagreement(STRONG, SMALL, 0, random, planted),
    quick: true
  } as Cell & { trial: (random: Seeded, planted?: Planted) => Trial })
};

function disagreement(parts: Parts, size: Size, uneven: number, random: Seeded, planted?: Planted): Trial {
  const { scores } = asPlanted(scoresOf({ ...parts, groups: 0 }, size, uneven, random), planted);
  const { rows, clusterOf } = splitByOpener(scores);
  const { design, names, summit } = summitOf(rows);
  const found = disagreementOf(viewFrom(design, summit.at), names, clusterOf);
  const differing = parts.taste + parts.rest;
  return trial(found, differing / (differing + parts.model));
}

function percent(part: number, all: number): string {
  return `${Math.round((1000 * part) / all) / 10} %`;
}
