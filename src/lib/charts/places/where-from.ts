import {
  findCountry,
  formatCount,
  formatCountOf,
  levelsOf,
  PERSON,
  PREFER_NOT_TO_SAY,
  shapesColumn,
  countWord,
  formatList,
  formatValue
} from '../../dataset/index.ts';
import { bordersNote, regionsNote } from '../../map/world.ts';
import { defaultParams, everything, pin, type Selection } from '../../selection/index.ts';
import type {
  Area,
  FigureColumn,
  Estimated,
  Figure,
  KeyEntry,
  PublishedChart,
  RawRow,
  Row,
  Total,
  Unsaid
} from '../chart.ts';
import { countColumn, estimateColumn, inFilesOnly, label } from '../columns/row-columns.ts';
import type { PublishedFiles } from '../published-files.ts';
import { peopleCircles } from '../forms/people-circles.ts';
import { mapParams, pageOfArea, peopled, worldMap } from '../forms/world-map.ts';

const params = { ...mapParams, pin };

const NOWHERE = PREFER_NOT_TO_SAY.value;

/** Fewest people of a place that has a tone of its own; under that, grey. */
const TONED = 30;

/** Region names that say what they leave out: "Europe (not UK)". */
const regionLabels = new Map(
  levelsOf(shapesColumn('birth', 'regions')).map(({ value, label }) => [String(value), label])
);

interface Place {
  readonly key: string;
  readonly label: string;
  people: number;
  /** Codes of the countries its people are from. */
  readonly places: string[];
}

/** People per area of the selection, most first. */
function counts({ countries }: PublishedFiles, selection: Selection): Place[] {
  const born = selection.params.place === 'birth';
  const byCountry = selection.params.detail === 'countries';
  const areas = new Map<string, Place>();
  for (const country of countries.countries) {
    const people = born ? country.born : country.reside;
    if (people === 0) continue;
    const key = byCountry ? country.iso3 : country.special_region_if_born_here;
    const label = byCountry ? (findCountry(country.country)?.label ?? country.country) : (regionLabels.get(key) ?? key);
    const area = areas.get(key) ?? { key, label, people: 0, places: [] };
    area.people += people;
    area.places.push(country.iso3);
    areas.set(key, area);
  }
  return [...areas.values()].sort((a, b) => b.people - a.people || (a.label < b.label ? -1 : 1));
}

function estimate(files: PublishedFiles, selection: Selection): Estimated {
  const born = selection.params.place === 'birth';
  const byCountry = selection.params.detail === 'countries';
  const areas = counts(files, selection);
  const rows = areas.map(({ key, label, people, places }): RawRow => ({
    key,
    places,
    label,
    missing: key === NOWHERE,
    people,
    conversations: 0,
    ratings: 0,
    result: { value: people, low: people, high: people }
  }));
  const unknown = areas.find(({ key }) => key === NOWHERE)?.people ?? 0;
  return {
    kicker: 'Who took part · published, real',
    axis: 'People',
    scale: 'count',
    rowsAre: byCountry ? 'Country' : 'Region',
    rows,
    overall: null,
    unit: 'participants',
    denominators: { people: files.countries.n, conversations: 0, ratings: 0 },
    numbers: formatCountOf(files.countries.n, PERSON),
    method: 'a count of everyone who took part, so without an interval',
    notes: [
      ...(byCountry ? [] : [regionsNote]),
      bordersNote,
      ...(byCountry || born ? [] : ['Places of residence are grouped as PRISM groups places of birth.']),
      `${formatCountOf(unknown, PERSON)} preferred not to say where. ${born ? 'PRISM’s “75 countries” of birth count “Prefer not to say” as one: there are 74.' : 'PRISM’s 38 countries of residence count “Prefer not to say” as one: there are 37.'}`,
      'These are people who took part, recruited online and in English; they do not stand for their countries.'
    ]
  };
}

const places = (figure: Pick<Figure, 'rows'>) => figure.rows.filter((row) => !row.missing);
const atLeast = (figure: Pick<Figure, 'rows'>, n: number) =>
  places(figure).filter((row) => row.estimate.people >= n).length;

function headline(figure: Unsaid): string {
  const all = places(figure);
  const [born, everyone] = [figure.selection.params.place === 'birth', figure.denominators.people];
  if (figure.selection.params.detail === 'countries')
    return `People ${born ? 'born' : 'living'} in ${all.length} countries took part; only ${countWord(atLeast(figure, 30))} countries have 30 people or more`;
  const most = all.slice(0, 3);
  const share = most.reduce((sum, { estimate }) => sum + estimate.people, 0) / everyone;
  return `${formatValue(share, 'share')} of the participants ${born ? 'were born' : 'live'} in three regions: ${formatList(most.map(({ label }) => label))}`;
}

function describe(figure: Unsaid): string {
  const all = places(figure);
  const verb = figure.selection.params.place === 'birth' ? 'were born in' : 'live in';
  const people = (row: Row | undefined) => `${row?.label}, ${formatCount(row?.estimate.people ?? 0)}`;
  if (figure.selection.params.detail === 'countries') {
    return `The ${formatCountOf(figure.denominators.people, PERSON)} ${verb} ${all.length} countries, the largest groups being ${people(all[0])}, and ${people(all[1])}. Only ${atLeast(figure, 30)} countries have 30 people or more; ${all.length - atLeast(figure, 10)} have fewer than 10, too few to say anything about.`;
  }
  const area = (key: string) => people(all.find((row) => row.key === key));
  return `Most of the ${formatCountOf(figure.denominators.people, PERSON)} ${verb} three regions: ${people(all[0])}; ${people(all[1])}; ${people(all[2])}. Far fewer in ${area('Africa')}; ${area('Asia')}; ${area('Middle East')}.`;
}

/** What the site can say of so many people. */
const remarks = { few: 'a little, in grey', wide: 'yes, with wide intervals', plain: 'yes' } as const;
const remark = ({ estimate }: Total) => (estimate.shown ? remarks[estimate.level] : 'no: too few');

const columns: readonly FigureColumn[] = [
  label,
  ...inFilesOnly([estimateColumn()]),
  countColumn('people', 'People', 'people from there'),
  {
    key: 'answers_shown',
    head: 'Can their answers be shown?',
    says: 'whether answers of so many people can be shown',
    kind: 'word',
    of: remark
  }
];

function areaOf(row: Row): Area {
  if (!row.estimate.shown) return { kind: 'few', people: row.estimate.people };
  const people = row.estimate.people;
  return people < TONED ? { kind: 'grey', people } : { kind: 'value', step: 1, people };
}

/** How each area is filled, by id of its shape. Areas that are not in it have nobody. */
function areas(figure: Figure): Map<string, Area> {
  return new Map(places(figure).map((row) => [row.key, areaOf(row)]));
}

function key(figure: Figure): KeyEntry[] {
  const used = new Set<string>(places(figure).map((row) => mark(areaOf(row))));
  used.add('nobody');
  const [most] = places(figure);
  const circles: KeyEntry[] = most
    ? [{ mark: 'value', label: `people, by area: the largest circle is ${formatCount(most.estimate.people)}` }]
    : [];
  const all: readonly KeyEntry[] = [
    { mark: 'nobody', label: 'nobody took part' },
    { mark: 'few-dot', label: 'under 10 people' },
    { mark: 'few', label: '10–29' },
    { mark: 'class-1', label: `${TONED} people or more` }
  ];
  return [...circles, ...all.filter((entry) => used.has(entry.mark))];
}

const mark = (area: Area) => (area.kind === 'value' ? 'class-1' : area.kind === 'grey' ? 'few' : 'few-dot');

/** Where participants were born or live, as a map over published counts; opens on regions. */
export const whereFrom: PublishedChart = {
  name: 'where-from',
  label: 'Where participants are from, published',
  vocabulary: {
    defaults: { ...everything, metric: 'stated_factuality', params: defaultParams(params) },
    parts: [],
    params
  },
  source: 'published',
  needs: ['world'],
  widths: [720],
  tableOpen: true,
  columns,
  estimate,
  question: ({ params }) =>
    params.place === 'birth' ? 'Where were the participants born?' : 'Where do the participants live?',
  headline,
  describe,
  page: ({ key }, { selection }) => pageOfArea(key, selection.params),
  key,
  areas,
  plot(plot, figure, width, { world }) {
    if (!world) return null;
    const level = figure.selection.params.detail === 'countries' ? 'countries' : 'regions';
    const map = worldMap(plot, world, level, areas(figure), width, peopled(places(figure)));
    const circled = places(figure).flatMap(({ key, estimate }) =>
      estimate.shown ? [{ key, people: estimate.people }] : []
    );
    return { ...map, marks: [...map.marks!, peopleCircles(plot, world, level, circled, width)] };
  }
};
