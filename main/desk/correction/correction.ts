import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import {
  correctionLimit,
  correctionOf,
  followsFrom,
  type CorrectionResult,
} from '../../../domain/dossier/correction.ts';
import type { Correction } from '../../../domain/dossier/events/change.ts';
import type { DossierReceived } from '../../../domain/dossier/events/receipt.ts';
import { changedLines, receiptLines } from '../../../domain/dossier/receipt-words.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { messageTelephone } from '../../../domain/message/recipient.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { Act, Acting } from '../acting.ts';
import { enrolmentOf, nameOfOffice, type DeskContext } from '../context.ts';
import { messageActs, noticeAct } from '../notices.ts';
import { judge, type Judged } from '../receipt/assess.ts';
import type { DeskSession } from '../sessions.ts';
import { contentOfReceipt } from './content.ts';
import { correctedReceipt } from './corrected.ts';

/** What was told at the counter; kept with the dossier. */
const CORRECTED_HERE = 'Đã báo hồ sơ được sửa và đưa phiếu mới';

type Preview = CallOutput<'dossier.previewCorrection'>;
type Missing = Preview['missing'][number];

/** Putting a received dossier right (đính chính): the same form, judged as on the day of receipt; only differences count. */
export interface CorrectionCalls {
  /** @throws ProblemError TN-05, DC-01 */
  open(dossierId: string): CallOutput<'dossier.correction'>;
  /** @throws ProblemError TN-05, DC-01 */
  preview(input: { dossierId: string; content: ReceiptContent }): Preview;
  /** @throws ProblemError TN-05, TN-01, DC-01, DC-02, HS-01, HS-02 */
  correct(
    session: DeskSession,
    input: Omit<CallInput<'dossier.correct'>, 'content'> & { content: ReceiptContent },
  ): Promise<CallOutput<'dossier.correct'>>;
}

interface Worked {
  readonly judged: Judged;
  readonly after: DossierReceived;
  readonly change: Correction;
  readonly result: CorrectionResult;
  readonly missing: Missing[];
}

export function createCorrection(context: DeskContext, acting: Acting): CorrectionCalls {
  const limitOf = (view: DossierView) => correctionLimit(view, enrolmentOf(context).office, dateOf(context.localNow()));

  function receiptOf(dossierId: string): { view: DossierView; received: DossierReceived } {
    const view = context.store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    const limit = limitOf(view);
    if (view.received === null || limit.kind === 'never') {
      throw new ProblemError('DC-01', { why: limit.kind === 'never' ? limit.why.vi : '' });
    }
    return { view, received: view.received };
  }

  function work(view: DossierView, received: DossierReceived, content: ReceiptContent): Worked {
    // Nothing is received: a draft of this dossier has nothing to say of it.
    const judged = judge(context, content, view.id, received.receivedAt);
    const missing = missingOf(received, content, judged);
    const after = missing.some(({ field }) => field === 'procedure' || field === 'case')
      ? received
      : correctedReceipt(context, received, content, judged);
    const change = correctionOf(received, after);
    return { judged, after, change, result: followsFrom(view, change), missing };
  }

  const effectsOf = (view: DossierView, { result, after }: Worked): Preview['effects'] => ({
    voids: result.voids.map(({ slipId, form, issue, copyOf }) => ({ slipId, form, issue, isCopy: copyOf !== null })),
    reprint: [...result.reprint],
    callBack: result.callBack,
    mayMessage: messageTelephone({ ...view.intake, applicant: after.applicant, submitter: after.submitter }) !== null,
    due: result.due === null ? null : { ...result.due, steps: [...after.due.steps] },
    fetchFrom: result.fetchFrom?.place ?? null,
    feeDifference: result.feeDifference,
  });

  return {
    open(dossierId) {
      const { view, received } = receiptOf(dossierId);
      return {
        code: codeOfView(view),
        receivedAt: received.receivedAt,
        content: contentOfReceipt(received),
        limit: shownLimit(limitOf(view)),
      };
    },
    preview({ dossierId, content }) {
      const { view, received } = receiptOf(dossierId);
      const worked = work(view, received, content);
      const name = (id: string): string => nameOfOffice(context, id);
      return {
        assessment: worked.judged.assessment,
        lines: changedLines(receiptLines(received, name), receiptLines(worked.after, name)).map(
          ({ key, label, before, after }) => ({ key, label, before, after }),
        ),
        effects: effectsOf(view, worked),
        limit: shownLimit(limitOf(view)),
        missing: worked.missing,
      };
    },
    async correct(session, { dossierId, content, reason, told, approval }) {
      const { view: seen, received: kept } = receiptOf(dossierId);
      const worked = work(seen, kept, content);
      if (worked.missing.length > 0) {
        throw new ProblemError('TN-01', { missing: worked.missing.map(({ text }) => text.vi).join(', ') });
      }
      if (Object.keys(worked.change).length === 0) throw new ProblemError('DC-02');
      const effects = effectsOf(seen, worked);
      let how: CallOutput<'dossier.correct'>['told'] = null;
      await acting.write(session, dossierId, approval, (view, { now, override }) => {
        const change: Act = {
          type: 'dossier.corrected',
          body: { change: worked.change, reason: reason.trim(), at: now, override },
        };
        if (!worked.result.callBack) return [change];
        // Told of what stands now: a corrected telephone is the one that is called.
        const after = { ...view, intake: { ...view.intake, applicant: worked.after.applicant } };
        const message = { about: 'call-back' } as const;
        const sent = told === 'message' ? messageActs(context, after, message, now) : [];
        const said = told === 'here' ? [noticeAct(view, message, 'counter', CORRECTED_HERE, now)] : [];
        how = told === 'here' ? 'here' : sent.length > 0 ? 'message' : 'later';
        return [change, ...sent, ...said];
      });
      return { effects, told: how };
    },
  };
}

function shownLimit(limit: ReturnType<typeof correctionLimit>): Preview['limit'] {
  return limit.kind === 'approval' ? { kind: 'approval', why: [...limit.why] } : limit;
}

/** What must be there as at receipt; papers only where they were touched: they were looked at then. */
function missingOf(received: DossierReceived, content: ReceiptContent, judged: Judged): Missing[] {
  const was = contentOfReceipt(received);
  const isOther = content.procedureCode !== was.procedureCode || content.caseId !== was.caseId;
  const isLooked = isOther || JSON.stringify(content.papers) !== JSON.stringify(was.papers);
  const missing = judged.assessment.missing
    .filter(({ field }) => field !== 'papers' || isLooked)
    // Computed at receipt and kept: asked for only where it must be computed anew.
    .filter(({ field }) => (field !== 'due' && field !== 'fee') || isOther);
  const lane: Bilingual = {
    vi: 'thủ tục trả ngay và thủ tục có hẹn không đổi lẫn nhau được, hủy rồi tiếp nhận lại',
    en: 'a procedure done at once and one with a due date cannot take each other’s place: cancel and receive again',
  };
  const isOtherLane = judged.procedure !== null && judged.procedure.fastLane !== received.fastLane;
  return isOtherLane ? [...missing, { field: 'procedure', text: lane }] : [...missing];
}
