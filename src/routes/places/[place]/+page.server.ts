import { error } from '@sveltejs/kit';
import { placeCharts, placeSelection } from '$lib/charts/places/index.ts';
import { profileLinks } from '$lib/charts/places/profile-links.ts';
import { publishedPlaces } from '$lib/charts/places/published-places.server.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => publishedPlaces.map(({ place }) => ({ place: place.key }));

export const load: PageServerLoad = async ({ params }) => {
  const published = publishedPlaces.find(({ place }) => place.key === params.place);
  if (!published) error(404);
  if (!published.enough) return { published, profile: null };
  const filters = [{ column: published.place.column, keys: [published.place.level], exclude: false }];
  const figures = placeCharts.map((chart) => prerenderFigure(chart, placeSelection(chart, filters)));
  return { published, profile: { figures: await Promise.all(figures), links: profileLinks(filters) } };
};
