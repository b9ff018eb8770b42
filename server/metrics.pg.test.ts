import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskReportText } from '../contract/desk-report.ts';
import { OFFICE, OTHER, testProvince, type TestProvince } from '../tests/harness/test-server.ts';
import { testWriter } from '../tests/harness/writer.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { serveMetrics } from './metrics-server.ts';
import { openDatabase } from './store/pool.ts';

let province: TestProvince;
let metrics: Metrics;
beforeAll(async () => {
  metrics = createMetrics({ process: true });
  province = await testProvince({}, undefined, { metrics });
});
afterAll(() => province.close());

/** The value of one line of the text form. */
async function figure(line: string): Promise<number | null> {
  const found = (await metrics.text()).split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length + 1));
}

test('requests, batches, events and ends are counted, and how far behind and how silent an office is', async () => {
  const desk = await province.enrol(OFFICE);
  await province.enrol(OTHER);
  const writer = testWriter(desk.place, desk.key);
  for (let n = 0; n < 3; n++) writer.receive();
  const { log } = desk.place;
  await desk.ask('POST', '/v1/push', { log, events: writer.events });
  await desk.ask('POST', '/v1/push', { log, events: writer.events.slice(0, 1) });
  const gap = testWriter(desk.place, desk.key);
  for (let n = 0; n < 9; n++) gap.receive();
  await desk.ask('POST', '/v1/push', { log, events: gap.events.slice(8) });
  expect(await figure('qmc_push_batches_total{outcome="whole"}')).toBe(2);
  expect(await figure('qmc_push_batches_total{outcome="gap"}')).toBe(1);
  expect(await figure('qmc_push_events_total')).toBe(5);
  expect(await figure('qmc_push_verdicts_total{end="applied"}')).toBe(4);
  expect(await figure('qmc_requests_total{method="POST",route="/v1/push",status="200"}')).toBe(3);
  expect(await figure('qmc_request_seconds_count{method="POST",route="/v1/push"}')).toBe(3);
  expect(await figure('qmc_database_up')).toBe(1);
  expect(await figure('qmc_messages{state="waiting"}')).toBe(0);
  expect(await figure('process_resident_memory_bytes')).toBeGreaterThan(1e6);

  // Another event in a place that is held: refused, and counted as an alarm.
  const other = testWriter(desk.place, desk.key);
  other.receive();
  await desk.ask('POST', '/v1/push', { log, events: other.events });
  expect(await figure('qmc_alarms{reason="XV-02"}')).toBe(1);

  const report = { 'x-desk': deskReportText({ release: '0.1.0', unsent: 12, waiting: 60, clock: -400 }) };
  const pulled = await desk.ask('GET', '/v1/pull?limit=1', undefined, report);
  expect(await figure(`qmc_office_feed_lag_events{office="${OFFICE}"}`)).toBe(3);
  expect(await figure(`qmc_office_unsent_events{office="${OFFICE}"}`)).toBe(12);
  expect(await figure(`qmc_office_silent_desks{office="${OTHER}"}`)).toBe(1);
  expect(await figure(`qmc_office_contact_age_seconds{office="${OTHER}"}`)).toBeNull();
  province.clock.at += 3_600_000;
  expect(await figure(`qmc_office_contact_age_seconds{office="${OFFICE}"}`)).toBe(3600);
  const { cursor } = JSON.parse(pulled.body) as { cursor: string };
  await desk.ask('GET', `/v1/pull?cursor=${cursor}`, undefined, report);
  expect(await figure(`qmc_office_feed_lag_events{office="${OFFICE}"}`)).toBe(2);
  expect(await figure(`qmc_office_contact_age_seconds{office="${OFFICE}"}`)).toBe(0);
});

test('an address nobody knows is one row, whatever was asked', async () => {
  await province.app.inject('/v1/Nguyễn-Văn-A');
  await province.app.inject('/079123456789');
  expect(await figure('qmc_requests_total{method="GET",route="none",status="404"}')).toBe(2);
});

test('the figures stand at an address of their own, and at no other', async () => {
  const served = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
  const answer = await fetch(served.url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  expect(await answer.text()).toContain('qmc_requests_total');
  expect((await fetch(new URL('/', served.url))).status).toBe(404);
  expect((await fetch(served.url, { method: 'POST' })).status).toBe(404);
  expect((await province.app.inject('/metrics')).statusCode).toBe(404);
  await served.close();
});

test('a database that is away is said so, and takes no other figure with it', async () => {
  const away = openDatabase({ url: 'postgres://nobody:nothing@127.0.0.1:1/none' });
  const lone = createMetrics({ process: false });
  lone.readFrom({ db: away, clock: province.clock, hintLines: () => 4 });
  const text = await lone.text();
  expect(text).toContain('qmc_database_up 0');
  expect(text).toContain('qmc_hint_lines 4');
  await away.destroy();
});
