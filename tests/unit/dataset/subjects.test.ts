import { describe, expect, it } from 'vitest';
import { columnsOf, subjects, tableNames } from '../../../src/lib/dataset/index.ts';

describe('the subjects', () => {
  it('hold every column once, the keys that join tables apart', () => {
    const keys = new Set(['user_id', 'conversation_id']);
    const listed = subjects.flatMap(({ columns }) => columns);
    const described = tableNames.flatMap((table) => Object.keys(columnsOf(table)));
    expect(new Set(listed)).toEqual(new Set(described));
    expect(listed.filter((name, i) => listed.indexOf(name) !== i && !keys.has(name))).toEqual([]);
  });
});
