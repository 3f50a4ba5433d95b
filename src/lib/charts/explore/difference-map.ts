import { unitOf } from '../words/unit-words.ts';
import { capitalise, decapitalise, formatCountOf, formatList, type Undocumented } from '../../dataset/index.ts';
import { scaleOfComparison, type Selection } from '../../selection/index.ts';
import type { Area, DatabaseChart, Estimated, Figure, KeyEntry, Row } from '../chart.ts';
import { differenceClassWords, differenceClasses } from '../forms/classes.ts';
import { compared, comparedContent } from './comparison-content.ts';
import {
  comparedRow,
  comparisonFields,
  differs,
  metricOf,
  overallDifference,
  sidesQueries,
  sumsByScale,
  totalOf,
  type ComparisonFields,
  type SidesAnswers,
  type SidesAsked,
  type SumsByScale
} from './comparison-rows.ts';
import { comparisonColumns, comparedTotals } from './comparison-columns.ts';
import { describe, writtenDifference, type Described, question } from './comparison-words.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { added, byCountry, levelOf, onlyOnMap, placeNotes, placeRows, placeWords, unclassedKey } from './place-rows.ts';
import { pageOfArea, peopled, worldMap } from '../forms/world-map.ts';
import { comparisonHeadline } from './comparison-headline.ts';

type Place = Row<ComparisonFields>;

/** The sums of several countries on each scale that any of them has answers on. */
function together(all: readonly SumsByScale[]): SumsByScale {
  const scales = new Set(all.flatMap((sums) => Object.keys(sums) as (keyof SumsByScale)[]));
  return Object.fromEntries(
    [...scales].map((scale) => [scale, added(all.flatMap((sums) => (sums[scale] ? [sums[scale]] : [])))])
  );
}

function estimate(answers: SidesAnswers, asked: Selection, extra: Undocumented): Estimated<ComparisonFields> {
  const selection = byCountry(compared(asked));
  const { all, groups } = sumsByScale(selection, answers);
  const content = comparedContent(
    selection,
    totalOf(selection, answers),
    {
      overall: overallDifference(selection, all),
      listed: placeRows(selection, extra, {
        byCode: groups,
        together,
        peopled: (sums) => (sums[scaleOfComparison(selection)]?.people_either ?? 0) > 0,
        rowOf: (group, sums) => comparedRow(selection, group, sums)
      }),
      rowsAre: capitalise(placeWords(selection))
    },
    extra
  );
  return { ...content, notes: [...placeNotes(asked, colourNotes(content)), ...content.notes] };
}

/** What the colours stand for, and what they leave out. */
const colourNotes = ({ compared }: Pick<Estimated, 'compared'>) => [
  `A place has a colour only where the sides differ there once all places are tested together; its interval then excludes no difference. Dashes over a colour: lower for side A (${compared!.a.words}) than for side B.`,
  'Pale with an outline: no difference shown, which is not to say that the sides are alike there; the table has the interval.',
  'Colours are classes of equal width on both sides of no difference; neighbouring classes need not differ.'
];

const classesOf = (rows: readonly Place[], { scale }: Pick<Figure, 'scale'>) =>
  differenceClasses(
    rows.flatMap((row) => (row.estimate.shown && differs(row) ? [row.estimate.value] : [])),
    scale
  );

/** How each area is filled, by id of its shape; areas that are not in it have nobody. */
function areas(figure: Figure<ComparisonFields>): Map<string, Area> {
  const rows = onlyOnMap(figure);
  const classes = classesOf(rows, figure);
  const areaOf = (row: Place): Area => {
    const { people } = row.estimate;
    if (!row.estimate.shown) return { kind: 'few', people };
    if (row.estimate.level === 'few') return { kind: 'grey', people };
    if (classes === null || !differs(row)) return { kind: 'level', people };
    return { kind: 'difference', step: classes.of(row.estimate.value), people };
  };
  return new Map(rows.map((row) => [row.key, areaOf(row)]));
}

/** From the lowest class to the highest, both ends with their unit and whose value is higher there. */
function key(figure: Figure<ComparisonFields>): KeyEntry[] {
  const step = classesOf(onlyOnMap(figure), figure)?.step;
  const { a, b } = figure.compared!;
  const unit = unitOf(metricOf(figure.selection));
  const found = areas(figure);
  const words = (place: number) => differenceClassWords(place, step!, figure.scale);
  const level: KeyEntry = { mark: 'level', label: 'no difference shown' };
  const classes: KeyEntry[] =
    step === undefined
      ? [level]
      : [
          { mark: 'below-1', label: `${words(1)} ${unit}: ${b.short} higher` },
          { mark: 'below-2', label: words(2) },
          { mark: 'below-3', label: words(3) },
          level,
          { mark: 'diverging-5', label: words(5) },
          { mark: 'diverging-6', label: words(6) },
          { mark: 'diverging-7', label: `${words(7)} ${unit}: ${a.short} higher` }
        ];
  const coloured = [...found.values()].some(({ kind }) => kind === 'difference' || kind === 'level');
  return [...unclassedKey(found, 'nobody on either side', 'few people, not tested'), ...(coloured ? classes : [])];
}

/** Most places that a sentence names. */
const MOST_NAMED = 4;

/** What of this the map colours, and what it leaves pale though its interval alone would not. */
function colourWords({ rows, scale, rowsAre }: Described): string {
  const places = onlyOnMap({ rows });
  const tested = places.filter(({ adjusted }) => adjusted !== undefined);
  if (tested.length === 0) return '';
  const alone = tested.flatMap((row) => {
    const { estimate, label } = row;
    const excludes = estimate.shown && (estimate.low > 0 || estimate.high < 0);
    return excludes && !differs(row) ? [`${label} ${writtenDifference(estimate, scale)}`] : [];
  });
  const named = alone.length <= MOST_NAMED ? `: ${formatList(alone)}` : '';
  const kind = decapitalise(rowsAre).split(' ')[0] === 'country' ? ['country', 'countries'] : ['region', 'regions'];
  return [
    tested.some(differs) ? 'Only where they differ does the map have a colour.' : 'No place on the map has a colour.',
    alone.length === 0
      ? ''
      : `It leaves pale ${formatCountOf(alone.length, kind as [string, string])} whose interval excludes no difference only before adjusting${named}.`
  ]
    .filter(Boolean)
    .join(' ');
}

/** A less B within each place, on a map; opens on regions. */
export const differenceMap: DatabaseChart<ComparisonFields, SidesAsked> = {
  name: 'difference-map',
  label: 'Two sides compared on a map',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'difference-map',
  needs: ['world'],
  tableOpen: true,
  fields: comparisonFields,
  columns: comparisonColumns,
  queries: (selection) => sidesQueries(byCountry(compared(selection))),
  estimate,
  question: (selection, extra) => question(byCountry(compared(selection)), placeWords(selection), extra),
  headline: comparisonHeadline,
  describe: (figure) => [describe(figure), colourWords(figure)].filter(Boolean).join(' '),
  totals: comparedTotals,
  page: ({ key }, { selection }) => pageOfArea(key, selection.params),
  key,
  areas,
  plot(plot, figure, width, { world }) {
    if (!world || !figure.rows.some(({ estimate }) => estimate.shown)) return null;
    return worldMap(plot, world, levelOf(figure.selection), areas(figure), width, peopled(figure.rows));
  }
};
