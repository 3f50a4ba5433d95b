import { describe, expect, it } from 'vitest';
import { tables } from '../../../src/lib/dataset/index.ts';
import { toSql } from '../../../src/lib/query/sql/index.ts';
import { and, comma, groupClause, identifier, join, sql, type Sql } from '../../../src/lib/query/sql/sql.ts';

const hostile = ["x'; drop table participants; --", '"', '', 'age', '1', 'participants.age', 'AGE', '__proto__', 'g0'];

describe('the sql template', () => {
  it('takes pieces of SQL and finite numbers', () => {
    const piece = sql`${identifier('age')} = ${3}`;
    expect(sql`select ${-1.5} where ${piece}`.text).toBe('select -1.5 where "age" = 3');
    expect(join([sql`${1}`, sql`${2}`], comma).text).toBe('1, 2');
    expect(join([], and, sql`true`).text).toBe('true');
    expect(groupClause(2).text).toBe('g2');
  });

  it.each(hostile)('refuses the string %j', (text) => {
    expect(() => sql`select ${text as unknown as Sql}`).toThrow(TypeError);
  });

  it.each([
    ['an object with a text', { text: 'drop table participants' }],
    ['an object made from JSON', JSON.parse('{"text":"drop table participants","sql":true}')],
    ['a list', ['age']],
    ['null', null],
    ['undefined', undefined],
    ['a large integer', 1n],
    ['true', true],
    ['something that becomes a string', { toString: () => 'age' }]
  ])('refuses %s', (_, value) => {
    expect(() => sql`select ${value as unknown as Sql}`).toThrow(TypeError);
  });

  it.each([NaN, Infinity, -Infinity])('refuses the number %d', (value) => {
    expect(() => sql`select ${value}`).toThrow(TypeError);
  });
});

describe('an identifier', () => {
  it('is a table or column of the description, quoted', () => {
    for (const table of Object.values(tables)) {
      expect(identifier(table.name).text).toBe(`"${table.name}"`);
      for (const name of Object.keys(table.columns)) expect(identifier(name).text).toBe(`"${name}"`);
    }
  });

  it.each(hostile.filter((name) => name !== 'age'))('is not %j', (name) => {
    expect(() => identifier(name)).toThrow(TypeError);
  });
});

describe('a query that no selection makes', () => {
  const query = { kind: 'moments', metric: 'score', by: [], filters: [], sample: 'all', turns: 'all' } as const;

  it('is refused: by what is not described, by unknown levels, by numbers that are none', () => {
    const keys = ["18-24' or true"];
    expect(() => toSql({ ...query, metric: 'x"' }, {})).toThrow();
    expect(() => toSql({ ...query, by: ['model"; --'] }, {})).toThrow();
    expect(() => toSql({ ...query, filters: [{ column: 'age"', exclude: false, keys }] }, {})).toThrow();
    expect(() => toSql({ ...query, filters: [{ column: 'age', exclude: false, keys }] }, {})).toThrow(RangeError);
    expect(() => toSql({ ...query, filters: [{ column: 'age', from: 1, to: null }] }, {})).toThrow(TypeError);
    expect(() => toSql({ ...query, filters: [{ column: 'score', from: NaN, to: null }] }, {})).toThrow(TypeError);
    expect(() =>
      toSql({ ...query, filters: [{ column: 'score', from: '1 or true' as unknown as number, to: null }] }, {})
    ).toThrow(TypeError);
  });
});
