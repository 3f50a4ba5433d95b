import { expect, test } from 'vitest';
import { columnsOf, describedIn, findMetric, metrics, tableNames } from '../../../src/lib/dataset/index.ts';

/** How many there are of something in the whole release, which is another number in a slice of it. */
const COUNT =
  /\d,\d{3}|\b\d+ (people|persons|participants|countries|conversations|openers|replies|ratings|models|topics|were|who|too)\b|\b(half|third|quarter|tenth) of\b|\b(three|four|five|six|seven|nine|twenty|fifty) (people|countries|with)\b/i;

test('what stands under figures of any slice counts nothing in the whole release', () => {
  for (const table of tableNames) {
    for (const [name, { note, missing }] of Object.entries(columnsOf(table)) as [
      string,
      { note?: string; missing?: unknown }
    ][]) {
      expect(note ?? '', name).not.toMatch(COUNT);
      if (typeof missing === 'string') expect(missing, name).not.toMatch(COUNT);
    }
    for (const name of describedIn(table)) expect(findMetric(name)!.note ?? '', name).not.toMatch(COUNT);
  }
  for (const metric of metrics) expect(metric.note ?? '', metric.name).not.toMatch(COUNT);
});
