import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RELEASE, type DeskReport } from '../../contract/desk-report.ts';
import type { Fetch } from '../../main/desk/ports.ts';
import { takeFolder, type DeskFolder } from '../../main/store/folder.ts';
import { newDatabaseKey } from '../../main/store/key-file.ts';
import { openStore, type Store } from '../../main/store/store.ts';
import { createProvince, type Province } from '../../main/sync/province.ts';
import { pushLog } from '../../main/sync/push.ts';
import { startScanLane, type ScanLane } from '../../main/sync/scan-lane.ts';
import { MONDAY_10_42 } from './enrolled-folder.ts';
import { namingBody } from './scan-facts.ts';
import { seededRandomness, silentLog } from './test-desk.ts';
import type { TestDesk, TestProvince } from './test-server.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';
import { json, receivedBody } from './writer.ts';

const report = (): DeskReport => ({ release: RELEASE, unsent: 0, waiting: 0, clock: null });

/** A desk's store and its lane of digitised papers against a real province, its clock and its line in the test's hand. */
export interface ScanDesk {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly province: Province;
  readonly scans: string;
  /** A dossier that names a paper of so many bytes, kept here; its event is not sent yet. @returns the hash */
  digitise(bytes: number | Buffer): Promise<{ readonly hash: string; readonly dossierId: string }>;
  /** Sends the events. */
  push(): Promise<void>;
  lane(): ScanLane;
  /** Lets the lane work, its clock going on a minute each time it rests, until this holds. @throws after `looks` looks */
  until(wanted: () => boolean, looks?: number): Promise<void>;
  stand(hash: string): string;
  /** The lane ends as a killed process does, what is in memory is gone, and all is opened again from the disk. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function scanDesk(
  province: TestProvince,
  url: () => string,
  enrolled: TestDesk,
  line: () => Fetch,
  ceiling = 0,
): Promise<ScanDesk> {
  const path = mkdtempSync(join(tmpdir(), 'scan-desk-'));
  const key = newDatabaseKey();
  const clock = virtualClock(MONDAY_10_42);
  const random = seededRandomness(path);
  let folder: DeskFolder = takeFolder(path);
  let store = openStore(folder, key, { create: true, stamp: 'test' });
  const { place } = enrolled;
  store.transact(() => {
    store.meta.set('deviceKey', enrolled.key);
    store.meta.set('enrolment', {
      serverUrl: url(),
      server: place.server,
      serverPublicKey: place.serverPublicKey,
      device: place.device,
      deviceName: 'máy thử',
      log: place.log,
      office: place.office,
      counter: place.counter,
      kind: place.kind,
      demo: false,
    });
  });
  let ending = new AbortController();
  const send: Fetch = (target, init) => {
    const signals = [ending.signal, ...(init.signal instanceof AbortSignal ? [init.signal] : [])];
    return line()(target.replace('http://province', url()), { ...init, signal: AbortSignal.any(signals) });
  };
  const enrolledAt = { serverPublicKey: place.serverPublicKey, device: place.device, key: enrolled.key };
  const remote = createProvince(send, { ...enrolledAt, server: 'http://province' }, report);
  const begin = (): ScanLane =>
    startScanLane({
      store,
      clock,
      random,
      province: remote,
      serverPublicKey: province.key.publicKey,
      log: silentLog,
      ceiling: () => ceiling,
      changed: () => undefined,
    });
  let lane: ScanLane | null = null;
  const stamp = () => ({ id: random.id(), salt: 'aabbccdd', at: { device: clock.now(), offset: 0 } });

  const desk: ScanDesk = {
    get store() {
      return store;
    },
    clock,
    province: remote,
    scans: join(path, 'scans'),
    async digitise(given) {
      const bytes = typeof given === 'number' ? randomBytes(given) : given;
      const hash = await store.vault.put(bytes);
      const dossierId = random.id();
      const event = { aggregate: 'dossier' as const, aggregateId: dossierId, actor: 'u-1', approvedBy: null };
      const received = stamp();
      store.record(() => ({
        now: clock.now(),
        events: [
          {
            event: { ...event, after: [], type: 'dossier.received', version: 1, body: json(receivedBody(place)) },
            stamp: received,
          },
          {
            event: {
              ...event,
              after: [received.id],
              type: 'dossier.paperDigitised',
              version: 1,
              body: json(namingBody(hash, bytes.length)),
            },
            stamp: stamp(),
          },
        ],
        also: () => store.scans.add({ hash, bytes: bytes.length, pages: 1, kind: 'pdf' }, clock.now()),
      }));
      return { hash, dossierId };
    },
    async push() {
      const direct = createProvince((target, init) => fetch(target, init), { ...enrolledAt, server: url() }, report);
      const serverPublicKey = province.key.publicKey;
      const options = { store, province: direct, serverPublicKey, progressed: () => undefined, stopped: () => false };
      await pushLog(place.log, options);
    },
    lane: () => (lane ??= begin()),
    async until(wanted, looks = 300) {
      const working = desk.lane();
      for (let look = 0; look < looks; look += 1) {
        await working.settled();
        if (wanted()) return;
        clock.advance(60_000);
      }
      throw new Error('it did not come to that');
    },
    stand(hash) {
      const stand = store.toSend.standOf(hash);
      return stand === null ? 'none' : stand.state === 'setAside' ? stand.code : stand.state;
    },
    async restart() {
      ending.abort();
      await lane?.stop();
      lane = null;
      store.close();
      folder.unlock();
      ending = new AbortController();
      folder = takeFolder(path);
      store = openStore(folder, key, { create: false, stamp: 'test' });
    },
    async close() {
      ending.abort();
      await lane?.stop();
      store.close();
      folder.unlock();
      rmSync(path, { recursive: true, force: true });
    },
  };
  return desk;
}

/** The answer of a server that says no more than its status. */
export const saying =
  (status: number, headers: Record<string, string> = {}) =>
  (): Response =>
    new Response('{}', { status, headers });
