import { demoProvince } from '../harness/demo-province.ts';
import { startDesk } from '../harness/desk.ts';
import { expect, test } from '../harness/page.ts';
import { receiveWithLineCut } from '../tour/walk.ts';

/** The main job through every room: page, loopback host, desk, HTTP, server, PostgreSQL. */
test('a dossier received with the line cut is printed and reaches PostgreSQL when the line is back', async ({
  page,
}) => {
  const province = await demoProvince();
  const desk = await startDesk({ demo: { server: province.server, code: await province.enrolmentCode() } });
  try {
    await page.goto(await desk.address());
    const { rows } = await receiveWithLineCut(page, province);
    // Received, and its slip issued.
    expect(rows).toBe(2);
  } finally {
    // The page first: it would complain that its host is gone.
    await page.close();
    await desk.remove();
    await province.remove();
  }
});
