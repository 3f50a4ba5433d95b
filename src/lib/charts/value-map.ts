import { countries, findMetric, levelsOf, type Country, type Undocumented } from '../dataset/index.ts';
import { regionsNote } from '../map/world.ts';
import type { Answer, AnswerRow, Query } from '../query/index.ts';
import type { Selection } from '../selection/index.ts';
import { among } from './among.ts';
import type { DatabaseChart, Estimated, Figure, KeyEntry, RawRow, Row } from './chart.ts';
import { classOf, classWords, classesOf } from './classes.ts';
import { exploreForm, exploreVocabulary } from './explore-vocabulary.ts';
import { contentOf, groupsOf, hiddenMissing, metricRow, momentsBy, withoutMissing } from './metric-rows.ts';
import { overallSentence, rowsTable, silence, spread } from './metric-words.ts';
import { pageOfArea, peopled, worldMap, type Area } from './world-map.ts';

const columnOf = ({ params }: Selection) => (params.place === 'residence' ? 'reside_country' : 'birth_country');
const ofRegions = ({ params }: Selection) => params.detail !== 'countries';

/** "region of birth": what the rows are. */
const placeWords = (selection: Selection) =>
  `${ofRegions(selection) ? 'region' : 'country'} of ${selection.params.place === 'residence' ? 'residence' : 'birth'}`;

function queries(selection: Selection): Query[] {
  return [momentsBy(selection, []), momentsBy(selection, [columnOf(selection)])];
}

/** The sums of people of several countries: everybody is of one, so they add up. */
function added(all: readonly AnswerRow[]): AnswerRow {
  const names = Object.keys(all[0]!).filter((name) => name !== 'g0');
  return Object.fromEntries(names.map((name) => [name, all.reduce((sum, row) => sum + row[name]!, 0)]));
}

const byName = new Map(countries.map((country) => [country.name, country]));

function estimate(answers: readonly Answer[], selection: Selection, extra: Undocumented): Estimated {
  const metric = findMetric(selection.metric)!;
  const column = columnOf(selection);
  const grouped = { ...selection, by: column, and: null };
  const content = contentOf(metric, grouped, answers[0]?.[0], extra);
  const levels = levelsOf(column, extra);
  const groups = groupsOf(column, extra);
  const found = (answers[1] ?? []).map((sums) => ({
    sums,
    group: groups[sums.g0!]!,
    country: byName.get(String(levels[sums.g0!]!.value))
  }));
  const nowhere = found
    .filter(({ country }) => country === undefined)
    .map(({ sums, group }) => metricRow(metric, group, sums));
  const placed = found.flatMap((one) =>
    one.country && one.sums.people! > 0 ? [{ ...one, country: one.country }] : []
  );
  const places = ofRegions(selection)
    ? regionRows(placed, (sums, words) => metricRow(metric, words, sums))
    : placed.map(({ sums, group, country }) => ({
        ...metricRow(metric, { ...group, key: country.iso3 }, sums),
        places: [country.iso3]
      }));
  const all = [...places, ...nowhere];
  const who = among(selection, metric.table, extra);
  const kept = [selection.by, selection.and].some((name) => name !== null)
    ? ['The map shows places; the groupings asked for are kept for the other views.']
    : [];
  return {
    ...content,
    question: `${metric.question}, by ${placeWords(selection)}${who === '' ? '' : `, ${who}`}?`,
    rowsAre: placeWords(selection).replace(/^./, (letter) => letter.toUpperCase()),
    rows: withoutMissing(all, selection),
    notes: [
      ...(ofRegions(selection) ? [regionsNote] : []),
      'Colours are classes of equal width over places with 30 people or more; neighbouring classes need not differ: the table has the intervals.',
      ...kept,
      ...content.notes
    ],
    omitted: hiddenMissing(all, selection)
  };
}

/** PRISM's regions from the countries in them, in the order of the description. */
function regionRows(
  placed: readonly { readonly sums: AnswerRow; readonly country: Country }[],
  rowOf: (sums: AnswerRow, words: { key: string; label: string; missing: boolean }) => RawRow
): RawRow[] {
  return levelsOf('special_region').flatMap(({ value, label }) => {
    const own = placed.filter(({ country }) => country.specialRegion === value);
    if (own.length === 0) return [];
    const row = rowOf(added(own.map(({ sums }) => sums)), { key: String(value), label, missing: false });
    return [{ ...row, places: own.map(({ country }) => country.iso3) }];
  });
}

const onMap = (figure: Pick<Figure, 'rows'>) => figure.rows.filter(({ places }) => places !== undefined);

/** How each area is filled, by id of its shape; areas that are not in it have nobody. */
function areas(figure: Figure): Map<string, Area> {
  const rows = onMap(figure);
  const classes = classesOf(rows);
  const areaOf = ({ estimate }: Row): Area => {
    const { people } = estimate;
    if (!estimate.shown) return { kind: 'few', people };
    if (estimate.level === 'few' || !classes) return { kind: 'grey', people };
    return { kind: 'value', step: classOf(estimate.value, classes), people };
  };
  return new Map(rows.map((row) => [row.key, areaOf(row)]));
}

function key(figure: Figure): KeyEntry[] {
  const rows = onMap(figure);
  const classes = classesOf(rows);
  const some = (kind: Area['kind']) => [...areas(figure).values()].some((area) => area.kind === kind);
  const hidden: KeyEntry = { mark: 'few-dot', label: 'too few to show' };
  const few: KeyEntry = { mark: 'few', label: 'few people, no class' };
  return [
    { mark: 'nobody', label: 'nobody here' },
    ...(some('few') ? [hidden] : []),
    ...(some('grey') ? [few] : []),
    ...(classes ? classWords(classes, figure.scale) : [])
  ];
}

/** Any metric by where people were born or live, on a map; opens on regions. */
export const valueMap: DatabaseChart = {
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
  describe(figure) {
    const nothing = silence(figure);
    if (nothing !== null) return nothing;
    const start = overallSentence(figure);
    return figure.overall!.estimate.shown ? `${start} ${spread(figure, placeWords(figure.selection))}` : start;
  },
  table: (figure) => rowsTable(figure, true),
  page: ({ key }, { selection }) => pageOfArea(key, selection.params),
  key,
  areas,
  plot(plot, figure, width, { world }) {
    if (!world || !figure.rows.some(({ estimate }) => estimate.shown)) return null;
    const level = ofRegions(figure.selection) ? 'regions' : 'countries';
    return worldMap(plot, world, level, areas(figure), width, peopled(figure.rows));
  }
};
