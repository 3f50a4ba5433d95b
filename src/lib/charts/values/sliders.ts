import { attributes, capitalise, type Attribute } from '../../dataset/index.ts';
import type { Group } from '../chart.ts';

/** When people were asked: before anything, of the chosen opening reply, or why they chose it. */
export const settings = [
  { key: 'said', label: 'Said beforehand', before: 'stated' },
  { key: 'judged', label: 'Judged of the chosen reply', before: 'performance' },
  { key: 'chosen', label: 'Counted for the choice', before: 'choice' }
] as const satisfies readonly { key: string; label: string; before: string }[];

export type Setting = (typeof settings)[number]['key'];

/** A slider from nothing to a hundred. */
export interface Slider {
  /** Column of its answers. */
  readonly column: string;
  readonly setting: Setting;
  /** The trait it is about. */
  readonly trait: Group;
}

/** What the trait called values is, for readers. */
const labelOf = ({ key, label }: Attribute) => (key === 'values' ? 'Fitting my values' : capitalise(label));

/** The eight traits, in the order of their published average importance: no order follows from what a figure hides. */
export const traits: readonly Group[] = [
  attributes.helpfulness,
  attributes.factuality,
  attributes.fluency,
  attributes.safety,
  attributes.diversity,
  attributes.creativity,
  attributes.personalisation,
  attributes.values
].map((attribute) => ({ key: attribute.key, label: labelOf(attribute), missing: false }));

/** The traits that come back after each conversation. */
export const judgedTraits: readonly Group[] = traits.filter(({ key }) => key !== attributes.personalisation.key);

/** The 22 sliders: eight said beforehand, seven judged, seven that counted for the choice. */
export const sliders: readonly Slider[] = settings.flatMap(({ key: setting, before }) =>
  (setting === 'said' ? traits : judgedTraits).map((trait) => ({ column: `${before}_${trait.key}`, setting, trait }))
);

/** The sliders of a setting, or all of them. */
export const slidersOf = (setting: string): readonly Slider[] =>
  setting === 'all' ? sliders : sliders.filter((one) => one.setting === setting);

const shortly: Readonly<Record<Setting, string>> = { said: 'said', judged: 'judged', chosen: 'choice' };

/** A slider as a group: its trait, and where several settings are shown which of them. */
export const sliderGroup = ({ column, setting, trait }: Slider, several: boolean): Group => ({
  key: column.replaceAll('_', '-'),
  label: several ? `${trait.label}, ${shortly[setting]}` : trait.label,
  missing: false
});

/** The column of what was said beforehand of a trait. */
export const saidOf = ({ key }: Group): string => `stated_${key}`;
