import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from './app.ts';
import { createHints } from './hints.ts';
import { serverLog } from './log.ts';
import { usualLimits } from './ports.ts';
import { systemRandom } from './random.ts';
import { listenForNotices, notify } from './store/notices.ts';
import { openDatabase } from './store/pool.ts';
import { sql } from 'kysely';
import { OFFICE, PASSWORD, testProvince, type TestProvince } from '../tests/harness/test-server.ts';
import { testWriter } from '../tests/harness/writer.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

test('the log holds nothing a person typed: no name, password, note, query, key or statement', async () => {
  let said = '';
  const log = serverLog({ write: (line) => void (said += line) });
  const { clock, key, db, scans } = province;
  const config = { demo: null, limits: usualLimits };
  const rest = { clock, random: systemRandom, keys: { server: key }, config, log, scans };
  const app = createServer({ ...rest, db });
  await province.addPerson('bi-mat-login', 'administrator', OFFICE);
  const desk = await province.enrol(OFFICE);
  const writer = testWriter(desk.place, desk.key);
  writer.receive({ note: 'GHI CHÚ BÍ MẬT 079123456789' });
  writer.write({ some: 'GHI CHÚ BÍ MẬT' });
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: writer.events }, {}, app);
  await desk.ask('POST', '/v1/session', { login: 'bi-mat-login', password: PASSWORD }, {}, app);
  await desk.ask('POST', '/v1/session', { login: 'bi-mat-login', password: 'SAI-BI-MAT' }, {}, app);
  await desk.ask('GET', '/v1/pull?cursor=BI-MAT', undefined, { 'x-session': 'BI-MAT-TOKEN' }, app);
  log.error({ err: new Error('BI-MAT'), req: { headers: { cookie: 'BI-MAT' } } }, 'a fault');
  const broken = openDatabase({ url: 'postgres://BI-MAT:BI-MAT@127.0.0.1:1/x' });
  const away = createServer({ ...rest, db: broken });
  await desk.ask('GET', '/v1/pull', undefined, {}, away);
  expect(said).toContain('pushed');
  expect(said).toContain('request failed');
  expect(said).not.toMatch(/BÍ MẬT|BI-MAT|bi-mat|079123456789|Người thử|mat-khau|select|insert/i);
  expect(said).not.toContain(desk.key.publicKey);
  await app.close();
  await away.close();
  await broken.destroy();
});

test('a hint reaches the desks of every instance, also after its connection broke', async () => {
  const heard: string[] = [];
  let wake = (): void => undefined;
  const notices = await listenForNotices(province.url, (text) => {
    heard.push(text);
    wake();
  });
  const hints = createHints((topic, office) => void notify(province.db, `${topic} ${office}`));
  const next = () => new Promise<void>((resolve) => (wake = resolve));
  let waiting = next();
  hints.publish('feed', new Set([OFFICE]));
  await waiting;
  expect(heard).toEqual([`feed ${OFFICE}`]);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'quay-mot-cua hints' and datname = current_database()`.execute(province.db);
  // It comes back by itself; whatever is said from then on is heard.
  for (let back = 0; back === 0;) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from pg_stat_activity
      where application_name = 'quay-mot-cua hints' and datname = current_database() and query ilike 'listen%' and state = 'idle'`.execute(
      province.db,
    );
    back = rows[0]?.n ?? 0;
  }
  waiting = next();
  hints.publish('reference', ['*']);
  await waiting;
  expect(heard.at(-1)).toBe('reference *');
  hints.close();
  await notices.close();
});
