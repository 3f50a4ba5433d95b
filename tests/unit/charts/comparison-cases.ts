import { comparison } from '../../../src/lib/charts/comparison.ts';
import { answer } from '../../../src/lib/figure/answer.ts';
import type { Selection } from '../../../src/lib/selection/index.ts';
import { invented, selectionOf, type Cells } from '../figure/invented.ts';
import type { Case } from './cases.ts';

async function sides(changes: Partial<Selection>, cells: Cells): Promise<Case> {
  const selection = selectionOf(comparison.vocabulary, changes);
  const database = invented(cells, { people: 100, value: 50 });
  return { chart: comparison, figure: await answer(comparison, selection, database), assets: {} };
}

const ages = (keys: readonly string[]) => [{ column: 'age', exclude: false, keys }];

/** Two sides by group: both directions, wide, few, hidden on one side, and all together first. */
export function agesComparedByMaker(): Promise<Case> {
  const compare = { a: ages(['55-64', '65-plus']), b: ages(['18-24', '25-34']) };
  return sides(
    { metric: 'score', by: 'model_family', compare },
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
export function shareAgainstTheRest(): Promise<Case> {
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
export function standardisedByAge(): Promise<Case> {
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
