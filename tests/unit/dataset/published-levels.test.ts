import { describe, expect, it } from 'vitest';
import { findColumn, isDimension } from '../../../src/lib/dataset/index.ts';
import demographics from '../../../data/published/demographics.json' with { type: 'json' };
import locales from '../../../data/published/study_locales.json' with { type: 'json' };
import topics from '../../../data/published/topics.json' with { type: 'json' };
import use from '../../../data/published/lm_use.json' with { type: 'json' };

function values(name: string): string[] {
  const column = findColumn(name)?.column;
  if (!column || !isDimension(column)) throw new Error(name);
  return [...column.levels, ...column.missing].map(({ value }) => String(value)).sort();
}

describe('the levels', () => {
  const renamed: Record<string, string> = {
    'ethnicity.simplified': 'ethnicity',
    'religion.simplified': 'religion',
    included_in_UK_REP: 'included_in_uk_rep',
    included_in_US_REP: 'included_in_us_rep'
  };
  const margins = Object.entries(demographics.variables).filter(([name]) => !name.startsWith('consent'));

  it.each(margins)('of %s are the published ones', (name, rows) => {
    const column = renamed[name] ?? name.replace(/^location\./, '').replace('.', '_');
    const published = rows.map(({ level }) => (/^(True|False)$/.test(level) ? level.toLowerCase() : level));
    expect(values(column)).toEqual([...published].sort());
  });

  it('of use are the published ones', () => {
    for (const name of ['lm_familiarity', 'lm_direct_use', 'lm_indirect_use'] as const) {
      expect(values(name)).toEqual(use[name].map(({ level }) => level).sort());
    }
    const shown = use.lm_frequency_use.map(({ level }) => (level.startsWith('null') ? 'null' : level));
    expect(values('lm_frequency_use')).toEqual(shown.sort());
    expect(values('lm_usecases')).toEqual([...use.lm_usecases.map(({ key }) => key), 'null', 'none'].sort());
  });

  it('of place and topic are the published ones', () => {
    expect(values('study_locale')).toEqual(locales.locales.map((row) => row.study_locale_string_expected).sort());
    const clusters = topics.clusters.map(({ cluster_id }) => String(cluster_id));
    expect(values('topic')).toEqual([...clusters, 'null'].sort());
    const named = new Map(topics.clusters.map(({ cluster_id, name }) => [String(cluster_id), name]));
    const column = findColumn('topic')?.column;
    if (column?.kind !== 'category') throw new Error('topic');
    for (const { value, label } of column.levels) expect(named.get(String(value))).toBe(label);
  });
});
