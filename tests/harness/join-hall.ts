import { expect } from 'vitest';
import type { DeskUser } from './world.ts';

/** `guest` joins the hall that `host` has opened, by the code on its screen. */
export async function joinHall(host: DeskUser, guest: DeskUser): Promise<void> {
  const { code, addresses } = await host.call('hall.newCode', {});
  const port = addresses[0]?.split(':')[1] ?? '';
  await guest.until('hall.status', {}, ({ state }) => state !== 'seeking');
  const joined = await guest.try('hall.join', { address: `127.0.0.1:${port}`, code });
  expect(joined).toMatchObject({ ok: true });
  await guest.until('hall.status', {}, ({ state }) => state === 'linked');
}
