import type { CallOutput } from '../../../contract/desk.ts';
import type { Approval } from '../../../contract/desk/approval.ts';
import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { DossierReceived, IssuedCode } from '../../../domain/dossier/events/receipt.ts';
import type { Acting } from '../acting.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import { holderOf, refuseMissing } from '../guidance/guidance.ts';
import { papersSeen, procedureOf } from '../guidance/intake.ts';
import type { DeskSession } from '../sessions.ts';
import { judge, type Judged } from './assess.ts';
import { nextCode, takeCode } from './number.ts';

/** Receiving a dossier (tiếp nhận hồ sơ, NĐ 61/2018 Điều 17 as kept by NĐ 118/2025 and changed by NĐ 309/2026). */
export interface Receipt {
  assess(content: ReceiptContent, draftId: string | null): Assessment;
  /** Received for good once this returns. @throws ProblemError TN-01, TN-03, LT-03, HS-01, HS-02 */
  receive(
    session: DeskSession,
    input: { draftId: string; content: ReceiptContent; approval: Approval | null },
  ): Promise<CallOutput<'receipt.receive'>>;
}

export function createReceipt(context: DeskContext, acting: Acting): Receipt {
  const { store, clock, changed } = context;
  return {
    assess: (content, draftId) => judge(context, content, draftId).assessment,
    async receive(session, { draftId, content, approval }) {
      const user = holderOf(context, session, draftId);
      const approver = await acting.approver(approval);
      // The dossier takes the draft's id: asked twice (a reply lost, a second press), it is received once.
      const already = store.dossiers.get(draftId);
      if (already !== null && already.received !== null) return replyOf(draftId, already.received, clock.now());
      const judged = judge(context, content, draftId);
      refuseMissing(judged.assessment.missing);
      let received: DossierReceived | null = null;
      store.record(() => {
        const code = nextCode(context, dateOf(judged.now));
        const body = receivedBody(context, content, judged, code, approval?.reason ?? '');
        received = body;
        // Guided, refused or sent in before: the receipt follows on that.
        const target = { id: draftId, view: already };
        return {
          now: clock.now(),
          events: acting.entries(target, [{ type: 'dossier.received', body }], user, approver),
          also: () => {
            takeCode(context, code, draftId);
            store.drafts.remove(draftId);
          },
        };
      });
      if (received === null) throw new Error('recorded nothing');
      acting.done();
      changed('drafts');
      return replyOf(draftId, received, clock.now());
    },
  };
}

function replyOf(dossierId: string, received: DossierReceived, savedAt: number): CallOutput<'receipt.receive'> {
  return { dossierId, code: received.code.text, kind: received.code.kind, dueAt: received.due.at, savedAt };
}

/** What Mẫu 01 and the register will say of it, for ever. Also what the preview shows before it is so. */
export function receivedBody(
  context: DeskContext,
  content: ReceiptContent,
  judged: Judged,
  code: IssuedCode,
  /** Why a supervisor allowed it, where one had to. */
  because = '',
): DossierReceived {
  const { procedure, due, fee } = judged;
  if (procedure === null || due === null || fee === null) throw new ProblemError('TN-04');
  const { office } = enrolmentOf(context);
  return {
    code,
    visit: content.visit,
    fastLane: procedure.fastLane,
    quantity: content.quantity,
    procedure: procedureOf(context, judged),
    channel: content.channel,
    applicant: judged.applicant,
    submitter: judged.submitter,
    papers: papersSeen(judged, content),
    sets: content.sets,
    receivingOffice: office,
    counter: ownCounter(context).name,
    competentOffice: content.competentOffice ?? office,
    processingUnit: judged.processingUnit,
    resultWay: content.resultWay,
    resultAddress: content.resultAddress.trim(),
    land: content.land,
    fee,
    receivedAt: judged.now,
    due,
    handoverBy: judged.handoverBy,
    note: [content.note.trim(), because.trim()].filter((text) => text !== '').join('\n'),
  };
}
