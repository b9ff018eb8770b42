import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import type { SlipLedger } from '../slips/ledger.ts';
import { createCustody } from './custody.ts';
import { handsOf, splitKey } from './hands.ts';
import { createIn } from './in.ts';
import { listOrder } from './list-slip.ts';
import { openWorkOf } from './open-work.ts';
import { createOut } from './out.ts';
import { createScan } from './scan.ts';
import { createToday } from './today.ts';

/** Handover (bàn giao), both sides, at this desk. */
export function createHandover(context: DeskContext, acting: Acting, slips: Pick<SlipLedger, 'printOther'>) {
  const { store, changed } = context;
  const hands = handsOf(context, acting);
  const work = openWorkOf(hands);
  const out = createOut(hands, work);
  const into = createIn(hands, work);

  return {
    today: createToday(hands, work),
    scan: createScan(hands, work),
    out: out.detail,
    close: out.close,
    in: into.detail,
    accept: into.accept,
    drop(session: DeskSession, { target, dossierId }: CallInput<'handover.drop'>): Record<string, never> {
      const here = hands.here(session);
      store.transact(() => {
        const open =
          target.side === 'out'
            ? work.out(here, hands.places.normal(splitKey(target.key).place))
            : work.in(here, target.id);
        if (open !== null) work.drop(open, dossierId);
      });
      changed('dossiers');
      return {};
    },
    /** @throws ProblemError BG-01 */
    tick(session: DeskSession, { id, dossierId, missing }: CallInput<'handover.tick'>): Record<string, never> {
      const here = hands.here(session);
      store.transact(() => {
        const open = work.in(here, id);
        if (open === null) throw new ProblemError('BG-01');
        work.tick(open, dossierId, missing);
      });
      changed('dossiers');
      return {};
    },
    custody: createCustody(hands),
    /** @throws ProblemError TN-05, BG-04 nothing of that name is missing */
    async paperFound(
      session: DeskSession,
      { dossierId, paper, note }: CallInput<'handover.paperFound'>,
    ): Promise<Record<string, never>> {
      const by = hands.here(session);
      await acting.write(session, dossierId, null, (view, { now }) => {
        const lost = view.custody.missing.find((each) => each.paper.name === paper);
        if (lost === undefined) throw new ProblemError('BG-04');
        return [{ type: 'dossier.paperFound', body: { paper: lost.paper, by, note: note.trim(), at: now } }];
      });
      return {};
    },
    places: (session: DeskSession): CallOutput<'handover.places'> => hands.places.choices(hands.here(session)),
    /** @throws ProblemError BG-01 no such batch, IN-01 */
    printList(session: DeskSession, batchId: string): Promise<CallOutput<'handover.printList'>> {
      hands.userOf(session);
      const batch = store.batches.get(batchId);
      const closed = batch?.closed ?? null;
      if (batch === null || closed === null) throw new ProblemError('BG-01');
      return slips.printOther(session, listOrder(hands, batch.id, closed, batch.acceptances.at(-1) ?? null));
    },
  };
}
