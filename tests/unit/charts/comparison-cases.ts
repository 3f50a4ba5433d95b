import type { ComparisonFields } from '../../../src/lib/charts/explore/comparison-rows.ts';
import { comparison } from '../../../src/lib/charts/explore/comparison.ts';
import { differenceMap } from '../../../src/lib/charts/explore/difference-map.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf, type Cells } from '../figure/invented.ts';
import type { Case } from './cases.ts';
import { worldOf, type Land } from './made-world.ts';

async function sides(changes: Partial<Selection>, cells: Cells): Promise<Case<ComparisonFields>> {
  const selection = selectionOf(comparison.vocabulary, changes);
  const database = invented(cells, { people: 100, value: 50 });
  return { chart: comparison, figure: await answer(comparison, selection, database), assets: {} };
}

const ages = (keys: readonly string[]) => [{ column: 'age', exclude: false, keys }];

/** Two sides by group: both directions, wide, few, hidden on one side, and all together first. */
export const agesComparedByMaker = () => agesByMaker('levels');

/** The same as differences about a line of none. */
export const agesComparedAsDifferences = () => agesByMaker('differences');

function agesByMaker(as: 'levels' | 'differences'): Promise<Case<ComparisonFields>> {
  const compare = { a: ages(['55-64', '65-plus']), b: ages(['18-24', '25-34']) };
  return sides(
    {
      metric: 'score',
      by: 'model_family',
      compare,
      params: { ...comparison.vocabulary.defaults.params, sides: as }
    },
    {
      '55-64': { people: 282, value: 59.5 },
      '18-24': { people: 700, value: 58.6 },
      'anthropic.55-64': { people: 268, value: 63.8 },
      'anthropic.18-24': { people: 671, value: 60.1 },
      'openai.55-64': { people: 272, value: 61.2 },
      'openai.18-24': { people: 675, value: 64.9 },
      'google.55-64': { people: 45, value: 48.3, spread: 25 },
      'google.18-24': { people: 625, value: 45 },
      'other-open-access.55-64': { people: 17, value: 52, spread: 30 },
      'other-open-access.18-24': { people: 300, value: 50 },
      'meta.55-64': { people: 9, value: 77.7 },
      'meta.18-24': { people: 300, value: 50 }
    }
  );
}

/** Shares of one side against everyone else, in one row, with long names. */
export function shareAgainstTheRest(): Promise<Case<ComparisonFields>> {
  const a = [{ column: 'topic', exclude: false, keys: ['discussions-on-race-and-racism', 'climate-change'] }];
  return sides(
    { metric: 'conversation_type.controversy-guided', by: null, compare: { a, b: null } },
    {
      'discussions-on-race-and-racism': { people: 400, value: 0.41, both: 380 },
      rest: { people: 900, value: 0.33 }
    }
  );
}

/** Everybody differs in one direction, on the scale of standard deviations. */
export function standardisedByAge(): Promise<Case<ComparisonFields>> {
  const a = [{ column: 'model_family', exclude: false, keys: ['cohere'] }];
  const side = (value: number) => ({ people: 400, value, spread: 0.6, both: 390 });
  return sides(
    { metric: 'score_z', by: 'gender', compare: { a, b: null } },
    {
      cohere: side(0.4),
      rest: side(-0.1),
      'male.cohere': side(0.5),
      'male.rest': side(-0.1),
      'female.cohere': side(0.3),
      'female.rest': side(-0.1)
    }
  );
}

const lands: readonly Land[] = [
  ['USA', 100, 60, 160, 'US'],
  ['GBR', 260, 60, 160, 'UK'],
  ['DEU', 480, 60, 120, 'Europe'],
  ['CAN', 640, 60, 120, 'Northern America'],
  ['KEN', 480, 240, 120, 'Africa'],
  ['CHL', 100, 260, 160, 'Latin America and the Caribbean'],
  ['IND', 640, 240, 120, 'Asia'],
  ['ISR', 820, 100, 4, 'Middle East'],
  ['NZL', 820, 300, 120, 'Australia and New Zealand'],
  ['FJI', 300, 400, 60, 'Oceania']
];

const women = [{ column: 'gender', exclude: false, keys: ['female'] }];

async function onMap(detail: 'regions' | 'countries'): Promise<Case<ComparisonFields>> {
  const params = { ...differenceMap.vocabulary.defaults.params, view: 'map', detail };
  const selection = selectionOf(differenceMap.vocabulary, {
    metric: 'stated_safety',
    compare: { a: women, b: null },
    params
  });
  const place = (key: string, a: number, b: number, difference: number) => ({
    [`${key}.female`]: { people: a, value: 50 + difference },
    [`${key}.rest`]: { people: b, value: 50 }
  });
  const cells: Cells = {
    female: { people: 700, value: 51 },
    rest: { people: 600, value: 50 },
    ...place('united-states', 150, 150, 9.2),
    ...place('united-kingdom', 140, 140, -13.8),
    ...place('germany', 60, 60, 0.4),
    ...place('canada', 90, 90, -6.1),
    ...place('kenya', 29, 60, -20),
    ...place('chile', 9, 60, 27.7),
    ...place('india', 60, 60, 14),
    ...place('israel', 60, 60, -8),
    ...place('new-zealand', 80, 80, 4.4)
  };
  const figure = await answer(differenceMap, selection, invented(cells, { people: 1300, value: 50 }));
  return { chart: differenceMap, figure, assets: { world: worldOf(lands) } };
}

/** Both signs in all sizes, no difference shown, grey, too few, nobody. */
export function differencesByRegion(): Promise<Case<ComparisonFields>> {
  return onMap('regions');
}

/** The same by country: a dot below 0 for one too small to be seen. */
export function differencesByCountry(): Promise<Case<ComparisonFields>> {
  return onMap('countries');
}
