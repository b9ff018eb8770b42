import { expect, test } from '@playwright/test';
import { demoProvince } from '../harness/demo-province.ts';
import { receiveWithLineCut } from '../tour/walk.ts';
import { endProgram, startProgram } from './program.ts';

/** The same walk as in the browser, in the shipped shell: window, preload and main process are Electron's own. */
test('a dossier received with the line cut is printed and reaches PostgreSQL when the line is back', async () => {
  test.setTimeout(180_000);
  const province = await demoProvince();
  const demo = JSON.stringify({ server: province.server, code: await province.enrolmentCode() });
  const program = await startProgram('desk/electron.js', { QMC_DEMO: demo });
  try {
    const { rows } = await receiveWithLineCut(program.page, province);
    expect(rows).toBe(2);
  } finally {
    await endProgram(program);
    await province.remove();
  }
});
