import { expect, test } from 'vitest';
import { enrolledFolder } from '../../harness/enrolled-folder.ts';
import { testProvince } from '../../harness/test-server.ts';
import { courierDeskTarget, courierRouteTarget } from './courier.ts';
import { deskTarget } from './desk.ts';
import { fuzz, type FuzzReport } from './run.ts';
import { provinceTarget } from './server.ts';

/** The short run, always the same; the long one is `npm run prove -- fuzz`, which sets these. */
const inputs = Number(process.env['QMC_FUZZ_INPUTS'] ?? 1500);
const seed = process.env['QMC_FUZZ_SEED'] ?? 'short';
const isLong = inputs >= 200_000;
/** Half an hour and more is long without a word. */
const plan = { seed, inputs, ...(isLong ? { progress: (n: number) => console.log(`${n} of ${inputs}`) } : {}) };
const TIMEOUT = Math.max(240_000, inputs * 60);

function told(what: string, report: FuzzReport): FuzzReport {
  if (isLong) console.log(`${what}: ${JSON.stringify(report)}`);
  return report;
}

/** Decision 22; what a short run needs to warm up says nothing. */
function growth({ memory }: FuzzReport): number {
  return isLong ? memory.late / memory.early : 1;
}

test(
  'no malformed request to the province is a fault, a hang or a leak',
  async () => {
    const province = await testProvince();
    const report = told('province', await fuzz(await provinceTarget(province), plan));
    await province.close();
    expect(Object.keys(report.asked).length).toBeGreaterThan(60);
    expect(report.asked['GET /v1/hints']).toBeGreaterThan(0);
    // What is there is met, and broken events are folded and kept apart.
    expect(report.answers['200']).toBeGreaterThan(inputs / 10);
    expect(report.answers['400']).toBeGreaterThan(inputs / 10);
    expect(report.answers['applied']).toBeGreaterThan(0);
    expect(report.answers['quarantined XV-03']).toBeGreaterThan(inputs / 50);
    expect(growth(report)).toBeLessThanOrEqual(1.2);
  },
  TIMEOUT,
);

test(
  'no malformed call to the desk is a fault, a hang or a leak',
  async () => {
    const folder = await enrolledFolder();
    const target = await deskTarget(folder);
    const report = told('desk', await fuzz(target, plan));
    await target.close();
    folder.remove();
    expect(Object.keys(report.asked).length).toBeGreaterThan(50);
    expect(report.answers['ok']).toBeGreaterThan(0);
    expect(report.answers['GN-02']).toBeGreaterThan(inputs / 5);
    expect(growth(report)).toBeLessThanOrEqual(1.2);
  },
  TIMEOUT,
);

test(
  'no file carried here by hand is a fault, a hang or a leak to the province',
  async () => {
    const province = await testProvince();
    const report = told('courier, province', await fuzz(await courierRouteTarget(province), plan));
    await province.close();
    expect(report.answers['CT-01']).toBeGreaterThan(inputs / 2);
    expect(report.answers['200']).toBeGreaterThan(0);
    expect(growth(report)).toBeLessThanOrEqual(1.2);
  },
  TIMEOUT,
);

test(
  'nor to a desk',
  async () => {
    const folder = await enrolledFolder();
    const target = await courierDeskTarget(folder);
    const report = told('courier, desk', await fuzz(target, plan));
    await target.close();
    folder.remove();
    expect(report.answers['CT-01']).toBeGreaterThan(inputs / 2);
    expect(report.answers['ok']).toBeGreaterThan(0);
    expect(growth(report)).toBeLessThanOrEqual(1.2);
  },
  TIMEOUT,
);
