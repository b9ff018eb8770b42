import { setTimeout } from 'node:timers/promises';
import { request } from 'node:http';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../harness/hall-office.ts';
import { quantile, type Figure } from '../report.ts';

const PHONES = 500;
const DISPLAYS = 20;
/** Tickets in line while it is measured; each phone follows one, so a call is news to many of them. */
const TICKETS = 60;
const CALLS = 40;
const CALL_EVERY_MS = 500;

/**
 * Delay from the officer's key to each display that asks every second as the page does besides being told, and to each phone
 * that follows the called ticket, all of one host on this machine; then calls as fast as they are answered.
 */
export async function benchPhones(): Promise<Figure[]> {
  const office = hallOffice();
  try {
    return await measure(office);
  } finally {
    await office.close();
  }
}

async function measure(office: HallOffice): Promise<Figure[]> {
  const host = await office.desk('ngan');
  const display = await office.desk('tam');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, display, 'display');
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const door = host.opened.doors.door();
  const tickets: string[] = [];
  for (let n = 0; n < TICKETS; n++) tickets.push(await give(host));
  const pages = tickets.map((ticket) => door?.pageOf(ticket) ?? '');
  const calledAt = new Map<string, number>();
  const atPhone: number[] = [];
  const phones = await Promise.all(
    Array.from({ length: PHONES }, (_, n) => {
      const nth = n % TICKETS;
      const ticket = tickets[nth] ?? '';
      return phone(`${pages[nth] ?? ''}/live`, `127.0.1.${(n % 250) + 1}`, () => {
        const at = calledAt.get(ticket);
        if (at !== undefined) atPhone.push(performance.now() - at);
      });
    }),
  );
  const atDisplay: number[] = [];
  const screens = Array.from({ length: DISPLAYS }, () => watchDisplay(display, calledAt, atDisplay));
  await setTimeout(1000);
  const answered: number[] = [];
  for (let n = 0; n < CALLS; n++) {
    const ticket = tickets[n] ?? '';
    const began = performance.now();
    calledAt.set(ticket, began);
    await host.user.call('queue.act', { act: { kind: 'call', ticket } });
    answered.push(performance.now() - began);
    await setTimeout(Math.max(0, CALL_EVERY_MS - (performance.now() - began)));
  }
  await setTimeout(2000);
  const phonesTold = atPhone.length;
  const half = CALLS + (TICKETS - CALLS) / 2;
  const watched = await callsASecond(host, tickets.slice(CALLS, half));
  screens.forEach((screen) => screen());
  phones.forEach((each) => each());
  await setTimeout(1000);
  const alone = await callsASecond(host, tickets.slice(half));
  const due = CALLS * Math.floor(PHONES / TICKETS);
  const figure = (metric: string, value: number, unit: string): Figure => ({ bench: 'hall', metric, value, unit });
  return [
    figure('phones watching', PHONES, 'phones'),
    figure('displays watching', DISPLAYS, 'displays'),
    figure('phones told of their call (at least due)', phonesTold, `of ${due}`),
    figure('key to answer p99', quantile(answered, 0.99), 'ms'),
    figure('call to phone p50', quantile(atPhone, 0.5), 'ms'),
    figure('call to phone p99', quantile(atPhone, 0.99), 'ms'),
    figure('call to display p50', quantile(atDisplay, 0.5), 'ms'),
    figure('call to display p99', quantile(atDisplay, 0.99), 'ms'),
    {
      ...figure('calls a second, all watching', watched, 'calls/s'),
      peer: 'nobody watching',
      peerValue: alone,
      ratio: watched / alone,
    },
  ];
}

async function callsASecond({ user }: HallDesk, tickets: readonly string[]): Promise<number> {
  const began = performance.now();
  for (const ticket of tickets) await user.call('queue.act', { act: { kind: 'call', ticket } });
  return tickets.length / ((performance.now() - began) / 1000);
}

async function give({ user }: HallDesk): Promise<string> {
  const asked = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  return (await user.call('queue.give', asked)).id;
}

/** A phone with an address of its own. @returns ends it */
function phone(url: string, from: string, called: () => void): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { localAddress: from, agent: false }, (reply) => {
      if (reply.statusCode !== 200) return reject(new Error(`${url}: ${reply.statusCode}`));
      let rest = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n');
        rest = parts.pop() ?? '';
        for (const part of parts) if (part.includes('"stands":"called"')) called();
      });
      reply.on('error', () => undefined);
      resolve(() => asking.destroy());
    });
    asking.on('error', reject);
    asking.end();
  });
}

/** A display's page: it asks when it is told of a change, and every second. @returns ends it */
function watchDisplay(desk: HallDesk, calledAt: ReadonlyMap<string, number>, delays: number[]): () => void {
  let ended = false;
  let known = new Set<string>();
  const numbers = new Map<string, string>();
  const look = async (): Promise<void> => {
    const { calls } = await desk.user.call('display.view', {});
    const now = performance.now();
    for (const { id, number } of calls) {
      if (known.has(id)) continue;
      const ticket = numbers.get(number) ?? idOf(desk, number);
      numbers.set(number, ticket);
      const at = calledAt.get(ticket);
      if (at !== undefined) delays.push(now - at);
    }
    known = new Set([...known, ...calls.map(({ id }) => id)]);
  };
  const every = async (): Promise<void> => {
    while (!ended) {
      await Promise.race([setTimeout(1000), desk.changed()]);
      await look();
    }
  };
  every().catch((error: unknown) => {
    if (!ended) throw error;
  });
  return () => {
    ended = true;
  };
}

function idOf({ opened }: HallDesk, number: string): string {
  return (
    opened.doors
      .door()
      ?.view()
      .tickets.find(({ text }) => text === number)?.id ?? ''
  );
}
