import { describe, expect, it } from 'vitest';
import {
  allLevels,
  columnsOf,
  findColumn,
  isDimension,
  levelKey,
  notShipped,
  parentOf,
  tableNames,
  tables,
  texts,
  type Column,
  type TableName
} from '../../../src/lib/dataset/index.ts';
import { releasedFields } from './released-fields.ts';

const all: readonly (readonly [table: TableName, name: string, column: Column])[] = tableNames.flatMap((table) =>
  Object.entries(columnsOf(table)).map(([name, column]) => [table, name, column] as const)
);

function repeated(values: readonly unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe('the description', () => {
  it('names every column once, but for the keys that join', () => {
    expect(repeated(all.map(([, name]) => name)).sort()).toEqual(['conversation_id', 'user_id', 'user_id']);
  });

  it('names columns in snake case', () => {
    for (const [, name] of all) expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
  });

  it('joins each table to the one above by a column of both', () => {
    expect(parentOf('participants')).toBeNull();
    for (const table of ['conversations', 'utterances'] as const) {
      const parent = parentOf(table);
      expect(parent).not.toBeNull();
      expect(columnsOf(table)).toHaveProperty(parent!.via);
      expect(tables[parent!.table].key).toBe(parent!.via);
    }
  });

  it('finds a column in the table it belongs to', () => {
    expect(findColumn('gender')?.table).toBe('participants');
    expect(findColumn('user_id')?.table).toBe('participants');
    expect(findColumn('conversation_id')?.table).toBe('conversations');
    expect(findColumn('score')?.table).toBe('utterances');
    for (const name of ['', 'nothing', 'constructor', '__proto__']) expect(findColumn(name)).toBeUndefined();
  });

  it.each(all.filter(([, , column]) => isDimension(column)))(
    '%s.%s has distinct values, labels and keys',
    (_, __, column) => {
      if (!isDimension(column)) return;
      const levels = allLevels(column);
      expect(column.levels.length).toBeGreaterThan(1);
      expect(repeated(levels.map(({ value }) => value))).toEqual([]);
      expect(repeated(levels.map(({ label }) => label))).toEqual([]);
      expect(repeated(levels.map(levelKey))).toEqual([]);
      for (const level of levels) expect(levelKey(level)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  );

  it('fits every bit mask into 31 bits', () => {
    for (const [, , column] of all) if (column.kind === 'many') expect(column.levels.length).toBeLessThanOrEqual(31);
  });

  it('names labels that can stand alone within a table, and sections that exist', () => {
    for (const table of tableNames) {
      expect(repeated(Object.values(columnsOf(table)).map(({ label }) => label))).toEqual([]);
    }
    const section = { participants: /^4\.1\./, conversations: /^4\.2\./, utterances: /^4\.3\./ };
    for (const [table, , column] of all) if (column.item) expect(column.item).toMatch(section[table]);
  });

  it('ends every sentence', () => {
    for (const [, , column] of all) {
      expect(column.asked).toMatch(/[.)]$/);
      if (column.note) expect(column.note).toMatch(/\.$/);
    }
  });
});

describe('the released fields', () => {
  const shippedFrom = (release: string): string[] => {
    const table = tableNames.find((name) => tables[name].release === release)!;
    const direct = Object.values(columnsOf(table)).flatMap(({ source }) =>
      typeof source === 'string' ? [source] : (source.of ?? [])
    );
    const holders: Record<string, readonly string[]> = {
      participants: ['survey.jsonl'],
      conversations: ['conversations.jsonl'],
      interactions: ['utterances.jsonl'],
      utterances: ['utterances.jsonl']
    };
    const written = Object.values(texts).flatMap((text) => (holders[text.of]!.includes(release) ? [text.source] : []));
    return [...direct, ...written];
  };

  it.each(Object.keys(releasedFields))('of %s each have a column, a text or a reason', (release) => {
    const shipped = shippedFrom(release);
    const left = notShipped.filter((entry) => entry.release === release).map(({ field }) => field);
    expect([...shipped, ...left].sort()).toEqual([...releasedFields[release]!].sort());
  });
});
