import { setTimeout } from 'node:timers/promises';
import { boardReplySchema, type BoardReply } from '../../../contract/board.ts';
import { sessionReplySchema } from '../../../contract/sync.ts';
import { plain } from '../../../domain/ticket/example.ts';
import { waitingTickets } from '../../../domain/ticket/view.ts';
import { systemClock } from '../../../main/clock.ts';
import { systemRandom } from '../../../main/random.ts';
import { hintStream } from '../../../main/sync/hints.ts';
import { DEMO_PASSWORD } from '../../harness/demo-province.ts';
import { busyMorning, machineAt, playedHall, type Machine, type PlayedHall } from '../../harness/hall-day.ts';
import { textPrinter } from '../../harness/test-desk.ts';
import { openWorld, type DeskUser, type World } from '../../harness/world.ts';
import { quantile, type Figure } from '../report.ts';

/** Each office pushes what its hall did so often, ms. */
const PUSH_EVERY_MS = 5_000;
/** The officer presses a key so often, ms. */
const KEY_EVERY_MS = 1_500;
const SECONDS = 60;
const OFFICE = 'xa-29905';

/**
 * Freshness of the province's board. Of one office with a real desk: from an officer's key there, through its hall, its disk
 * and its own sync, to a board a watcher holds. Of all the others: from the moment an office's push was due (open loop: a late one counts as late) to
 * the moment a watcher, told by the stream of hints, holds a board with it. Server, PostgreSQL, offices and watcher share
 * this machine.
 */
export async function benchBoard(): Promise<Figure[]> {
  const world = await openWorld({ start: '2026-11-23T09:00:00', printer: () => textPrinter });
  try {
    const rows = await world.rows(`select id from office where kind = 'commune-centre' order by id`);
    const offices: Office[] = [];
    for (const { id } of rows) {
      if (id === OFFICE) continue;
      const hall = await playedHall(world, String(id));
      hall.play({ ...busyMorning, until: '07:20' });
      await hall.push();
      offices.push({ office: String(id), hall, taken: waitingNow(hall), due: [] });
    }
    const watcher = await machineAt(world, OFFICE, 'xem');
    const request = { login: 'long', password: DEMO_PASSWORD };
    const { token } = await watcher.province.request('POST', '/v1/session', request, sessionReplySchema);
    return await measure(
      offices,
      await atCounter(world),
      () => watcher.province.request('GET', '/v1/board', null, boardReplySchema, token),
      watcher,
    );
  } finally {
    await world.close();
  }
}

/** An office whose people the watcher waits for. */
interface Awaited {
  readonly office: string;
  /** People waiting as its own machine has it. */
  taken: number;
  /** What the watcher has not seen yet: how many wait then, and since when it should, ms. */
  due: { readonly waiting: number; readonly at: number }[];
}
interface Office extends Awaited {
  readonly hall: PlayedHall;
}

/** A real desk whose officer gives numbers at its screen, as the board's row of its office. */
async function atCounter(world: World): Promise<Counter> {
  const desk = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  const officer = await desk.as('ngan');
  await officer.call('hall.open', {});
  await officer.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  return { office: OFFICE, officer, taken: 0, due: [] };
}

interface Counter extends Awaited {
  readonly officer: DeskUser;
}

function waitingNow({ host }: PlayedHall): number {
  return waitingTickets(host.view()).length;
}

async function measure(
  offices: Office[],
  counter: Counter,
  board: () => Promise<BoardReply>,
  watcher: Machine,
): Promise<Figure[]> {
  const fresh: number[] = [];
  const fromKey: number[] = [];
  const reads: number[] = [];
  const end = new AbortController();
  const look = async (): Promise<void> => {
    const began = performance.now();
    const { offices: rows } = await board();
    const now = performance.now();
    reads.push(now - began);
    const waiting = new Map(rows.map((row) => [row.office, row.waiting]));
    const see = (one: Awaited, times: number[]): void => {
      // People only come in this measurement: a board that shows as many as one brought has that one.
      const shown = waiting.get(one.office) ?? 0;
      for (const each of one.due.filter((due) => due.waiting <= shown)) times.push(now - each.at);
      one.due = one.due.filter((due) => due.waiting > shown);
    };
    for (const office of offices) see(office, fresh);
    see(counter, fromKey);
  };
  await look();
  let news = false;
  const stream = hintStream({
    province: watcher.province,
    clock: systemClock,
    ending: end.signal,
    heard: (hint) => {
      if (hint === 'board') news = true;
    },
    lost: () => undefined,
  });
  stream.open();
  const started = performance.now();
  const until = started + SECONDS * 1000;
  const watching = (async () => {
    while (performance.now() < until + 3000) {
      if (news) {
        news = false;
        await look();
      } else await pause(10);
    }
  })();
  await Promise.all([
    pressKeys(counter, started, until),
    ...offices.map((office, nth) => work(office, started + (nth * PUSH_EVERY_MS) / offices.length, until)),
  ]);
  await watching;
  end.abort();
  const unseen = offices.reduce((sum, { due }) => sum + due.length, 0);
  const figure = (metric: string, value: number, unit: string): Figure => ({ bench: 'hall', metric, value, unit });
  return [
    figure('offices at work', offices.length + 1, 'offices'),
    figure('keys of an officer seen on the board', fromKey.length, 'keys'),
    figure('keys never seen', counter.due.length, 'keys'),
    figure('board behind an officer’s key p50', quantile(fromKey, 0.5), 'ms'),
    figure('board behind an officer’s key p95', quantile(fromKey, 0.95), 'ms'),
    figure('board behind an officer’s key p99', quantile(fromKey, 0.99), 'ms'),
    figure('pushes seen on the board', fresh.length, 'pushes'),
    figure('pushes never seen', unseen, 'pushes'),
    figure('board behind an office p50', quantile(fresh, 0.5), 'ms'),
    figure('board behind an office p95', quantile(fresh, 0.95), 'ms'),
    figure('board behind an office p99', quantile(fresh, 0.99), 'ms'),
    figure('one reading of the board p95', quantile(reads, 0.95), 'ms'),
  ];
}

/** The officer gives a number each time, at its own moment, whatever the answers take. */
async function pressKeys(counter: Counter, first: number, until: number): Promise<void> {
  const given = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  let giving: Promise<unknown> = Promise.resolve();
  for (let at = first + KEY_EVERY_MS; at < until; at += KEY_EVERY_MS) {
    await pause(Math.max(0, at - performance.now()));
    counter.taken += 1;
    counter.due.push({ waiting: counter.taken, at });
    giving = giving.then(() => counter.officer.call('queue.give', given));
  }
  await giving;
}

/** One office: somebody takes a ticket each time, at its own moments, whatever the answers take. */
async function work(office: Office, first: number, until: number): Promise<void> {
  let pushing = Promise.resolve();
  for (let at = first; at < until; at += PUSH_EVERY_MS) {
    await pause(Math.max(0, at - performance.now()));
    office.hall.host.does({ kind: 'issue', ...plain, series: 'C', ticket: systemRandom.id() }, '07:21');
    office.taken += 1;
    office.due.push({ waiting: office.taken, at });
    pushing = pushing.then(() => office.hall.push());
  }
  await pushing;
}

function pause(ms: number): Promise<void> {
  return setTimeout(ms);
}
