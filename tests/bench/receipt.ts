import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { systemClock } from '../../main/clock.ts';
import { systemRandom } from '../../main/random.ts';
import { enrolledFolder } from '../harness/enrolled-folder.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { openTestDesk } from '../harness/test-desk.ts';
import { quantile, type Figure } from './report.ts';

const ROUNDS = 1500;

/**
 * Durable receipts through the bridge's router (parsed, judged, sealed, journaled, fsynced, projected, indexed), beside
 * one bare encrypted fsynced insert of the same bytes in the same run, turn by turn.
 */
export async function benchReceipt(): Promise<Figure[]> {
  const folder = await enrolledFolder({ numbers: { from: 1, to: 9999 } });
  const desk = await openTestDesk(folder.path, {
    clock: systemClock,
    random: systemRandom,
    checkOutput: false,
  });
  await desk.signIn('ngan');
  const bareDir = mkdtempSync(join(tmpdir(), 'quay-bare-'));
  const bare = new Database(join(bareDir, 'bare.db'));
  bare.pragma(`cipher='chacha20'`);
  bare.pragma(`key='raw:${folder.databaseKey}'`);
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec('CREATE TABLE t (a TEXT) STRICT');
  const insert = bare.prepare('INSERT INTO t VALUES (?)');

  const content: ReceiptContent = await completeReceipt(desk);
  const payload = JSON.stringify(content);
  const receipts: number[] = [];
  const inserts: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const { id } = await desk.call('draft.create', { from: null });
    const personalId = `087196${String(n).padStart(6, '0')}`;
    const own = { ...content, applicant: content.applicant === null ? null : { ...content.applicant, personalId } };
    const start = performance.now();
    await desk.call('receipt.receive', { draftId: id, revision: 0, content: own });
    receipts.push(performance.now() - start);
    const bareStart = performance.now();
    insert.run(payload);
    inserts.push(performance.now() - bareStart);
  }
  await desk.desk.close();
  bare.close();
  folder.remove();
  rmSync(bareDir, { recursive: true, force: true });

  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const beside = (metric: string, of: (values: number[]) => number): Figure => ({
    bench: 'receipt',
    metric,
    value: of(receipts),
    unit: 'ms',
    peer: 'bare encrypted fsynced insert',
    peerValue: of(inserts),
  });
  return [
    {
      bench: 'receipt',
      metric: 'receipts a second',
      value: 1000 / mean(receipts),
      unit: '1/s',
      peer: 'bare inserts a second',
      peerValue: 1000 / mean(inserts),
    },
    beside('mean', mean),
    beside('p50', (values) => quantile(values, 0.5)),
    beside('p99', (values) => quantile(values, 0.99)),
  ];
}
