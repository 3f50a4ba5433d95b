import type { Chart, Figure } from '../charts/chart.ts';
import { coverageCharts } from '../charts/coverage/index.ts';
import { dashboardCharts } from '../charts/dashboard/index.ts';
import { exploreCharts } from '../charts/explore/index.ts';
import { homeCharts } from '../charts/home/index.ts';
import { juriesCharts } from '../charts/juries/index.ts';
import { modelCharts } from '../charts/model/index.ts';
import { modelsCharts, rankingCharts } from '../charts/models/index.ts';
import { pairsCharts } from '../charts/pairs/index.ts';
import { placeCharts } from '../charts/places/index.ts';
import { scoreCharts } from '../charts/scores/index.ts';
import { topicsCharts } from '../charts/topics/index.ts';
import { valuesCharts } from '../charts/values/index.ts';
import { placeOf, placePath } from '../dataset/index.ts';
import { isLevels, type Selection } from '../selection/index.ts';

/** Where charts stand in the Atlas: the page's path below the site's base, and the section by the chart's name. */
interface Home {
  readonly path: string;
  /** Sections by the names of the charts in them; the top of the page for those that are not told. */
  readonly sections: Readonly<Record<string, string>>;
  readonly charts: readonly Chart[];
}

const named = (charts: readonly Chart[]) => Object.fromEntries(charts.map(({ name }) => [name, name]));

/** A page whose index calls its charts by their sections, but for some, whose sections are told. */
const bySections = (
  path: string,
  charts: Readonly<Record<string, Chart>>,
  told: Readonly<Record<string, string>> = {}
): Home => ({
  path,
  sections: Object.fromEntries(Object.entries(charts).map(([section, { name }]) => [name, told[section] ?? section])),
  charts: Object.values(charts)
});

const { robust, groups, robustGroups, elsewhere } = modelsCharts;

/** Where places and models are listed: of a figure of none of them. */
const PLACES = '/places/';
const MODELS = '/models/';

/** The pages whose links say what their charts show; the first that has a chart is its home. */
const homes: readonly Home[] = [
  { path: '/explore/', sections: {}, charts: exploreCharts },
  { path: '/', sections: { [homeCharts.ranking.name]: 'ranking' }, charts: Object.values(homeCharts) },
  {
    path: MODELS,
    sections: {
      ...Object.fromEntries(rankingCharts.map(({ name }) => [name, 'try'])),
      [robust.name]: 'robust',
      [groups.name]: 'groups',
      [robustGroups.name]: 'robust-groups',
      [elsewhere.name]: 'elsewhere'
    },
    charts: [...Object.values(modelsCharts), ...rankingCharts]
  },
  { path: '/models/pairs/', sections: { [pairsCharts[0]!.name]: 'pair' }, charts: pairsCharts },
  { path: '/models/scores/', sections: named(scoreCharts), charts: scoreCharts },
  bySections('/juries/', juriesCharts, { juries: 'try' }),
  bySections('/topics/', topicsCharts, { tilts: 'try' }),
  bySections('/values/', valuesCharts, { averages: 'try' }),
  bySections('/coverage/', coverageCharts, { representation: 'try' }),
  bySections('/dashboard/', dashboardCharts)
];

/**
 * The address, below the site's base, at which the Atlas shows the view of a figure: its page with the figure's own link.
 * Figures of a place or a model stand on that one's page, under its name.
 */
export function homeOf({ chart, link, selection }: Pick<Figure, 'chart' | 'link' | 'selection'>): string {
  const has = (charts: readonly Chart[]) => charts.some(({ name }) => name === chart);
  const home = homes.find(({ charts }) => has(charts));
  if (home) {
    const section = home.sections[chart];
    return `${home.path}${link === '' ? '' : `?${link}`}${section === undefined ? '' : `#${section}`}`;
  }
  const path = has(placeCharts) ? placeIn(selection) : has(Object.values(modelCharts)) ? modelIn(selection) : null;
  return path === null ? '/' : path === PLACES || path === MODELS ? path : `${path}#${chart}`;
}

/** The one level that the filters leave of each column they speak of. */
const only = ({ filters }: Selection) =>
  filters.flatMap((filter) =>
    isLevels(filter) && filter.keys.length === 1 ? [{ column: filter.column, key: filter.keys[0]! }] : []
  );

function placeIn(selection: Selection): string {
  const [place] = only(selection).flatMap(({ column, key }) => placeOf(column, key) ?? []);
  return place ? placePath(place) : PLACES;
}

function modelIn(selection: Selection): string {
  const model = only(selection).find(({ column }) => column === 'model');
  return model ? `/models/${model.key}/` : MODELS;
}
