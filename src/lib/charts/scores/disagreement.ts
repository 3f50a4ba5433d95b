import {
  PERSON,
  decapitalise,
  findColumn,
  formatCountOf,
  formatValue,
  levelKey,
  levelsOf
} from '../../dataset/index.ts';
import { only, splitByOpener } from '../../estimate/index.ts';
import type { Params, Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { Query } from '../../query/index.ts';
import type { DatabaseChart, NoFields, RawRow, Row, Unsaid } from '../chart.ts';
import { splitTableColumns as columns } from './split-columns.ts';
import { SCORES, type AskedOfAll, columnOf, replies, scoreMoments, scoresVocabulary } from './scores-vocabulary.ts';
import {
  BY_PEOPLE,
  FEWEST_TO_SPLIT,
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
import { denominatorsOf } from '../rows/moments.ts';

const params: Params = {
  over: {
    kind: 'choice',
    label: 'Disagreement over',
    choices: [
      { key: 'types', label: 'types of conversation' },
      { key: 'topics', label: 'topics' }
    ]
  }
};

/** Everybody, and each type or topic. */
type Asked = AskedOfAll & { readonly groups: Query };

const columnFor = ({ params }: Selection) => (params.over === 'topics' ? 'topic' : 'conversation_type');

const estimate: DatabaseChart<NoFields, Asked>['estimate'] = (answers, selection, extra, computed) => {
  const { splits, denominators, content } = splitFigure(answers.all[0], computed, BY_PEOPLE);
  const name = columnFor(selection);
  const sums = new Map(answers.groups.map((row) => [row.g0!, row]));
  const missingFrom = (findColumn(name)!.column as { levels: readonly unknown[] }).levels.length;
  const rows = levelsOf(name, extra).flatMap((level, code): RawRow[] => {
    const counts = denominatorsOf(sums.get(code));
    if (counts.people === 0) return [];
    const missing = code >= missingFrom;
    return [
      {
        key: levelKey(level),
        label: level.label,
        missing,
        ...counts,
        result: splitAnswer(splits[code + 1]!, 'disagreement')
      }
    ];
  });
  return {
    ...content,
    axis: 'Disagreement: share of the differences between replies to one message that models do not account for',
    scale: 'share',
    rowsAre: name === 'topic' ? 'Topic' : 'Type of conversation',
    rows,
    overall: {
      key: 'all',
      label: 'All of these',
      missing: false,
      ...denominators,
      result: splitAnswer(splits[0]!, 'disagreement')
    },
    notes: [
      'At 0\u202f% everybody would set the models apart in the same way; at 100\u202f% which model wrote a reply would say nothing about how a person scores it. It is one minus the correlation of two people’s scores of the same model, beside other replies to their own messages.',
      'It holds taste, the chance of one reply, and chance in scoring together: these cannot be told apart within most topics.',
      'Topics come from a clustering program and names from a language model; conversations guided by values or controversy were about such things on request.',
      `Rows with fewer than ${FEWEST_TO_SPLIT} people are not split. Opening turns only. An opt-in sample, not whole countries.`
    ]
  };
};

function arrange(rows: readonly Row[], selection: Selection): readonly Row[] {
  if (selection.params.over !== 'topics') return rows;
  const rank = ({ estimate, missing }: Row) => (!estimate.shown ? 2 : missing ? 1 : 0);
  const value = ({ estimate }: Row) => (estimate.shown ? estimate.value : 0);
  return [...rows].sort((a, b) => rank(a) - rank(b) || value(b) - value(a));
}

function headline({ overall }: Unsaid): string | null {
  return overall?.estimate.shown
    ? `Which model wrote a reply leaves ${formatValue(overall.estimate.value, 'share')} of the differences unexplained`
    : null;
}

function describe({ denominators, overall, rows, selection }: Unsaid): string {
  if (!overall?.estimate.shown) {
    return unsplit(denominators, selection, 'The scores cannot be split: their parts cannot be told apart.');
  }
  const start = `Which model wrote a reply leaves ${inWords(overall.estimate, 'share')} of the differences between replies to one message unexplained (${formatCountOf(overall.estimate.people, PERSON)})`;
  const shown = rows.flatMap((row) =>
    row.estimate.shown && !row.missing ? [{ label: row.label, ...row.estimate }] : []
  );
  const sorted = [...shown].sort((a, b) => b.value - a.value);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom || top === bottom) return `${start}.`;
  return `${start}: from ${inWords(bottom, 'share')} for ${decapitalise(bottom.label)} to ${inWords(top, 'share')} for ${decapitalise(top.label)}, picked after looking.`;
}

/** How little people agree about models, for each type of conversation or topic. */
export const disagreement: DatabaseChart<NoFields, Asked> = {
  name: 'disagreement',
  label: 'Disagreement by type and topic',
  vocabulary: scoresVocabulary(params),
  together: SCORES,
  source: 'database',
  needs: [],
  columns,
  queries: (selection) => ({
    all: scoreMoments(selection),
    groups: { ...scoreMoments(selection), by: [columnFor(selection)] }
  }),
  task: {
    columns: (selection) => [replies(selection, [...splitColumns, 'conversation_type'])],
    of(columns, selection, extra) {
      const scores = scoresOf(columns[0]);
      const of = columnOf(columns[0], columnFor(selection));
      const slices = [
        scores,
        ...levelsOf(columnFor(selection), extra).map((_, code) => only(scores, (row) => of[row] === code))
      ];
      return {
        kind: 'variances',
        splits: slices.map((slice) => {
          if (!enoughPeople(slice)) return TOO_FEW;
          const { rows, clusterOf } = splitByOpener(slice);
          return { rows, clusterOf, asks: 'disagreement' };
        })
      };
    }
  },
  estimate,
  arrange,
  question: (selection, extra) => `Where do people disagree about models${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  plot: dots(({ overall }) =>
    overall?.estimate.shown
      ? { value: overall.estimate.value, label: `all of these ${formatValue(overall.estimate.value, 'share')}` }
      : null
  )
};
