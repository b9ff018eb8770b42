import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';
import type { CurrentDossierEvent, DossierEventType } from './events.ts';
import { authorityFaults } from '../results/authority.ts';
import { feeOwed } from '../results/fee-owed.ts';
import type { Intake, Override } from './events/common.ts';
import { isPastOfficer } from './correction-limit.ts';
import { cellOf, type Before } from './table.ts';
import type { DossierView } from './view.ts';

/** A limit of the law that an event goes past: allowed only by a named person with a reason. */
export type LawBreak =
  | 'out-of-place'
  | 'second-round'
  | 'late-supplement-request'
  | 'second-extension'
  | 'late-extension'
  | 'granted-while-waiting'
  | 'late-correction'
  | 'no-authority'
  | 'fee-owed';

/** The part of a view that the limits look at. */
export type LawView = Pick<
  DossierView,
  'state' | 'rounds' | 'clock' | 'received' | 'payments' | 'result' | 'custody'
> & {
  readonly intake: Intake | null;
};

/**
 * What stands against an event in this view, by the state table and the limits that are no states:
 * one supplement request (NĐ 309/2026, Điều 17 khoản 2a), within 3 working days (NĐ 61/2018 Điều 19 khoản 4), one
 * extension at least one day before the due date (Điều 19 khoản 9); a result only to whoever may collect it (Điều 20),
 * once the fee is paid. Empty: nothing. `flag` in the table is not asked
 * here: no override makes such an event lawful.
 */
export function lawBreaks(view: LawView | null, event: CurrentDossierEvent): LawBreak[] {
  const breaks: LawBreak[] = [];
  if (cellOf(view?.state ?? 'nothing', event.type) === 'override') breaks.push('out-of-place');
  if (view === null) return breaks;
  // The table asks for an approval of a second guidance already; the words are those of the round.
  if (event.type === 'dossier.guided') return view.rounds.length > 0 ? ['second-round'] : breaks;
  if (event.type === 'dossier.supplementRequested') {
    if (view.rounds.length > 0) breaks.push('second-round');
    if (isPast(event.body)) breaks.push('late-supplement-request');
  }
  if (event.type === 'dossier.extended') {
    if (view.clock.extensions > 0) breaks.push('second-extension');
    if (isPast(event.body)) breaks.push('late-extension');
  }
  if (event.type === 'dossier.finished' && event.body.outcome === 'granted') {
    // Not brought, not paid: declining is the lawful end (rules of 1.001193); granting is not.
    if (view.state === 'supplement' || view.state === 'financial') breaks.push('granted-while-waiting');
  }
  // A correction with the result there is asked for by the table already.
  if (event.type === 'dossier.corrected' && breaks.length === 0 && isPastOfficer(view, event.body.at)) {
    breaks.push('late-correction');
  }
  if (event.type === 'dossier.returned') {
    if (authorityFaults(view.intake, event.body.to).length > 0) breaks.push('no-authority');
    if (feeOwed(view) > 0) breaks.push('fee-owed');
  }
  return breaks;
}

function isPast(body: { readonly lawfulUntil: CivilDate | null; readonly at: LocalDateTime }): boolean {
  return body.lawfulUntil !== null && dateOf(body.at) > body.lawfulUntil;
}

/** Whether an event of this type can be written now: as it is, with an approval, or not at all. */
export function mayDo(view: LawView | null, type: DossierEventType): 'allowed' | 'override' | 'never' {
  const before: Before = view?.state ?? 'nothing';
  const cell = cellOf(before, type);
  return cell === 'flag' ? 'never' : cell;
}

/** The reason given with an event that went past a limit, or null. */
export function overrideOf(event: CurrentDossierEvent): Override | null {
  if ('override' in event.body) return event.body.override;
  if (event.type === 'dossier.received') return reasonOf(event.body.note);
  // Those that end a dossier have a reason of their own.
  const ends =
    event.type === 'dossier.stopped' || event.type === 'dossier.finished' || event.type === 'dossier.cancelled';
  return ends ? reasonOf(event.body.reason) : null;
}

function reasonOf(text: string): Override | null {
  return text.trim() === '' ? null : { reason: text };
}

/** What the rule says, for the question before an override and for the flag. */
export const lawWords: Readonly<Record<LawBreak, Bilingual>> = {
  'out-of-place': {
    vi: 'Việc này chỉ làm được khi có người phụ trách duyệt',
    en: 'This needs the approval of a supervisor',
  },
  'second-round': {
    vi: 'Chỉ được yêu cầu bổ sung một lần (NĐ 309/2026, Điều 17 khoản 2a)',
    en: 'A supplement may be asked for once (Decree 309/2026, Art. 17.2a)',
  },
  'late-supplement-request': {
    vi: 'Yêu cầu bổ sung phải trong 3 ngày làm việc từ khi nhận hồ sơ (NĐ 61/2018 Điều 19.4)',
    en: 'A supplement must be asked for within 3 working days of receipt (Decree 61/2018 Art. 19.4)',
  },
  'second-extension': {
    vi: 'Chỉ được hẹn lại một lần (NĐ 61/2018 Điều 19.9)',
    en: 'The date may be moved once (Decree 61/2018 Art. 19.9)',
  },
  'late-extension': {
    vi: 'Xin lỗi và hẹn lại phải trước ngày hẹn ít nhất 1 ngày (NĐ 61/2018 Điều 19.9)',
    en: 'Apology and new date are due at least one day before the due date (Decree 61/2018 Art. 19.9)',
  },
  'granted-while-waiting': {
    vi: 'Hồ sơ đang chờ người dân, chưa được trả kết quả đồng ý',
    en: 'The dossier waits for the citizen and cannot be granted yet',
  },
  'late-correction': {
    vi: 'Đã qua ngày tiếp nhận hoặc đã bàn giao: chỉ sửa được khi có người phụ trách duyệt',
    en: 'The day of receipt is over or the paper has left: a correction needs the approval of a supervisor',
  },
  'no-authority': {
    vi: 'Người nhận thay chưa đủ giấy tờ chứng minh quyền nhận kết quả (NĐ 61/2018 Điều 20)',
    en: 'Whoever collects has not shown the papers that give the right to (Decree 61/2018 Art. 20)',
  },
  'fee-owed': {
    vi: 'Phí, lệ phí chưa nộp đủ, phải thu trước khi trả kết quả',
    en: 'The fee is not fully paid and must be taken before the result is returned',
  },
};
