import type { CallOutput } from '../../../contract/desk.ts';
import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import type { ChecklistRow } from '../../../domain/procedure/checklist.ts';
import { caseOf } from '../../../domain/procedure/catalogue.ts';
import type { DossierReceived, IssuedCode, PaperTaken } from '../../../domain/dossier/events/receipt.ts';
import { bodyOf } from '../../store/store.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { judge, type Judged } from './assess.ts';
import { nextCode, takeCode } from './number.ts';

/** Receiving a dossier (tiếp nhận hồ sơ, NĐ 61/2018 Điều 17 as kept by NĐ 118/2025 and changed by NĐ 309/2026). */
export interface Receipt {
  assess(content: ReceiptContent): Assessment;
  /** Received for good once this returns. @throws ProblemError TN-01, TN-03, LT-03 */
  receive(
    session: DeskSession,
    input: { draftId: string; revision: number; content: ReceiptContent },
  ): CallOutput<'receipt.receive'>;
}

export function createReceipt(context: DeskContext): Receipt {
  const { store, clock, changed } = context;
  return {
    assess: (content) => judge(context, content).assessment,
    receive(session, { draftId, content }) {
      const user = session.user;
      if (user === null) throw new ProblemError('DN-03');
      // The dossier takes the draft's id: asked twice (a reply lost, a second press), it is received once.
      const already = store.dossiers.get(draftId);
      if (already !== null && already.received !== null) return replyOf(draftId, already.received, clock.now());
      const draft = store.drafts.get(draftId);
      if (draft !== null && draft.owner !== user.id) {
        const owner = (store.reference.get('users') ?? []).find((row) => row.id === draft.owner);
        throw new ProblemError('TN-03', { name: owner?.name ?? draft.owner });
      }
      const judged = judge(context, content);
      const { missing } = judged.assessment;
      if (missing.length > 0) {
        throw new ProblemError('TN-01', { missing: missing.map((row) => row.text.vi).join(', ') });
      }
      let received: DossierReceived | null = null;
      store.record(() => {
        const code = nextCode(context, dateOf(judged.now));
        const body = receivedBody(context, content, judged, code);
        received = body;
        return {
          now: clock.now(),
          events: [
            {
              stamp: context.stamp(),
              event: {
                aggregate: 'dossier',
                aggregateId: draftId,
                // Guided, refused or sent in before: the receipt follows on that.
                after: already?.heads ?? [],
                type: 'dossier.received',
                version: 1,
                body: bodyOf(body),
                actor: user.id,
                approvedBy: null,
              },
            },
          ],
          also: () => {
            takeCode(context, code, draftId);
            store.drafts.remove(draftId);
          },
        };
      });
      if (received === null) throw new Error('recorded nothing');
      context.kick();
      changed('dossiers');
      changed('drafts');
      changed('status');
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
): DossierReceived {
  const { procedure, caseId, due, fee } = judged;
  const chosen = procedure === null || caseId === null ? undefined : caseOf(procedure, caseId);
  if (procedure === null || chosen === undefined || due === null || fee === null) throw new ProblemError('TN-04');
  const { office } = enrolmentOf(context);
  return {
    code,
    visit: content.visit,
    fastLane: procedure.fastLane,
    quantity: content.quantity,
    procedure: {
      code: procedure.code,
      name: procedure.name,
      shortName: procedure.shortName,
      field: procedure.field.name,
      caseId: chosen.id,
      caseLabel: chosen.label,
      catalogueVersion: context.reference.catalogue().version,
    },
    channel: content.channel,
    applicant: judged.applicant,
    submitter: judged.submitter,
    papers: [...(judged.checklist?.submit ?? []), ...(judged.checklist?.present ?? [])].map((row) =>
      paperOf(row, content),
    ),
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
    note: content.note.trim(),
  };
}

function paperOf({ paper, initial }: ChecklistRow, content: ReceiptContent): PaperTaken {
  const mark = content.papers[paper.id];
  const state = mark?.state ?? initial;
  const has = state === 'has';
  return {
    paperId: paper.id,
    name: paper.name,
    group: paper.group,
    state: state === 'unseen' ? 'notNeeded' : state,
    originals: has ? (mark?.originals ?? paper.originals) : 0,
    copies: has ? (mark?.copies ?? paper.copies + (paper.certifiedCopies ?? 0)) : 0,
    note: mark?.note.trim() ?? '',
  };
}
