import { describe, expect, it } from 'vitest';
import { documentedMethods } from '../../../src/lib/figure/methods.server.ts';

describe('the methods as readers see them', () => {
  const methods = documentedMethods();

  it('say what they do, by which formula, and where it is from', () => {
    expect(methods.length).toBeGreaterThan(15);
    for (const { title, summary, formula, source } of methods) {
      expect(title).not.toBe('');
      expect(summary.join(' '), title).toMatch(/\.$/);
      expect(formula.length, title).toBeGreaterThan(0);
      expect(source, title).not.toBe('');
    }
  });

  it('leave out what is thrown at programmers, and nothing beside it', () => {
    const text = methods.flatMap(({ summary, formula, assumes, source, differs }) => [
      ...summary,
      ...formula,
      assumes,
      source,
      differs
    ]);
    expect(text.filter((words) => /\bthrows?\b|\w+Error\b|@\w/i.test(words))).toEqual([]);
    const centrality = methods.find(({ title }) => title === 'Rank centrality')!;
    expect(centrality.summary.at(-1)).toMatch(/only shares of wins count, not how many battles there were\.$/);
  });
});
