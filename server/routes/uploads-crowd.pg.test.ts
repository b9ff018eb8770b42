import { afterAll, beforeAll, expect, test } from 'vitest';
import { create, naming, paper } from '../../tests/harness/scan-facts.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { usualLimits } from '../ports.ts';

/** Papers are begun by many at once: after a restore every desk asks for each it has. */
let province: TestProvince;
let desk: TestDesk;

beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
});
afterAll(() => province.close());

test('however many papers are begun at once, those there is room for are, the others are told to come back, and a push goes on', async () => {
  const writer = testWriter(desk.place, desk.key);
  const receipt = writer.receive();
  const papers = Array.from({ length: 30 }, () => paper(1000));
  const named = papers.map((made) => naming(writer, receipt, made));
  const push = (events: readonly unknown[]) => desk.ask('POST', '/v1/push', { log: desk.place.log, events });
  expect((await push([receipt, ...named])).status).toBe(200);

  const [pushed, ...answers] = await Promise.all([
    push([writer.receive()]),
    ...papers.map((made) => create(desk, made)),
  ]);
  expect(pushed?.status).toBe(200);
  const told = answers.map(({ status, code, headers }) => [status, code, headers['retry-after'] ?? null]);
  const begun = told.filter(([status]) => status === 201);
  expect(begun.length).toBeGreaterThanOrEqual(usualLimits.chunks);
  expect(told.filter(([status]) => status !== 201)).toEqual(
    Array.from({ length: papers.length - begun.length }, () => [503, 'DT-04', '2']),
  );
});
