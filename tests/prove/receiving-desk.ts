import type { recordPoints } from '../../main/store/store.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { joinedDesk, signInAsOfficer } from '../harness/joined-desk.ts';

/**
 * Child of the kill proof: one desk that receives dossiers one after another and says each aloud once it was told so.
 * Given a point, it kills itself there at the n-th write; else its parent kills it when it likes.
 */
export interface ReceivingOrder {
  readonly dataDir: string;
  readonly server: string;
  readonly code: string;
  readonly point: (typeof recordPoints)[number] | null;
  readonly nth: number;
}

export interface Received {
  readonly dossierId: string;
  readonly code: string;
}

const order = JSON.parse(process.argv[2] ?? '') as ReceivingOrder;
let passed = 0;

const desk = await joinedDesk(order.dataDir, { server: order.server }, order.code, {
  checkOutput: false,
  passing: (point) => {
    if (point !== order.point) return;
    passed += 1;
    if (passed === order.nth) process.kill(process.pid, 'SIGKILL');
  },
});
await signInAsOfficer(desk);
const content = await completeReceipt(desk);
process.send?.({ ready: true });
for (;;) {
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  const { dossierId, code } = await desk.call('receipt.receive', { draftId: draft.id, revision: 1, content });
  await new Promise<void>((resolve) => process.send?.({ dossierId, code } satisfies Received, () => resolve()));
}
