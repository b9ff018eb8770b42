import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../../domain/calendar/calendar.ts';
import type { ClockLimit } from '../../domain/calendar/clock-marks.ts';
import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { momentOf } from '../../domain/calendar/clock-state.ts';
import { countFrom } from '../../domain/calendar/due-date.ts';
import type { DossierBodies, DossierEvent, DossierEventType } from '../../domain/dossier/events.ts';
import { dossierVersions } from '../../domain/dossier/events.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import { foldDossier, type DossierView, type KnownEvent } from '../../domain/dossier/fold.ts';
import { receivedBody } from './writer.ts';

/** Histories of one dossier by hand: what happened, one after the other, folded. */
export const calendar = createCalendar(calendarSchema.parse(shipped), 'xa-29905');

export type Happened = {
  [T in DossierEventType]: { readonly type: T; readonly body: DossierBodies[T] };
}[DossierEventType];

/** A dossier received at that moment with that limit, counted as the desk counts it. */
export function receivedWith(
  receivedAt: LocalDateTime,
  limit: ClockLimit,
  over: Partial<DossierReceived> = {},
): DossierReceived {
  const count = countFrom(receivedAt, limit, calendar);
  if (count === null) throw new Error('past the calendar');
  const plain = receivedBody({ office: 'xa-29905' });
  const due = { ...plain.due, at: momentOf(count.due, calendar), limit };
  return { ...plain, receivedAt, due, processingUnit: 'Phòng Kinh tế, Hạ tầng và Đô thị', ...over };
}

/** The view after a receipt and what followed it, in order. */
export function viewAfter(received: DossierReceived, ...then: readonly Happened[]): DossierView {
  const all: Happened[] = [{ type: 'dossier.received', body: received }, ...then];
  const known = all.map(({ type, body }, n): KnownEvent => ({
    envelope: {
      id: `e${n}`,
      log: 'a',
      seq: n + 1,
      after: n === 0 ? [] : [`e${n - 1}`],
      type,
      version: dossierVersions[type],
      actor: 'hoa',
      approvedBy: null,
      at: { device: n, offset: null },
    },
    // One version a type: the pair is made from the same table the type is.
    event: { type, version: dossierVersions[type], body } as DossierEvent,
  }));
  const view = foldDossier('d', known);
  if (view === null) throw new Error('nothing to fold');
  return view;
}

export const asked = (at: LocalDateTime, clock: 'restart' | 'resume' = 'restart'): Happened => ({
  type: 'dossier.supplementRequested',
  body: {
    round: 1,
    demands: [
      {
        paperId: null,
        name: 'Hợp đồng thuê nhà',
        state: 'missing',
        originals: 1,
        certified: 0,
        copies: 0,
        bring: '1 bản chính',
        reason: 'Chưa nộp',
      },
    ],
    reason: 'Thiếu hợp đồng thuê nhà',
    clock,
    answerBy: null,
    returnCode: '',
    lawfulUntil: null,
    at,
    override: null,
  },
});

export const dutyAsked = (at: LocalDateTime, clock: 'restart' | 'resume' = 'resume'): Happened => ({
  type: 'dossier.financialRequested',
  body: { what: 'Thuế thu nhập cá nhân', amount: null, noticeNumber: '', clock, at },
});

export const extendedTo = (at: LocalDateTime, due: LocalDateTime): Happened => ({
  type: 'dossier.extended',
  body: {
    number: '03/PXL',
    reason: 'Chưa có mảnh trích đo',
    due: { at: due, calendarVersion: calendar.version, enteredBecause: null },
    lawfulUntil: null,
    signatory: 'Phó Chủ tịch UBND',
    at,
    override: null,
  },
});

export const opinionAsked = (at: LocalDateTime, answerBy: string): Happened => ({
  type: 'dossier.opinionAsked',
  body: {
    opinionId: 'o1',
    agency: 'Chi nhánh VPĐK đất đai',
    content: 'Ranh giới thửa',
    answerBy,
    documentNumber: '214',
    at,
  },
});
