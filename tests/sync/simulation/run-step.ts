import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hearPoints, recordPoints, takeInPoints } from '../../../main/store/points.ts';
import { readStick, writeStick } from './carry.ts';
import { eraseSomething, eraseWhatIsListed } from './erase.ts';
import { hallRuns } from './hall-steps.ts';
import { moods } from './line.ts';
import { noteGone, noteScansGone, onDiskOf } from './losses.ts';
import {
  actOnDossier,
  poisons,
  printOldSlip,
  receiveDossier,
  refuse,
  reopenDay,
  writePoison,
  type Poison,
} from './officer.ts';
import { update } from './update.ts';
import { scanRuns } from './scans-steps.ts';
import type { Restored } from './server.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import type { Step, StepKind } from './steps.ts';
import { routes, serverPoints, type ServerPoint } from './watched-database.ts';
import { work } from './working.ts';
import { addDesk, type World } from './world.ts';

/** Where a write or a page can be stopped, and what is heard through the hall where there is one. */
function pointsOf({ lan }: World) {
  return [...recordPoints, ...takeInPoints, ...(lan === null ? [] : hearPoints)];
}

/** What is on the disk by then finds it full no more. */
const afterCommit: readonly string[] = ['committed', 'heard-committed'];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** @returns whether anything came of it here; what is only waited for is counted when it strikes (`World.took`) */
type Run = (world: World, desk: SimDesk) => Promise<boolean>;

/** What each kind of step does. */
export const runs: Readonly<Record<StepKind, Run>> = {
  ...hallRuns,
  ...scanRuns,
  update,
  act: (world, desk) => work(world, desk, (life) => actOnDossier(desk, life, world.chance)),
  receive: (world, desk) => work(world, desk, (life) => receiveDossier(desk, life, world.chance)),
  beside: (world, desk) =>
    work(world, desk, (life) => {
      if (world.chance.happens(60) || !refuse(desk, life)) reopenDay(desk, life);
    }),
  oldEvent: (world, desk) =>
    work(world, desk, (life) => {
      if (!printOldSlip(desk, life, world.chance)) return false;
      world.coverage.note('faults', 'event of the release before');
      return true;
    }),
  async poison(world, desk) {
    // Object.keys gives strings; the object has one key a poison.
    const kind = world.chance.of(Object.keys(poisons) as Poison[]);
    // It goes past the journal, as nothing else does: where a write died in the journal, its place is taken first.
    let isPlaced = false;
    await work(world, desk, (life) => {
      reopenDay(desk, life);
      isPlaced = true;
    });
    const write = (life: DeskLife): boolean => writePoison(desk, life, kind) !== null;
    if (!isPlaced || !(await work(world, desk, write, poisons[kind]))) return false;
    world.coverage.note('faults', `poison: ${kind}`);
    return true;
  },
  async wait(world) {
    const { chance } = world;
    if (chance.happens(3)) await night(world);
    else await world.pass(chance.happens(85) ? chance.below(6_000) : chance.below(60_000));
    return true;
  },
  async weather(world, desk) {
    const before = desk.mood;
    desk.mood = world.chance.of(moods);
    world.coverage.note('faults', `line ${desk.mood}`);
    if (desk.mood !== 'down') (await world.life(desk)).opened.context.kick();
    await world.settle();
    return desk.mood !== before;
  },
  async killDesk(world, desk) {
    const { chance } = world;
    if (chance.happens(30)) return desk.killNow();
    desk.dieAt = chance.of(pointsOf(world));
    desk.dieBy = 'killDesk';
    return false;
  },
  async killServer({ server, chance }) {
    // Object.keys gives strings; the object has one key a point.
    const points = Object.keys(serverPoints) as ServerPoint[];
    const one = (during: string): ServerPoint =>
      chance.of(points.filter((each) => serverPoints[each].during === during));
    const isNow = chance.happens(25);
    await server.kill(isNow ? null : Object.keys(routes).map(one));
    return isNow;
  },
  holdCommit({ server }) {
    server.hold();
    return Promise.resolve(false);
  },
  async setClock(world, desk) {
    const { chance } = world;
    const by = chance.of([2 * 60_000, HOUR, 3 * DAY, 400 * DAY, 3650 * DAY]) * (chance.happens(50) ? 1 : -1);
    const before = desk.skew;
    desk.skew = chance.happens(35) ? 0 : by;
    world.coverage.note('faults', `clock ${desk.skew === 0 ? 'right' : by > 0 ? 'forward' : 'back'}`);
    await world.pass(1000);
    return desk.skew !== before;
  },
  async fillDisk(world, desk) {
    desk.fullFor = 1 + world.chance.below(3);
    desk.fullAt = world.chance.of(pointsOf(world).filter((point) => !afterCommit.includes(point)));
    await work(world, desk, (life) => actOnDossier(desk, life, world.chance));
    return false;
  },
  lateRepeat({ line, coverage }, desk) {
    const isThere = line.repeat(desk.name);
    if (isThere) coverage.note('network', 'an old push once more');
    return Promise.resolve(isThere);
  },
  writeStick,
  readStick,
  async copyServer({ server, coverage }) {
    await server.copy();
    coverage.note('faults', 'server copied');
    return true;
  },
  async restoreServer(world) {
    const what = world.chance.of<Restored>(['both', 'database', 'database', 'files']);
    if (!(await world.server.restore(what))) return false;
    world.coverage.note('faults', `server put back from a copy: ${what}`);
    if (what === 'files') {
      await noteScansGone(world);
      return true;
    }
    world.odd.restores = true;
    world.atServer.restored();
    await noteGone(world);
    await eraseWhatIsListed(world);
    return true;
  },
  async revoke(world, drawn) {
    // One of the counters may be lost; the others go on.
    const lost = world.desks.find(({ name }) => name === 'counter-2');
    const desk = drawn.name !== 'counter-2' && world.chance.happens(30) ? lost : drawn;
    if (desk?.name !== 'counter-2' || desk.isRevoked) return false;
    const enrolment = (await world.life(desk)).opened.context.store.meta.get('enrolment');
    if (enrolment === null) return false;
    await world.server.release();
    await world.server.revoke(enrolment.device);
    // Its clone is the same device.
    for (const each of world.desks) each.isRevoked ||= each.seat === desk.seat;
    world.odd.revoked.add(enrolment.device);
    await noteGone(world);
    world.coverage.note('faults', 'desk revoked');
    return true;
  },
  erase: eraseSomething,
  copyDesk(world, desk) {
    desk.copyTo(join(world.root, `copy of ${desk.name}`));
    world.coverage.note('faults', 'desk copied');
    return Promise.resolve(true);
  },
  async cloneDesk(world, desk) {
    if (world.desks.length > 4 || desk.isRevoked) return false;
    const from = join(world.root, 'clone');
    desk.copyTo(from);
    const clone = addDesk(world, `${desk.name} (clone)`, desk.seat, { release: desk.release, from });
    world.desks.push(clone);
    for (const each of [desk, clone]) parted(world, each);
    world.coverage.note('faults', 'desk cloned');
    await world.life(clone);
    return true;
  },
  async restoreDesk(world, drawn) {
    const copyOf = ({ name }: SimDesk): string => join(world.root, `copy of ${name}`);
    const copied = world.desks.filter((each) => !each.isRevoked && existsSync(copyOf(each)));
    const desk = copied.includes(drawn) ? drawn : copied[0];
    if (desk === undefined || !(await desk.goBackTo(copyOf(desk)))) return false;
    parted(world, desk);
    world.cursors.forget(desk);
    world.ledger.diskLost(desk, onDiskOf(desk, world.root).ids);
    await noteGone(world);
    world.coverage.note('faults', 'desk put back from a copy');
    return true;
  },
};

/** From here on the log it writes has two stories, and so has its seat. */
function parted({ odd, root }: World, desk: SimDesk): void {
  desk.isForked = true;
  desk.parted.add(onDiskOf(desk, root).log);
  odd.forked.add(desk.seat.name);
}

/** Everything is switched off until another day. */
async function night(world: World): Promise<void> {
  await world.server.release();
  for (const desk of world.desks) await desk.killNow();
  world.coverage.note('faults', 'all desks off for hours');
  await world.pass((2 + world.chance.below(60)) * HOUR);
}

export async function runStep(world: World, step: Step): Promise<void> {
  const desk = world.desks[step.desk % world.desks.length];
  if (desk === undefined) throw new Error('no desk');
  if (await runs[step.kind](world, desk)) world.took(step.kind);
}
