export { juriesBySize } from './jury-cases.ts';
export { partsOfVariance, scoresExplainedByMarks } from './score-cases.ts';
export * from './apart-cases.ts';
export * from './topic-cases.ts';
export * from './values-cases.ts';
export * from './coverage-cases.ts';
import { byGroup } from '../../../src/lib/charts/explore/by-group.ts';
import type { Chart, DatabaseChart, Queries, RawRow } from '../../../src/lib/charts/chart.ts';
import { distribution } from '../../../src/lib/charts/explore/distribution.ts';
import { modelRankingChart } from '../../../src/lib/charts/models/model-ranking.ts';
import { shares } from '../../../src/lib/charts/explore/shares.ts';
import { twoWay } from '../../../src/lib/charts/explore/two-way.ts';
import { pairMatrix } from '../../../src/lib/charts/models/pair-matrix.ts';
import { pair } from '../../../src/lib/charts/models/pair.ts';
import { allPairs, pairsVocabulary } from '../../../src/lib/charts/models/pairs-vocabulary.ts';
import { profileModels } from '../../../src/lib/charts/places/profile-models.ts';
import { profileTopics } from '../../../src/lib/charts/places/profile-topics.ts';
import { whereFrom } from '../../../src/lib/charts/places/where-from.ts';
import { levelKey, levelsOf } from '../../../src/lib/dataset/index.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';
import { worldOf } from './made-world.ts';
import { invented, selectionOf, type Cell, type Cells } from '../figure/invented.ts';

export type { Case };
export * from './ranking-cases.ts';

type Source = 'official' | 'twin';

const groups = (changes: Partial<Selection>, cells: Cells, all: Cell, source?: Source) =>
  caseOf(byGroup, changes, cells, all, source);

async function caseOf<F, Q extends Queries, C>(
  chart: Chart & DatabaseChart<F, Q, C>,
  changes: Partial<Selection>,
  cells: Cells,
  all: Cell,
  source: Source = 'official'
): Promise<Case<F, C>> {
  const selection = selectionOf(chart.vocabulary, changes);
  return { chart, figure: await answer(chart, selection, invented(cells, all, source)), assets: {} };
}

/** Means in an order of their own: plain, wide, few, hidden and missing. */
export function meansByAge(source?: Source) {
  const cells: Cells = {
    '18-24': { people: 300, value: 61.2 },
    '25-34': { people: 420, value: 64.9 },
    '35-44': { people: 99, value: 70.4, spread: 20 },
    '45-54': { people: 30, value: 66.6, spread: 30 },
    '55-64': { people: 29, value: 58.1, spread: 40 },
    '65-plus': { people: 9, value: 77.7 },
    'prefer-not-to-say': { people: 10, value: 50.5, spread: 30 }
  };
  return groups({}, cells, { people: 897, value: 64.3 }, source);
}

export function syntheticMeansByAge() {
  return meansByAge('twin');
}

/** Shares near nothing, with long names, ranked by value. */
export function sharesByTopic() {
  const cells: Cells = {
    'managing-relationships': { people: 400, value: 0.41 },
    'popular-culture-sports-music-tv': { people: 210, value: 0.012 },
    'economic-policy-and-income-inequality': { people: 150, value: 0.24 },
    'discussions-on-race-and-racism': { people: 25, value: 0.98 },
    'no-topic-outlier': { people: 500, value: 0.33 }
  };
  const metric = 'conversation_type.controversy-guided';
  return groups({ metric, by: 'topic' }, cells, { people: 900, value: 0.3 });
}

const ages: Cells = {
  '18-24': { people: 140, value: 0.42 },
  '25-34': { people: 220, value: 0.61 },
  '35-44': { people: 64, value: 0.55 },
  '45-54': { people: 22, value: 0.5 },
  '55-64': { people: 9, value: 0.777 }
};

/** Two models by age: plain, wide, few and hidden. */
export async function pairByAge(): Promise<Case> {
  const database = invented(ages, { people: 455, value: 0.53 });
  return { chart: pair, figure: await answer(pair, selectionOf(pairsVocabulary, {}), database), assets: {} };
}

/** Two models by which of their replies is longer. */
export async function pairByLength(): Promise<Case> {
  const params = { ...pairsVocabulary.defaults.params, split: 'length', first: 'luminous-extended-control' };
  const database = invented(ages, { people: 424, value: 0.53 }, 'twin');
  return { chart: pair, figure: await answer(pair, selectionOf(pairsVocabulary, { params }), database), assets: {} };
}

/** A square of models: coloured, not coloured, on few people, hidden. */
export async function allPairsOfModels(): Promise<Case> {
  const selection = allPairs(pairsVocabulary.defaults);
  const database = invented(ages, { people: 455, value: 0.53 });
  return { chart: pairMatrix, figure: await answer(pairMatrix, selection, database), assets: {} };
}

/** Everyone together, without a line for everyone. */
export function oneNumber() {
  return groups({ metric: 'score', by: null, turns: 'all' }, {}, { people: 1200, value: 60.4, spread: 25 });
}

/** Whole values close to one another, so that ticks need decimals. */
export function turnsByType() {
  const cells: Cells = {
    unguided: { people: 900, value: 3.1, spread: 1 },
    'values-guided': { people: 800, value: 3.4, spread: 1 },
    'controversy-guided': { people: 850, value: 3.3, spread: 1 }
  };
  return groups({ metric: 'conversation_turns', by: 'conversation_type' }, cells, {
    people: 1000,
    value: 3.3,
    spread: 1
  });
}

/** A group's own shares beside everyone else's: plain, wide, few. */
export function profileOfModels() {
  const cells: Cells = {
    anthropic: { people: 900, value: 0.61 },
    openai: { people: 400, value: 0.55 },
    google: { people: 100, value: 0.31 },
    'other-open-access': { people: 1000, value: 0.44 },
    meta: { people: 40, value: 0.5 }
  };
  const spread = Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, { ...cell, spread: 0.2 }]));
  return caseOf(profileModels, {}, spread, { people: 1200, value: 0.5, spread: 0.1 }, 'official');
}

/** Differences to everyone else with long names, of the twin. */
export function profileOfTopics() {
  return caseOf(profileTopics, {}, {}, { people: 1200, value: 0.05 }, 'twin');
}

/** Two groupings, the second with few levels: nested dots, plain, wide, few and hidden. */
export function meansByAgeAndGender() {
  const cells: Cells = {
    '18-24.male': { people: 140, value: 61.2 },
    '18-24.female': { people: 150, value: 64.9 },
    '18-24.non-binary-third-gender': { people: 12, value: 58.1, spread: 30 },
    '25-34.male': { people: 99, value: 70.4, spread: 20 },
    '25-34.female': { people: 30, value: 66.6, spread: 30 },
    '65-plus.male': { people: 9, value: 77.7 },
    '65-plus.prefer-not-to-say': { people: 10, value: 50.5, spread: 30 }
  };
  return caseOf(twoWay, { and: 'gender' }, cells, { people: 450, value: 64.3 }, 'official');
}

/** Two groupings, the second with many levels: a heat-table in one block when wide and in two when narrow. */
export function sharesByGenderAndTopic() {
  const people = [300, 45, 12, 9, 180];
  const cells: Cells = Object.fromEntries(
    ['male', 'female'].flatMap((gender, g) =>
      levelsOf('topic')
        .slice(0, 11)
        .map((level, i) => [
          `${gender}.${levelKey(level)}`,
          { people: people[(i + g) % 5]!, value: ((i * 37 + g * 11) % 97) / 97 }
        ])
    )
  );
  return caseOf(
    twoWay,
    { metric: 'conversation_type.controversy-guided', by: 'gender', and: 'topic' },
    cells,
    { people: 900, value: 0.3 },
    'official'
  );
}

const allAnswers = { ...byGroup.vocabulary.defaults.params, form: 'distribution' };
/** How scores fall: fives with spikes, tens, and fifths in grey. */
export function scoresByAge() {
  const cells: Cells = {
    '18-24': { people: 300, value: 50, spread: 20 },
    '25-34': { people: 60, value: 70.4, spread: 20 },
    '55-64': { people: 12, value: 30, spread: 30 },
    '65-plus': { people: 9, value: 77.7 }
  };
  return caseOf(distribution, { metric: 'score', params: allAnswers }, cells, { people: 900, value: 55 }, 'official');
}

/** All answers stacked: plain, few, hidden, everyone. */
export function familiarityByAge() {
  const cells: Cells = {
    '18-24': { people: 300, value: 0.5 },
    '55-64': { people: 12, value: 0.4 },
    '65-plus': { people: 9, value: 0.1 }
  };
  const metric = 'lm_familiarity.very-familiar';
  return caseOf(shares, { metric, params: allAnswers }, cells, { people: 900, value: 0.3 }, 'official');
}

/** Strengths with the published value beside each. */
export function modelsRanked(): Case {
  const row = (key: string, value: number, half: number, published: number): RawRow => ({
    key,
    label: key,
    missing: false,
    published,
    people: 554,
    conversations: 0,
    ratings: 0,
    result: { value, low: value - half, high: value + half }
  });
  const rows = [
    row('first-model', 0.52, 0.04, 0.47),
    row('second-model-with-a-long-name', 0.31, 0.03, 0.31),
    row('last', 0.17, 0.02, 0.22)
  ];
  const axis = 'Strength (rank centrality); the 21 strengths add up to 1';
  const constants = { battles: 1000, even: 1 / 3 };
  return ofPublished(
    modelRankingChart,
    modelRankingChart.vocabulary.defaults,
    estimatedOf(rows, { axis, constants }),
    {}
  );
}

/** Four lands on a plane: two neighbours, one apart, and one too small to be seen. */
const world = worldOf([
  ['AAA', 100, 100, 200, 'US'],
  ['BBB', 300, 100, 200, 'Asia'],
  ['CCC', 600, 250, 100, 'Africa'],
  ['DDD', 850, 400, 4, 'Middle East']
]);

function places(detail: 'regions' | 'countries', people: Readonly<Record<string, number>>): Case {
  const rows = Object.entries(people).map(([key, count]): RawRow => ({
    ...{ key, label: key, missing: false, people: count },
    places: world.countries.flatMap(({ id, special_region }) => (id === key || special_region === key ? [id] : [])),
    conversations: 0,
    ratings: 0,
    result: { value: count, low: count, high: count }
  }));
  const selection = selectionOf(whereFrom.vocabulary, { params: { place: 'birth', detail } });
  const words = { axis: 'People', scale: 'count', rowsAre: 'Place', unit: 'participants' } as const;
  return ofPublished(whereFrom, selection, estimatedOf(rows, words), { world });
}

/** Regions with a class, in grey, with too few, and without a shape. */
export function bornInRegions(): Case {
  return places('regions', { US: 320, Asia: 12, 'Middle East': 40, Africa: 9 });
}

/** A country with a class, one nobody came from, one with too few, one seen only as a dot. */
export function bornInCountries(): Case {
  return places('countries', { AAA: 65, CCC: 9, DDD: 15 });
}
