import { afterEach, expect, test } from 'vitest';
import { hallOffice, type HallOffice } from '../../../tests/harness/hall-office.ts';
import type { Lan } from '../../hall/lan.ts';
import { createPhones } from './phones.ts';

let office: HallOffice;
afterEach(() => office.close());

test('a port that was taken is asked for again, a while later, and the pages are there', async () => {
  office = hallOffice();
  const desk = await office.desk('ngan');
  await desk.user.call('hall.open', {});
  const { context, hall, doors } = desk.opened;
  const card = office.lan.card();
  let tries = 0;
  const lan: Lan = {
    host: card.host,
    dial: (to) => card.dial(to),
    listen(arrived, whose) {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('EADDRINUSE')) : card.listen(arrived, whose);
    },
  };
  let later = 0;
  const clock = { ...context.clock, monotonic: () => context.clock.monotonic() + later };
  const phones = createPhones({ context: { ...context, clock }, lan, hall: () => hall, door: () => doors.door() });
  try {
    phones.changed();
    await expect.poll(() => tries).toBe(1);
    // At once again it would be taken still.
    phones.changed();
    expect([tries, phones.port()]).toEqual([1, null]);
    later = 6_000;
    phones.changed();
    await expect.poll(() => phones.port()).not.toBeNull();
    expect(tries).toBe(2);
  } finally {
    await phones.stop();
  }
}, 30_000);
