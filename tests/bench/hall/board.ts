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
import { openWorld } from '../../harness/world.ts';
import { quantile, type Figure } from '../report.ts';

/** Each office pushes what its hall did so often, ms. */
const PUSH_EVERY_MS = 5_000;
const SECONDS = 60;
const OFFICE = 'xa-29905';

/**
 * Freshness of the province's board: from the moment an office's push was due (open loop: a late one counts as late) to
 * the moment a watcher, told by the stream of hints, holds a board with it. Server, PostgreSQL, offices and watcher share
 * this machine.
 */
export async function benchBoard(): Promise<Figure[]> {
  const world = await openWorld({ start: '2026-11-23T09:00:00', printer: () => textPrinter });
  try {
    const rows = await world.rows(`select id from office where kind = 'commune-centre' order by id`);
    const offices: Office[] = [];
    for (const { id } of rows) {
      const hall = await playedHall(world, String(id));
      hall.play({ ...busyMorning, until: '07:20' });
      await hall.push();
      offices.push({ id: String(id), hall, taken: waitingNow(hall), due: [] });
    }
    const watcher = await machineAt(world, OFFICE, 'xem');
    const request = { login: 'long', password: DEMO_PASSWORD };
    const { token } = await watcher.province.request('POST', '/v1/session', request, sessionReplySchema);
    return await measure(
      offices,
      () => watcher.province.request('GET', '/v1/board', null, boardReplySchema, token),
      watcher,
    );
  } finally {
    await world.close();
  }
}

interface Office {
  readonly id: string;
  readonly hall: PlayedHall;
  /** People waiting as its own machine has it. */
  taken: number;
  /** Pushes the watcher has not seen yet: with whom waiting, and when they were due, ms. */
  due: { readonly waiting: number; readonly at: number }[];
}

function waitingNow({ host }: PlayedHall): number {
  return waitingTickets(host.view()).length;
}

async function measure(offices: Office[], board: () => Promise<BoardReply>, watcher: Machine): Promise<Figure[]> {
  const fresh: number[] = [];
  const reads: number[] = [];
  const end = new AbortController();
  const look = async (): Promise<void> => {
    const began = performance.now();
    const { offices: rows } = await board();
    const now = performance.now();
    reads.push(now - began);
    const waiting = new Map(rows.map((row) => [row.office, row.waiting]));
    for (const office of offices) {
      // People only come in this measurement: a board that shows as many as a push brought has that push.
      const shown = waiting.get(office.id) ?? 0;
      for (const push of office.due.filter((each) => each.waiting <= shown)) fresh.push(now - push.at);
      office.due = office.due.filter((each) => each.waiting > shown);
    }
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
  await Promise.all(
    offices.map((office, nth) => work(office, started + (nth * PUSH_EVERY_MS) / offices.length, until)),
  );
  await watching;
  end.abort();
  const unseen = offices.reduce((sum, { due }) => sum + due.length, 0);
  const figure = (metric: string, value: number, unit: string): Figure => ({ bench: 'hall', metric, value, unit });
  return [
    figure('offices at work', offices.length, 'offices'),
    figure('pushes seen on the board', fresh.length, 'pushes'),
    figure('pushes never seen', unseen, 'pushes'),
    figure('board behind an office p50', quantile(fresh, 0.5), 'ms'),
    figure('board behind an office p95', quantile(fresh, 0.95), 'ms'),
    figure('board behind an office p99', quantile(fresh, 0.99), 'ms'),
    figure('one reading of the board p95', quantile(reads, 0.95), 'ms'),
  ];
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
