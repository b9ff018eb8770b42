import { createHash } from 'node:crypto';
import { holds } from './broken.ts';
import type { Digitised } from './scan-ledger.ts';
import type { DeskLife, SimDesk } from './sim-desk.ts';
import type { World } from './world.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
/** Tried again by itself after this long. */
const SET_ASIDE_FOR = 25 * HOUR;
/** A lane looks for what may go once a minute. */
const ASK_WITHIN = 75 * SECOND;

interface Living {
  readonly desk: SimDesk;
  readonly life: DeskLife;
}

/**
 * Lets the lanes of digitised papers come to their end: each is at the province, or set aside. What is set aside and whole is
 * tried once more a day later; nobody works meanwhile. @throws PromiseBroken S8
 */
export async function sendScans(world: World): Promise<void> {
  await lanesEmpty(world);
  const living = await livingOf(world);
  const isForNow = living.some(({ life }) => asideAt(life).some(({ hash, code }) => !fits(world, hash, code)));
  if (!isForNow) return;
  world.coverage.note('scans', 'tried again after a day');
  for (const desk of world.desks) await desk.killNow();
  await world.pass(SET_ASIDE_FOR);
  await livingOf(world);
  // What is set aside still counts as that until its turn has come.
  await world.pass(ASK_WITHIN);
  await lanesEmpty(world);
}

async function lanesEmpty(world: World): Promise<void> {
  const waiting = async (): Promise<string[]> =>
    (await livingOf(world)).flatMap(({ desk, life }) => {
      const { files, setAside } = life.opened.context.store.toSend.count();
      return files === setAside ? [] : [`${desk.name} has ${files - setAside}`];
    });
  for (let left = 10 * 60, some = await waiting(); some.length > 0; left -= 1, some = await waiting()) {
    await world.pass(SECOND);
    for (const desk of world.desks) world.progress.look(desk, true);
    const here = some;
    holds(left > 0, 'S8', () => `digitised papers still wait ten minutes after all is well: ${here.join(', ')}`);
  }
}

/**
 * Each paper is at the province whole and once, or set aside where it lies for a reason that fits.
 * @param letIn ids of events that were let in by hand at last: a revoked desk may have had what they name, and what alone named the same
 * bytes beside them may have been erased by law before
 * @throws PromiseBroken S1, S4, S9
 */
export async function checkScans(world: World, letIn: ReadonlySet<string>): Promise<void> {
  const { server, scans, coverage } = world;
  const living = await livingOf(world);
  const rows = await server.rows<{ hash: string; bytes: number; stored_as: string }>(
    'select hash, bytes, stored_as from scan_file',
  );
  const held = new Set<string>();
  for (const { hash, bytes, stored_as: id } of rows) {
    holds((await hashOf(world, id, bytes)) === hash, 'S4', () => `the province keeps other bytes under ${hash}`);
    held.add(hash);
  }
  const named = await server.rows<{ hash: string; office: string; id: string }>(
    'select n.hash, n.office, e.id from scan_named n join event e on e.log = n.log and e.seq = n.seq',
  );
  const isNamed = new Set(named.map(({ hash }) => hash));
  const wasNamed = new Set(named.flatMap(({ hash, id }) => (letIn.has(id) ? [] : [hash])));
  // The province takes a paper from an office whose own events name it; another's may name the same bytes.
  const isNamedBy = new Set(named.map(({ hash, office }) => `${office} ${hash}`));
  const aside = new Map<string, string>();
  for (const { desk, life } of living) {
    for (const { hash, code } of asideAt(life)) {
      aside.set(hash, code);
      coverage.note('scans', `set aside: ${code}`);
      const isFit = fits(world, hash, code) || (code === 'SH-14' && !isNamedBy.has(`${desk.seat.office} ${hash}`));
      holds(isFit, 'S9', () => `${desk.name} has set ${hash} aside for ${code}, and its bytes are whole`);
    }
    for (const hash of life.opened.context.store.scans.hashes()) {
      const isSent = life.opened.context.store.toSend.standOf(hash)?.state === 'sent';
      // What no event names any more, erased by law, goes there too.
      holds(
        !isSent || !isNamed.has(hash) || held.has(hash),
        'S1',
        () => `${desk.name} says that ${hash} is at the province, and it is not`,
      );
    }
  }
  for (const paper of scans.all()) {
    if (held.has(paper.hash)) coverage.note('scans', 'at the province');
    else if (!aside.has(paper.hash)) checkExcused(world, living, paper, wasNamed);
  }
}

/** Neither there nor set aside: only what nobody was told of, nobody names, or whose every disk is gone. */
function checkExcused(world: World, living: readonly Living[], paper: Digitised, named: ReadonlySet<string>): void {
  const { hash, desk: name, isTold, isGone } = paper;
  const desk = world.desks.find((each) => each.name === name);
  const isLost = isGone || desk?.isRevoked === true;
  const isKept = named.has(hash) && living.some(({ life }) => life.opened.context.store.scans.isNamed(hash));
  holds(
    !isTold || isLost || !isKept,
    'S1',
    () => `${hash} of ${name} is neither at the province nor set aside: ${JSON.stringify(standsOf(living, hash))}`,
  );
}

function standsOf(living: readonly Living[], hash: string): unknown {
  return living.map(({ desk, life }) => {
    const { toSend, vault, scans } = life.opened.context.store;
    return [desk.name, toSend.standOf(hash), vault.has(hash), scans.isNamed(hash)];
  });
}

/** A file that cannot be sent for what was done to it on its disk. */
function fits({ scans }: World, hash: string, code: string): boolean {
  return (code === 'SH-09' || code === 'SH-18') && scans.all().some((each) => each.hash === hash && each.isSpoilt);
}

function asideAt(life: DeskLife): readonly { readonly hash: string; readonly code: string }[] {
  return life.opened.context.store.toSend.toLookAt(100_000);
}

async function livingOf(world: World): Promise<Living[]> {
  const living: Living[] = [];
  for (const desk of world.desks) if (!desk.isRevoked) living.push({ desk, life: await world.life(desk) });
  return living;
}

async function hashOf({ server }: World, id: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of await server.scans.read(id, 0, bytes)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
