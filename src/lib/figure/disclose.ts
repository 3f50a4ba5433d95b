import type {
  BaseChart,
  Content,
  Estimated,
  Fields,
  NoFields,
  RawEstimate,
  RawKinds,
  RawRow,
  RawTotal,
  Row,
  SeenFields,
  SideWords,
  Total
} from '../charts/chart.ts';
import { formatCount, formatCountOf, PERSON } from '../dataset/index.ts';
import type { Estimate } from '../estimate/index.ts';
import { SMALLEST_CELL, SMALLEST_RANKED } from '../selection/index.ts';

/** From so many people on an estimate is shown without a remark. */
const PLAIN = 100;

/**
 * The threshold rule, the only place where it is applied: people, not ratings, decide whether an estimate may be seen.
 * Under 10 people, or under a `minimum` above that, every value is dropped, not masked; 10–29 is `few`, 30–99 `wide`, 100
 * and more `plain`. A difference rests on its smaller side. What is not named here or in `fields` is not seen; a field is
 * seen when its kind says. The fewer people a group has, the coarser are the classes in which its answers may be seen.
 *
 * @param fields the own fields of the row's chart
 */
export function disclose<F = NoFields>(row: RawRow<F>, minimum: number, fields?: F): Row<F>;
export function disclose<F = NoFields>(row: RawTotal<F>, minimum: number, fields?: F): Total<F>;
export function disclose(row: RawRow, minimum: number, fields: Fields = {}): Row {
  const { key, label, missing, places, sides, published } = row;
  const estimate = judged(row, minimum);
  return {
    key,
    label,
    missing,
    ...(places === undefined ? {} : { places }),
    ...(sides === undefined ? {} : { sides }),
    ...(published === undefined || !enough(row, minimum) ? {} : { published }),
    ...own(row, estimate, minimum, fields),
    estimate
  };
}

/** What is seen of an estimated chart. */
type Seen<F, C> = Content<Row<F>, Total<F>, SeenFields<C>>;

/** What a chart names of its rows and figures. */
type Named<F, C> = Pick<BaseChart<F, C>, 'fields' | 'constants'>;

/**
 * What may be seen of a figure: what is named here, of its rows and constants what their chart names. A constant that is of
 * all its people is seen where they are enough.
 */
export function discloseContent<F, C>(estimated: Estimated<F, C>, minimum: number, chart: Named<F, C>): Seen<F, C> {
  const { kicker, axis, scale, rowsAre, unit, numbers, method, notes } = estimated;
  const { overall, margins, compared, constants } = estimated;
  const { people, conversations, ratings } = estimated.denominators;
  const denominators = { people, conversations, ratings };
  const total = (row: RawTotal<F>) => disclose(row, minimum, chart.fields);
  const words = ({ words, short }: SideWords) => ({ words, short });
  const everybody = judged({ ...denominators, result: { value: 0, low: 0, high: 0 } }, minimum);
  return {
    ...{ kicker, axis, scale, rowsAre, unit, denominators, numbers, method, notes },
    rows: estimated.rows.map((row) => disclose(row, minimum, chart.fields)),
    overall: overall && total(overall),
    ...(margins && { margins: { firsts: margins.firsts.map(total), seconds: margins.seconds.map(total) } }),
    ...(compared && { compared: { a: words(compared.a), b: words(compared.b) } }),
    ...(constants && {
      constants: own(constants, everybody, minimum, chart.constants ?? {}) as Seen<F, C>['constants']
    })
  };
}

/** The row's own fields, as far as they may be seen. */
function own(row: object, estimate: Estimate, minimum: number, fields: Fields): object {
  const raw = row as Readonly<Record<string, unknown>>;
  const seen = Object.entries(fields).map(([name, kind]) => [
    name,
    raw[name] === undefined ? undefined : seenOf(kind, raw[name], estimate, minimum)
  ]);
  return Object.fromEntries(seen.filter(([, found]) => found !== undefined));
}

/** What is seen of a field; undefined where nothing is. */
function seenOf(kind: Fields[string], raw: unknown, estimate: Estimate, minimum: number): unknown {
  switch (kind) {
    case 'word':
    case 'group':
    case 'count':
      return raw;
    case 'estimate':
      return judged(raw as RawEstimate, minimum);
  }
  if (!estimate.shown) return undefined;
  switch (kind) {
    case 'value':
    case 'named':
      return raw;
    case 'interval': {
      const { value, low, high } = raw as RawKinds['interval'];
      return { value, low, high };
    }
    case 'beside':
      return judged(raw as RawEstimate, minimum);
    case 'outcomes':
      return (raw as RawKinds['outcomes']).map(({ label, value, times }) => ({ label, value, times }));
    case 'spreads': {
      const spreads = raw as RawKinds['spreads'];
      return { finest: spreads[estimate.level], coarse: spreads.few };
    }
  }
}

/** The people that decide: of a difference, those of its smaller side. */
const fewest = ({ people, sides }: RawEstimate) => (sides ? Math.min(people, sides.a, sides.b) : people);

function enough(estimate: RawEstimate, minimum: number): boolean {
  return fewest(estimate) >= SMALLEST_CELL && !(fewest(estimate) < minimum);
}

/** An estimate as anybody may see it. */
export const discloseEstimate = (raw: RawEstimate, minimum: number): Estimate => judged(raw, minimum);

function judged(raw: RawEstimate, minimum: number): Estimate {
  const { result, people, conversations, ratings, sides } = raw;
  const denominators = { people, conversations, ratings };
  const deciding = fewest(raw);
  if (!enough(raw, minimum)) {
    const why = deciding < SMALLEST_CELL ? 'too few to show' : `fewer than the ${formatCount(minimum)} asked for`;
    return { shown: false, ...denominators, reason: `${why} (${peopleWords(people, sides)})` };
  }
  if (!('value' in result)) return { shown: false, ...denominators, reason: result.reason };
  const { value, low, high, se, df } = result;
  const level = deciding < SMALLEST_RANKED ? 'few' : deciding < PLAIN ? 'wide' : 'plain';
  return { shown: true, value, low, high, ...(se === undefined ? {} : { se, df }), level, ...denominators };
}

function peopleWords(people: number, sides: RawEstimate['sides']): string {
  if (!sides) return formatCountOf(people, PERSON);
  if (people < Math.min(sides.a, sides.b)) return `${formatCountOf(people, PERSON)} on both sides`;
  return `${formatCountOf(sides.a, PERSON)} on side A, ${formatCount(sides.b)} on side B`;
}
