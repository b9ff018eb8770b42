import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lossyLine, type Fate } from '../../harness/lossy-line.ts';
import { seats } from '../../sync/simulation/prepared.ts';
import { newCluster } from '../apart/cluster.ts';
import { officerAt, type OfficersDesk } from '../apart/officer-at-work.ts';
import { enrolmentCodes, serverApart, type ServerApart } from '../apart/server-apart.ts';
import { checkDesk, checkTold, wholeProvince } from '../apart/whole.ts';
import { dyingDesk, places } from './dying-desk.ts';

export interface KillReport {
  readonly seed: string;
  readonly kills: { readonly desks: number; readonly server: number };
  /** How often a desk died at each named point; `anywhere` are the parent's own moments. */
  readonly points: Readonly<Record<string, number>>;
  readonly line: Readonly<Record<Fate, number>>;
  /** Events officers were told are saved, and those at the province (what was saved and not told before a kill too). */
  readonly told: number;
  readonly atProvince: number;
  readonly dossiers: number;
  readonly minutes: number;
}

/**
 * Desks and the server, each a process of its own, a bad line between, SIGKILL for all of them again and again while
 * officers work; one kill in four is the server's. After each of its deaths a desk still holds everything it told. At the
 * end the line is calm and nobody is killed: everything told is at the province once, every log whole, every view alike.
 * @param minutes after which nothing more is killed, however many there were
 * @throws Error naming the first thing that is not so
 */
export async function proveKills(
  kills: number,
  seed: string,
  progress: (done: number) => void = () => undefined,
  minutes = Number.POSITIVE_INFINITY,
): Promise<KillReport> {
  const began = performance.now();
  const isLate = (): boolean => performance.now() - began > minutes * 60_000;
  const root = mkdtempSync(join(tmpdir(), 'quay-kills-'));
  const cluster = await newCluster();
  await cluster.start();
  const server = await serverApart(cluster.url);
  const line = await lossyLine(() => server.port, seed);
  const points: Record<string, number> = Object.fromEntries(places.map((place) => [place, 0]));
  let done = 0;
  const killed = (): void => progress((done += 1));
  try {
    // Ended in peace once, so that Node keeps what it has read.
    await server.start();
    await server.stop();
    await server.start();
    const codes = await enrolmentCodes(cluster.url, seats);
    const desks = seats.map((seat, n): OfficersDesk => {
      const code = codes[n] ?? '';
      return { seat, dataDir: join(root, seat.name), server: line.url, code };
    });
    for (const desk of desks) await begin(desk, server);
    const dying = desks.map((desk, nth) => dyingDesk(desk, seed, nth));
    let left = kills - Math.floor(kills / 4);
    let lives = 0;
    let serverDeaths = 0;
    let deskDeaths = 0;
    let ofServer: Promise<void> = Promise.resolve();
    const killNext = async (): Promise<void> => {
      await killServer(server, `${seed} server ${serverDeaths++}`);
      killed();
    };
    const dieOn = async (desk: (typeof dying)[number]): Promise<void> => {
      while (left > 0 && !isLate()) {
        left -= 1;
        const place = await desk.die(lives++);
        points[place] = (points[place] ?? 0) + 1;
        killed();
        deskDeaths += 1;
        // Spread over all of it: killed every few seconds, no desk ever gets as far as a page.
        if (deskDeaths % 3 === 0) {
          ofServer = ofServer.then(killNext);
          // Told at the end, when it is awaited.
          ofServer.catch(() => undefined);
        }
      }
    };
    await Promise.all(dying.map(dieOn));
    await ofServer;
    line.calm();
    const told = new Set(dying.flatMap((desk) => [...desk.told]));
    const at = await settled(desks, cluster.url);
    checkTold(at, told);
    const { dossiers, events } = at;
    const counted = { desks: lives, server: serverDeaths };
    const held = { told: told.size, atProvince: events.size, dossiers };
    return {
      seed,
      kills: counted,
      points,
      line: { ...line.met },
      ...held,
      minutes: (performance.now() - began) / 60_000,
    };
  } finally {
    await line.close();
    await server.remove();
    await cluster.remove();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Enrols over a good line, to which nobody was ever deaf, and hears who works here. */
async function begin(desk: OfficersDesk, server: ServerApart): Promise<void> {
  const first = await officerAt(desk, { fetch: (url, init) => fetch(direct(url, server), init) });
  await first.close();
}

/** The same request past the bad line. */
function direct(url: string, server: ServerApart): string {
  const past = new URL(url);
  past.port = String(server.port);
  return past.href;
}

/** At a moment of its own within the next four seconds. */
async function killServer(server: ServerApart, seed: string): Promise<void> {
  const draw = createHash('sha256').update(seed).digest();
  await new Promise((resolve) => setTimeout(resolve, draw.readUInt16BE(0) % 4000));
  if (server.hasFallen()) throw new Error('the server has ended by itself');
  await server.kill();
  await server.start();
}

/** Nobody works and nothing dies: until every desk has sent all it has and holds all its office is told. */
async function settled(desks: readonly OfficersDesk[], url: string) {
  const open = await Promise.all(desks.map((desk) => officerAt(desk)));
  try {
    for (const desk of open) await desk.until(() => desk.opened.context.store.outbox.isEmpty());
    const at = await wholeProvince(url);
    const apart = [...at.events.values()].filter(({ ending }) => ending === 'quarantined');
    if (apart.length > 0) throw new Error(`${apart.length} events of honest desks are kept apart`);
    for (const [n, desk] of open.entries()) {
      await checkDesk(desk, desks[n]?.seat.office ?? '', at);
    }
    return at;
  } finally {
    for (const desk of open) await desk.close();
  }
}
