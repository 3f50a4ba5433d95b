import { describe, expect, test } from 'vitest';
import { climb } from '../../../src/lib/estimate/variances/climb.ts';
import { groupTaste } from '../../../src/lib/estimate/variances/group-taste.ts';
import { levelNoise } from '../../../src/lib/estimate/variances/level-noise.ts';
import { design } from '../../../src/lib/estimate/variances/mixed-rows.ts';
import { scoresByBlock } from '../../../src/lib/estimate/variances/people-scores.ts';
import { spreadOf } from '../../../src/lib/estimate/variances/people-spread.ts';
import { splitByPerson } from '../../../src/lib/estimate/variances/score-split.ts';
import { viewFrom } from '../../../src/lib/estimate/variances/view.ts';
import { lastOf } from './last-of.ts';
import { expectReference, fixture, type Numbers, type Planted } from './reference-rows.ts';
import { codesOf } from './score-rows.ts';

interface Taste {
  readonly rows: Readonly<Record<'person' | 'conversation' | 'topic' | 'model', number[]>> & {
    readonly side: string[];
    readonly opener: boolean[];
    readonly score: (number | null)[];
  };
  readonly tolerance: Readonly<Record<'points' | 'share' | 'spread' | 'noise', number>>;
  readonly points: Numbers;
  readonly share: Numbers;
  readonly spread: Readonly<Record<'model' | 'people' | 'widening', Numbers>>;
  readonly noise: Numbers;
}

const reference = fixture<Taste>('taste');
const { tolerance } = reference;

/** The rated openers split by person, with the sides' tastes or without, or what a planted error makes of them. */
function splitOf(grouped: boolean, planted?: Planted) {
  // No denominator of another table comes in here, so that one stands for no estimate at all.
  if (planted === 'denominator from the wrong table') throw new RangeError('Not made of denominators');
  const { rows } = reference;
  const kept = [...rows.person.keys()].filter(
    (i) =>
      (rows.opener[i] || planted === 'filter dropped') &&
      (rows.score[i] !== null || planted === 'missing counted as zero')
  );
  const codes = (column: readonly (string | number)[]) => codesOf(kept.map((i) => column[i]!)).codes;
  const scores = {
    score: Int32Array.from(kept, (i) => rows.score[i] ?? 0),
    person: codes(planted === 'clusters ignored' ? rows.conversation : rows.person),
    conversation: codes(rows.conversation),
    model: codes(rows.model),
    topic: codes(rows.topic)
  };
  const able = { conversation: planted !== 'clusters ignored', taste: true };
  const made = design(splitByPerson(scores, able, grouped ? { side: codes(rows.side) } : {}));
  const names = [...made.nested, ...made.crossed, 'rest'];
  const summit = climb(made, new Float64Array(names.length).fill(50), true);
  return { design: made, names, summit };
}

describe('taste of groups', () => {
  const of = (planted?: Planted) => {
    const { design, names, summit } = splitOf(true, planted);
    return lastOf(groupTaste(design, summit, { groups: [names.indexOf('side:model')], own: names.indexOf('taste') }));
  };
  test('in points against the profile of lmer’s likelihood', () => {
    expectReference((planted) => of(planted).points, reference.points, tolerance.points);
  });
  test('as a share, with the cut widened by people’s own contributions', () => {
    expectReference((planted) => of(planted).share, reference.share, tolerance.share);
  });
});

describe('how variances spread, against dense matrices', () => {
  const of = (planted?: Planted) => {
    const { design, summit } = splitOf(true, planted);
    const { model, people } = spreadOf(viewFrom(design, summit.at), null);
    const count = design.nested.length + 1;
    const named = (square: Float64Array) =>
      Object.fromEntries([...design.nested, 'rest'].map((name, k) => [name, square[k * (count + 1)]!]));
    return { model: named(model), people: named(people), widening: Math.sqrt(people.at(-1)! / model.at(-1)!) };
  };
  test('by the likelihood, by people’s own contributions, and the one beside the other', () => {
    expectReference((planted) => of(planted).model, reference.spread.model, tolerance.spread);
    expectReference((planted) => of(planted).people, reference.spread.people, tolerance.spread);
    expectReference((planted) => ({ value: of(planted).widening }), reference.spread.widening, tolerance.spread);
  });
  test('people’s contributions add up to the slope, which is level at the summit', () => {
    const { design, summit } = splitOf(true);
    const view = viewFrom(
      design,
      summit.at.map((value) => 1.3 * value)
    );
    const count = design.nested.length + 1;
    const sums = new Float64Array(count);
    scoresByBlock(view).forEach((score, i) => (sums[i % count]! += score));
    for (let k = 0; k < count; k++) {
      expect(sums[k]).toBeCloseTo(view.slope.gradient[k < count - 1 ? k : view.at.length - 1]!, 8);
    }
  });
  test('of models that stay as they are', () => {
    expectReference(
      (planted) => {
        const { design, summit } = splitOf(false, planted);
        return { ratio: levelNoise(viewFrom(design, summit.at), 0, null) };
      },
      reference.noise,
      tolerance.noise
    );
  });
});
