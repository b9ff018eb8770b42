import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAtWork } from './at-work.ts';
import { newAtServer, type AtServer, type Odd } from './at-server.ts';
import { chanceOf, drawsOf, type Chance, type Draws } from './chance.ts';
import { simErasures, type SimErasures } from './erase.ts';
import { newCoverage, type Coverage } from './coverage.ts';
import { newCursors, type Cursors } from './cursors.ts';
import { newLedger, type Ledger } from './ledger.ts';
import { simLine, type Line } from './line.ts';
import { officeLan, type OfficeLan } from './office-lan.ts';
import { BEGIN, OFFICE, seats, serverRandom, type Prepared } from './prepared.ts';
import { newProgress, type Progress } from './progress.ts';
import { thisRelease, type Release } from './releases.ts';
import type { Story } from './story.ts';
import { newScanLedger, type ScanLedger } from './scan-ledger.ts';
import { simDesk, type DeskLife, type SimDesk } from './sim-desk.ts';
import { hasHall, type StepKind } from './steps.ts';
import { simServer, type SimServer } from './server.ts';
import { simTime, type SimTime } from './time.ts';

/** One simulation: a province, its desks, the line between, and one time for all. */
export interface World {
  readonly time: SimTime;
  readonly server: SimServer;
  readonly line: Line;
  /** The network of the office whose desks are joined to a hall; null: they are not. */
  readonly lan: OfficeLan | null;
  readonly desks: SimDesk[];
  readonly ledger: Ledger;
  readonly scans: ScanLedger;
  readonly atServer: AtServer;
  readonly erasures: SimErasures;
  readonly coverage: Coverage;
  readonly story: Story;
  readonly progress: Progress;
  readonly cursors: Cursors;
  readonly root: string;
  readonly prepared: Prepared;
  readonly seed: string;
  /** Files of the courier on their sticks. */
  readonly sticks: string[];
  /** What failed beside the steps in a way that nothing allows. */
  readonly strange: unknown[];
  odd: { revoked: Set<string>; erasures: ReadonlySet<string>; forked: Set<string>; restores: boolean };
  /** Something came of a step of this kind: what is only waited for counts when it strikes. */
  readonly took: (kind: StepKind) => void;
  /** The draws of the step under way. */
  chance: Chance;
  /** The same of what moves by itself meanwhile: lines and cables. */
  draws: Draws;
  /** The desks of the office with the hall. */
  /** A clone is not among them: it runs somewhere else, and a hall knows its machines by their device. */
  hallDesks(): readonly SimDesk[];
  /** The desk, opened where it is not. */
  life(desk: SimDesk): Promise<DeskLife>;
  /** Lets everything that is due happen, and what follows from it at once. */
  settle(): Promise<void>;
  /** Lets time go by, ms. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(prepared: Prepared, seed: number, story: Story): Promise<World> {
  const time = simTime(BEGIN);
  const coverage = newCoverage();
  const root = mkdtempSync(join(fastFolder(), 'simulation-'));
  const ledger = newLedger();
  const took = (kind: StepKind): void => coverage.note('steps', kind);
  const name = `seed ${seed}`;
  const server = await simServer({
    ...prepared,
    time,
    random: serverRandom(name),
    scansIn: join(root, 'scans of the province'),
    killed(point) {
      coverage.note('server killed', point);
      if (point !== 'anywhere') took('killServer');
    },
    killedOverScan(point) {
      coverage.note('scans: server killed', point);
      took('scanTrouble');
    },
    full() {
      coverage.note('scans: disk full', 'of the province');
      took('scanTrouble');
    },
    stands() {
      coverage.note('faults', 'a commit is slow');
      took('holdCommit');
    },
  });
  const line = simLine({ time, server: () => server, draws: (whose) => world.draws(whose), coverage, story });
  const lan = hasHall(seed) ? officeLan({ time, draws: (whose) => world.draws(whose), coverage, story }) : null;
  const desks: SimDesk[] = [];
  const erasures = simErasures({ seed: name, time, prepared });
  const world: World = {
    time,
    server,
    line,
    lan,
    desks,
    ledger,
    scans: newScanLedger(seed),
    atServer: newAtServer(ledger),
    erasures,
    coverage,
    story,
    progress: newProgress(time),
    cursors: newCursors(),
    root,
    prepared,
    seed: name,
    sticks: [],
    strange: [],
    odd: { revoked: new Set(), erasures: erasures.ids, forked: new Set(), restores: false },
    took,
    chance: chanceOf(seed),
    draws: drawsOf(seed),
    hallDesks: () =>
      lan === null ? [] : desks.filter(({ seat, isElsewhere }) => seat.office === OFFICE && !isElsewhere),
    async life(desk) {
      if (desk.life !== null) return desk.life;
      const life = await desk.open();
      ledger.opened(desk, life);
      return life;
    },
    async settle() {
      for (;;) {
        // What was answered is worked off by the desk before the next packet moves.
        await new Promise((soon) => setImmediate(soon));
        await new Promise((soon) => setImmediate(soon));
        const timer = time.next();
        const packet = line.next();
        // A desk reads and writes its papers beside its own work.
        if (isAtWork()) continue;
        if (timer !== null && timer <= time.steady()) time.goTo(time.steady());
        else if (packet !== null && packet <= time.steady()) await line.run();
        else return;
      }
    },
    async pass(ms) {
      const until = time.steady() + ms;
      await world.settle();
      for (;;) {
        const next = Math.min(time.next() ?? Infinity, line.next() ?? Infinity);
        if (next > until) break;
        time.goTo(next);
        await world.settle();
      }
      time.goTo(until);
      await world.settle();
    },
    async close() {
      for (const desk of desks) await desk.remove();
      await server.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
  const old = beginsOlder(seed);
  for (const seat of seats) {
    const release = seat.name === old ? prepared.older : thisRelease;
    desks.push(addDesk(world, seat.name, seat, { release }));
  }
  return world;
}

/** The desk of a seed that begins with the release before; null: of every third seed, none. */
function beginsOlder(seed: number): string | null {
  return seed % 3 === 0 ? null : (seats[seed % seats.length]?.name ?? null);
}

/** @param from files to begin from; those after enrolment otherwise */
export function addDesk(
  world: World,
  name: string,
  seat: (typeof seats)[number],
  { release, from }: { readonly release: Release; readonly from?: string },
): SimDesk {
  const { prepared, time, line, lan, seed, root, coverage, story, ledger, desks, took } = world;
  const killed = (point: string, by: StepKind | null): void => {
    coverage.note('desk killed', point);
    if (by !== null) took(by);
    if (by === 'killHost') coverage.note('faults', 'hall: the host is killed');
  };
  const full = (point: string): void => {
    coverage.note('disk full', point);
    took(point === 'scan-written' ? 'scanTrouble' : 'fillDisk');
  };
  const isInHall = lan !== null && seat.office === OFFICE;
  const desk = simDesk({
    name,
    seat,
    prepared,
    time,
    line,
    seed,
    root,
    killed,
    full,
    killedOverScan(point) {
      coverage.note('scans: desk killed', point);
      took('scanTrouble');
    },
    fullOverScan(note) {
      coverage.note('scans: disk full', note);
      took('scanTrouble');
    },
    release,
    lan: isInHall ? { net: lan, host: `10.0.0.${desks.length + 1}` } : null,
    wrote() {
      if (desk.life === null) return;
      const head = desk.life.opened.context.store.log?.head();
      story.tell(`${time.steady()} ${name} has written: ${head?.log ?? ''} ${head?.seq ?? 0} ${head?.hash ?? ''}`);
      ledger.wrote(desk, desk.life);
    },
    ...(from === undefined ? {} : { from }),
  });
  return desk;
}

export function oddOf({ odd }: World): Odd {
  return odd;
}

/** Memory where there is some: what is proven here is kills of the process, which leave its files as they are. */
function fastFolder(): string {
  return existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
}
