import { pushRequestSchema } from '../../../contract/sync.ts';
import { pushLog } from '../../../main/sync/push.ts';
import { demoProvince } from '../../harness/demo-province.ts';
import type { Figure } from '../report.ts';
import { insertBare } from './bare-insert.ts';
import { benchDesk, writeOffline } from './offline-desk.ts';
import { replicateWithPouch } from './pouch-peer.ts';

const EVENTS = 10_000;

/**
 * A desk that was offline sends all it has over loopback HTTP into PostgreSQL, beside the same rows in the same batches
 * by bare multi-row INSERT, and beside PouchDB replicating as many documents of the same size.
 */
export async function benchDrain(events = EVENTS): Promise<Figure[]> {
  const province = await demoProvince();
  /** Events of each batch, as they went. */
  const batches: string[][] = [];
  const noting: typeof fetch = (url, init) => {
    if (init?.method === 'POST' && typeof init.body === 'string') {
      const request = pushRequestSchema.parse(JSON.parse(init.body));
      // A batch that overtook the one before it is sent again: its rows are one and the same.
      const known = new Set(batches.flat());
      const fresh = request.events.map((event) => JSON.stringify(event)).filter((event) => !known.has(event));
      if (fresh.length > 0) batches.push(fresh);
    }
    return fetch(url, init);
  };
  try {
    // The first thousand warm both sides up and are left out.
    const warm = await benchDesk(province);
    writeOffline(warm, 1000);
    await drain(warm);
    warm.remove();

    const desk = await benchDesk(province);
    writeOffline(desk, events, 1000);
    const memory = watchMemory();
    const ours = await drain(desk);
    const grown = memory();
    const rows = await province.rows('SELECT count(*)::int AS n FROM event WHERE log = $1', [desk.log]);
    if (rows[0]?.['n'] !== events) throw new Error(`${String(rows[0]?.['n'])} of ${events} arrived`);
    desk.remove();

    // The batches of a second desk, so that noting them is not measured.
    const noted = await benchDesk(province, noting);
    writeOffline(noted, events, 1000 + events);
    await drain(noted);
    noted.remove();

    const bare = await insertBare(await province.databaseUrl(), batches);
    const pouch = await replicateWithPouch(batches.flat());
    const perSecond = (ms: number): number => events / (ms / 1000);
    const figure = { bench: 'sync', unit: 'events/s', value: perSecond(ours) };
    return [
      { ...figure, metric: `drain of ${events}`, peer: 'bare INSERT', peerValue: perSecond(bare) },
      { ...figure, metric: `drain of ${events} `, peer: 'PouchDB', peerValue: perSecond(pouch) },
      { bench: 'sync', metric: 'resident memory of the desk after the drain', unit: '× before', value: grown },
    ];
  } finally {
    await province.remove();
  }
}

async function drain(desk: Awaited<ReturnType<typeof benchDesk>>): Promise<number> {
  // Writing held up the event loop: what the server closed meanwhile is heard of now.
  await new Promise((resolve) => setImmediate(resolve));
  const start = performance.now();
  const { store, province, serverPublicKey } = desk;
  const nothing = () => undefined;
  const result = await pushLog(desk.log, {
    store,
    province,
    serverPublicKey,
    progressed: nothing,
    stopped: () => false,
  });
  if (result.kind !== 'drained') throw new Error(`refused: ${result.kind}`);
  return performance.now() - start;
}

/** @returns the resident memory then, as a multiple of what it was at the call */
function watchMemory(): () => number {
  const { rss } = process.memoryUsage();
  return () => process.memoryUsage().rss / rss;
}
