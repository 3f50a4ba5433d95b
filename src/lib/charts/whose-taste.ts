import { PERSON, formatCount, formatCountOf, formatInterval, formatValue } from '../dataset/index.ts';
import { resampledInterval, separable, splitByPerson } from '../estimate/index.ts';
import { among } from './among.ts';
import type { DatabaseChart, Estimated, Figure, RawRow, Row } from './chart.ts';
import { dotInterval, peopleAtRight } from './dot-interval.ts';
import { intervalTable } from './interval-table.ts';
import {
  denominatorsOf,
  nothingLeft,
  numbersOf,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import {
  FEWEST_TO_SPLIT,
  enoughPeople,
  resamplingMethod,
  resamplingOf,
  scoresOf,
  splitColumns,
  variancesOf
} from './taste-figure.ts';

const DRAWS = 120;

/** The parts of a score's variance, in the order they are shown. */
const parts: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'model', label: 'Model: liked or disliked by everybody' },
  { name: 'person', label: 'Person: scores high or low throughout' },
  { name: 'taste', label: 'Taste: this person and this model' },
  { name: 'conversation', label: 'Conversation, within a person' },
  { name: 'topic', label: 'Topic' },
  { name: 'rest', label: 'The rest: this reply, this moment' }
];

const labelOf = (name: string, names: readonly string[]) =>
  name === 'person' && !names.includes('conversation')
    ? 'Person and conversation'
    : name === 'rest' && !names.includes('taste')
      ? 'Taste and the rest'
      : parts.find((part) => part.name === name)!.label;

const estimate: DatabaseChart['estimate'] = (answers, selection, extra, drawn): Estimated => {
  const denominators = denominatorsOf(answers[0]?.[0]);
  const split = variancesOf(drawn)[0]!;
  const total = (variances: Float64Array) => variances.reduce((sum, value) => sum + value, 0);
  const shown = 'variances' in split ? parts.filter(({ name }) => split.names.includes(name)) : parts;
  const rows = shown.map(({ name }): RawRow => {
    const row = { key: name, missing: false, ...denominators };
    if (!('variances' in split))
      return {
        ...row,
        label: labelOf(
          name,
          parts.map((part) => part.name)
        ),
        result: split
      };
    const k = split.names.indexOf(name);
    const result = resampledInterval(split, (variances) => variances[k]! / total(variances), [0, 1]);
    return { ...row, label: labelOf(name, split.names), result };
  });
  const names = 'variances' in split ? split.names : [];
  const spread = 'variances' in split ? Math.sqrt(total(split.variances)) : 0;
  const who = among(selection, 'utterances', extra);
  return {
    kicker: 'Preference diversity · whose taste?',
    question: `What makes one score differ from another${who === '' ? '' : `, ${who}`}?`,
    axis: 'Share of the variance of scores of opening replies',
    scale: 'share',
    rowsAre: 'Part',
    rows,
    overall: null,
    unit: 'utterances',
    denominators,
    numbers: numbersOf(denominators),
    constants: denominators.people >= FEWEST_TO_SPLIT ? { spread } : {},
    method: `REML; ${resamplingMethod(selection, DRAWS)}`,
    notes: [
      'Taste is what a person adds to a model again and again, in different conversations; what they think of one reply only is in the rest, with chance.',
      'A share of 0 for topic says that replies on one topic are not scored higher than on another; it does not say that models are equally good at all topics.',
      ...(names.length > 0 && !names.includes('taste')
        ? ['Fewer than 100 people meet a model twice here, so that taste cannot be told from the rest.']
        : []),
      ...(names.length > 0 && !names.includes('conversation')
        ? ['Fewer than 100 people have two conversations here, so that conversation cannot be told from person.']
        : []),
      'The intervals say how much the split would move with other people; models and topics are taken as they are.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

const shownRow = (figure: Pick<Figure, 'rows'>, key: string) => {
  const row = figure.rows.find((one) => one.key === key);
  return row?.estimate.shown ? row.estimate : null;
};

function describe(figure: Omit<Figure, 'sentence'>): string {
  const { denominators, selection } = figure;
  const least = Math.max(FEWEST_TO_SPLIT, selection.minimum);
  if (denominators.people < least) {
    if (denominators.people < 10) return nothingLeft(denominators);
    return `${formatCountOf(denominators.people, PERSON)} ${denominators.people === 1 ? 'is' : 'are'} left: scores are split from ${formatCount(least)} people on.`;
  }
  const say = (key: string) => {
    const found = shownRow(figure, key);
    return found
      ? `${formatValue(found.value, 'share')} (${formatInterval(found.low, found.high, 'share')})`
      : 'an unknown part';
  };
  if (!shownRow(figure, 'model')) return 'The scores cannot be split: their parts cannot be told apart.';
  const taste = shownRow(figure, 'taste') ? `, ${say('taste')} with a person’s own taste for a model` : '';
  return `Of the differences between scores of opening replies, ${say('model')} go with which model wrote the reply, ${say('person')} with who gives the score${taste}; ${say('rest')} are left to this one reply and moment (${formatCountOf(denominators.people, PERSON)}).`;
}

/** The variance of opener scores split into person, model, topic, taste, conversation and rest. */
export const whoseTaste: DatabaseChart = {
  name: 'whose-taste',
  label: 'What makes scores differ',
  vocabulary: scoresVocabulary({}),
  source: 'database',
  needs: [],
  queries: (selection) => [scoreMoments(selection)],
  draws: {
    columns: (selection) => [replies(selection, splitColumns)],
    task(columns, selection) {
      const scores = scoresOf(columns[0]);
      const split = enoughPeople(scores)
        ? { rows: splitByPerson(scores, separable(scores)), resampling: resamplingOf(selection, DRAWS, null) }
        : null;
      return { kind: 'variances', splits: [split] };
    }
  },
  estimate,
  arrange: (rows: readonly Row[]) => rows,
  describe,
  table: (figure) => intervalTable(figure),
  plot: (plot, figure, width) =>
    dotInterval(plot, figure, width, { right: peopleAtRight, reference: null, published: null })
};
