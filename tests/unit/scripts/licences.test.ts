import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contained, licencesText, packageFolder } from '../../../scripts/licences.ts';

const folder = (name: string) => resolve('node_modules', name);

describe('the licences of what the site contains', () => {
  it('are of the package a module belongs to', () => {
    expect(packageFolder('/a/node_modules/d3-array/src/bin.js')).toBe('/a/node_modules/d3-array');
    expect(packageFolder('\0/a/node_modules/@x/y/index.js?commonjs')).toBe('/a/node_modules/@x/y');
    expect(packageFolder('/a/node_modules/b/node_modules/c/d.js')).toBe('/a/node_modules/b/node_modules/c');
    expect(packageFolder('/a/src/lib/b.ts')).toBeNull();
    expect(packageFolder('\0virtual')).toBeNull();
  });

  it('hold the text of each, with whose it is', () => {
    const text = licencesText(contained(['d3-array', '@fontsource-variable/inter', 'svelte'].map(folder)));
    expect(text).toMatch(/^d3-array \d+\.\d+\.\d+ \(ISC\)$/m);
    expect(text).toContain('Mike Bostock');
    expect(text).toMatch(/^@fontsource-variable\/inter \d+\.\d+\.\d+ \(OFL-1\.1\)$/m);
    expect(text).toContain('SIL OPEN FONT LICENSE');
    expect(text).toMatch(/^svelte /m);
    expect(text).toContain('Permission is hereby granted');
  });

  it('hold those of what a distributed file has in it already, and of packages that come without their text', () => {
    const names = contained(['maplibre-gl', '@duckdb/duckdb-wasm'].map(folder)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['apache-arrow', 'earcut', 'murmurhash-js', 'pbf']));
    expect(names.filter((name) => name.startsWith('@types/'))).toEqual([]);
    const [engine] = contained([folder('@duckdb/duckdb-wasm')]).filter(({ name }) => name.startsWith('@duckdb'));
    expect(engine!.texts.join()).toMatch(/Copyright 2021 DuckDB WASM Contributors[^]*Permission is hereby granted/);
  });

  it('are not written for a package that comes without one', () => {
    expect(() => contained([resolve('tests/unit/scripts/unlicensed')])).toThrow(/unlicensed comes without the text/);
  });
});
