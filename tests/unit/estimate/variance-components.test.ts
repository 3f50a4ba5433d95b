import { describe, expect, test } from 'vitest';
import { varianceComponents } from '../../../src/lib/estimate/variances/variance-components.ts';
import { expectReference, type Numbers, type Planted } from './reference-rows.ts';
import { openersOf, scoreRows, scores, splitOf, type ScoreRow } from './score-rows.ts';

/** Relative; lme4's own optimiser leaves the sixth digit open. */
const TOLERANCE = scores.tolerance.components;

/** The estimate by name, in the reference's words. */
function numbers({ names, variances, mean, deviance }: ReturnType<typeof varianceComponents>): Record<string, number> {
  const named = names.map((name, k): [string, number] => [name === 'rest' ? 'Residual' : name, variances[k]!]);
  return { ...Object.fromEntries(named), mean, deviance };
}

/** Each person so many times, every copy a person of their own. */
const copies = (rows: readonly ScoreRow[], times: readonly number[]) =>
  times.flatMap((count, i) => {
    const mine = rows.filter(({ person }) => person === i + 1);
    return Array.from({ length: count }, (_, copy) =>
      mine.map((row) => ({
        ...row,
        person: row.person + 1000 * (copy + 1),
        conversation: row.conversation + 1000 * (copy + 1)
      }))
    ).flat();
  });

describe('REML against lmer of lme4', () => {
  test('person, person × model, conversation, model and topic', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted))));
    expectSplit(compute, scores.components.split!);
  });
  test('with the models of three groups of people; an effect that is nothing is exactly nothing', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted), 'side')));
    const { side, ...others } = scores.components.grouped!;
    expectSplit(compute, others);
    expect(side).toBe(0);
    expect(compute().side).toBe(0);
  });
  test('with the models of two groupings of people at once', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(splitOf(scoreRows(planted), 'side', 'band')));
    const { side, ...others } = scores.components.together!;
    expectSplit(compute, others);
    expect([side, compute().side]).toEqual([0, 0]);
    // From where the split without groups, and those with one grouping, lead.
    const known = new Map<string, number>();
    for (const groupings of [[], ['side'], ['band']] as const) {
      const { names, variances } = varianceComponents(splitOf(scoreRows(), ...groupings));
      names.forEach((name, k) => known.set(name, known.get(name) ?? variances[k]!));
    }
    const from = varianceComponents(splitOf(scoreRows(), 'side', 'band'), known);
    expectSplit((planted) => (planted ? {} : numbers(from)), others);
  });
  test('with conversations as blocks', () => {
    const compute = (planted?: Planted) => numbers(varianceComponents(openersOf(scoreRows(planted))));
    // People are not in this model, so that to ignore them changes nothing.
    expect(compute('clusters ignored')).toEqual(compute());
    expectSplit((planted) => (planted === 'clusters ignored' ? {} : compute(planted)), scores.components.openers!);
  });
  test('with some people several times', () => {
    const compute = (planted?: Planted) =>
      numbers(
        varianceComponents(splitOf(copies(scoreRows(planted), planted === 'clusters ignored' ? [] : scores.times)))
      );
    expectSplit(compute, scores.components.resampled!);
  });
});

/** The four planted errors; no denominator of another table comes in here, so that one stands for no estimate at all. */
function expectSplit(compute: (planted?: Planted) => object, expected: Numbers): void {
  const guarded = (planted?: Planted) => (planted === 'denominator from the wrong table' ? {} : compute(planted));
  expectReference(guarded, expected, TOLERANCE);
}

describe('what cannot be split', () => {
  const rows = scoreRows();

  test('is refused: the same effect twice, scores that are all the same, a block that is too large', () => {
    const split = splitOf(rows);
    expect(() => varianceComponents({ ...split, nested: { ...split.nested, again: null } })).toThrow(RangeError);
    expect(() => varianceComponents({ ...split, y: split.y.map(() => 50) })).toThrow(RangeError);
    expect(() => varianceComponents({ ...split, starts: Int32Array.of(0, rows.length) })).toThrow(RangeError);
  });

  test('does not depend on the order of people, models and topics', () => {
    const shuffled = [...rows]
      .map((row) => ({ ...row, model: 7 - row.model, topic: 5 - row.topic, person: 100 - row.person }))
      .sort((a, b) => a.person - b.person || a.conversation - b.conversation || a.model - b.model);
    const [one, other] = [varianceComponents(splitOf(rows)), varianceComponents(splitOf(shuffled))];
    one.variances.forEach((value, k) => expect(other.variances[k]).toBeCloseTo(value, 3));
  });
});
