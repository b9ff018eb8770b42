import type { DeskUser } from './world.ts';

type AtDesk = Pick<DeskUser, 'call' | 'until'>;

/** `guest` joins the hall that `host` has opened, by the code on its screen. */
export async function joinHall(host: AtDesk, guest: AtDesk): Promise<void> {
  const { code, addresses } = await host.call('hall.newCode', {});
  const port = addresses[0]?.split(':')[1] ?? '';
  await guest.until('hall.status', {}, ({ state }) => state !== 'seeking');
  await guest.call('hall.join', { address: `127.0.0.1:${port}`, code });
  await guest.until('hall.status', {}, ({ state }) => state === 'linked');
}
