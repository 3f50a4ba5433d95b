import { RATING, formatCount, formatCountOf, levelsOf, PERSON } from '../../dataset/index.ts';
import {
  JURIES,
  SPLITS,
  computedOf,
  type JuriesJudged,
  type JuriesComputed,
  type JuriesTask,
  type JuryRule,
  type SchemeOutcomes,
  type Welfare
} from '../../estimate/index.ts';
import type { Columns, ColumnsQuery, MomentsQuery } from '../../query/index.ts';
import { SMALLEST_CELL, type Filter, type Selection } from '../../selection/index.ts';
import type { DatabaseChart, RawRow } from '../chart.ts';
import { quantileDots } from '../forms/quantile-dots.ts';
import { denominatorsOf } from '../rows/moments.ts';
import { juriesVocabulary, presetOf, samplesOfJuries, servedPresets } from './juries-vocabulary.ts';
import { describeJuries, juriesHeadline, juriesNotes, juriesQuestion } from './juries-words.ts';
import { juryColumns, juryFields, type JuryFields } from './jury-columns.ts';
import { juryPeople } from './jury-people.ts';
import { SEATS, filtersOf, schemeKey, labelOf, poolColumns, pools, schemesOf, servedPool } from './jury-schemes.ts';

type Asked = { readonly all: MomentsQuery };

/** Replies of the balanced sample of conversations, of which the published juries are made. */
const balanced: Filter = {
  ...{ column: 'utterance_in_balanced_subset', exclude: false },
  keys: ['in-the-balanced-sample']
};

/** The openers that juries are held over, narrowed further where told. */
function openers(selection: Selection, further: readonly Filter[] = []) {
  const { sample } = presetOf(samplesOfJuries, selection, 'from');
  const counted = [...(sample === 'all' ? [] : [balanced]), ...filtersOf(selection).counted, ...further];
  return { filters: counted, sample, turns: 'opener' } as const;
}

function columns(selection: Selection): ColumnsQuery[] {
  const rows = { kind: 'columns', table: 'utterances' } as const;
  const { sitting } = filtersOf(selection);
  const all = ['user_id', 'model', 'score', 'if_chosen', ...poolColumns];
  return [
    { ...rows, columns: all, ...openers(selection) },
    ...(sitting.length === 0 ? [] : [{ ...rows, columns: ['user_id'], ...openers(selection, sitting) }])
  ];
}

/** What a scheme's chance depends on: its group and its seats. */
const chanceOf = (pool: string, size: number) => pools.findIndex(({ key }) => key === pool) * 10_000 + size;

const of: NonNullable<DatabaseChart['task']>['of'] = ([rows, own], selection, extra): JuriesTask => {
  const found = juryPeople(rows!, own as Columns | undefined, extra);
  const schemes = schemesOf(selection);
  const used = [...new Set(schemes.map(({ pool }) => pool))];
  const { params } = selection;
  return {
    kind: 'juries',
    seed: Number(params.seed),
    judged: params.judged as JuriesJudged,
    rule: params.rule as JuryRule,
    welfare: params.welfare as Welfare,
    replies: found.replies,
    people: found.people,
    models: levelsOf('model', extra).length,
    served: found.of(servedPool(params.served!)),
    pools: used.map((pool) => found.of(pool)),
    schemes: schemes.map(({ pool, size }) => ({ pool: used.indexOf(pool), size, chance: chanceOf(pool.key, size) })),
    against: schemes.findIndex(({ pool, size }) => pool.key === 'everyone' && size === SEATS),
    fewest: Math.max(SMALLEST_CELL, selection.minimum),
    fewestJurors: params.met === 'three' ? 3 : 0,
    replace: params.seats === 'replaced'
  };
};

const estimate: DatabaseChart<JuryFields, Asked>['estimate'] = (answers, selection, extra, computed) => {
  const found = computedOf(computed, 'juries');
  const denominators = denominatorsOf(answers.all[0]);
  const models = levelsOf('model', extra);
  const { welfare } = selection.params;
  const served = presetOf(servedPresets, selection, 'served').label;
  const rows = schemesOf(selection).map((scheme, i): RawRow<JuryFields> => {
    const outcome = found.schemes[i]!;
    return {
      ...{ key: schemeKey(scheme), label: labelOf(scheme), missing: false },
      ...{ people: found.served, conversations: 0, ratings: 0, seats: scheme.size, sitting: outcome.sitting },
      ...('reason' in outcome ? { result: { reason: outcome.reason } } : outcomeFields(outcome, selection, models))
    };
  });
  return {
    kicker: 'Welfare outcomes',
    axis:
      welfare === 'score'
        ? `Mean score of the chosen model among ${served}, 1–100`
        : `Share of times that ${served} chose the chosen model`,
    scale: welfare === 'score' ? 'score' : 'share',
    rowsAre: 'Who sits',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: [
      `${formatCountOf(found.served, PERSON)} served`,
      `${formatCountOf(denominators.people, PERSON)} to draw from`,
      formatCountOf(denominators.ratings, RATING)
    ].join(' · '),
    method: methodOf(found, selection),
    notes: juriesNotes(selection, found)
  };
};

function outcomeFields(
  outcome: SchemeOutcomes,
  { params }: Selection,
  models: readonly { readonly label: string }[]
): Pick<RawRow<JuryFields>, 'result'> & Partial<RawRow<JuryFields>> {
  const seen = params.judged === 'held-out' ? outcome.heldOut : outcome.inSample;
  const { lower, upper, worst, winners } = seen;
  return {
    ...{ result: outcome.mean, lower, upper, worst },
    ...{ inSample: outcome.inSample.mean, heldOut: outcome.heldOut.mean },
    winners: winners.map(({ model, juries, welfare }) => ({
      label: models[model]!.label,
      value: welfare,
      times: juries
    })),
    ...('value' in outcome.difference ? { difference: outcome.difference } : {})
  };
}

function methodOf({ made, total, seed }: JuriesComputed, { params }: Selection): string {
  const how = made < total ? `the first ${formatCount(made)} of ${formatCount(total)}` : formatCount(total);
  const split = params.judged === 'held-out' ? `, over ${SPLITS} random halves` : '';
  return `${formatCount(JURIES)} juries a scheme${split}; 95 % intervals from ${how} resamples of people, seed ${seed}`;
}

/** What juries of several schemes do for some people: where they choose, whom they serve, how sure. */
export const juries: DatabaseChart<JuryFields, Asked> = {
  name: 'juries',
  label: 'Who is served by which jury',
  vocabulary: juriesVocabulary,
  source: 'database',
  needs: [],
  rowsCalled: 'juries',
  fields: juryFields,
  columns: juryColumns,
  queries: (selection) => ({ all: { kind: 'moments', metric: 'score', by: [], ...openers(selection) } }),
  task: { columns, of },
  estimate,
  question: juriesQuestion,
  headline: juriesHeadline,
  describe: describeJuries,
  plot: (plot, figure, width) =>
    quantileDots(plot, figure, width, { of: ({ winners }) => winners ?? [], times: JURIES, called: 'juries' })
};
