import { capitalise, findMetric, type Undocumented } from '../../dataset/index.ts';
import type { Query } from '../../query/index.ts';
import type { Selection } from '../../selection/index.ts';
import { narrowedTo } from '../words/among.ts';
import type { Area, AnswersTo, DatabaseChart, Estimated, Figure, KeyEntry, NoFields, Row } from '../chart.ts';
import { groupColumns } from '../columns/row-columns.ts';
import { colourClasses } from '../forms/classes.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { contentOf, hiddenMissing } from '../words/metric-content.ts';
import { metricRow, withoutMissing } from '../rows/metric-rows.ts';
import { momentsBy } from '../rows/moments.ts';
import { overallSentence, silence, spread, tooSmall } from '../words/metric-words.ts';
import { groupsHeadline, verdictSentence } from '../words/verdict-words.ts';
import {
  added,
  byCountry,
  levelOf,
  onlyOnMap,
  placeNamed,
  placeColumn,
  placeNotes,
  placeRows,
  placesJudged,
  placeWords,
  unclassedKey
} from './place-rows.ts';
import { pageOfArea, peopled, worldMap } from '../forms/world-map.ts';

type Asked = { readonly all: Query; readonly countries: Query };

function queries(selection: Selection): Asked {
  return { all: momentsBy(selection, []), countries: momentsBy(selection, [placeColumn(selection)]) };
}

function estimate(answers: AnswersTo<Asked>, selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const content = contentOf(metric, byCountry(selection), answers.all[0], extra);
  const all = placeRows(selection, extra, {
    byCode: answers.countries.map((sums) => [sums.g0!, sums] as const),
    together: added,
    peopled: ({ people }) => people! > 0,
    rowOf: (group, sums) => metricRow(metric, group, sums)
  });
  return {
    ...content,
    rowsAre: capitalise(placeWords(selection)),
    rows: withoutMissing(all, selection),
    notes: [
      ...placeNotes(selection, [
        'Colours are classes of equal width over places with 30 people or more; neighbouring classes need not differ: the table has the intervals.'
      ]),
      ...content.notes
    ],
    omitted: hiddenMissing(all, selection)
  };
}

/** How each area is filled, by id of its shape; areas that are not in it have nobody. */
function areas(figure: Figure): Map<string, Area> {
  const rows = onlyOnMap(figure);
  const classes = colourClasses(rows, figure.scale);
  const areaOf = ({ estimate }: Row): Area => {
    const { people } = estimate;
    if (!estimate.shown) return { kind: 'few', people };
    if (estimate.level === 'few' || !classes) return { kind: 'grey', people };
    return { kind: 'value', step: classes.of(estimate), people };
  };
  return new Map(rows.map((row) => [row.key, areaOf(row)]));
}

function key(figure: Figure): KeyEntry[] {
  return [
    ...unclassedKey(areas(figure), 'nobody here', 'few people, no class'),
    ...(colourClasses(onlyOnMap(figure), figure.scale)?.key ?? [])
  ];
}

/** Any metric by where people were born or live, on a map; opens on regions. */
export const valueMap: DatabaseChart<NoFields, Asked> = {
  name: 'value-map',
  label: 'Any measure on a map',
  vocabulary: exploreVocabulary,
  source: 'database',
  shows: (selection) => exploreForm(selection) === 'map',
  needs: ['world'],
  widths: [720],
  tableOpen: true,
  queries,
  estimate,
  question(selection, extra) {
    const metric = findMetric(selection.metric)!;
    return `${metric.question}, by ${placeWords(selection)}${narrowedTo(selection, metric.table, extra)}?`;
  },
  verdict: placesJudged,
  headline: (figure) => groupsHeadline(figure, { by: placeWords(figure.selection), of: placeNamed(figure.selection) }),
  describe(figure) {
    const nothing = silence(figure);
    if (nothing !== null) return nothing;
    const start = overallSentence(figure);
    const { overall, selection } = figure;
    if (!overall!.estimate.shown && !findMetric(selection.metric)!.relative) return start;
    if (placesJudged.query(selection) === null) return `${start} ${spread(figure, placeWords(selection))}`;
    return [start, verdictSentence(figure), tooSmall(figure.rows)].filter(Boolean).join(' ');
  },
  columns: groupColumns,
  totals: ({ overall }) => (overall ? [overall] : []),
  page: ({ key }, { selection }) => pageOfArea(key, selection.params),
  key,
  areas,
  plot(plot, figure, width, { world }) {
    if (!world || !figure.rows.some(({ estimate }) => estimate.shown)) return null;
    return worldMap(plot, world, levelOf(figure.selection), areas(figure), width, peopled(figure.rows));
  }
};
