import { chanceOf, type Chance } from '../../sync/simulation/chance.ts';
import { actsPerSecond, asks, day, eventsACounterADay } from './day.ts';
import { madeEvents } from './made-events.ts';
import { deskOf, type PlainDesk } from './province.ts';
import { simulatedDesk, type SimulatedDesk, type Timings } from './simulated-desk.ts';

/** Child of the scale bench: plays some thousands of desks, open loop, each on connections of its own. */
export interface LoadOrder {
  readonly plan: 'day' | 'storm';
  readonly desks: readonly PlainDesk[];
  readonly port: number;
  readonly localAddress: string;
  readonly seed: number;
  readonly seconds: number;
  /** Times the day's rate. */
  readonly pace: number;
  readonly newsMs: number;
  readonly referenceMs: number;
}

export interface LoadReport {
  readonly timings: Timings;
  /** Events pushed and answered. */
  readonly events: number;
  readonly acts: number;
  /** Connections that stood when the clock began. */
  readonly connections: number;
  /** Of a storm: when each desk had sent all, and when it had heard all, ms from the line's return. */
  readonly sentMs: readonly number[];
  readonly heardMs: readonly number[];
  readonly faults: number;
}

interface Playing {
  readonly order: LoadOrder;
  readonly chance: Chance;
  readonly desks: readonly SimulatedDesk[];
  readonly timings: Timings;
  faults: number;
  events: number;
}

// Without its parent nobody would ever end it.
process.on('disconnect', () => process.exit(1));
process.once('message', (order: LoadOrder) => {
  play(order).then(
    // It lives until it is ended, so that what it has used can be read.
    (report) => process.send?.({ report }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.({ waiting: true });

async function play(order: LoadOrder): Promise<LoadReport> {
  const timings: Timings = { push: [], pull: [], reference: [], refused: 0, bytes: 0 };
  const first = (await (await fetch(`http://127.0.0.1:${order.port}/v1/nonce`)).json()) as { nonce: string };
  const place = { port: order.port, localAddress: order.localAddress, nonce: first.nonce };
  const desks = order.desks.map((row) => simulatedDesk(deskOf(row), place, timings));
  const playing: Playing = { order, chance: chanceOf(order.seed), desks, timings, faults: 0, events: 0 };
  return order.plan === 'day' ? await playDay(playing) : await playStorm(playing);
}

/** Told to begin at a moment, so that all processes begin together. */
function theWord(): Promise<void> {
  process.send?.({ ready: true });
  return new Promise((resolve) => process.once('message', () => resolve()));
}

async function playDay(playing: Playing): Promise<LoadReport> {
  const { order, chance, desks, timings } = playing;
  const rate = actsPerSecond(desks.length) * order.pace;
  const arrivals: { readonly at: number; readonly desk: number }[] = [];
  for (let at = 0; ;) {
    at += (-Math.log(1 - chance.fraction()) / rate) * 1000;
    if (at > order.seconds * 1000) break;
    arrivals.push({ at, desk: chance.below(desks.length) });
  }
  const made = order.desks.map((row, n) =>
    madeEvents(deskOf(row)).next(arrivals.filter(({ desk }) => desk === n).length),
  );
  for (let from = 0; from < desks.length; from += 50) {
    await Promise.all(desks.slice(from, from + 50).map((desk) => desk.connect().then(() => desk.listen())));
  }
  // Each has heard everything when the day begins.
  await theWord();
  const began = performance.now();
  const due = [
    ...arrivals.map(({ at, desk }) => ({ at, what: 'act' as const, desk })),
    ...desks.flatMap((_, desk) => regularly(desk, 'news' as const, order.newsMs, order.seconds, chance)),
    ...desks.flatMap((_, desk) => regularly(desk, 'reference' as const, order.referenceMs, order.seconds, chance)),
  ].sort((a, b) => a.at - b.at);
  const under = new Set<Promise<void>>();
  /** What a desk writes goes in its order, and again where it was told to come back. */
  const turns = new Map<SimulatedDesk, Promise<void>>();
  const inTurn = (desk: SimulatedDesk, body: Buffer | undefined, when: number): Promise<void> => {
    const next = (turns.get(desk) ?? Promise.resolve()).then(() => act(playing, desk, body, when));
    turns.set(
      desk,
      next.catch(() => undefined),
    );
    return next;
  };
  for (const { at, what, desk: n } of due) {
    const wait = began + at - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const desk = desks[n];
    if (desk === undefined) continue;
    const when = began + at;
    const work = (what === 'act' ? inTurn(desk, made[n]?.shift(), when) : ask(desk, what, when))
      .catch(() => void (playing.faults += 1))
      .finally(() => under.delete(work));
    under.add(work);
  }
  await Promise.all(under);
  desks.forEach((desk) => desk.close());
  const { events, faults } = playing;
  return { timings, events, acts: arrivals.length, connections: desks.length * 2, sentMs: [], heardMs: [], faults };
}

/** A desk's own beat, from a moment of its own. */
function regularly<W extends string>(desk: number, what: W, every: number, seconds: number, chance: Chance) {
  const times: { readonly at: number; readonly what: W; readonly desk: number }[] = [];
  for (let at = chance.fraction() * every; at < seconds * 1000; at += every) times.push({ at, what, desk });
  return times;
}

/** A round of the sync: what is saved is pushed, then the news is asked for. */
async function act(playing: Playing, desk: SimulatedDesk, body: Buffer | undefined, due: number): Promise<void> {
  if (body === undefined) return;
  await untilTaken(playing, async () => {
    const answer = await desk.push(body, due);
    if (answer.status === 200) playing.events += answer.body.toString('latin1').split('"eventId"').length - 1;
    return answer;
  });
  await desk.pull(performance.now());
}

async function ask(desk: SimulatedDesk, what: 'news' | 'reference', due: number): Promise<void> {
  if (what === 'reference') await desk.askReference(due);
  else await desk.pull(due);
}

/** The line comes back after a day: each desk sends its day and hears its colleagues', with the back-off of a real one. */
async function playStorm(playing: Playing): Promise<LoadReport> {
  const { order, chance, desks, timings } = playing;
  const acts = day.dossiersACounter * day.actsADossier;
  const batches = order.desks.map((row) =>
    madeEvents(deskOf(row)).nextTogether(acts, Math.min(400, eventsACounterADay)),
  );
  await theWord();
  const began = performance.now();
  const sentMs: number[] = [];
  const heardMs: number[] = [];
  await Promise.all(
    desks.map(async (desk, n) => {
      await pause(chance.fraction() * asks.backOffCeilingMs);
      for (const body of batches[n] ?? []) {
        await untilTaken(playing, async () => desk.push(body, performance.now()));
        playing.events += eventsACounterADay;
      }
      sentMs.push(performance.now() - began);
      do await untilTaken(playing, async () => desk.pull(performance.now()));
      while (desk.hasMore);
      heardMs.push(performance.now() - began);
    }),
  );
  desks.forEach((desk) => desk.close());
  const { events, faults } = playing;
  return { timings, events, acts, connections: desks.length, sentMs, heardMs, faults };
}

/** Asks again as main/sync/back-off.ts does. */
async function untilTaken(
  playing: Playing,
  work: () => Promise<{ readonly status: number; readonly head: string }>,
): Promise<void> {
  for (let failures = 1; ; failures++) {
    let retryAfter = 0;
    try {
      const { status, head } = await work();
      if (status === 200) return;
      retryAfter = Number(/\r\nretry-after: (\d+)/i.exec(head)?.[1] ?? 0) * 1000;
    } catch {
      playing.faults += 1;
    }
    const ceiling = Math.min(asks.backOffCeilingMs, 1000 * 2 ** Math.min(failures, 10));
    await pause(Math.max(retryAfter, playing.chance.fraction() * ceiling));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
