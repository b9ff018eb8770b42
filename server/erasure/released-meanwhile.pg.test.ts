import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pushReplySchema } from '../../contract/sync.ts';
import { commandLine } from '../../tests/harness/command-line.ts';
import { lockWaits } from '../../tests/harness/lock-waits.ts';
import { OFFICE, testProvince, type TestProvince } from '../../tests/harness/test-server.ts';
import { json, testWriter } from '../../tests/harness/writer.ts';

let province: TestProvince;
let folder: string;

beforeAll(async () => {
  province = await testProvince();
  folder = mkdtempSync(join(tmpdir(), 'quay-erase-'));
  vi.stubEnv('QMC_SCANS', province.scanFolder);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  await province.close();
});

test('what is erased by law while somebody lets it in comes in without its body', async () => {
  const run = commandLine(province, folder);
  const desk = await province.enrol(OFFICE);
  const writer = testWriter(desk.place, desk.key);
  const push = async (events: readonly unknown[]) =>
    (await desk.ask('POST', '/v1/push', { log: desk.place.log, events })).as(pushReplySchema);
  const begun = writer.receive();
  const dossier = begun.envelope.aggregateId;
  await push([begun]);
  await run('revoke', [desk.place.device, '1'], { person: 'Trần Thị Quản', why: 'mất cắp' });
  const note = { text: 'Trịnh Thị Gieo', at: '2026-11-24T10:00:00' };
  const late = writer.write(json(note), {
    type: 'dossier.noted',
    aggregateId: dossier,
    after: [begun.envelope.id],
  });
  expect((await push([late])).verdicts).toMatchObject([{ end: 'quarantined', reason: 'XV-06' }]);

  const gate = await province.db.startTransaction().execute();
  await sql`select 1 from log where id = ${desk.place.log}::uuid for update`.execute(gate);
  const released = run('quarantine', ['release', late.envelope.id, 'đã', 'đối', 'chiếu'], { person: 'Trần Thị Quản' });
  while ((await lockWaits(province.db)) === 0);
  await run('erase', [dossier], {
    reason: 'Luật Bảo vệ dữ liệu cá nhân, Điều 14',
    document: '12/2026/QĐ-TA',
    date: '2026-11-20',
    'ordered-by': 'Tòa án nhân dân khu vực 9',
    'open-too': true,
    yes: true,
  });
  await gate.commit().execute();
  await released;
  const kept = await province.db
    .selectFrom('event')
    .select(['body', 'salt', 'quarantined'])
    .where('id', '=', late.envelope.id)
    .execute();
  expect(kept).toEqual([{ body: null, salt: null, quarantined: false }]);
});
