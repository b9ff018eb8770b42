import type { CallOutput } from '../../../contract/desk.ts';
import type { DeskUser } from '../../harness/world.ts';
import { slipQr } from './counter.ts';

/** What a unit's officer does, and how paper goes to and fro. */

/** Paper goes to where it is due: scanned, closed, listed; signed for on the other side by scanning the same slips. */
export async function handOver(
  giver: DeskUser,
  taker: DeskUser,
  dossierIds: readonly string[],
  takes: (id: string) => Promise<string>,
): Promise<string> {
  const [firstId] = dossierIds;
  if (firstId === undefined) throw new Error('nothing to hand over');
  let key: string | null = null;
  for (const id of dossierIds) {
    const scanned: CallOutput<'handover.scan'> = await giver.call('handover.scan', {
      raw: await takes(id),
      target: key === null ? null : { side: 'out', key },
      anyway: false,
    });
    if ('target' in scanned && scanned.target.side === 'out') key = scanned.target.key;
    else throw new Error(`not scanned: ${scanned.kind}`);
  }
  if (key === null) throw new Error('no batch');
  const { rows } = await giver.call('handover.out', { key });
  const isShort = rows.some((row) => row.scannedAt === null);
  const { batchId } = await giver.call('handover.close', { key, shortBecause: isShort ? 'mang sau' : '' });
  const day = await taker.until('handover.today', {}, (seen) => seen.in.some((row) => row.id === batchId));
  if (!day.in.some((row) => row.id === batchId)) throw new Error('the batch did not come');
  for (const id of dossierIds) {
    await taker.call('handover.scan', { raw: await takes(id), target: { side: 'in', id: batchId }, anyway: false });
  }
  const { missing, papersMissing } = await taker.call('handover.accept', { id: batchId });
  if (missing + papersMissing > 0) throw new Error('something was missing');
  return batchId;
}

/** Scans the receipt slip. */
export const byReceipt =
  (officer: DeskUser) =>
  (id: string): Promise<string> =>
    slipQr(officer, id, '01');

export const granted = (name: string, number: string) => ({
  outcome: 'granted' as const,
  papers: [{ name, number, originals: 1, copies: 0, electronic: false }],
  reason: '',
  legalBasis: '',
  signatory: 'Chủ tịch UBND phường, Trần Quốc Việt',
  approval: null,
});
