import { whereCharts } from '$lib/charts/where/index.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import { countryRows, ENOUGH, publishedPlaces } from '$lib/charts/places/published-places.server.ts';

export const load = async () => ({
  map: await prerenderFigure(whereCharts.map),
  regions: publishedPlaces
    .filter(({ place }) => place.kind === 'region')
    .map((born) => ({ label: born.place.label, born, living: null })),
  countries: countryRows.filter(({ born, living }) => born?.enough || living?.enough),
  few: countryRows.filter(({ born, living }) => !born?.enough && !living?.enough),
  enough: ENOUGH
});
