import { describe, expect, it } from 'vitest';
import { deviation, mean } from './release.ts';
import type { Release, UtteranceRow } from './release.ts';
import { median } from './statistics.ts';

/** That ratings and topics hang together within people, as real ones do. */
export function dependenceStatements(release: () => Release): void {
  describe('dependence within people', () => {
    it('people differ: the design effect of the mean opener score lies between 2 and 5', () => {
      const openers = release().utterances.filter((row) => row.turn === 0);
      const average = mean(openers.map((row) => row.score));
      const totals = new Map<string, number>();
      for (const row of openers) totals.set(row.user_id, (totals.get(row.user_id) ?? 0) + row.score - average);
      const people = totals.size;
      const clustered =
        ([...totals.values()].reduce((sum, total) => sum + total * total, 0) * people) /
        (people - 1) /
        openers.length ** 2;
      const effect = clustered / (deviation(openers.map((row) => row.score)) ** 2 / openers.length);
      expect(effect).toBeGreaterThan(2);
      expect(effect).toBeLessThan(5);
    });

    it('the same reply is scored about 20 apart by different people and about 1 by the same person', () => {
      const openers = release().utterances.filter((row) => row.turn === 0 && row.model_response !== 'EMPTY STRING');
      const across = gaps(
        openers,
        (row) => `${row.user_prompt}\n${row.model_response}`,
        (rows) => new Set(rows.map((row) => row.user_id)).size > 1
      );
      const within = gaps(
        openers,
        (row) => `${row.user_id}\n${row.model_response}`,
        (rows) => rows.length > 1
      );
      expect(across).toHaveLength(40);
      expect(within).toHaveLength(44);
      expect(Math.abs(median(across) - 20.5)).toBeLessThan(6);
      expect(Math.abs(median(within) - 1)).toBeLessThan(2);
    });

    it('people keep their interests: two conversations of one person share a topic more often than two of two people', () => {
      const { conversations, topics } = release();
      const byPerson = new Map<string, number[]>();
      const sizes = new Map<number, number>();
      for (const { conversation_id, user_id } of conversations) {
        const topic = topics.get(conversation_id) as number;
        if (topic < 0) continue;
        byPerson.set(user_id, [...(byPerson.get(user_id) ?? []), topic]);
        sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
      }
      let pairs = 0;
      let shared = 0;
      for (const own of byPerson.values()) {
        own.forEach((topic, index) => {
          for (const other of own.slice(index + 1)) {
            pairs += 1;
            shared += other === topic ? 1 : 0;
          }
        });
      }
      const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      const chance = [...sizes.values()].reduce((sum, size) => sum + (size / all) ** 2, 0);
      expect(shared / pairs / chance).toBeGreaterThan(1.15);
    });

    it('people have tastes: what they think of a model in one opener tells about the next', () => {
      const openers = release().utterances.filter((row) => row.turn === 0);
      const models = averages(
        openers,
        (row) => row.model_name,
        (row) => row.score
      );
      const people = averages(
        openers,
        (row) => row.user_id,
        (row) => row.score - (models.get(row.model_name) as number)
      );
      const rests = new Map<string, number[]>();
      for (const row of openers) {
        const key = `${row.user_id} ${row.model_name}`;
        const rest = row.score - (models.get(row.model_name) as number) - (people.get(row.user_id) as number);
        rests.set(key, [...(rests.get(key) ?? []), rest]);
      }
      const products = [...rests.values()].flatMap((own) =>
        own.flatMap((rest, index) => own.slice(index + 1).map((other) => rest * other))
      );
      expect(mean(products) / mean([...rests.values()].flat().map((rest) => rest * rest))).toBeGreaterThan(0.02);
    });

    it('people use more or less of the scale', () => {
      const openers = release().utterances.filter((row) => row.turn === 0);
      const people = averages(
        openers,
        (row) => row.user_id,
        (row) => row.score
      );
      const spreads = averages(
        openers,
        (row) => row.user_id,
        (row) => Math.abs(row.score - (people.get(row.user_id) as number))
      );
      expect(deviation([...spreads.values()])).toBeGreaterThan(4);
    });
  });
}

function averages(
  rows: readonly UtteranceRow[],
  key: (row: UtteranceRow) => string,
  value: (row: UtteranceRow) => number
): Map<string, number> {
  const lists = new Map<string, number[]>();
  for (const row of rows) {
    const list = lists.get(key(row));
    if (list) list.push(value(row));
    else lists.set(key(row), [value(row)]);
  }
  return new Map([...lists].map(([name, list]) => [name, mean(list)]));
}

function gaps(
  rows: readonly UtteranceRow[],
  key: (row: UtteranceRow) => string,
  admit: (rows: readonly UtteranceRow[]) => boolean
): number[] {
  const groups = new Map<string, UtteranceRow[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()]
    .filter(admit)
    .map((group) => Math.max(...group.map((row) => row.score)) - Math.min(...group.map((row) => row.score)));
}
