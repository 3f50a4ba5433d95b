import type { Filter, Selection } from '../../selection/index.ts';
import type { Chart, Figure } from '../chart.ts';
import { robustness } from '../models/robustness.ts';
import { profileAbsent } from './profile-absent.ts';
import { profileHeadline } from './profile-headline.ts';
import { profileModels } from './profile-models.ts';
import { profilePeople } from './profile-people.ts';
import { profileTopics } from './profile-topics.ts';
import { profileWishes } from './profile-wishes.ts';

/** The figures of a place's page in reading order. */
export const placeCharts: readonly Chart[] = [
  profilePeople,
  profileWishes,
  profileTopics,
  profileModels,
  robustness,
  profileAbsent
];

/** Whether an order holds is left out where there are too few people to say. */
export const mayBeSilent: Chart = robustness;

/** What a chart of the page shows of the people of a place. There, makers are ranked, not models. */
export function placeSelection({ name, vocabulary }: Chart, filters: readonly Filter[]): Selection {
  const { defaults } = vocabulary;
  const params = name === robustness.name ? { ...defaults.params, unit: 'family' } : defaults.params;
  return { ...defaults, filters, params };
}

/** What to remember of the place, from the page's figures. */
export function placeHeadline(figures: readonly Figure[]): string {
  const of = ({ name }: Chart) => figures.find(({ chart }) => chart === name)!;
  return profileHeadline(of(profileWishes), of(profileTopics));
}
