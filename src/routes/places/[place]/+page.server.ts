import { error } from '@sveltejs/kit';
import { profileAbsent } from '$lib/charts/places/profile-absent.ts';
import { profileHeadline } from '$lib/charts/places/profile-headline.ts';
import { profileLinks } from '$lib/charts/places/profile-links.ts';
import { profileModels } from '$lib/charts/places/profile-models.ts';
import { profilePeople } from '$lib/charts/places/profile-people.ts';
import { profileTopics } from '$lib/charts/places/profile-topics.ts';
import { profileWishes } from '$lib/charts/places/profile-wishes.ts';
import { publishedPlaces } from '$lib/charts/places/published-places.server.ts';
import { robustness } from '$lib/charts/models/robustness.ts';
import { prerenderFigure } from '$lib/figure/prerender.server.ts';
import type { Chart } from '$lib/charts/index.ts';
import type { Selection } from '$lib/selection/index.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => publishedPlaces.map(({ place }) => ({ place: place.key }));

export const load: PageServerLoad = async ({ params }) => {
  const published = publishedPlaces.find(({ place }) => place.key === params.place);
  if (!published) error(404);
  if (!published.enough) return { published, profile: null };
  const filters = [{ column: published.place.column, keys: [published.place.level], exclude: false }];
  const of = (chart: Chart, params: Selection['params'] = {}) => {
    const { defaults } = chart.vocabulary;
    return prerenderFigure(chart, { ...defaults, filters, params: { ...defaults.params, ...params } });
  };
  const [people, wishes, topics, models, order, absent] = await Promise.all([
    of(profilePeople),
    of(profileWishes),
    of(profileTopics),
    of(profileModels),
    of(robustness, { unit: 'family' }),
    of(profileAbsent)
  ]);
  const held = order.rows.some(({ estimate }) => estimate.shown) ? [order] : [];
  return {
    published,
    profile: {
      headline: profileHeadline(wishes, topics),
      figures: [people, wishes, topics, models, ...held, absent],
      links: profileLinks(filters)
    }
  };
};
