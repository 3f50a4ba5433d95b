import { describe, expect, it } from 'vitest';
import {
  columnsWhere,
  columnsOf,
  dimensionsOf,
  findColumn,
  isDimension,
  levelsOf,
  roleOf,
  sampleFlag,
  shapesColumn,
  tableNames,
  tables,
  usualColumns,
  usualOfPeople
} from '../../../src/lib/dataset/index.ts';
import { releasedShape } from '../../../src/lib/release/released-shape.ts';
import { releasedFields } from './released-fields.ts';

describe('what columns are for', () => {
  it('gives every sample one flag that reaches each table, of which true is a level', () => {
    for (const sample of ['balanced', 'us', 'uk'] as const) {
      for (const table of tableNames) {
        const flag = sampleFlag(sample, table);
        expect(dimensionsOf(table)).toContain(flag);
        expect(levelsOf(flag).some(({ value }) => value === true)).toBe(true);
      }
    }
    expect(tableNames.map((table) => sampleFlag('balanced', table))).toEqual([
      'included_in_balanced_subset',
      'conversation_in_balanced_subset',
      'utterance_in_balanced_subset'
    ]);
  });

  it('ranks the usual columns from 1 on, each place once', () => {
    const usual = usualColumns();
    expect(usual.map((name) => roleOf(name).usual)).toEqual(usual.map((_, i) => i + 1));
    for (const name of usual) expect(isDimension(findColumn(name)!.column)).toBe(true);
    expect(usualColumns(2)).toEqual(['age', 'gender']);
    expect(usualOfPeople(3)).toEqual(['age', 'gender', 'special_region']);
  });

  it('puts people into one column of shapes each, and no column into two scales', () => {
    for (const origin of ['birth', 'residence'] as const)
      expect(roleOf(shapesColumn(origin, 'countries'))).toMatchObject({ origin });
    expect(columnsWhere(({ shapes }) => shapes !== undefined)).toHaveLength(3);
    for (const scale of ['raw', 'standardised', 'wins']) {
      expect(columnsWhere(({ scaleUse }) => scaleUse === scale)).toHaveLength(1);
    }
  });

  it('is said of columns that it can be true of', () => {
    const tablesOf = (names: readonly string[]) => [...new Set(names.map((name) => findColumn(name)!.table))];
    expect(tablesOf(columnsWhere(({ alike, judgement, relative }) => Boolean(alike ?? judgement ?? relative)))).toEqual(
      ['utterances']
    );
    expect(tablesOf(columnsWhere(({ narrowing }) => narrowing !== undefined))).toEqual(['conversations']);
    expect(tablesOf(columnsWhere(({ origin, reached }) => Boolean(origin ?? reached)))).toEqual(['participants']);
  });

  it('leaves another grouping to every table where the one asked for will not do', () => {
    for (const table of tableNames) {
      const { instead } = tables[table];
      expect(new Set(instead).size).toBe(2);
      for (const name of instead) expect(dimensionsOf(table)).toContain(name);
    }
  });
});

describe('the keys of a released row', () => {
  it.each(tableNames)('are those that the release documents, for %s', (table) => {
    const { keys, nested = {} } = releasedShape(table);
    const uses = Object.values(columnsOf(table)).flatMap((column) =>
      column.kind === 'many' ? column.levels.map(({ value }) => String(value)) : []
    );
    const found = keys.flatMap((key) => nested[key]?.keys.map((inner) => `${key}.${inner}`) ?? [key]);
    // The documentation lists the answers to a question by the question alone.
    const documented = releasedFields[tables[table].release]!.flatMap((field) => {
      if (field === 'lm_usecases') return uses.map((use) => `${field}.${use}`);
      return field === 'order_lm_usecases.*' ? uses.map((use) => `order_lm_usecases.${use}`) : [field];
    });
    expect(found.sort()).toEqual(documented.sort());
  });
});
