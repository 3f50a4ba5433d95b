import type { RawRow } from '../../../src/lib/charts/chart.ts';
import { apartItems } from '../../../src/lib/charts/dashboard/apart-items.ts';
import type { ApartFields } from '../../../src/lib/charts/dashboard/apart-rows.ts';
import { setApart } from '../../../src/lib/charts/dashboard/set-apart.ts';
import { estimatedOf, ofPublished, type Case } from './made-case.ts';

/** What sets some people apart: differences that stand either way, others that do not, few people and too few. */
export function differencesApart(): Case {
  const people = [400, 280, 25, 90, 5, 1200];
  const rows = apartItems({}).map((item, i): RawRow<ApartFields> => {
    const value = (((i * 37) % 97) - 48) / 6;
    const [own, stands] = [people[i % people.length]!, Math.abs(value) > 5];
    const points = { value: 70 + value, low: 68 + value, high: 72 + value };
    return {
      ...{ key: item.key, label: item.label, missing: false, more: item.more, less: item.less },
      ...{ people: own, conversations: own * 5, ratings: 0, sides: { a: own, b: 1000, both: 0 } },
      result: { value, low: value - 2, high: value + 2 },
      ...{ here: points, there: { ...points, value: 70 } },
      ...(own < 30 ? {} : { p: stands ? 0.001 : 0.4, adjusted: stands ? 0.01 : 0.5 }),
      ...(own >= 30 && stands ? { picked: { value, low: value - 3, high: value + 3 } } : {})
    };
  });
  const words = { axis: 'Difference, points', scale: 'score', constants: { tested: 60, found: 12 } } as const;
  const filters = [{ column: 'gender', exclude: false, keys: ['female'] }];
  return ofPublished(setApart, { ...setApart.vocabulary.defaults, filters }, estimatedOf(rows, words), {});
}
