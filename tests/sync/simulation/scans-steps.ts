import { createHash } from 'node:crypto';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { scanPoints } from '../../../main/store/scan-vault.ts';
import { namingBody } from '../../harness/scan-facts.ts';
import type { Chance } from './chance.ts';
import { scanDeskPoints, scanNotes, scanServerPoints } from './scan-points.ts';
import { filesOf, type FileOnDisk } from './scans-on-disk.ts';
import type { SimDesk } from './sim-desk.ts';
import type { ScanStepKind } from './steps.ts';
import { work } from './working.ts';
import type { World } from './world.ts';

/** What happens to digitised papers: they are made, and everything that is on their way goes wrong. */
export const scanRuns: Readonly<Record<ScanStepKind, (world: World, desk: SimDesk) => Promise<boolean>>> = {
  digitise: (world, desk) => digitise(world, desk),
  async spoilScan(world, desk) {
    const { chance } = world;
    const files = filesOf(desk.folder);
    const { toSend } = (await world.life(desk)).opened.context.store;
    const waiting = files.filter(({ hash }) => toSend.standOf(hash)?.state === 'waiting');
    const from = waiting.length > 0 && chance.happens(80) ? waiting : files;
    if (from.length === 0) return false;
    spoil(world, chance.of(from));
    await world.settle();
    return true;
  },
  async scanTrouble(world, desk) {
    const { chance, server, scans } = world;
    const where = chance.below(10);
    if (where < 4) desk.scanTroubles.dieAt = scans.next(scanDeskPoints);
    else if (where < 7) server.killOverScan(scans.next(scanServerPoints));
    else if (where < 9) {
      const note = scans.next(scanNotes);
      desk.scanTroubles.fullAt = note;
      // Only what can never be sent is set aside.
      await digitise(world, desk, note === 'set aside noted');
      return false;
    } else server.fillDisk(1 + chance.below(4));
    await digitise(world, desk);
    return false;
  },
};

/** A paper becomes a file of some bytes, and an event of a dossier names it: as `digitise.attach` does once its pages are a PDF. */
async function digitise(world: World, desk: SimDesk, isSpoilt = false): Promise<boolean> {
  const { chance, scans } = world;
  return work(world, desk, async (life) => {
    const { context, acting } = life.opened;
    const { store } = context;
    const known = store.dossiers.recent(6);
    if (known.length === 0) return false;
    const { id: dossierId } = chance.of(known);
    // Now and then a disk or a process ends while the bytes are put down.
    if (chance.happens(8) && desk.dieAt === null) [desk.dieAt, desk.dieBy] = [chance.of(scanPoints), 'scanTrouble'];
    else if (chance.happens(6) && desk.fullFor === 0) [desk.fullFor, desk.fullAt] = [1, 'scan-written'];
    const { n, bytes } = drawPaper(world);
    const hash = await store.vault.put(bytes);
    const paper = scans.begun({ hash, n, bytes: bytes.length, dossierId, desk: desk.name });
    const body = { ...namingBody(hash, bytes.length), at: context.localNow() };
    const scan = { hash, bytes: bytes.length, pages: 1, kind: 'pdf' as const };
    await acting.write(
      life.session,
      dossierId,
      null,
      () => [{ type: 'dossier.paperDigitised', body }],
      () => store.scans.add(scan, context.clock.now()),
    );
    paper.isTold = true;
    world.coverage.note('scans', 'digitised');
    const file = filesOf(desk.folder).find((each) => each.hash === hash);
    if (isSpoilt && file !== undefined) spoil(world, file);
    return true;
  });
}

/** Of 1 to 40,000 bytes; now and then a paper that was digitised before, here or at another desk. */
function drawPaper({ chance, scans, seed }: World): { readonly n: number; readonly bytes: Buffer } {
  const before = scans.all();
  const again = before.length > 0 && chance.happens(12) ? chance.of(before).n : null;
  const n = again ?? chance.below(2 ** 31);
  const length = 1 + (n % (n % 3 === 0 ? 40_000 : 4_000));
  return { n, bytes: createHash('shake256', { outputLength: length }).update(`${seed} ${n}`).digest() };
}

function spoil({ chance, scans, coverage }: World, { hash, path }: FileOnDisk): void {
  // Object.keys gives strings; the object has one key a way.
  const way = chance.of(Object.keys(ways) as (keyof typeof ways)[]);
  ways[way](path, chance);
  scans.spoilt(hash);
  coverage.note('scans', `spoilt on the disk: ${way}`);
}

/** What a disk does to a file. */
const ways = {
  gone: (path: string) => rmSync(path),
  'a byte changed': (path: string, chance: Chance) => {
    const bytes = readFileSync(path);
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ 0x20;
    writeFileSync(path, bytes);
  },
  'cut short': (path: string, chance: Chance) => truncateSync(path, chance.below(readFileSync(path).length)),
} as const;
