import { setTimeout } from 'node:timers/promises';
import { systemClock } from '../../../main/clock.ts';
import { MONDAY_10_42 } from '../../harness/enrolled-folder.ts';
import { hallOffice, type HallDesk, type HallOffice } from '../../harness/hall-office.ts';
import { quantile, type Figure } from '../report.ts';
import { measureProcess, type Held } from './held.ts';
import { officerAt, type Felt, type Officer } from './officer.ts';
import { sharedNow, startWatchers, type Seen, type Watchers } from './watchers-wire.ts';

const PHONES = 500;
const DISPLAYS = 20;
/** In line whenever calls are measured; each phone follows one of the first, so a call is news to many of them. */
const LINE = 60;
const CALLS = 40;
/** Phones whose ticket is one of these. */
const DUE = Array.from({ length: PHONES }, (_, n) => n % LINE).filter((nth) => nth < CALLS).length;
const CALL_EVERY_MS = 500;
const IDLE_MS = 10_000;

/**
 * One host, phones and displays in a process of their own: from the key to each display (a machine of its own, linked, its
 * page open) and to each phone that follows the called ticket; calls as fast as they are answered, what each takes of the
 * host's processor, and what an officer who works at the host feels of it; then the same with nobody watching. Another
 * counter's desk is linked all the time, in a third process: nothing is shown before it or a display has it on its disk.
 */
export async function benchPhones(): Promise<Figure[]> {
  const shift = MONDAY_10_42 - systemClock.now();
  const office = hallOffice({ beyond: true, shift, checkOutput: false });
  const watchers = startWatchers('memory');
  const counter = startWatchers('own');
  try {
    return await measure(office, { watchers, counter, shift });
  } finally {
    await watchers.order({ do: 'end' });
    await counter.order({ do: 'end' });
    await office.close();
  }
}

interface Line {
  readonly host: HallDesk;
  /** Waiting, whoever came first at the front. */
  readonly waiting: { readonly id: string; readonly number: string }[];
  /** By ticket: when it was called, on the clock that watchers share. */
  readonly calledAt: Map<string, number>;
}

interface Others {
  readonly watchers: Watchers;
  /** Another counter's desk, linked all the time: a second disk. */
  readonly counter: Watchers;
  readonly shift: number;
}

/** The host with a hall of its own, all others linked to it. */
async function openHall(office: HallOffice, { watchers, counter, shift }: Others): Promise<HallDesk> {
  const host = await office.desk('ngan');
  const displays = await watchers.order({ do: 'machines', kind: 'display', before: 1, count: DISPLAYS, shift });
  const desk = await counter.order({ do: 'machines', kind: 'desk', before: 1 + DISPLAYS, count: 1, shift });
  office.introduce([...(displays.devices ?? []), ...(desk.devices ?? [])]);
  const devices = [...office.devices(), ...(displays.devices ?? []), ...(desk.devices ?? [])];
  await watchers.order({ do: 'introduce', devices });
  await counter.order({ do: 'introduce', devices });
  await host.user.call('hall.open', {});
  const pair = async (with_: Watchers, nth: number): Promise<void> => {
    const { code } = await host.user.call('hall.newCode', {});
    await with_.order({ do: 'pair', nth, port: host.opened.hall?.port ?? 0, code });
  };
  await pair(counter, 0);
  for (let nth = 0; nth < DISPLAYS; nth++) await pair(watchers, nth);
  return host;
}

async function measure(office: HallOffice, others: Others): Promise<Figure[]> {
  const { watchers } = others;
  const host = await openHall(office, others);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const officer = await officerAt(host.user);
  const line: Line = { host, waiting: [], calledAt: new Map() };
  await fill(line);
  const numbers = new Map(line.waiting.map(({ id, number }) => [number, id]));
  const door = host.opened.doors.door();
  const pages = Array.from({ length: PHONES }, (_, n) => {
    const ticket = line.waiting[n % LINE]?.id ?? '';
    return { ticket, url: `${door?.pageOf(ticket) ?? ''}/live` };
  });
  await watchers.order({ do: 'phones', pages });
  await watchers.order({ do: 'displays' });
  await setTimeout(2000);
  const idle = measureProcess();
  await setTimeout(IDLE_MS);
  const watchedIdle = idle().processor / (IDLE_MS / 1000);
  const watched = await work(line, officer);
  const { phones = [], displays = [] } = await watchers.order({ do: 'leave' });
  await setTimeout(2000);
  const alone = await work(line, officer);

  const atPhone = delays(phones, line.calledAt);
  const atDisplay = delays(
    displays.map(({ what, at }) => ({ what: numbers.get(what) ?? '', at })),
    line.calledAt,
  );
  const figure = (metric: string, value: number, unit: string): Figure => ({ bench: 'hall', metric, value, unit });
  const beside = (metric: string, unit: string, of: (worked: Worked) => number): Figure => ({
    ...figure(metric, of(watched), unit),
    peer: 'nobody watching',
    peerValue: of(alone),
    ratio: of(watched) / of(alone),
  });
  return [
    figure('phones watching', PHONES, 'phones'),
    figure('displays watching', DISPLAYS, 'displays'),
    figure('phones told of these calls', atPhone.length, `of ${DUE}`),
    figure('displays told of these calls', atDisplay.length, `of ${DISPLAYS * CALLS}`),
    figure('call to phone p50', quantile(atPhone, 0.5), 'ms'),
    figure('call to phone p99', quantile(atPhone, 0.99), 'ms'),
    figure('call to display p50', quantile(atDisplay, 0.5), 'ms'),
    figure('call to display p99', quantile(atDisplay, 0.99), 'ms'),
    beside('calls a second, one after the other', 'calls/s', ({ aSecond }) => aSecond),
    beside('processor time of the host a call', 'ms', ({ processor }) => processor),
    figure('processor time of the host, all watching and nothing happening', watchedIdle, 'ms/s'),
    beside('key to answer p50', 'ms', ({ answered }) => quantile(answered, 0.5)),
    beside('key to answer p99', 'ms', ({ answered }) => quantile(answered, 0.99)),
    beside('draft.save at the host p50', 'ms', ({ felt }) => quantile(felt.saves, 0.5)),
    beside('draft.save at the host p99', 'ms', ({ felt }) => quantile(felt.saves, 0.99)),
    beside('receipt at the host p50', 'ms', ({ felt }) => quantile(felt.receipts, 0.5)),
    beside('receipt at the host p99', 'ms', ({ felt }) => quantile(felt.receipts, 0.99)),
    beside('event loop of the host late p99', 'ms', ({ held }) => held.lateP99),
    beside('event loop of the host late at most', 'ms', ({ held }) => held.lateMost),
  ];
}

interface Worked {
  /** Of calls twice a second, while an officer works at the host. */
  readonly answered: readonly number[];
  readonly felt: Felt;
  readonly held: Held;
  /** Of calls one after the other, and nothing else. */
  readonly aSecond: number;
  readonly processor: number;
}

async function work(line: Line, officer: Officer): Promise<Worked> {
  await fill(line);
  const answered: number[] = [];
  const calls = async (): Promise<void> => {
    const first = performance.now();
    for (let n = 0; n < CALLS; n++) {
      await setTimeout(Math.max(0, first + n * CALL_EVERY_MS - performance.now()));
      const began = performance.now();
      await call(line, true);
      answered.push(performance.now() - began);
    }
  };
  const held = measureProcess();
  const felt = await officer.work(calls());
  const kept = held();
  await fill(line);
  await setTimeout(2000);
  const used = measureProcess();
  const began = performance.now();
  for (let n = 0; n < CALLS; n++) await call(line, false);
  const aSecond = CALLS / ((performance.now() - began) / 1000);
  return { answered, felt, held: kept, aSecond, processor: used().processor / CALLS };
}

async function call({ host, waiting, calledAt }: Line, isTimed: boolean): Promise<void> {
  const ticket = waiting.shift()?.id ?? '';
  if (isTimed) calledAt.set(ticket, sharedNow());
  await host.user.call('queue.act', { act: { kind: 'call', ticket } });
}

async function fill({ host, waiting }: Line): Promise<void> {
  const asked = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  while (waiting.length < LINE) {
    const { id, text } = await host.user.call('queue.give', asked);
    waiting.push({ id, number: text });
  }
}

function delays(seen: readonly Seen[], calledAt: ReadonlyMap<string, number>): number[] {
  return seen.flatMap(({ what, at }) => {
    const from = calledAt.get(what);
    return from === undefined ? [] : [at - from];
  });
}
