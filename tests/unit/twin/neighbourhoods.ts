import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import figures from '../../../data/published/local_neighbourhoods.json';

/** Numbers of neighbourhoods of near-identical texts, each exact, and nested. */
export function neighbourhoodStatements(folder: string): void {
  describe('neighbourhoods', () => {
    it.each(['0.05', '0.125', '0.2'] as const)('of opening prompts within %s', (distance) => {
      const wanted = figures.opening_prompt_neighbourhoods[distance];
      const groups = groupsOf(folder, 'opening_prompt', distance);
      const large = [...groups.values()].filter((members) => members.length > 1);
      expect([groups.size, groups.size - large.length, large.length]).toEqual([
        wanted.clusters,
        wanted.singletons,
        wanted.non_singletons
      ]);
      const several = large.filter((members) => new Set(members.map((member) => member[1])).size > 1);
      expect(several).toHaveLength(wanted.multi_user_non_singletons);
      expect(Math.max(...several.map((members) => members.length))).toBe(wanted.max_k);
    });

    it.each(['0.05', '0.125', '0.2'] as const)('of replies within %s', (distance) => {
      const wanted = figures.model_response_clusters[distance];
      const sizes = [...groupsOf(folder, 'model_response', distance).values()].map((members) => members.length);
      const large = sizes.filter((size) => size > 1).length;
      expect([sizes.length, sizes.length - large, large, Math.max(...sizes)]).toEqual([
        wanted.clusters,
        wanted.singletons,
        wanted.non_singletons,
        wanted.max
      ]);
    });

    it.each([
      ['opening_prompt', 'conversations.jsonl'],
      ['model_response', 'utterances.jsonl']
    ])('of %s stand in the order of their texts, as Python sorts them', (text, file) => {
      const lines = readFileSync(join(folder, 'results/clusters', `local_clusters_${text}_0-2.csv`), 'utf8').split(
        '\n'
      );
      expect(lines[0]).toBe('conversation_id,user_id,cluster_membership');
      const rows = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
      const sorted = rows
        .map((line) => JSON.parse(line) as Record<string, string>)
        .map((row) => ({ utf8: Buffer.from(row[text] ?? ''), start: `${row.conversation_id},${row.user_id},` }))
        .sort((a, b) => Buffer.compare(a.utf8, b.utf8));
      const astray = sorted.filter(({ start }, index) => !lines[index + 1]?.startsWith(start));
      expect(astray).toEqual([]);
    });

    it('only grow with the distance', () => {
      const near = groupsOf(folder, 'opening_prompt', '0.05');
      const far = new Map<string, string>();
      for (const [group, members] of groupsOf(folder, 'opening_prompt', '0.2'))
        for (const member of members) far.set(member[0] ?? '', group);
      const split = [...near.values()].filter(
        (members) => new Set(members.map((member) => far.get(member[0] ?? ''))).size > 1
      );
      expect(split).toEqual([]);
    });
  });
}

/** The rows of a file by their last column. */
function groupsOf(folder: string, text: string, distance: string): Map<string, string[][]> {
  const path = join(folder, 'results/clusters', `local_clusters_${text}_${distance.replace('.', '-')}.csv`);
  const groups = new Map<string, string[][]>();
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const fields = line.split(',');
    const group = fields.at(-1) as string;
    const known = groups.get(group);
    if (known) known.push(fields);
    else groups.set(group, [fields]);
  }
  return groups;
}
