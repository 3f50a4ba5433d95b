import { describe, expect, it } from 'vitest';
import { charts } from '../../../src/lib/charts/index.ts';
import { dictionary } from '../../../src/lib/take/dictionary.ts';
import { lineColumns } from '../../../src/lib/take/line-columns.ts';

describe.each(charts.map((chart) => [chart.name, chart] as const))('the file of %s', (_, chart) => {
  it('has an entry in its dictionary for each column, each named once', () => {
    const entries = dictionary(chart);
    expect(entries.map(({ name }) => name)).toEqual(lineColumns(chart).map(({ name }) => name));
    expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length);
    for (const { name, says } of entries) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(says, name).toMatch(/^(?!.*\.$).{5,}/);
    }
  });

  it('begins and ends like every file', () => {
    const names = dictionary(chart).map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(['grouped_by', 'key', 'label', 'overall', 'missing']);
    expect(names).toContain('estimate');
    expect(names.slice(-10)).toEqual([
      'level',
      'remark',
      'measure',
      'scale',
      'interval',
      'question',
      'source',
      'data_version',
      'synthetic',
      'link'
    ]);
  });

  it('has whatever its table has', () => {
    const names = new Set(dictionary(chart).map(({ name }) => name));
    for (const { key, file } of chart.columns ?? []) expect(names.has(key), key).toBe(file !== false);
  });
});
