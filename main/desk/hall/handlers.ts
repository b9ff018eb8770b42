import type { HallStatus } from '../../../contract/desk/hall.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { epochMs, localDateTime } from '../../../domain/calendar/civil-date.ts';
import { addressOf, ownAddresses } from '../../hall/addresses.ts';
import type { Hall } from '../../hall/hall.ts';
import type { DeskContext } from '../context.ts';
import { posterHtml, posterPage } from '../../print/poster-page.ts';
import { counterById, enrolmentOf, ownOffice } from '../context.ts';
import type { Door, DoorService } from './door.ts';
import { hallToday } from './deciding.ts';
import type { OpenedHandlers } from '../router.ts';

type HallHandlers = Pick<
  OpenedHandlers,
  | 'hall.poster'
  | 'hall.status'
  | 'hall.open'
  | 'hall.takeOver'
  | 'hall.newCode'
  | 'hall.join'
  | 'hall.forget'
  | 'hall.signOff'
>;

/** What a person does with the hall: opens it, pairs machines, takes it over, hands it on. */
export function hallHandlers(
  context: DeskContext,
  service: () => Hall | null,
  { door, leave }: { readonly door: () => Pick<Door, 'phonesAt' | 'posterDoor'> | null } & Pick<DoorService, 'leave'>,
): HallHandlers {
  const hall = (): Hall => {
    const running = service();
    if (running === null) throw new ProblemError('SN-09');
    return running;
  };
  const status = (): HallStatus => ({ ...hallStatus(context, service()), phones: door()?.phonesAt() ?? null });
  return {
    'hall.status': status,
    'hall.open': async () => {
      await hall().open();
      return status();
    },
    'hall.takeOver': () => {
      hall().takeOver();
      return status();
    },
    'hall.newCode': () => ({ ...hall().newCode(), addresses: ownAddresses(hall().port) }),
    'hall.join': async ({ address, code }) => {
      await hall().join(addressOf(address), code);
      return status();
    },
    'hall.poster': async () => {
      if (hall().state().state !== 'hosting') throw new ProblemError('SN-08');
      const url = door()?.posterDoor() ?? null;
      if (url === null) throw new ProblemError('SN-09');
      const { deviceName: machine } = enrolmentOf(context);
      const html = posterHtml({ office: ownOffice(context).name, url, machine });
      const bytes = await context.printer.makePdf(html, posterPage);
      return { name: 'lay-so-bang-dien-thoai.pdf', bytes: Buffer.from(bytes).toString('base64url') };
    },
    'hall.forget': ({ device }) => {
      hall().forget(device);
      return status();
    },
    'hall.signOff': async ({ to }, session) => {
      if (session.user === null) throw new ProblemError('DN-03');
      await leave(to, session.user.id);
      return status();
    },
  };
}

export function hallStatus(context: DeskContext, hall: Hall | null): HallStatus {
  const nothing: HallStatus = {
    state: 'none',
    role: 'desk',
    term: null,
    host: null,
    silentSeconds: null,
    addresses: [],
    phones: null,
    connected: [],
    members: [],
    oneDiskSince: null,
    papers: [],
    stake: null,
    atClose: null,
  };
  if (hall === null) return nothing;
  const now = hall.state();
  const newest = context.store.hearing.newest();
  const own = enrolmentOf(context).device;
  const nameOf = (device: string): string => machine(context, hall, device).name;
  const aloneFor =
    now.state === 'hosting' ? hall.secondDisk.aloneFor() : now.state === 'linked' ? now.host.aloneFor : null;
  return {
    ...nothing,
    state: now.state,
    role: enrolmentOf(context).kind,
    term: now.state === 'hosting' || now.state === 'linked' ? now.reign.term : null,
    host: now.state === 'hosting' ? nameOf(own) : now.state === 'linked' ? nameOf(now.host.device) : null,
    silentSeconds: now.state === 'lost' && now.stake.silentFor !== null ? Math.round(now.stake.silentFor / 1000) : null,
    addresses: ownAddresses(hall.port),
    connected: hall.links().map(({ device, relay }) => ({
      ...machine(context, hall, device),
      behind: Math.max(0, newest - relay.givenUpTo),
    })),
    oneDiskSince: aloneFor === null ? null : localDateTime(epochMs(context.localNow()) - aloneFor),
    members: hall.members.others().map(({ device }) => machine(context, hall, device)),
    papers: hall.papers().map(({ device, ...said }) => ({ machine: nameOf(device), ...said })),
    atClose: now.state === 'hosting' ? atClose(context) : null,
    stake:
      now.state === 'lost'
        ? {
            host: nameOf(now.stake.host),
            reachable: now.stake.reachable.map(nameOf).toSorted((a, b) => a.localeCompare(b, 'vi')),
            missing: now.stake.missing,
            waiting: inLine(context),
          }
        : null,
  };
}

/** As people call it: by its place rather than by what its system is called. */
function machine(context: DeskContext, hall: Hall, device: string): Omit<HallStatus['connected'][number], 'behind'> {
  const member = hall.members.get(device);
  return {
    device,
    name: counterById(context, member?.counter ?? '')?.name ?? member?.name ?? '',
    counter: member?.counter ?? '',
    role: member?.role ?? 'desk',
  };
}

/** Who stands in line or is held, as far as this machine knows: nobody of them is lost by a takeover. */
function inLine(context: DeskContext): number {
  return hallToday(context).tickets.filter(({ state }) => state === 'waiting' || state === 'held').length;
}

function atClose(context: DeskContext): NonNullable<HallStatus['atClose']> {
  const serving = hallToday(context).tickets.filter(({ state }) => state === 'called').length;
  return { waiting: inLine(context), serving };
}
