import { formatValue } from '../../dataset/index.ts';
import type { FigureColumn, Row } from '../chart.ts';
import type { PairFields } from '../rows/pairs.ts';

/** The two sliders of a row. */
export const sliderColumns: readonly FigureColumn<PairFields>[] = [
  {
    key: 'first',
    head: 'Slider',
    says: 'one of the two sliders',
    word: 'name',
    kind: 'word',
    of: ({ first }) => first?.label
  },
  {
    key: 'second',
    head: 'With',
    says: 'the other slider',
    word: 'second',
    kind: 'word',
    of: ({ second }) => second?.label
  }
];

/** Two sliders of one row, in words. */
export const bothOf = ({ first, second }: Row<PairFields>) => `${first.label} and ${second.label}`;

export const inTwoDecimals = (value: number) => formatValue(value, 'standard');
