import { pearson_correlations as published } from '../../../../data/published/attributes.json';
import type { Slider } from './sliders.ts';

type Square = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was published: the eight over people; each seven, and all 22, over conversations. */
const squares: Readonly<Record<string, Square>> = {
  'said.people': published.stated_prefs_n1500,
  'judged.conversations': published.performance_n8011_pairwise_complete,
  'chosen.conversations': published.choice_n8011_pairwise_complete,
  'all.conversations': published.all_22_conversation_level
};

const letters = { said: 'S', judged: 'P', chosen: 'C' } as const;

/** The published correlation of two sliders, as printed with two decimals; undefined where none was. */
export function publishedCorrelation(of: string, across: string, a: Slider, b: Slider): number | undefined {
  const name = ({ setting, trait }: Slider) => (of === 'all' ? `${letters[setting]}:${trait.key}` : trait.key);
  return squares[`${of}.${across}`]?.[name(a)]?.[name(b)];
}
