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

const engines = [
  ['in the build', async () => connect(release.folder)],
  ['in the page', async () => openPageEngine(release.folder)]
] as const;

describe.each(engines)('the engine %s', (name, open) => {
  let engine: { rows(sql: string): Promise<Answer>; close(): unknown };
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => void engine.close());

  it('still answers', async () => {
    expect(await engine.rows('select count(*)::integer as n from participants')).toEqual([{ n: 20 }]);
  });

  it.each([
    `select * from read_csv('HOST/read.csv')`,
    `select * from read_csv(['HOST/read.csv'])`,
    `select * from 'HOST/table.csv'`,
    `select * from read_parquet('HOST/read.parquet')`,
    `select * from read_json('HOST/read.json')`,
    `select * from read_text('HOST/read.txt')`,
    `select * from read_text('/etc/hostname')`,
    `select * from read_csv('/etc/hostname')`,
    `select * from glob('/etc/*')`,
    `attach 'HOST/attach.db'`,
    `attach '/tmp/attach.db'`,
    `attach ':memory:' as other (type sqlite)`,
    `load json_not_there`,
    `load httpfs`,
    `load 'HOST/load.duckdb_extension.wasm'`,
    `copy participants to '/tmp/copied.csv'`,
    `copy participants to 'HOST/copied.csv'`,
    `copy participants from 'HOST/copied.csv'`,
    `export database '/tmp/exported'`,
    `import database '/tmp/exported'`,
    `create secret (type s3)`,
    `set autoload_known_extensions=true`,
    `set autoinstall_known_extensions=true`,
    `set enable_external_access=true`,
    `set lock_configuration=false`,
    `set custom_extension_repository='HOST'`,
    `set temp_directory='/tmp'`,
    `reset enable_external_access`,
    `reset lock_configuration`,
    `pragma enable_external_access`
  ])('refuses %s', async (statement) => {
    await expect(engine.rows(statement.replaceAll('HOST', address))).rejects.toThrow();
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
