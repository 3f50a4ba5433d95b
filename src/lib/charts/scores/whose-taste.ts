import { formatCountOf, formatValue, PERSON } from '../../dataset/index.ts';
import { separable, splitByPerson } from '../../estimate/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { splitTableColumns as columns } from './split-columns.ts';
import { SCORES, type AskedOfAll, replies, scoreMoments, scoresVocabulary } from './scores-vocabulary.ts';
import {
  BY_PEOPLE,
  TOO_FEW,
  splitAnswer,
  dots,
  enoughPeople,
  inWords,
  scoresOf,
  splitColumns,
  splitFigure,
  unsplit
} from './taste-figure.ts';

/** The parts of a score's variance, in the order they are shown. */
const parts: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'model', label: 'Model: liked or disliked by everybody' },
  { name: 'person', label: 'Person: scores high or low throughout' },
  { name: 'taste', label: 'Taste: this person and this model' },
  { name: 'conversation', label: 'Conversation, within a person' },
  { name: 'topic', label: 'Topic' },
  { name: 'rest', label: 'The rest: this reply, this moment' }
];

/** A part in words; what cannot be told from it is in it. */
function labelOf(name: string, split: readonly string[]): string {
  if (name === 'person' && !split.includes('conversation')) return 'Person and conversation';
  if (name === 'rest' && !split.includes('taste')) return 'Taste and the rest';
  return parts.find((part) => part.name === name)!.label;
}

const estimate: DatabaseChart<NoFields, AskedOfAll>['estimate'] = (answers, selection, extra, computed) => {
  const { splits, denominators, content } = splitFigure(answers.all[0], computed, BY_PEOPLE);
  const split = splits[0]!;
  const found = 'answers' in split;
  const names = found ? Object.keys(split.answers) : parts.map(({ name }) => name);
  const rows = parts.flatMap(({ name }): RawRow[] => {
    if (!names.includes(name)) return [];
    const result = splitAnswer(split, name);
    return [{ key: name, label: labelOf(name, names), missing: false, ...denominators, result }];
  });
  return {
    ...content,
    axis: 'Share of the variance of scores of opening replies',
    scale: 'share',
    rowsAre: 'Part',
    rows,
    overall: null,
    notes: [
      'Taste is what a person adds to a model again and again, in different conversations; what they think of one reply only is in the rest, with chance.',
      'A share of 0 for topic says that replies on one topic are not scored higher than on another; it does not say that models are equally good at all topics.',
      ...(found && !names.includes('taste')
        ? ['Fewer than 100 people meet a model twice here, so that taste cannot be told from the rest.']
        : []),
      ...(found && !names.includes('conversation')
        ? ['Fewer than 100 people have two conversations here, so that conversation cannot be told from person.']
        : []),
      'The intervals say how much the split would move with other people; models and topics are taken as they are.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

function headline({ rows }: Unsaid): string | null {
  const value = (key: string) => {
    const estimate = rows.find((row) => row.key === key)?.estimate;
    return estimate?.shown ? formatValue(estimate.value, 'share') : null;
  };
  const [model, taste] = [value('model'), value('taste')];
  if (model === null) return null;
  const own = taste === null ? '' : `, ${taste} with a person’s own taste for it`;
  return `${model} of the differences between scores go with the model${own}`;
}

function describe({ denominators, rows, selection }: Unsaid): string {
  const say = (key: string) => {
    const estimate = rows.find((row) => row.key === key)?.estimate;
    return estimate?.shown ? inWords(estimate, 'share') : null;
  };
  const [model, person, taste, rest] = ['model', 'person', 'taste', 'rest'].map(say);
  if (!model) return unsplit(denominators, selection, 'The scores cannot be split: their parts cannot be told apart.');
  const own = taste ? `, ${taste} with a person’s own taste for a model` : '';
  return `Of the differences between scores of opening replies, ${model} go with which model wrote the reply, ${person} with who gives the score${own}; ${rest} are left to this one reply and moment (${formatCountOf(denominators.people, PERSON)}).`;
}

/** The variance of opener scores split into person, model, topic, taste, conversation and rest. */
export const whoseTaste: DatabaseChart<NoFields, AskedOfAll> = {
  name: 'whose-taste',
  label: 'What makes scores differ',
  vocabulary: scoresVocabulary({}),
  together: SCORES,
  source: 'database',
  needs: [],
  columns,
  queries: (selection) => ({ all: scoreMoments(selection) }),
  task: {
    columns: (selection) => [replies(selection, splitColumns)],
    of(columns) {
      const scores = scoresOf(columns[0]);
      const split = enoughPeople(scores)
        ? ({ rows: splitByPerson(scores, separable(scores)), clusterOf: null, asks: 'parts' } as const)
        : TOO_FEW;
      return { kind: 'variances', splits: [split] };
    }
  },
  estimate,
  question: (selection, extra) =>
    `What makes one score differ from another${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  plot: dots()
};
