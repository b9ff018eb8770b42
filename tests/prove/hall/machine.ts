import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from '../../../main/clock.ts';
import { createDesk, type OpenedDesk } from '../../../main/desk/desk.ts';
import { systemLan, type Lan } from '../../../main/hall/lan.ts';
import { HALL_PORT } from '../../../main/hall/addresses.ts';
import { systemRandom } from '../../../main/random.ts';
import { PASSPHRASE, passwordOf } from '../../harness/enrolled-folder.ts';
import { silentLog, textPrinter } from '../../harness/test-desk.ts';

/**
 * One machine of the hall proof: the program's own desk, hall and door in a process of its own, on an address of its own.
 * What it is to do comes line by line; what came of it, and every change of the hall's state, goes back line by line.
 */
const [setup = '{}'] = process.argv.slice(2);
const { folder, address, login, shift } = z
  .strictObject({ folder: z.string(), address: z.string(), login: z.string(), shift: z.int() })
  .parse(JSON.parse(setup));

const say = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

/** The cable of this machine: taken out, nothing comes in and nothing goes out. */
const system = systemLan(address, HALL_PORT);
let isIn = true;
const sockets = new Set<{ readonly remoteAddress?: string | undefined; destroy(): unknown }>();
/** Addresses that what is sent from here does not reach. */
const unreached = new Set<string>();
const cable: Lan = {
  host: system.host,
  listen: (arrived, whose) =>
    system.listen((socket) => {
      if (!isIn) return void socket.destroy();
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      arrived(socket);
    }, whose),
  dial(to) {
    // On its way for ever, as to a machine whose answer is lost.
    if (unreached.has(to.host)) return new Socket();
    // Nobody listens there: as good as no cable.
    const socket = system.dial(isIn ? to : { host: address, port: 1 });
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    return socket;
  },
};

let opened: OpenedDesk | null = null;
const desk = await createDesk(
  {
    host: 'browser',
    dataDir: folder,
    catalogueDir: fileURLToPath(new URL('../../../catalogue', import.meta.url)),
    clock: { ...systemClock, now: () => systemClock.now() + shift },
    random: systemRandom,
    keychain: null,
    fetch: () => Promise.reject(new TypeError('no line')),
    printer: textPrinter,
    log: silentLog,
    demo: null,
    lan: cable,
  },
  (made) => {
    opened = made;
  },
);
const caller = { session: 'proof', trusted: true };
const call = async (name: string, input: unknown): Promise<unknown> => {
  const reply = await desk.call(caller, name, input);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
const there = (): OpenedDesk => {
  if (opened === null) throw new Error('not open');
  return opened;
};

const doingSchema = z.discriminatedUnion('do', [
  z.object({ id: z.int(), do: z.literal('call'), name: z.string(), input: z.unknown() }),
  /** A number, nobody signed in; asked as a kiosk where this is one. */
  z.object({ id: z.int(), do: z.literal('issue'), series: z.string() }),
  z.object({ id: z.int(), do: z.literal('cable'), isIn: z.boolean() }),
  z.object({ id: z.int(), do: z.literal('unreached'), address: z.string(), isCut: z.boolean() }),
  z.object({ id: z.int(), do: z.literal('devices'), devices: z.array(z.unknown()) }),
  /** Everything of tickets and halls here, in the order it came. */
  z.object({ id: z.int(), do: z.literal('dump') }),
]);

async function carryOut(doing: z.output<typeof doingSchema>): Promise<unknown> {
  switch (doing.do) {
    case 'call':
      // As the page says with each key: an hour of calling is no idle screen.
      await desk.call(caller, 'session.active', {});
      return call(doing.name, doing.input);
    case 'issue': {
      const door = there().doors.door();
      if (door === null) throw new Error('SN-04');
      const { series } = doing;
      if (there().hall?.role === 'kiosk') {
        const { ticket } = await door.take({ series, priority: null, card: null, slip: null });
        return { ticket: ticket.id, text: ticket.text, term: ticket.issued.term };
      }
      const ticket = systemRandom.id();
      const plain = { field: null, lane: 'ordinary' as const, priority: null, source: 'kiosk' as const };
      const nobody = { bookedFor: null, dossierId: null, personKey: null, sealedPerson: null, secondBecause: null };
      const issued = await door.issue({ ticket, series, ...plain, ...nobody, told: null });
      return { ticket, text: issued.text, term: issued.issued.term };
    }
    case 'cable':
      ({ isIn } = doing);
      if (!isIn) sockets.forEach((socket) => socket.destroy());
      return {};
    case 'unreached': {
      if (doing.isCut) unreached.add(doing.address);
      else unreached.delete(doing.address);
      for (const socket of sockets) if (socket.remoteAddress === doing.address) socket.destroy();
      return {};
    }
    case 'devices': {
      const { store } = there().context;
      const { devices } = z
        .object({ devices: z.custom<Parameters<typeof store.reference.put<'devices'>>[1]>() })
        .parse(doing);
      store.transact(() => store.reference.put('devices', devices));
      return {};
    }
    case 'dump': {
      const { hearing } = there().context.store;
      const all = [];
      for (let at = 0; ;) {
        const { events, upTo } = hearing.after(at, 500, ['ticket', 'hall']);
        all.push(...events.map(({ event: { envelope, body } }) => ({ envelope, body })));
        if (upTo === at) return all;
        at = upTo;
      }
    }
  }
}

let told = '';
desk.subscribe((topic) => {
  if (topic !== 'hall' || opened === null) return;
  const state = opened.hall?.state();
  const now = JSON.stringify({
    state: state?.state ?? 'none',
    term: state !== undefined && 'reign' in state ? state.reign.term : null,
  });
  if (now !== told) process.stdout.write(`${now}\n`);
  told = now;
});
createInterface({ input: process.stdin }).on('line', (line) => {
  const doing = doingSchema.parse(JSON.parse(line));
  carryOut(doing).then(
    (value) => say({ id: doing.id, value }),
    (error: unknown) => say({ id: doing.id, error: error instanceof Error ? error.message : 'unknown' }),
  );
});
process.stdin.on('end', () => process.exit(0));

await call('machine.open', { passphrase: PASSPHRASE });
const { store } = there().context;
const { device = '', kind = 'desk' } = store.meta.get('enrolment') ?? {};
if (kind === 'desk') await call('session.signIn', { login, password: passwordOf(login) });
say({ ready: { device, publicKey: store.meta.get('deviceKey')?.publicKey ?? '' } });
