import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { completeReceipt } from '../../harness/complete-receipt.ts';
import { demoProvince } from '../../harness/demo-province.ts';
import { joinedDesk, signInAsOfficer, type JoinedDesk } from '../../harness/joined-desk.ts';
import { quantile, type Figure } from '../report.ts';
import { fillFeed } from './filled-feed.ts';

const EVENTS = 300_000;
const AIM_S = 60;
const PAUSE_MS = 50;
/** Between two things an officer does, ms. */
const THINKING_MS = 250;

/**
 * A new desk takes in what its office did for years, over loopback HTTP, while an officer searches, opens dossiers and
 * receives on it.
 */
export async function benchCatchUp(events = EVENTS, told: (left: number) => void = () => undefined): Promise<Figure[]> {
  const province = await demoProvince();
  const folder = mkdtempSync(join(tmpdir(), 'bench-catch-up-'));
  try {
    await fillFeed(province, events);
    const desk = await joinedDesk(folder, province, await province.enrolmentCode(), { checkOutput: false });
    try {
      return await measure(desk, events, told);
    } finally {
      await desk.desk.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await province.remove();
  }
}

async function measure(desk: JoinedDesk, events: number, told: (left: number) => void): Promise<Figure[]> {
  const start = performance.now();
  const used = process.threadCpuUsage();
  await desk.until('status.get', {}, ({ line }) => line.state === 'receiving');
  await signInAsOfficer(desk);
  const content = await completeReceipt(desk);
  const pauses = monitorEventLoopDelay({ resolution: 2 });
  pauses.enable();
  const taken: Record<'search' | 'open' | 'receive' | 'status', number[]> = {
    search: [],
    open: [],
    receive: [],
    status: [],
  };
  // A person's calls come over the bridge, each as a message of its own: what waits at the desk goes in between.
  const message = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const timed = async <T>(what: keyof typeof taken, call: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    await message();
    const value = await call();
    taken[what].push(performance.now() - from);
    return value;
  };
  let before = Number.POSITIVE_INFINITY;
  const receiving = async (): Promise<boolean> => {
    const { line } = await timed('status', () => desk.call('status.get', {}));
    if (line.state === 'receiving') {
      if (line.left > before || line.left > line.of)
        throw new Error(`the progress bar is wrong: ${line.left} of ${line.of}`);
      before = line.left;
      told(line.left);
    }
    return line.state === 'receiving' || line.state === 'sending';
  };
  let isOver = false;
  for (let n = 0; !isOver; n++) {
    const found = await timed('search', () =>
      desk.call('search.all', { text: n % 2 === 0 ? 'nguyen' : 'thi', limit: 20 }),
    );
    // The open ones came first: there is something to find from the first moment on.
    const [hit] = found.dossiers;
    if (hit === undefined) throw new Error('nothing is found while the feed comes');
    await timed('open', () => desk.call('dossier.get', { id: hit.id }));
    await message();
    const { id } = await desk.call('draft.create', { from: null });
    const personalId = `087196${String(n).padStart(6, '0')}`;
    const own = { ...content, applicant: content.applicant === null ? null : { ...content.applicant, personalId } };
    await timed('receive', () => desk.call('receipt.receive', { draftId: id, revision: 0, content: own }));
    await new Promise((resolve) => setTimeout(resolve, THINKING_MS));
    isOver = !(await receiving());
  }
  pauses.disable();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.threadCpuUsage(used);
  const bench = 'catch-up';
  const ms = (metric: string, value: number): Figure => ({
    bench,
    metric,
    unit: 'ms',
    value,
    peer: 'limit',
    peerValue: PAUSE_MS,
  });
  const aim = { peer: 'aim', peerValue: (AIM_S * events) / EVENTS };
  return [
    { bench, metric: `${events} events`, unit: 's', value: seconds, ...aim },
    // What it would take at the least on a machine with nothing else to do.
    { bench, metric: 'processor of the desk (main thread)', unit: 's', value: (user + system) / 1e6, ...aim },
    { bench, metric: 'events taken in', unit: 'events/s', value: events / seconds },
    ms('pause of the desk p99', pauses.percentile(99) / 1e6),
    ms('pause of the desk, longest', pauses.max / 1e6),
    ...Object.entries(taken).flatMap(([what, times]) => [
      ms(`${what} p50`, quantile(times, 0.5)),
      ms(`${what} p95`, quantile(times, 0.95)),
      ms(`${what} longest`, quantile(times, 1)),
    ]),
  ];
}
