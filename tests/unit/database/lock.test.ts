import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../src/lib/database/node.ts';
import type { Answer } from '../../../src/lib/query/index.ts';
import { madeRelease, type MadeRelease } from './made-release.ts';
import { openPageEngine } from './page-engine.ts';

let release: MadeRelease;
let host: Server;
let address: string;
const received: string[] = [];

beforeAll(async () => {
  release = await madeRelease(20);
  host = createServer((request, response) => {
    received.push(request.url ?? '');
    response.end('a,b\n1,2\n');
  });
  await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
});

afterAll(async () => {
  await release.remove();
  await new Promise((closed) => host.close(closed));
});

/** The words of a refusal: the rights are taken away, or the extension that would have them is not to be had. */
const REFUSED = /disabled|locked|exists in the \w+ extension|requires the extension/;

const engines = [
  ['in the build', async () => connect(release.folder)],
  ['in the page', async () => openPageEngine(release.folder)]
] as const;

describe.each(engines)('the engine %s', (name, open) => {
  let engine: { rows(sql: string): Promise<Answer>; close(): unknown };
  beforeAll(async () => {
    engine = await open();
  }, 60_000);
  afterAll(() => void engine.close());

  it('still answers', async () => {
    expect(await engine.rows('select count(*)::integer as n from participants')).toEqual([{ n: 20 }]);
  });

  // Each beside a like statement that must succeed: what fails for another reason shows nothing of the lock.
  const reading = 'select count(*) from participants';
  const attaching = `attach ':memory:' as beside; detach beside`;
  const loading = 'select function_name from duckdb_functions() limit 1';
  const copying = 'create or replace temp table beside as from participants';
  const setting = 'set variable beside = 1';
  it.each([
    [`select * from read_csv('HOST/read.csv')`, reading],
    [`select * from read_csv(['HOST/read.csv'])`, reading],
    [`select * from 'HOST/table.csv'`, reading],
    [`select * from read_parquet('HOST/read.parquet')`, reading],
    [`select * from read_json('HOST/read.json')`, reading],
    [`select * from read_text('HOST/read.txt')`, reading],
    [`select * from read_text('/etc/hostname')`, reading],
    [`select * from read_csv('/etc/hostname')`, reading],
    [`select * from glob('/etc/*')`, `select * from range(3)`],
    [`attach 'HOST/attach.db'`, attaching],
    [`attach '/tmp/attach.db'`, attaching],
    [`attach ':memory:' as other (type sqlite)`, attaching],
    [`load json_not_there`, loading],
    [`load httpfs`, loading],
    [`load 'HOST/load.duckdb_extension.wasm'`, loading],
    [`copy participants to '/tmp/copied.csv'`, copying],
    [`copy participants to 'HOST/copied.csv'`, copying],
    [`copy participants from 'HOST/copied.csv'`, `${copying}; insert into beside from participants`],
    [`export database '/tmp/exported'`, copying],
    [`import database '/tmp/exported'`, copying],
    [`create secret (type s3)`, 'create or replace temp macro beside(a) as a + 1'],
    [`set autoload_known_extensions=true`, setting],
    [`set autoinstall_known_extensions=true`, setting],
    [`set enable_external_access=true`, setting],
    [`set lock_configuration=false`, setting],
    [`set custom_extension_repository='HOST'`, setting],
    [`set temp_directory='/tmp'`, setting],
    [`reset enable_external_access`, 'reset variable beside'],
    [`reset lock_configuration`, 'reset variable beside']
  ])('refuses %s, and not %s', async (statement, like) => {
    await engine.rows(like);
    await expect(engine.rows(statement.replaceAll('HOST', address))).rejects.toThrow(REFUSED);
  });

  it('installs nothing', async () => {
    // The page's engine takes the word and does nothing; loading is what it refuses.
    for (const statement of [`install json from 'HOST'`, `force install httpfs from 'HOST'`]) {
      const installing = engine.rows(statement.replaceAll('HOST', address));
      if (name === 'in the build') await expect(installing).rejects.toThrow();
      else await installing.catch(() => {});
    }
    for (const statement of ['load json_not_there', 'load httpfs'])
      await expect(engine.rows(statement)).rejects.toThrow();
  });

  it('asked no host for anything', () => {
    expect(received).toEqual([]);
  });
});
