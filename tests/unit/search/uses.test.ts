import { describe, expect, it } from 'vitest';
import { charts } from '../../../src/lib/charts/index.ts';
import { chartsByMethod } from '../../../src/lib/charts/methods-used.ts';
import { publishedFindings } from '../../../src/lib/charts/home/published-findings.server.ts';
import { releaseFindings } from '../../../src/lib/figure/findings.server.ts';
import { documentedMethods } from '../../../src/lib/figure/methods.server.ts';
import { columnUses } from '../../../src/lib/search/column-uses.server.ts';
import { figuresOf } from '../../../src/lib/search/method-uses.server.ts';

describe('methods and the figures they make', () => {
  const titles = documentedMethods().map(({ title }) => title);

  it('are each used by some figure, under the titles of their code', () => {
    expect([...chartsByMethod.keys()].sort()).toEqual([...titles].sort());
    for (const title of titles) expect(figuresOf(title).length, title).toBeGreaterThan(0);
  });

  it('are named for every chart that estimates something', () => {
    const named = new Set([...chartsByMethod.values()].flat());
    const without = charts.filter(({ name, source }) => source === 'database' && !named.has(name));
    expect(without.map(({ name }) => name)).toEqual(['profile-absent']);
  });
});

describe('columns and where they can be looked at', () => {
  const uses = columnUses();

  it('lead to Explore as a measure, as a grouping or as both', () => {
    expect(uses['stated_safety']!.explore.map(({ path }) => path)).toEqual([
      '/explore/?metric=stated_safety&by=age&v=1'
    ]);
    expect(uses['gender']!.explore.map(({ path }) => path)).toEqual(['/explore/?by=gender&v=1']);
    expect(uses['user_id']?.explore ?? []).toEqual([]);
  });

  it('name the questions that ask for them, as a measure, a filter or a side', () => {
    const asked = (name: string) => uses[name]!.questions.map(({ text }) => text);
    expect(asked('stated_safety')).toContain('Do women born in Africa ask for more safety than men born in Europe?');
    expect(asked('birth_region')).toContain('Do women born in Africa ask for more safety than men born in Europe?');
    expect(asked('gender')).toContain('Where do women use AI for research?');
    expect(asked('age')).toContain('What do older people want from AI?');
    expect(asked('religion')).not.toContain('What do older people want from AI?');
  });
});

describe('six findings', () => {
  it('are, of the published, those that were printed', () => {
    const found = publishedFindings();
    expect(found).toHaveLength(6);
    const text = (i: number, label: string) => found[i]!.marks.find((one) => one.label === label)!;
    // Codebook 4.1, item 11: 89.4 with a standard deviation of 14.4, 1,500 people.
    expect(text(0, 'Helpfulness')).toMatchObject({ value: 89.4, text: '89.4' });
    expect(text(0, 'Helpfulness').high! - 89.4).toBeCloseTo((1.96 * 14.4) / Math.sqrt(1500), 9);
    // 110 of the 1,253 who were asked.
    expect(text(1, 'Every day').value).toBeCloseTo(110 / 1253, 9);
    expect(found[2]!.headline).toMatch(/^49\u202f% of those asked use one for research/);
    expect(found[3]!.headline).toMatch(
      /^10\u202f% of openers are about relationships; 32\u202f% fit none of 22 topics$/
    );
    expect(found[4]!.headline).toBe('command wins more often than it loses against each of the other 20 models');
    expect(found[5]!.headline).toContain('people who are not men rate the model 69.9 on average');
    for (const { marks, ends } of found)
      for (const { value, low, high } of marks) {
        expect(low ?? value).toBeGreaterThanOrEqual(ends[0]);
        expect(high ?? value).toBeLessThanOrEqual(ends[1]);
      }
  });

  it('are, of a release, headlines and marks of its own figures', async () => {
    const found = await releaseFindings();
    expect(new Set(found.map(({ question }) => question)).size).toBe(6);
    for (const { marks, headline, path, question } of found) {
      expect(marks.length, question).toBeGreaterThan(1);
      expect(headline, question).not.toBe('');
      expect(path).toMatch(/^\/explore\/\?/);
      for (const { low, high, value } of marks) expect(low! <= value && value <= high!, question).toBe(true);
    }
  });
});
