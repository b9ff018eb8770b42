import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, OFFICE, testProvince, type TestProvince } from '../tests/harness/test-server.ts';
import type { CommandInput } from './cli-commands.ts';
import { commands } from './cli-commands.ts';
import { portalPlace } from './store/portal.ts';

let province: TestProvince;
let folder: string;
beforeAll(async () => {
  province = await testProvince();
  folder = mkdtempSync(join(tmpdir(), 'quay-portal-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await province.close();
});

async function run(name: string, words: readonly string[] = [], values: CommandInput['values'] = {}, demo = false) {
  const { db, key, url } = province;
  const command = commands[name];
  if (command === undefined) throw new Error(`no command ${name}`);
  return command({
    place: { db, key, databaseUrl: url, folder, embedded: null, close: () => Promise.resolve() },
    options: { folder, databaseUrl: url, demo, catalogue: new URL('../catalogue/', import.meta.url) },
    words,
    values,
  });
}

const packet = {
  MaHoSo: 'H20.57-261124-900001',
  MaTTHC: '1.004873',
  TenTTHC: 'Cấp Giấy xác nhận tình trạng hôn nhân',
  ChuHoSo: 'Nguyễn Văn An',
};

test('a key made on the command line hands dossiers in until it is revoked, and is never shown again', async () => {
  const { text, facts } = await run('api-key-add', ['Cổng', 'dịch', 'vụ', 'công']);
  const { key, id } = facts as { key: string; id: string };
  expect(text).toContain(key);
  const send = async () =>
    answerOf(
      await province.app.inject({
        method: 'POST',
        url: '/v1/import/dossiers',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        payload: JSON.stringify({ data: [packet] }),
      }),
    );
  expect((await send()).body).toContain('"taken"');
  const listed = await run('api-keys');
  expect(listed.text).toContain('Cổng dịch vụ công');
  expect(JSON.stringify(listed)).not.toContain(key);
  await run('api-key-revoke', [id]);
  expect((await send()).code).toBe('SV-08');
  await expect(run('api-key-revoke', [id])).rejects.toThrow(/revoked/);
  await expect(run('api-key-add', [' '])).rejects.toThrow(/NAME/);
});

test('packets of a file go in; the export writes them for its owner’s eyes only', async () => {
  const file = join(folder, 'in.json');
  writeFileSync(file, JSON.stringify({ data: [packet, { ...packet, MaHoSo: 'H20.57-261124-900002' }, {}] }));
  expect((await run('import', [file])).text.split('\n').map((line) => line.split('\t')[1])).toEqual([
    'known',
    'taken',
    'wrong',
  ]);
  const out = join(folder, 'out.json');
  const { facts } = await run('export', [out, OFFICE]);
  expect(facts).toMatchObject({ dossiers: 2, steps: 2, left: 0 });
  expect(statSync(out).mode & 0o777).toBe(0o600);
  const written = JSON.parse(readFileSync(out, 'utf8')) as { DongBoHoSoMC: { data: { MaHoSo: string }[] } };
  expect(written.DongBoHoSoMC.data.map(({ MaHoSo }) => MaHoSo).toSorted()).toEqual([
    'H20.57-261124-900001',
    'H20.57-261124-900002',
  ]);
  await expect(run('export')).rejects.toThrow(/FILE/);
});

test('the samples are the demonstration’s alone, and the same all day', async () => {
  await expect(run('demo-online')).rejects.toThrow(/demonstration/);
  const ends = async (): Promise<string[]> => {
    const { facts } = await run('demo-online', [], {}, true);
    return (facts as { rows: { end: string }[] }).rows.map(({ end }) => end);
  };
  expect(await ends()).toEqual(['taken', 'taken', 'taken']);
  expect(await ends()).toEqual(['known', 'known', 'known']);
});

test('after a restore the portal goes on in a log of its own', async () => {
  const before = await portalPlace(province.db);
  await run('restored');
  const after = await portalPlace(province.db);
  expect(after?.device).toBe(before?.device);
  expect(after?.log).not.toBe(before?.log);
  const file = join(folder, 'after.json');
  writeFileSync(file, JSON.stringify({ data: [{ ...packet, MaHoSo: 'H20.57-261124-900003' }] }));
  expect((await run('import', [file])).text).toContain('taken');
});
