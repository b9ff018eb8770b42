import { setTimeout } from 'node:timers/promises';
import { completeReceipt } from '../../harness/complete-receipt.ts';
import type { DeskUser } from '../../harness/world.ts';

/** As fast as somebody types, each pause of whom is saved. */
const SAVE_EVERY_MS = 125;
/** Every so many saves a receipt, between two calls; nobody is so fast, but there must be enough of them to measure. */
const RECEIPT_EVERY = 4;
const RECEIPT_AT = 2;

export interface Felt {
  readonly saves: readonly number[];
  readonly receipts: readonly number[];
}

/** An officer at work at the host. */
export interface Officer {
  /** Goes on with it until `ends`; what each call took from the moment it was due, ms: an open loop. */
  work(ends: Promise<unknown>): Promise<Felt>;
}

export async function officerAt(user: DeskUser): Promise<Officer> {
  const content = await completeReceipt(user);
  let person = 0;
  return {
    async work(ends) {
      const saves: number[] = [];
      const receipts: number[] = [];
      let isOver = false;
      const over = ends.finally(() => {
        isOver = true;
      });
      let due = performance.now();
      let draft = await user.call('draft.create', { from: null });
      let { revision } = draft;
      for (let nth = 1; !isOver; nth++) {
        due += SAVE_EVERY_MS;
        await setTimeout(Math.max(0, due - performance.now()));
        if (nth % RECEIPT_EVERY === RECEIPT_AT) {
          person += 1;
          const personalId = `087196${String(person).padStart(6, '0')}`;
          const applicant = content.applicant === null ? null : { ...content.applicant, personalId };
          await user.call('receipt.receive', { draftId: draft.id, revision, content: { ...content, applicant } });
          receipts.push(performance.now() - due);
          draft = await user.call('draft.create', { from: null });
          ({ revision } = draft);
        } else {
          ({ revision } = await user.call('draft.save', {
            id: draft.id,
            revision,
            content: { ...content, note: `${nth}` },
          }));
          saves.push(performance.now() - due);
        }
      }
      await over;
      return { saves, receipts };
    },
  };
}
