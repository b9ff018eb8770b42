import { hostname } from 'node:os';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import type { Reply, Topic } from '../../contract/desk.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { Preferences, Session } from '../../contract/desk/session.ts';
import { startHall, type Hall } from '../hall/hall.ts';
import { tlsLines } from '../hall/lan.ts';
import { about } from '../sync/province.ts';
import { startScanLane, type ScanLane } from '../sync/scan-lane.ts';
import { initialLine } from '../sync/line-state.ts';
import { startSync, type Sync } from '../sync/sync.ts';
import { MACHINE } from '../store/people.ts';
import type { Store } from '../store/store.ts';
import { createActing, type Acting } from './acting.ts';
import { createAccounts, IDLE_LOCK_MS, personOf, type Accounts } from './accounts.ts';
import { createAdmin } from './admin.ts';
import { enrolmentOf, ownCounter, ownOffice, settingsOf, type DeskContext } from './context.ts';
import { createDigitise, type Digitise } from './digitise/digitise.ts';
import { DEMO_PASSPHRASE } from './enrolment.ts';
import { createDoor, type DoorService } from './hall/door.ts';
import { createPaperWatch } from './hall/paper-watch.ts';
import { createTicketPapers } from './hall/papers.ts';
import { createPhones, phonesBase, type Phones } from './hall/phones.ts';
import { deskHandlers } from './handlers.ts';
import { openHousekeeping } from './housekeeping.ts';
import { openMachine } from './machine.ts';
import type { Desk, DeskOptions, Shown } from './ports.ts';
import { loadReferenceData } from './reference-data.ts';
import { createRouter, type MachineHandlers, type OpenedHandlers } from './router.ts';
import { waitingRoom } from './screens/waiting-room.ts';
import { createSessions, type DeskSession } from './sessions.ts';
import { closedStatus, statusOf } from './status.ts';
import { knownTime, writableClock } from './trusted-time.ts';

/** What the machine is doing once its database is open. */
export interface OpenedDesk {
  readonly context: DeskContext;
  readonly sync: Sync;
  readonly scanLane: ScanLane;
  readonly hall: Hall | null;
  readonly doors: DoorService;
  readonly phones: Phones | null;
  readonly accounts: Accounts;
  readonly acting: Acting;
  readonly digitise: Digitise;
  readonly handlers: OpenedHandlers;
  readonly stopHousekeeping: () => void;
  /** Once nothing asks for the time any more. */
  readonly closeTime: () => void;
}

const DEFAULT_PREFERENCES: Preferences = { theme: 'system', textSize: 100, language: 'vi', keyHints: true };

/**
 * The desk of one counter (quầy), on plain Node: the same in the Electron window, on loopback, and in tests.
 * @throws ProblemError LT-01, LT-04, LT-05, LT-06, LT-07 when the data folder cannot be used; it is left as it was.
 * @param told what stands behind the calls, once the database is open: for the simulation, which acts without a page
 */
export async function createDesk(
  given: DeskOptions,
  told: (opened: OpenedDesk) => void = () => undefined,
): Promise<Desk> {
  const options = { ...given, clock: writableClock(given.clock) };
  const { clock, random, log, demo } = options;
  const sessions = createSessions();
  const listeners = new Set<(topic: Topic) => void>();
  const changed = (topic: Topic): void => {
    listeners.forEach((listener) => listener(topic));
    if (topic === 'hall') opened?.phones?.changed();
  };
  const machine = await openMachine(options);
  let opened: OpenedDesk | null = null;
  /** Once, however many ask: two would be two senders of one log. */
  let starting: Promise<OpenedDesk> | null = null;
  let demoUsers: Session['demo'] = null;
  let closed = false;

  const start = async (store: Store): Promise<OpenedDesk> => {
    // It stands where it can be carried away, and nobody signs in at it.
    if (store.meta.get('enrolment')?.kind !== 'desk') store.forgetStaff();
    const reference = await loadReferenceData(options.catalogueDir, store);
    const time = knownTime(store, clock, log);
    let sync: Sync | null = null;
    let scanLane: ScanLane | null = null;
    const context: DeskContext = {
      clock,
      random,
      log,
      printer: options.printer,
      host: options.host,
      fetch: options.fetch,
      store,
      reference,
      changed,
      now: () => time.look().now,
      localNow: () => localDateTime(time.look().now),
      time: () => time.look(),
      stamp: () => ({
        id: random.id(),
        salt: Buffer.from(random.bytes(16)).toString('hex'),
        at: { device: clock.now(), offset: time.look().offset },
      }),
      line: () => sync?.line() ?? initialLine(store, clock),
      isOnline: () => ['up', 'sending', 'receiving'].includes(sync?.line().state ?? 'down'),
      kick: () => sync?.kick(),
    };
    const heard = (topic: Topic): void => {
      if (topic === 'reference') sessions.all().forEach((session) => opened?.accounts.refresh(session));
      changed(topic);
      // A verdict may have come: what it names may go.
      if (topic === 'dossiers') scanLane?.kick();
    };
    const measured = (): void => time.measured();
    sync = startSync({ store, clock, random, fetch: options.fetch, log, reference, changed: heard, measured });
    const { office, serverPublicKey } = enrolmentOf(context);
    scanLane = startScanLane({
      store,
      clock,
      random,
      province: sync.province,
      serverPublicKey,
      log,
      ceiling: () =>
        reference.calendar(office).isOpen(context.localNow()) ? settingsOf(context).scanBytesPerSecond : 0,
      chunks: options.chunks,
      changed: () => {
        changed('scans');
        changed('dossiers');
        changed('status');
      },
    });
    const { lan } = options;
    let hall: Hall | null = null;
    let phones: Phones | null = null;
    const base = (): string | null =>
      hall === null ? null : phonesBase(hall, lan?.host ?? null, phones?.port() ?? null);
    const doors = createDoor(
      context,
      () => hall,
      base,
      () => phones?.changed(),
    );
    const screens = waitingRoom(
      options,
      store,
      () => shown(hall),
      () => doors.door(),
    );
    const papers = createTicketPapers({ context, hall: () => hall, printer: screens.printer });
    const told = (): void => {
      changed('hall');
      doors.tend();
      phones?.changed();
    };
    const heardThere = (): void => {
      changed('hall');
      changed('dossiers');
    };
    const linesOf = options.hallLines ?? (lan === undefined ? null : tlsLines(lan, clock));
    if (lan !== undefined) phones = createPhones({ context, lan, hall: () => hall, door: () => doors.door() });
    if (linesOf !== null) {
      hall = await startHall({
        store,
        linesOf,
        clock,
        random,
        log,
        changed: told,
        heard: heardThere,
        answer: (link, name, body) => (name === 'print' ? papers.answer(link, body) : doors.answer(link, name, body)),
        phones: () => phones?.port() ?? null,
        papers: createPaperWatch(screens.printer, clock, enrolmentOf(context).device),
      });
      told();
    }
    const admin = createAdmin(context, () => sync);
    const accounts = createAccounts(context, (login, password) => admin.signIn(login, password));
    const acting = createActing(context, accounts);
    const digitise = createDigitise(context, acting, options.dataDir, sync.province);
    return {
      context,
      sync,
      scanLane,
      hall,
      accounts,
      acting,
      digitise,
      handlers: deskHandlers({
        context,
        accounts,
        admin,
        acting,
        digitise,
        sync: () => sync,
        hall: () => hall,
        queue: () => doors.door(),
        leave: (to, actor) => doors.leave(to, actor),
        sessionOf,
        papers,
        screens,
      }),
      doors,
      phones,
      stopHousekeeping: openHousekeeping(context),
      closeTime: () => time.close(),
    };
  };

  const sessionOf = (session: DeskSession): Session => {
    const base: Session = {
      machine: machine.state,
      host: options.host,
      demo: demoUsers,
      user: session.user === null ? null : personOf(session.user),
      locked: session.locked,
      hasPin: false,
      online: session.online !== null,
      office: null,
      counter: null,
      deviceName: null,
      roster: [],
      administrator: null,
      days: null,
      numbers: [],
    };
    if (opened === null) return base;
    const { context, accounts } = opened;
    const enrolment = context.store.meta.get('enrolment');
    if (enrolment === null || context.store.reference.get('offices') === null) return base;
    const { id, name, shortName, authority, phone, bank } = ownOffice(context);
    const counter = ownCounter(context);
    return {
      ...base,
      hasPin: session.user !== null && context.store.people.pin(session.user.id) !== null,
      office: { id, name, shortName, authority, phone, bank },
      counter: { id: counter.id, name: counter.name },
      deviceName: enrolment.deviceName,
      roster: accounts.roster(),
      demo: ownDemo(demoUsers, accounts.roster()),
      administrator: accounts.administrator(),
      days: context.reference.days(enrolment.office, context.localNow()),
      numbers: (context.store.reference.get('grants') ?? []).map(({ from, to }) => ({ from, to })),
    };
  };

  const ready = async (store: Store): Promise<void> => {
    starting ??= start(store).catch((error: unknown) => {
      starting = null;
      throw error;
    });
    opened = await starting;
    told(opened);
    changed('session');
    changed('status');
  };

  /** What it was enrolled as; of the waiting room's, once it is in a hall, and never anybody's desk. */
  function shown(hall: Hall | null): Shown {
    const kind = machine.store?.meta.get('enrolment')?.kind ?? 'desk';
    const started = options.waitingRoom?.screen ?? null;
    if (kind === 'desk') return started ?? 'desk';
    const isIn = hall !== null && hall.state().state !== 'none';
    return isIn && started !== 'desk' ? kind : 'setUp';
  }

  const own = (session: DeskSession): string => session.user?.id ?? MACHINE;
  const machineCalls: MachineHandlers = {
    'status.get': () =>
      opened === null ? closedStatus(options, machine.state === 'sealed') : statusOf(opened.context, opened.sync),
    'session.get': (_input, session) => sessionOf(session),
    'machine.open': async ({ passphrase }, session) => {
      await machine.open(passphrase);
      if (machine.store !== null) await ready(machine.store);
      return sessionOf(session);
    },
    'machine.enrol': async (request, session) => {
      await ready(await machine.enrol(request));
      await opened?.sync.begun();
      return sessionOf(session);
    },
    'preferences.get': (_input, session) =>
      opened?.context.store.people.preferences(own(session)) ?? DEFAULT_PREFERENCES,
    'preferences.set': (preferences, session) => {
      opened?.context.store.transact(() => opened?.context.store.people.setPreferences(own(session), preferences));
      return preferences;
    },
  };

  const route = createRouter({
    machine: machineCalls,
    opened: () => {
      if (opened === null) throw new ProblemError(machine.state === 'sealed' ? 'DK-05' : 'DK-03');
      return opened.handlers;
    },
    screen: () => (opened === null ? (options.waitingRoom?.screen ?? 'desk') : shown(opened.hall)),
    sessions,
    log,
    newId: () => random.id(),
    checkOutput: options.checkOutput ?? false,
  });

  if (machine.store !== null) await ready(machine.store);
  if (demo !== null) await joinDemo();

  /** A demonstration desk enrols by itself; its sign-in screen shows the names and passwords to try. */
  async function joinDemo(): Promise<void> {
    if (demo === null) return;
    try {
      const province = await about(options.fetch, demo.server);
      demoUsers = province.demo;
      if (machine.state === 'new') {
        await ready(await machine.enrol({ ...demo, deviceName: hostname().slice(0, 60), passphrase: DEMO_PASSPHRASE }));
        await opened?.sync.begun();
      }
    } catch (error) {
      log.error('the demonstration province could not be joined', error);
    }
  }

  const cancelIdle = everyMinute(options, () => {
    // Also where nobody asks for the time: that the clock was set must be seen before the program is closed.
    opened?.context.time();
    for (const session of sessions.all()) {
      const idle = clock.monotonic() - session.activeAt > IDLE_LOCK_MS;
      if (idle && session.user !== null && !session.locked) opened?.accounts.lock(session);
    }
  });

  return {
    call: (caller, name, input) =>
      closed
        ? Promise.resolve<Reply<unknown>>({
            ok: false,
            error: { code: 'GN-03', params: { id: '' }, correlationId: random.id() },
          })
        : route(caller, name, input),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lock: () => sessions.all().forEach((session) => opened?.accounts.lock(session)),
    forget: (session) => sessions.forget(session),
    async close() {
      if (closed) return;
      closed = true;
      cancelIdle();
      opened?.stopHousekeeping();
      await opened?.digitise.stop();
      opened?.doors.stop();
      await opened?.phones?.stop();
      await opened?.hall?.stop();
      // Together: what the lane waits for ends with the line.
      await Promise.all([opened?.scanLane.stop(), opened?.sync.stop()]);
      await options.printer.close();
      opened?.closeTime();
      machine.close();
    },
  };
}

function everyMinute({ clock }: Pick<DeskOptions, 'clock'>, work: () => void): () => void {
  let cancel = clock.after(60_000, tick);
  function tick(): void {
    work();
    cancel = clock.after(60_000, tick);
  }
  return () => cancel();
}

/** The demonstration's people who work at this desk's office; of another commune they could not sign in here. */
function ownDemo(demo: Session['demo'], roster: Session['roster']): Session['demo'] {
  if (demo === null || roster.length === 0) return demo;
  const here = new Set(roster.map((person) => person.login));
  return { ...demo, users: demo.users.filter((user) => here.has(user.login)) };
}
