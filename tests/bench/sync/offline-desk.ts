import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey } from '../../../contract/signing.ts';
import { systemClock } from '../../../main/clock.ts';
import { systemRandom } from '../../../main/random.ts';
import { takeFolder } from '../../../main/store/folder.ts';
import { newDatabaseKey } from '../../../main/store/key-file.ts';
import { bodyOf, openStore, type Store } from '../../../main/store/store.ts';
import { createProvince, enrol, type Province } from '../../../main/sync/province.ts';
import { deskReport } from '../../../main/sync/report.ts';
import { inventedDossier } from '../../harness/dossier-filler.ts';
import type { DemoProvince } from '../../harness/demo-province.ts';

/** A desk's store, enrolled at a real province, with the line in the bench's hand. */
export interface BenchDesk {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  readonly log: string;
  readonly office: string;
  remove(): void;
}

/** @param send how a request reaches the province */
export async function benchDesk(
  at: Pick<DemoProvince, 'server' | 'enrolmentCode'>,
  send: typeof fetch = fetch,
): Promise<BenchDesk> {
  const key = newSigningKey();
  const request = { code: await at.enrolmentCode(), deviceName: 'máy đo', demo: true };
  const reply = await enrol(fetch, at.server, key, request);
  const path = mkdtempSync(join(tmpdir(), 'bench-desk-'));
  const folder = takeFolder(path);
  const store = openStore(folder, newDatabaseKey(), { create: true, stamp: 'bench' });
  const { server, serverPublicKey, device, log, office, counter, kind, demo } = reply;
  store.transact(() => {
    store.meta.set('deviceKey', key);
    const deviceName = request.deviceName;
    const place = { server, serverPublicKey, device, deviceName, log, office, counter, kind, demo };
    store.meta.set('enrolment', { serverUrl: at.server, ...place });
  });
  return {
    store,
    province: createProvince(send, { server: at.server, serverPublicKey, device, key }, () =>
      deskReport(store, systemClock),
    ),
    serverPublicKey,
    log,
    office,
    remove() {
      store.close();
      folder.unlock();
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Writes `events` events with no line, as an officer does: every dossier is received, then its slip is issued. */
export function writeOffline({ store, office }: BenchDesk, events: number, from = 0): void {
  const stamp = () => ({
    id: systemRandom.id(),
    salt: hexOf(16),
    at: { device: systemClock.now(), offset: 0 },
  });
  const AT_ONCE = 500;
  for (let done = 0; done < events; done += AT_ONCE) {
    store.record(() => {
      const rows = [];
      for (let n = done; n < Math.min(done + AT_ONCE, events); n += 2) {
        const received = stamp();
        const slip = stamp();
        const aggregateId = systemRandom.id();
        const common = { aggregate: 'dossier', aggregateId, actor: 'u-ngan', approvedBy: null } as const;
        rows.push({ stamp: received, event: { ...common, ...receipt(from + n, office) } });
        rows.push({ stamp: slip, event: { ...common, ...slipOf(received.id) } });
      }
      return { now: systemClock.now(), events: rows };
    });
  }
}

/** What a receipt says, without its dossier. */
export function receipt(n: number, office: string) {
  const dossier = inventedDossier(n, office);
  const code = { ...dossier.code, kind: 'temporary' as const, text: `TAM-${office}-${systemRandom.id()}`.slice(0, 40) };
  return { after: [], type: 'dossier.received', version: 1, body: bodyOf({ ...dossier, code }) };
}

export function slipOf(received: string) {
  const body = {
    slipId: systemRandom.id(),
    form: '01',
    number: '',
    issue: 1,
    copyOf: null,
    voids: null,
    about: null,
    templateVersion: '1',
    pdfSha256: hexOf(32),
    madeOffline: true,
    checkCode: '7K2M',
    token: hexOf(16),
  };
  return { after: [received], type: 'dossier.slipIssued', version: 2, body: bodyOf(body) };
}

function hexOf(bytes: number): string {
  return Buffer.from(systemRandom.bytes(bytes)).toString('hex');
}
