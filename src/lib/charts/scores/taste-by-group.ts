import {
  capitalise,
  decapitalise,
  formatCountOf,
  formatEstimate,
  formatList,
  formatValue,
  PERSON,
  usualOfPeople
} from '../../dataset/index.ts';
import { separable, splitByPerson, type Split, type Unestimated } from '../../estimate/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { FigureColumn, DatabaseChart, RawRow, Row, Unsaid } from '../chart.ts';
import { label } from '../columns/row-columns.ts';
import { oneSidedColumns, restColumns } from './split-columns.ts';
import { isShown, type ShownRow } from '../rows/ranked.ts';
import { dense } from '../rows/dense.ts';
import {
  SCORES,
  type AskedOfAll,
  columnLabel,
  columnOf,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import {
  FEWEST_TO_SPLIT,
  TOO_FEW,
  splitAnswer,
  dots,
  enoughPeople,
  inWords,
  intervalInWords,
  scoresOf,
  splitColumns,
  splitFigure,
  unsplit
} from './taste-figure.ts';

/** The share of people's taste that goes with the groups. */
const fields = { share: 'estimate' } as const;
type Fields = typeof fields;

/** Ways of grouping people, together and each on its own. */
const groupings = usualOfPeople(6);

/** Why a grouping is not looked at. */
const UNMET = { reason: `fewer than ${FEWEST_TO_SPLIT} people meet a model twice, too few to tell taste from chance` };
const ONE_GROUP = { reason: 'all of these people are of one group' };

/** Key of the row of all groupings together. */
const TOGETHER = 'together';

const estimate: DatabaseChart<Fields, AskedOfAll>['estimate'] = (answers, selection, extra, computed) => {
  const { splits, denominators, content } = splitFigure(answers.all[0], computed, 'by profile likelihood');
  // The first split, without groups, is only where the others start from.
  const rows = [TOGETHER, ...groupings].map((key, i): RawRow<Fields> => {
    const split = splits[i === 0 ? splits.length - 1 : i]!;
    return {
      ...{ key, label: key === TOGETHER ? 'All of these together' : columnLabel(key), missing: false },
      ...denominators,
      result: splitAnswer(split, 'points'),
      share: { ...denominators, result: splitAnswer(split, 'share') }
    };
  });
  return {
    ...content,
    axis: 'How far groups differ in how they see a model: standard deviation in points of score',
    scale: 'score',
    rowsAre: 'Grouped by',
    rows,
    overall: null,
    notes: [
      'Each grouping is added with an effect of its own for every group and model, alone and with all of them at once: beyond what everybody thinks of a model, what a group scores higher or lower throughout, and chance.',
      'The share says how much of what single people add to a model, again and again, they have in common with others of their group. Groups overlap, so that those of single groupings do not add up to that of all together.',
      'Where an interval does not leave 0, groups may differ in nothing; where that of the share leaves neither 0 nor 100 %, it cannot be estimated here.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

function headline({ rows }: Unsaid<Fields>): string | null {
  const together = rows.find(({ key }) => key === TOGETHER);
  const share = together?.share;
  if (!together?.estimate.shown) return null;
  if (together.estimate.low <= 0) return 'Who people are does not show in how they see a model, as far as we can tell';
  return share?.shown
    ? `Who people are accounts for ${formatValue(share.value, 'share')} of their taste in models`
    : 'Who people are shows in how they see a model';
}

function describe({ denominators, rows, selection }: Unsaid<Fields>): string {
  const shown = rows.filter((row): row is ShownRow<Row<Fields>> => isShown(row));
  const together = shown.find(({ key }) => key === TOGETHER);
  const [most, ...others] = shown.filter((row) => row !== together).sort((a, b) => b.estimate.value - a.estimate.value);
  if (!most) {
    const otherwise = `How far groups of people differ in how they see models cannot be said: it takes ${FEWEST_TO_SPLIT} people who meet a model twice.`;
    return unsplit(denominators, selection, otherwise);
  }
  const words = ({ label, estimate }: typeof most) => `${points(estimate)} by ${decapitalise(label)}`;
  const least = others.at(-1);
  const told = [most, ...others].some(({ estimate }) => estimate.low > 0);
  const number = formatCountOf(denominators.people, PERSON);
  const alone = least ? `from ${words(least)} to ${words(most)}, picked after looking` : words(most);
  if (!together) {
    return told
      ? `Groups of people differ in how they see a model, ${alone} (${number}).`
      : `No way of grouping people can be told here from no difference in how they see a model (${number}).`;
  }
  const all = capitalise(formatList(shown.filter((row) => row !== together).map(({ label }) => decapitalise(label))));
  const start = `${all} ${others.length > 0 ? 'together make' : 'makes'} groups differ by ${points(together.estimate)} in how they see a model${shareWords(together)}.`;
  return told
    ? `${start} Alone: ${alone} (${number}).`
    : `${start} None of them alone can be told from no difference (${number}).`;
}

const points = (estimate: ShownRow['estimate']) =>
  inWords(estimate, 'score').replace(/^((?:at most )?\S+)/, '$1 points');

function shareWords({ share }: Row<Fields>): string {
  if (!share?.shown) return '';
  return `, ${inWords(share, 'share')} of people’s taste; the rest is each person’s own`;
}

const columns: readonly FigureColumn<Fields>[] = [
  label,
  ...oneSidedColumns,
  {
    key: 'share',
    head: 'Share of people’s taste',
    says: 'share of what people add to models, again and again, that goes with the grouping',
    kind: 'share',
    of: ({ share }) => (share?.shown ? share.value : null),
    text: ({ share }) => (!share ? '' : share.shown ? formatEstimate(share, 'share') : share.reason)
  },
  {
    key: 'share_low',
    head: '95 % interval of the share',
    says: 'lower end of the interval of the share, 0 where the data do not leave it',
    kind: 'share',
    of: ({ share }) => (share?.shown ? share.low : null),
    text: ({ share }) => (share?.shown ? intervalInWords(share, 'share') : '')
  },
  {
    key: 'share_high',
    says: 'upper end of the interval of the share, 1 where the data do not leave it',
    kind: 'share',
    of: ({ share }) => (share?.shown ? share.high : null)
  },
  ...restColumns
];

/** How far the ways of grouping people go with how they see models. */
export const tasteByGroup: DatabaseChart<Fields, AskedOfAll> = {
  name: 'taste-by-group',
  label: 'Taste and who people are',
  vocabulary: scoresVocabulary({}),
  together: SCORES,
  source: 'database',
  needs: [],
  queries: (selection) => ({ all: scoreMoments(selection) }),
  task: {
    columns: (selection) => [replies(selection, [...splitColumns, ...groupings])],
    of([columns]) {
      const scores = scoresOf(columns);
      const able = separable(scores);
      const untried = !enoughPeople(scores) ? TOO_FEW : !able.taste ? UNMET : null;
      const codes = Object.fromEntries(groupings.map((name) => [name, dense(columnOf(columns, name)).codes]));
      const several = groupings.filter((name) => new Set(codes[name]).size > 1);
      const split = (names: readonly string[], slow = false): Split | Unestimated => {
        if (untried) return untried;
        if (names.length === 0) return ONE_GROUP;
        const rows = splitByPerson(scores, able, Object.fromEntries(names.map((name) => [name, codes[name]!])));
        return { rows, clusterOf: null, asks: 'groups', extends: true, slow };
      };
      return {
        kind: 'variances',
        splits: [
          untried ?? { rows: splitByPerson(scores, able), clusterOf: null, asks: 'nothing' },
          ...groupings.map((name) => split(several.includes(name) ? [name] : [])),
          split(several, true)
        ]
      };
    }
  },
  fields,
  columns,
  estimate,
  question: (selection, extra) => `Does it matter who people are${narrowedTo(selection, 'utterances', extra)}?`,
  headline,
  describe,
  plot: dots()
};
