import { writeFileSync } from 'node:fs';
import { sealCourier } from '../../contract/courier.ts';
import type { DeskFolder } from '../../main/store/folder.ts';
import { remainsIn } from '../../main/store/remains.ts';
import type { DatabaseKey } from '../../main/store/sqlite.ts';
import { batchesOf } from '../../main/sync/courier.ts';

/**
 * Writes what a dead desk has left unsent as a courier file for its province: of nobody's: the
 * desk itself writes no more, and the administrator of the server reads it at the command line. Changes nothing in the folder.
 * @returns how many events are in it
 * @throws ProblemError LT-01 where nothing opens
 */
export function saveRemains(folder: DeskFolder, key: DatabaseKey, file: string, now: number): number {
  const { enrolment, deviceKey: signer, events, begun } = remainsIn(folder, key);
  const rows = events.map((event) => ({
    seq: event.envelope.seq,
    event,
    bytes: Buffer.byteLength(JSON.stringify(event)),
  }));
  const { server: province, serverPublicKey: to } = enrolment;
  const content = { made: now, begin: null, begun: begun.slice(-500), batches: batchesOf(rows) };
  writeFileSync(file, sealCourier({ kind: 'send', province, device: null, signer, to }, content), {
    mode: 0o600,
    flag: 'wx',
  });
  return events.length;
}
