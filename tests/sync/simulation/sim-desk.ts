import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEvent } from '../../../domain/log/envelope.ts';
import type { User } from '../../../contract/sync.ts';
import type { OpenedDesk } from '../../../main/desk/desk.ts';
import type { Desk } from '../../../main/desk/ports.ts';
import { createSessions, type DeskSession } from '../../../main/desk/sessions.ts';
import type { StorePoint } from '../../../main/store/points.ts';
import { seededRandomness } from '../../harness/test-desk.ts';
import type { Line, Mood } from './line.ts';
import type { CableMood, OfficeLan } from './office-lan.ts';
import type { Prepared, Seat } from './prepared.ts';
import type { Release } from './releases.ts';
import { dyingOver, fillOver, type ScanDeskPoint, type ScanNote, type ScanTroubles } from './scan-points.ts';
import type { StepKind } from './steps.ts';
import type { SimTime, StoppableClock } from './time.ts';

/** A desk that can be killed and comes back on what its disk held at that moment. */
export interface SimDesk {
  readonly name: string;
  readonly seat: Seat;
  mood: Mood;
  /** What it is like on the office's own network. */
  cable: CableMood;
  /** Own clock minus true time, ms. */
  skew: number;
  /** Not on the office's own network. */
  readonly isElsewhere: boolean;
  isRevoked: boolean;
  /** A copy of it has lived on, or it lives on from a copy: one log, two stories. */
  isForked: boolean;
  /** The logs it wrote when that came about: what stands in them at the end may be another's. */
  readonly parted: Set<string>;
  /** Writes and pages that still find the disk full, and where in them. */
  fullFor: number;
  fullAt: StorePoint;
  /** Where the next write or page dies. */
  dieAt: StorePoint | null;
  /** The step that wants it. */
  dieBy: StepKind;
  /** The program installed on it, which its next life begins with. */
  release: Release;
  /** What will go wrong next while a digitised paper is on its way. */
  readonly scanTroubles: ScanTroubles;
  /** Its files now. */
  readonly folder: string;
  readonly life: DeskLife | null;
  /** Opens it on its folder, where it is not open. */
  open(): Promise<DeskLife>;
  /** As a pulled plug: what the files hold this moment is what is left. @returns false where it is not open */
  killNow(): Promise<boolean>;
  /** A copy of the files as they stand. */
  copyTo(path: string): void;
  /** Goes on from a copy of its files. @returns false where there is none */
  goBackTo(path: string): Promise<boolean>;
  /** Closed in order, as at the end of a day. @returns its folder, where the next life begins */
  shut(): Promise<string>;
  remove(): Promise<void>;
}

export interface DeskLife {
  readonly desk: Desk;
  readonly opened: OpenedDesk;
  readonly session: DeskSession;
  user(login: string): User;
  /** The log it writes now. */
  logId(): string;
  /** Events of that log from that place on. */
  ownFrom(seq: number): LogEvent[];
}

/** Thrown at a named point once the files have been copied: the process is gone. */
export class DeskKilled extends Error {
  override readonly name = 'DeskKilled';
}

export interface SimDeskOptions {
  readonly name: string;
  readonly seat: Seat;
  readonly prepared: Prepared;
  readonly time: SimTime;
  readonly line: Line;
  readonly seed: string;
  /** Folder for all its lives. */
  readonly root: string;
  readonly killed: (point: string, by: StepKind | null) => void;
  /** Told each time a write or a page finds the disk full. */
  readonly full: (point: StorePoint) => void;
  /** The same over a digitised paper on its way. */
  readonly killedOverScan: (point: ScanDeskPoint) => void;
  readonly fullOverScan: (note: ScanNote) => void;
  /** The office's own network and its address there; null: it belongs to no hall. */
  readonly lan: { readonly net: OfficeLan; readonly host: string } | null;
  /** A write has been committed. */
  readonly wrote: () => void;
  /** The program installed on it. */
  readonly release: Release;
  /** Files to begin from; the enrolled folder otherwise. */
  readonly from?: string;
}

/** Papers are small here: so much of one in one piece. */
const CHUNKS = { least: 1_000, usual: 4_000, most: 16_000 };

export function simDesk(options: SimDeskOptions): SimDesk {
  const { name, seat, prepared, time, line, lan, seed, root, killed, full, wrote } = options;
  let lives = 0;
  let path = join(root, `${name}-0`);
  let life: (DeskLife & { readonly clock: StoppableClock; isAlive: boolean }) | null = null;
  if (options.from === undefined) prepared.folderOf(seat, path);
  else cpSync(options.from, path, { recursive: true });

  /** The dead process closes its files, which nobody reads any more. */
  const bury = async (nextPath: string): Promise<void> => {
    const [dead, old] = [life, path];
    life = null;
    path = nextPath;
    if (dead === null) return;
    dead.isAlive = false;
    dead.clock.stop();
    const closed = dead.desk.close();
    line.hangUp(name);
    await closed;
    rmSync(old, { recursive: true, force: true });
  };
  let burial: Promise<void> = Promise.resolve();
  const nextPath = (): string => {
    lives += 1;
    return join(root, `${name}-${lives}`);
  };
  const dieHere = (told: () => void): void => {
    const next = nextPath();
    cpSync(path, next, { recursive: true });
    told();
    burial = bury(next);
  };

  const scanTroubles: ScanTroubles = { dieAt: null, fullAt: null };

  const desk: SimDesk = {
    name,
    seat,
    mood: 'calm',
    cable: 'in',
    isElsewhere: options.from !== undefined,
    skew: 0,
    isRevoked: false,
    isForked: false,
    parted: new Set(),
    fullFor: 0,
    fullAt: 'begun',
    dieAt: null,
    dieBy: 'killDesk',
    release: options.release,
    scanTroubles,
    get folder() {
      return path;
    },
    get life() {
      return life;
    },
    async open() {
      await burial;
      if (life !== null) return life;
      const clock = time.clock(() => desk.skew);
      const own = { isAlive: true };
      let opened: OpenedDesk | null = null;
      const made = await desk.release.createDesk(
        {
          ...prepared.parts,
          dataDir: path,
          clock,
          random: seededRandomness(`${seed} ${name} ${lives}`),
          chunks: CHUNKS,
          fetch: dyingOver(line.fetchOf({ name, mood: () => desk.mood, isAlive: () => own.isAlive }), scanTroubles, {
            isAlive: () => own.isAlive,
            dies(point) {
              own.isAlive = false;
              dieHere(() => options.killedOverScan(point));
              throw new DeskKilled();
            },
          }),
          ...(lan === null
            ? {}
            : {
                hallLines: lan.net.linesOf({
                  host: lan.host,
                  mood: () => (desk.isElsewhere ? 'out' : desk.cable),
                  isAlive: () => own.isAlive,
                }),
              }),
          passing(point) {
            if (!own.isAlive) throw new DeskKilled();
            if (point === 'committed') wrote();
            // What takes up again what it finds at its start tries so at every start: a plug pulled then tells nothing new.
            if (opened === null) return;
            if (desk.dieAt === point) {
              desk.dieAt = null;
              own.isAlive = false;
              dieHere(() => killed(point, desk.dieBy));
              throw new DeskKilled();
            }
            if (desk.fullFor > 0 && point === desk.fullAt) {
              desk.fullFor -= 1;
              full(point);
              throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
            }
          },
        },
        (told) => {
          opened = told;
        },
      );
      if (opened === null) throw new Error(`${name} did not open`);
      life = livingOf(made, opened, seat, clock, own);
      fillOver(life.opened.context.store.toSend, scanTroubles, options.fullOverScan);
      return life;
    },
    async killNow() {
      if (life === null) return false;
      life.isAlive = false;
      dieHere(() => killed('anywhere', null));
      await burial;
      return true;
    },
    copyTo(into) {
      rmSync(into, { recursive: true, force: true });
      cpSync(path, into, { recursive: true });
    },
    async goBackTo(from) {
      if (!existsSync(from)) return false;
      await burial;
      const next = nextPath();
      cpSync(from, next, { recursive: true });
      await bury(next);
      return true;
    },
    async shut() {
      await burial;
      const open = life;
      life = null;
      if (open !== null) {
        open.isAlive = false;
        open.clock.stop();
        const closed = open.desk.close();
        line.hangUp(name);
        await closed;
        // The next life draws anew.
        lives += 1;
      }
      return path;
    },
    async remove() {
      await burial;
      await bury(path);
      rmSync(path, { recursive: true, force: true });
    },
  };
  return desk;
}

function livingOf(desk: Desk, opened: OpenedDesk, seat: Seat, clock: StoppableClock, own: { isAlive: boolean }) {
  const { store } = opened.context;
  const session = createSessions().of('officer');
  const user = (login: string): User => {
    const found = (store.reference.get('users') ?? []).find((row) => row.id === login);
    if (found === undefined) throw new Error(`nobody is called ${login}`);
    return found;
  };
  session.user = user(seat.user);
  return {
    desk,
    opened,
    session,
    clock,
    user,
    get isAlive() {
      return own.isAlive;
    },
    set isAlive(is) {
      own.isAlive = is;
    },
    logId: () => store.log?.head().log ?? '',
    ownFrom(seq: number) {
      const log = store.log;
      return log === null ? [] : log.eventsFrom(log.head().log, seq, 100_000).map(({ event }) => event);
    },
  };
}
