import shipped from '../../catalogue/hall.json' with { type: 'json' };
import { RELEASE } from '../../contract/desk-report.ts';
import { hallDataSchema } from '../../contract/hall-rules.ts';
import { newSigningKey, type SigningKey } from '../../contract/signing.ts';
import { pushReplySchema, type EnrolReply } from '../../contract/sync.ts';
import { DAY, exampleHost, plain, type Host } from '../../domain/ticket/example.ts';
import { hallRules } from '../../domain/ticket/rules.ts';
import { systemClock } from '../../main/clock.ts';
import { systemRandom } from '../../main/random.ts';
import { createProvince, enrol, ProvinceRefused, type Province } from '../../main/sync/province.ts';
import { newRecoveryKey } from '../../server/recovery-key.ts';
import { hallLog } from './hall-log.ts';
import { testWriter } from './writer.ts';
import type { World } from './world.ts';

/** The morning of a hall as it is played in tests and pictures: who came when, which counter took whom and how long. */
export interface HallPlan {
  readonly counters: readonly {
    readonly id: string;
    readonly name: string;
    readonly user: string;
    readonly series: readonly string[];
    /** Minutes each person takes. */
    readonly minutes: number;
    /** When it goes on a break, and until when. */
    readonly away?: { readonly from: string; readonly until: string };
    /** When it closes for the morning. */
    readonly closes?: string;
  }[];
  /** Series and minutes between one person and the next; `from` later than the opening. */
  readonly people: readonly { readonly series: string; readonly every: number; readonly from?: string }[];
  /** The last minute played, 'HH:mm'. */
  readonly until: string;
}

/** The hall of an office, hosted by a machine that is enrolled at the province and has no page. */
export interface PlayedHall {
  readonly host: Host;
  play(plan: HallPlan): void;
  /** Sends what the province has not heard yet. */
  push(): Promise<void>;
}

export const playedRules = hallRules(hallDataSchema.parse(shipped), DAY);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Plays a morning from seven o'clock on, minute by minute, by the hall's own rules. */
export function playHall(host: Host, { counters, people, until }: HallPlan): void {
  const freeAt = new Map<string, { at: number; ticket: string | null }>();
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  for (const { id, name, user, series } of counters) {
    host.does({ kind: 'openCounter', counter: id, name, series }, '07:00', user);
    freeAt.set(id, { at: 0, ticket: null });
  }
  let nth = 0;
  for (let minute = minuteOf('07:00'); minute <= minuteOf(until); minute++) {
    const time = timeOf(minute);
    for (const { series, every, from = '07:02' } of people) {
      const since = minute - minuteOf(from);
      if (since < 0 || since % every !== 0) continue;
      nth += 1;
      const priority = nth % 5 === 0 ? 'elderly' : null;
      host.does({ kind: 'issue', ...plain, series, priority, ticket: systemRandom.id() }, time);
    }
    for (const { id, user, minutes, away, closes } of counters) {
      const now = freeAt.get(id) ?? { at: 0, ticket: null };
      if (now.at > minute) continue;
      if (now.ticket !== null) {
        host.does({ kind: 'end', counter: id, ticket: now.ticket, by: 'hand', dossierId: null }, time, user);
        freeAt.set(id, { at: minute, ticket: null });
      }
      if (closes !== undefined && time >= closes) {
        if (host.view().counters.find((each) => each.id === id)?.state !== 'closed')
          host.does({ kind: 'closeCounter', counter: id }, time, user);
        continue;
      }
      if (away !== undefined && time >= away.from) {
        const until = `${DAY}T${away.until}:00`;
        if (host.view().counters.find((each) => each.id === id)?.state === 'open')
          host.does({ kind: 'away', counter: id, reason: '', until }, time, user);
        continue;
      }
      if (!host.ask({ kind: 'callNext', counter: id }, time).ok) continue;
      const [called] = host.does({ kind: 'callNext', counter: id }, time, user);
      if (called?.aggregate !== 'ticket') continue;
      // A little more for some and less for others, so that no two counters go in step.
      freeAt.set(id, { at: minute + Math.max(2, minutes + ((nth * 7) % 5) - 2), ticket: called.id });
    }
  }
}

/** A machine of an office that is enrolled over HTTP and has no desk: its place, its key, and its way to the province. */
export interface Machine {
  readonly place: EnrolReply;
  readonly key: SigningKey;
  readonly province: Province;
}

let machines = 0;

export async function machineAt(world: World, office: string, counter: string): Promise<Machine> {
  const key = newSigningKey();
  // An office that takes machines in has a recovery key; nobody keeps the private half of this one.
  await world.rows('update office set recovery_public_key = $2 where id = $1 and recovery_public_key is null', [
    office,
    newRecoveryKey().publicKey,
  ]);
  machines += 1;
  // Each asks from an address of its own, as its proxy would name it: guesses are counted by address.
  const address = `10.0.${machines >> 8}.${machines & 255}`;
  const fromThere: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers);
    headers.set('x-forwarded-for', address);
    return fetch(url, { ...init, headers });
  };
  const code = await world.code({ office, counter: `${office}-${counter}`, place: 'Sảnh', use: 'other' });
  const place = await enrol(fromThere, world.server, key, { code, deviceName: 'Máy giữ sảnh', demo: true });
  const { serverPublicKey, device } = place;
  const at = { server: world.server, serverPublicKey, device, key };
  const report = () => ({ release: RELEASE, unsent: 0, waiting: 0, clock: 0 });
  return { place, key, province: createProvince(fromThere, at, report) };
}

/** A machine that hosts an office's hall. */
export async function playedHall(world: World, office: string): Promise<PlayedHall> {
  const { place, key, province } = await machineAt(world, office, 'sanh');
  const host = exampleHost(place.device, playedRules, office);
  const log = hallLog(testWriter({ ...place, office }, key), host);
  return {
    host,
    play: (plan) => playHall(host, plan),
    async push() {
      const events = log.seal();
      for (let first = 0; first < events.length; first += 400) {
        const batch = { log: place.log, events: events.slice(first, first + 400) };
        const { verdicts } = await oncePossible(() => province.request('POST', '/v1/push', batch, pushReplySchema));
        const bad = verdicts.find(({ end }) => end !== 'applied');
        if (bad !== undefined) throw new Error(`${bad.end} ${bad.reason ?? ''}`);
      }
    },
  };
}

/** As a desk does: what a busy server asks to come back with later is asked again then. */
async function oncePossible<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ProvinceRefused) || error.retryAfter === null) throw error;
      const { retryAfter } = error;
      await new Promise<void>((resolve) => void systemClock.after(retryAfter, resolve));
    }
  }
}

/** The centre of the pictures at 9:52: land waits long, one counter is free, one on its break. */
export const busyMorning: HallPlan = {
  counters: [
    { id: 'xa-29905-q1', name: 'Quầy 1', user: 'tam', series: ['A'], minutes: 6 },
    { id: 'xa-29905-q2', name: 'Quầy 2', user: 'diem', series: ['C'], minutes: 14 },
    { id: 'xa-29905-q3', name: 'Quầy 3', user: 'ngan', series: ['B'], minutes: 7 },
    { id: 'xa-29905-q4', name: 'Quầy 4', user: 'phuoc', series: ['D', 'E'], minutes: 10 },
    { id: 'xa-29905-q5', name: 'Quầy 5', user: 'bao', series: ['K'], minutes: 4 },
    {
      id: 'xa-29905-q6',
      name: 'Quầy 6',
      user: 'hoa',
      series: ['A', 'B'],
      minutes: 7,
      away: { from: '09:36', until: '10:05' },
    },
  ],
  people: [
    { series: 'A', every: 4 },
    { series: 'B', every: 6 },
    { series: 'C', every: 11, from: '07:14' },
    { series: 'D', every: 19, from: '07:10' },
    { series: 'E', every: 26, from: '07:31' },
    { series: 'K', every: 16, from: '07:15' },
  ],
  until: '09:52',
};

/** One of the province's other centres: the busier the higher `load`, from 0 to 25. */
export function otherMorning(load: number, until: string): HallPlan {
  const every = 36 - load;
  return {
    counters: [
      { id: 'q1', name: 'Quầy 1', user: 'o1', series: ['A', 'B', 'D'], minutes: 8 },
      {
        id: 'q2',
        name: 'Quầy 2',
        user: 'o2',
        series: ['C', 'E'],
        minutes: 9,
        ...(load > 23 ? { closes: '09:05' } : load > 17 ? { closes: '09:24' } : {}),
      },
    ],
    people: [
      { series: 'A', every: Math.ceil(every / 2), from: `07:${10 + load}` },
      { series: 'B', every: Math.ceil(every / 3) + 5, from: `08:${10 + load}` },
      { series: 'C', every: Math.ceil(every / 3) + 3, from: `08:${35 - load}` },
    ],
    until,
  };
}
