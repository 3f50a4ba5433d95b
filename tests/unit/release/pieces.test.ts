import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/lib/release/csv.ts';
import { parseLine } from '../../../src/lib/release/json.ts';
import type { ReleaseFile } from '../../../src/lib/release/files.ts';
import { LONGEST_LINE, readLines } from '../../../src/lib/release/lines.ts';
import { Report } from '../../../src/lib/release/report.ts';
import { codePoints, idNumber, momentOf } from '../../../src/lib/release/values.ts';
import { hostile } from './handmade-survey.ts';
import { dumps, inMemory } from './write.ts';

describe('a line of JSON', () => {
  it('may hold bare constants, which become null', () => {
    expect(parseLine('{"a": NaN, "b": [NaN, -Infinity,Infinity], "c": -1, "d":NaN}')).toEqual({
      a: null,
      b: [null, null, null],
      c: -1,
      d: null
    });
  });

  it.each(hostile)('leaves the text %j alone beside a bare NaN', (text) => {
    const row = { [text]: text, flag: Number.NaN, again: [text, `\\"${text}`, `${text}\\`] };
    for (const escaped of [true, false]) {
      expect(parseLine(dumps(row, { escaped }))).toEqual({ ...row, flag: null });
    }
  });

  it.each(['{"a": NaNs}', '{"a": xNaN}', '{NaN: 1}', '{"a": NaN', "{'a': 1}", '{"a": 1}{"b": 2}', '', '{"a": 01}'])(
    'is refused when it is %s',
    (line) => {
      expect(() => parseLine(line)).toThrow(SyntaxError);
    }
  );
});

describe('lines', () => {
  async function linesOf(text: string, chunk: number): Promise<string[]> {
    const lines: string[] = [];
    for await (const batch of readLines(inMemory('a.jsonl', text, chunk), new Report())) {
      expect(batch.first).toBe(lines.length + 1);
      lines.push(...batch.lines);
    }
    return lines;
  }

  it.each([1, 2, 3, 5, 1000])('are the same in chunks of %i bytes', async (chunk) => {
    const lines = ['é', '', 'a\u2028b\u2029c\u0085d\u000b', '👩‍👩‍👧‍👦', '\ufeff', 'end'];
    expect(await linesOf(`${lines.join('\n')}\n`, chunk)).toEqual(lines);
    expect(await linesOf(lines.join('\r\n'), chunk)).toEqual(lines);
    expect(await linesOf(`\ufeff${lines.join('\n')}`, chunk)).toEqual(lines);
  });
});

describe('a file without an end', () => {
  const piece = new Uint8Array(1 << 20).fill(0x61);
  let handed = 0;

  function endless(start: string): ReleaseFile {
    handed = 0;
    return {
      name: 'a',
      async *open() {
        yield new TextEncoder().encode(start);
        for (; handed < 1000; handed += 1) yield piece;
      }
    };
  }

  it('is given up as one line', async () => {
    const report = new Report();
    for await (const { lines } of readLines(endless('{"a": 1}\n'), report)) expect(lines).toEqual(['{"a": 1}']);
    expect(report.error().message).toBe('a: 1 problem\n  line 2: expected a line of at most 64 MB, found a longer one');
    expect(handed).toBeLessThanOrEqual(LONGEST_LINE / piece.length + 1);
  });

  it('is given up as one field', async () => {
    const report = new Report();
    for await (const { fields } of readCsv(endless('id,text\nc1,"'), report)) expect(fields).toEqual(['id', 'text']);
    expect(report.error().message).toBe(
      'a: 1 problem\n  line 2: expected a field of at most 64 MB, found a longer one'
    );
    expect(handed).toBeLessThanOrEqual(LONGEST_LINE / piece.length + 1);
  });
});

describe('a comma-separated file', () => {
  async function recordsOf(text: string, chunk: number): Promise<unknown[]> {
    const records: unknown[] = [];
    for await (const { line, fields } of readCsv(inMemory('a.csv', text, chunk), new Report())) {
      records.push([line, ...fields]);
    }
    return records;
  }

  it.each([1, 2, 3, 1000])('may hold quotation marks, commas and line breaks, in chunks of %i bytes', async (chunk) => {
    // Older Pythons leave a lone carriage return unquoted.
    const text = 'id,text,n\r\nc1,"a ""b"", c\r\nd\n",\nc2,"",5\n\nc3,say "hi","x"\nc4,a\rb,1';
    expect(await recordsOf(text, chunk)).toEqual([
      [1, 'id', 'text', 'n'],
      [2, 'c1', 'a "b", c\r\nd\n', ''],
      [5, 'c2', '', '5'],
      [7, 'c3', 'say "hi"', 'x'],
      [8, 'c4', 'a\rb', '1']
    ]);
  });
});

describe('values', () => {
  it('are ids in any of their forms', () => {
    for (const value of ['user12', '12', '12.0', 12]) expect(idNumber(value, 'user')).toBe(12);
    expect(idNumber('user0', 'user')).toBe(0);
    for (const value of [
      'user',
      'user-1',
      'user1.5',
      'user012',
      'c1',
      1.5,
      -1,
      null,
      true,
      'user99999999999',
      '1e3',
      ' 1'
    ]) {
      expect(idNumber(value, 'user')).toBeUndefined();
    }
  });

  it('are times on the clock they were read from, also where the clock is said to have no offset', () => {
    const seconds = (value: unknown): number | undefined => momentOf(value)?.seconds;
    expect(seconds('1970-01-01 00:01:01')).toBe(61);
    expect(seconds('2024-02-29 23:59:59')).toBe(1709251199);
    for (const rest of ['', '.250', '.250000000', 'Z', '.25Z', '+00:00', '+0000', '+00', '-00:00', ' UTC', ' +00:00']) {
      for (const between of [' ', 'T']) {
        expect(momentOf(`2023-11-22${between}15:48:46${rest}`), rest).toEqual({ seconds: 1700668126, unit: null });
      }
    }
    for (const value of [
      '2023-02-29 00:00:00',
      '2023-13-01 00:00:00',
      '2023-01-01 24:00:00',
      '2023-01-01 10:00:00+01:00',
      '2023-01-01 10:00:00-0500',
      '2023-01-01',
      '22/11/2023 15:48',
      '',
      null,
      true,
      5,
      20231122,
      1e30,
      -1700668126,
      Number.NaN
    ]) {
      expect(seconds(value), String(value)).toBeUndefined();
    }
  });

  it.each([
    ['seconds', 1700668126],
    ['milliseconds', 1700668126000],
    ['milliseconds', 1700668126999],
    ['microseconds', 1700668126000123],
    ['nanoseconds', 1700668126000000000]
  ])('are times as %s since 1970, as a number or as its digits', (unit, count) => {
    expect(momentOf(count)).toEqual({ seconds: 1700668126, unit });
    expect(momentOf(String(count))).toEqual({ seconds: 1700668126, unit });
    expect(momentOf(`${count}.0`)).toEqual({ seconds: 1700668126, unit });
  });

  it('are lengths in code points', () => {
    for (const text of [...hostile, '', '\ud83d', 'a\udc00b', '😀😀']) expect(codePoints(text)).toBe([...text].length);
  });
});
