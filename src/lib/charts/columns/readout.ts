import { PERSON, formatCountOf, formatDifference, formatValue } from '../../dataset/index.ts';
import type { Chart, Figure } from '../chart.ts';
import { cellOf, isNumber } from './cell.ts';
import { columnsIn } from './table.ts';
import type { Row, Total } from '../row.ts';

/** What a mark says when it is touched: the cells of its row, as its figure's table has them. */
export interface Readout {
  readonly name: string;
  /** The estimate; empty where the row has none. */
  readonly value: string;
  /** Its interval; empty where it has none. */
  readonly interval: string;
  /** Each in a few words: people first. */
  readonly lines: readonly string[];
}

/** More of a row's own columns than these are left to the table. */
const MOST_OTHERS = 4;

/** How far a row is from all rows at once, where that is a number of the same kind. */
function fromEveryone({ estimate, key }: Total, { overall, scale, compared }: Figure): string[] {
  if (!estimate.shown || !overall?.estimate.shown || compared || overall.key === key || scale === 'count') return [];
  const unit = scale === 'share' ? ' percentage points' : '';
  const difference = formatDifference(estimate.value - overall.estimate.value, scale);
  const of = `${overall.label.toLowerCase()} (${formatValue(overall.estimate.value, scale)})`;
  return [`${difference}${unit} from ${of}`];
}

/** What a row of a figure says. A hidden one says why it is, and nothing else. */
export function readoutOf(chart: Chart, figure: Figure, row: Row): Readout {
  const name = row.label;
  if (!row.estimate.shown) return { name, value: '', interval: '', lines: [row.estimate.reason] };
  const columns = columnsIn(chart.columns, figure);
  const cell = (key: string) => {
    const column = columns.find((one) => one.key === key);
    return column ? cellOf(column, row, figure) : '';
  };
  const people = columns.some(({ key }) => key === 'people') ? [formatCountOf(row.estimate.people, PERSON)] : [];
  const said = new Set(['label', 'estimate', 'low', 'people', 'conversations', 'ratings', 'remark']);
  const others = columns.flatMap((column) => {
    const text = said.has(column.key) ? '' : cellOf(column, row, figure);
    const head = typeof column.head === 'function' ? column.head(figure) : column.head!;
    const named = isNumber(column) ? false : name.includes(text);
    return text === '' || named ? [] : [`${head}${head.endsWith('?') ? '' : ':'} ${text}`];
  });
  const counted = [...people, cell('remark')].filter((text) => text !== '').join(' · ');
  return {
    name,
    value: cell('estimate'),
    interval: cell('low'),
    lines: [...(counted === '' ? [] : [counted]), ...fromEveryone(row, figure), ...others.slice(0, MOST_OTHERS)]
  };
}

/** A readout as one sentence, for readers who hear it. */
export const spokenReadout = ({ name, value, interval, lines }: Readout): string =>
  [`${name}: ${[value, interval === '' ? '' : `(${interval})`].filter(Boolean).join(' ')}`, ...lines].join(', ');
