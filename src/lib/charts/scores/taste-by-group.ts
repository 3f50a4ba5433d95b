import { PERSON, decapitalise, formatCountOf, usualOfPeople } from '../../dataset/index.ts';
import { separable, splitByPerson, tasteOfGroups, type Split, type Unestimated } from '../../estimate/index.ts';
import { among } from '../words/among.ts';
import type { DatabaseChart, NoFields, RawRow, Unsaid } from '../chart.ts';
import { splitColumns as columns } from './split-columns.ts';
import { isShown } from '../rows/ranked.ts';
import {
  SCORES,
  type AskedOfAll,
  columnLabel,
  columnOf,
  dense,
  replies,
  scoreMoments,
  scoresVocabulary
} from './scores-vocabulary.ts';
import {
  FEWEST_TO_SPLIT,
  RESAMPLES,
  SEED,
  TOO_FEW,
  dots,
  enoughPeople,
  inWords,
  scoresOf,
  shareIn,
  splitColumns,
  splitFigure,
  unsplit
} from './taste-figure.ts';

/** Ways of grouping people, together and each on its own. */
const groupings = usualOfPeople(6);

/** Why a grouping is not looked at. */
const UNMET = { reason: `fewer than ${FEWEST_TO_SPLIT} people meet a model twice, too few to tell taste from chance` };
const ONE_GROUP = { reason: 'all of these people are of one group' };

/** Key of the row of all groupings together. */
const TOGETHER = 'together';

const estimate: DatabaseChart<NoFields, AskedOfAll>['estimate'] = (answers, selection, extra, computed) => {
  const { splits, denominators, content } = splitFigure(answers.all[0], computed);
  // The first split, without groups, is only where the others start from.
  const rows = [TOGETHER, ...groupings].map((key, i): RawRow => {
    const label = key === TOGETHER ? 'All of these together' : columnLabel(key);
    const result = shareIn(splits[i === 0 ? splits.length - 1 : i]!, tasteOfGroups);
    return { key, label, missing: false, ...denominators, result };
  });
  const who = among(selection, 'utterances', extra);
  return {
    ...content,
    question: `Does it matter who people are${who === '' ? '' : `, ${who}`}?`,
    axis: 'Share of people’s taste that groups account for',
    rowsAre: 'Grouped by',
    rows,
    overall: null,
    notes: [
      'Taste is the variance of person × model. Each grouping is added with an effect of its own for every group and model; shown is how much of the taste that effect takes over, alone and with all five added at once.',
      'Groups overlap, so that the shares of single groupings do not add up to that of all together. A share near 0 says that people of one group differ among themselves as much as from others, not that they are all alike.',
      'Resamples vary what groups account for; what single people add is held at its estimate.',
      'Opening turns only: there, models were assigned at random. An opt-in sample, not whole countries.'
    ]
  };
};

function describe({ denominators, rows, selection }: Unsaid): string {
  const shown = rows.filter(isShown);
  const together = shown.find(({ key }) => key === TOGETHER);
  const [most, ...others] = shown.filter((row) => row !== together).sort((a, b) => b.estimate.value - a.estimate.value);
  if (!most) {
    const otherwise = `How much of people’s taste goes with their group cannot be said: it takes ${FEWEST_TO_SPLIT} people who meet a model twice.`;
    return unsplit(denominators, selection, otherwise);
  }
  const least = others.at(-1);
  const words = (row: typeof most) => `${inWords(row.estimate)} by ${decapitalise(row.label)}`;
  const alone = least ? `${words(least)} to ${words(most)}, picked after looking` : words(most);
  const people = formatCountOf(denominators.people, PERSON);
  return together
    ? `Of the taste that makes people differ in which models they like, age, gender, ethnicity, religion and region together account for ${inWords(together.estimate)}; the rest is each person’s own. Alone they account for ${alone} (${people}).`
    : `Of the taste that makes people differ in which models they like, groups account for ${alone}; the rest is each person’s own (${people}).`;
}

/** How much of person × model the ways of grouping people account for. */
export const tasteByGroup: DatabaseChart<NoFields, AskedOfAll> = {
  name: 'taste-by-group',
  label: 'Taste and who people are',
  vocabulary: scoresVocabulary({}),
  together: SCORES,
  source: 'database',
  needs: [],
  columns,
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
        return { rows, resampling: { seed: SEED, clusterOf: null, onlyCrossed: true }, extends: true, slow };
      };
      return {
        kind: 'variances',
        resamples: RESAMPLES,
        splits: [
          untried ?? { rows: splitByPerson(scores, able) },
          ...groupings.map((name) => split(several.includes(name) ? [name] : [])),
          split(several, true)
        ]
      };
    }
  },
  estimate,
  describe,
  plot: dots()
};
