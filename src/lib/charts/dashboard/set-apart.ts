import { capitalise, formatCount, type TableName, type Undocumented } from '../../dataset/index.ts';
import type { Query, SidesQuery } from '../../query/index.ts';
import { type Comparison, type Selection } from '../../selection/index.ts';
import type { DatabaseChart, Estimated } from '../chart.ts';
import { PROFILE_WIDTH, profilePlot } from '../forms/profile-plot.ts';
import { momentsOfSide } from '../rows/sides.ts';
import { sideWords } from '../words/side-words.ts';
import { apartColumns } from './apart-columns.ts';
import { BY_MODEL, aboutRows, apartItems, definesSides, sidesApart, type ApartItem } from './apart-items.ts';
import {
  apartFields,
  apartRows,
  arrangeApart,
  rowOfItem,
  standingApart,
  type ApartFields,
  type ApartRow
} from './apart-rows.ts';
import { apartConstants, apartHeadline, describeApart, metricOfRow, type ApartConstants } from './apart-words.ts';
import { boardSelection, peopleQuery } from './board-slices.ts';
import { dashboardVocabulary } from './dashboard-vocabulary.ts';
import { differencePath } from './tile-links.ts';

/** Most differences that are drawn. */
const DRAWN = 12;

/** The name of an item's question: that of its measure, for all models at once. */
const nameOf = ({ metric }: ApartItem) => metric;

function asked(selection: Selection): Readonly<Record<string, Query>> {
  const board = boardSelection(selection);
  const { filters, sample, turns, compare } = board;
  const sides = sidesApart(board);
  const kept = compare ? filters : [];
  const people = peopleQuery({ filters: kept, sample, turns });
  if (sides === null) return { people };
  const of = (metric: string, by: readonly string[]): SidesQuery => ({
    ...{ kind: 'sides', metric, by, filters: kept, sample, turns, compare: sides }
  });
  const items = apartItems({}).filter((item) => !definesSides(item, sides));
  return {
    people: of(people.metric, []),
    ...Object.fromEntries(
      items.map((item) => [nameOf(item), of(item.metric, item.metric === BY_MODEL ? ['model'] : [])])
    )
  };
}

/** What was left out because the sides are made of it, as a sentence; nothing where all was compared. */
function leftOut(items: readonly ApartItem[], sides: Comparison): string | undefined {
  const out = items.filter((item) => definesSides(item, sides));
  const tables: readonly TableName[] = ['participants', 'conversations', 'utterances'];
  const about = tables.filter((table) => out.some(({ metric }) => metricOfRow(metric).table === table));
  if (about.length === 0) return undefined;
  return `Left out, because the people are picked by it: ${about.map((table) => aboutRows[table]).join('; ')}.`;
}

const wordsOf = (sides: Comparison, extra: Undocumented) => sideWords(sides, extra);

/** In what two groups of people differ, tested together: a slice and everyone else, or two sides. */
export const setApart: DatabaseChart<ApartFields, Readonly<Record<string, Query>>, ApartConstants> = {
  name: 'set-apart',
  label: 'What sets them apart',
  rowsCalled: 'differences',
  vocabulary: dashboardVocabulary,
  source: 'database',
  needs: [],
  widths: [PROFILE_WIDTH],
  fields: apartFields,
  constants: apartConstants,
  columns: apartColumns,
  queries: asked,
  estimate(answers, selection, extra): Estimated<ApartFields, ApartConstants> {
    const sides = sidesApart(boardSelection(selection));
    const all = apartItems(extra);
    const items = sides === null ? [] : all.filter((item) => !definesSides(item, sides));
    const { rows, tested, found } = apartRows(
      items,
      (item) => rowOfItem(item, answers[nameOf(item)]),
      selection.minimum
    );
    const [a, b] = [momentsOfSide(answers.people?.[0], 'a'), momentsOfSide(answers.people?.[0], 'b')];
    const people = sides === null ? 0 : a.people;
    return {
      kicker: 'What sets them apart',
      axis: 'Difference, points',
      scale: 'score',
      rowsAre: 'What differs',
      rows,
      overall: null,
      unit: 'participants',
      denominators: { people, conversations: 0, ratings: 0 },
      numbers: `${formatCount(people)} people here · ${formatCount(b.people)} on the other side`,
      ...(sides === null ? {} : { compared: wordsOf(sides, extra) }),
      constants: { tested, found },
      method: '95 % intervals, clustered by person',
      notes: [
        `${formatCount(tested)} differences were tested, whether on screen or not, and adjusted together (Benjamini–Hochberg, 5 %): those that rest on 30 people on either side and, of shares, where before looking 20 rows with and 20 without are expected on either side.`,
        'What stands out has a second interval, which allows for being picked; it is sorted by the end of that interval that is nearest to no difference.',
        'Shares are compared in percentage points, importance and scores in points of their scales. Of models the share of the other replies beaten is compared: each person’s own use of the scale is taken out.',
        sides === null ? undefined : leftOut(all, sides),
        'These are people who took part, not whole countries: an opt-in sample.'
      ].filter((note) => note !== undefined)
    };
  },
  arrange: arrangeApart,
  question(selection, extra) {
    const sides = sidesApart(boardSelection(selection));
    if (sides === null) return 'What sets the people apart whom you pick?';
    const { a, b } = wordsOf(sides, extra);
    return `What sets ${a.words} apart from ${b.words}?`;
  },
  headline: apartHeadline,
  describe: (figure) => capitalise(describeApart(figure)),
  page: ({ key }, { selection }) => differencePath(key, boardSelection(selection)),
  plot: (plot, { rows, scale }) =>
    profilePlot(
      plot,
      { rows: standingApart(rows as readonly ApartRow[]).slice(0, DRAWN), scale },
      { axis: '← less here · more here →', shows: 'difference' }
    )
};
