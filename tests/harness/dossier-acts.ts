import type { DossierBodies, DossierEventType } from '../../domain/dossier/events.ts';
import type { CarriedPaper, Holder, Intake, NewDue } from '../../domain/dossier/events/common.ts';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import type { Before } from '../../domain/dossier/table.ts';
import { intakeOf } from '../../domain/dossier/apply.ts';
import { inventedDossier } from './dossier-filler.ts';

/** One thing that happens to a dossier, with whether somebody approved it. */
export type Doing = {
  [T in DossierEventType]: { readonly type: T; readonly body: DossierBodies[T]; readonly approved?: boolean };
}[DossierEventType];

export const OFFICE = 'xa-29905';
export const received: DossierReceived = { ...inventedDossier(1, OFFICE), receivedAt: '2026-11-02T08:05:00' };
export const intake: Intake = intakeOf(received);
const counter: Holder = { kind: 'counter', office: OFFICE, place: 'Quầy 3', user: 'u1', name: 'Lê Thị Kim Ngân' };
const unit: Holder = {
  kind: 'unit',
  office: OFFICE,
  place: 'Văn phòng HĐND và UBND',
  user: 'u2',
  name: 'Trần Văn Lợi',
};
export const holders = { counter, unit };
const paper: CarriedPaper = { paperId: 'to-khai', name: 'Tờ khai', originals: 1, copies: 0 };
const lost: CarriedPaper = { paperId: 'ban-ve', name: 'Bản vẽ', originals: 1, copies: 0 };
export const papers = { paper, lost };
const due = (n: number): NewDue => ({
  at: `2026-12-${String(n + 1).padStart(2, '0')}T17:00:00`,
  calendarVersion: '2026-11-23.1',
  enteredBecause: null,
});
const demand = {
  paperId: 'to-khai',
  name: 'Tờ khai',
  state: 'wrong',
  originals: 1,
  certified: 0,
  copies: 0,
  bring: '1 bản chính',
  reason: 'Chưa ký',
} as const;
const uuid = (kind: number, n: number): string =>
  `019ab000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;
const at = (n: number): string => `2026-11-03T09:${String(n % 60).padStart(2, '0')}:00`;

/** A body of every event: the same `n` gives the same one, another `n` one that says something else. */
export const bodies: { readonly [T in DossierEventType]: (n: number) => DossierBodies[T] } = {
  'dossier.submitted': (n) => ({
    intake,
    portalCode: `000.00.00.G22-261102-${String(n).padStart(4, '0')}`,
    submittedAt: at(n),
    checkBy: null,
    papers: [],
    fee: { amount: 0, paid: false, reference: '' },
    resultWay: 'counter',
    resultAddress: '',
    note: '',
  }),
  'dossier.guided': (n) => ({
    intake,
    round: 1,
    demands: [demand],
    reason: 'Tờ khai chưa ký',
    papers: [],
    answerBy: null,
    returnCode: `QL 7K2M-${String(n).padStart(4, '0')}`,
    filledIn: { sets: 1, quantity: 1, pages: 1, resultWay: 'counter', resultAddress: '', land: null, note: '' },
    at: at(n),
    override: null,
  }),
  'dossier.refused': (n) => ({
    intake,
    why: 'not-allowed',
    reason: `Không thuộc đối tượng, ${n}`,
    legalBasis: 'Luật Hộ tịch',
    rightAgency: null,
    at: at(n),
  }),
  'dossier.received': (n) => ({
    ...received,
    code: { ...received.code, text: `H20.57-261102-${String(n).padStart(4, '0')}` },
  }),
  'dossier.slipIssued': (n) => ({
    slipId: uuid(1, n),
    form: '01',
    number: '',
    issue: 1,
    copyOf: null,
    voids: null,
    about: null,
    templateVersion: 'mau-01@1',
    pdfSha256: '0'.repeat(64),
    madeOffline: true,
    checkCode: '7K2M-41QF',
    token: 't',
  }),
  'dossier.handedOver': (n) => ({
    batch: { id: uuid(2, n), number: n },
    purpose: 'processing',
    from: counter,
    to: unit,
    papers: [paper, lost],
    by: null,
    seenOnSlip: null,
    at: at(n),
  }),
  'dossier.handoverAccepted': (n) => ({
    batch: { id: uuid(2, n), number: n },
    purpose: 'processing',
    by: unit,
    papers: [paper],
    missing: [lost],
    seenOnSlip: null,
    at: at(n),
  }),
  'dossier.paperFound': (n) => ({ paper: lost, by: counter, note: `Ở kẹp ${n}`, at: at(n) }),
  'dossier.assigned': (n) => ({ to: `u${n}`, name: `Người ${n}`, unit: unit.place, at: at(n) }),
  'dossier.stepSet': (n) => ({ step: 'other', words: `Chờ trích đo ${n}`, at: at(n) }),
  'dossier.supplementRequested': (n) => ({
    round: 1,
    demands: [demand],
    reason: `Thiếu chữ ký, ${n}`,
    clock: 'restart',
    answerBy: null,
    returnCode: `QL 9K2M-${String(n).padStart(4, '0')}`,
    lawfulUntil: '2026-11-05',
    at: at(n),
    override: null,
  }),
  'dossier.supplemented': (n) => ({ papers: [], due: due(n), at: at(n) }),
  'dossier.financialRequested': (n) => ({
    what: 'Lệ phí trước bạ',
    amount: n,
    noticeNumber: '',
    clock: 'resume',
    at: at(n),
  }),
  'dossier.financialFulfilled': (n) => ({ evidence: `Biên lai ${n}`, due: due(n), at: at(n) }),
  'dossier.opinionAsked': (n) => ({
    opinionId: uuid(3, n),
    agency: 'Công an phường',
    content: 'Xác minh nơi ở',
    answerBy: '2026-11-10',
    documentNumber: '',
    at: at(n),
  }),
  'dossier.opinionReceived': (n) => ({ opinionId: uuid(3, 0), answer: `Đúng, ${n}`, documentNumber: '', at: at(n) }),
  'dossier.opinionReported': (n) => ({ opinionId: uuid(3, 0), to: 'Đặng Văn Phước, Giám đốc', at: at(n) }),
  'dossier.withdrawalRequested': (n) => ({ by: 'Chủ hồ sơ', reason: `Không cần nữa, ${n}`, at: at(n) }),
  'dossier.stopped': (n) => ({
    number: `0${n}/TB`,
    reason: 'Theo đơn xin rút',
    stage: 'Đang thẩm định',
    fees: 'Hoàn trả',
    papersBack: ['Tờ khai'],
    signatory: 'Phó Chủ tịch',
    at: at(n),
  }),
  'dossier.extended': (n) => ({
    number: `0${n}/PXL`,
    reason: 'Chưa có mảnh trích đo',
    due: due(n),
    lawfulUntil: '2026-11-20',
    signatory: 'Phó Chủ tịch',
    at: at(n),
    override: null,
  }),
  'dossier.finished': (n) => ({
    outcome: 'declined',
    papers: [{ name: 'Văn bản trả lời', number: `${n}`, originals: 1, copies: 0, electronic: false }],
    reason: 'Không đủ điều kiện',
    legalBasis: 'Luật Đất đai',
    signatory: 'Chủ tịch',
    at: at(n),
  }),
  'dossier.resultShelved': (n) => ({ office: OFFICE, place: `Kệ ${n}`, at: at(n) }),
  'dossier.notified': (n) => ({ messageId: uuid(4, n), about: 'other', way: 'phone', text: `Báo ${n}`, at: at(n) }),
  'dossier.returned': (n) => ({
    to: { kind: 'applicant' },
    identity: 'seen',
    slipShown: n > 0,
    papers: [{ name: 'Giấy xác nhận', number: `${n}`, originals: 1, copies: 0, electronic: false }],
    originals: [paper],
    signature: 'paper',
    drawingSha256: null,
    apology: n > 0,
    at: at(n),
    override: null,
  }),
  'dossier.archived': (n) => ({ rule: 'Quá 12 tháng', place: `Kho ${n}`, at: at(n) }),
  'dossier.feePaid': (n) => ({
    paymentId: uuid(5, n),
    amount: 15000 + n,
    how: 'cash',
    receiptNumber: `${n}`,
    reference: '',
    office: OFFICE,
    counter: counter.place,
    at: at(n),
  }),
  'dossier.feeRefunded': (n) => ({
    paymentId: uuid(6, n),
    amount: 15000 + n,
    how: 'cash',
    reason: 'Thu nhầm',
    office: OFFICE,
    counter: counter.place,
    at: at(n),
  }),
  'dossier.corrected': (n) => ({
    change: { note: `Ghi chú ${n}` },
    reason: 'Ghi nhầm',
    // On the day of receipt: later ones need an approval.
    at: '2026-11-02T10:00:00',
    override: null,
  }),
  'dossier.cancelled': (n) => ({ reason: `Nhập trùng, ${n}`, mergedInto: null, papersBack: [], at: at(n) }),
  'dossier.noted': (n) => ({ text: `Đã gọi ${n} lần`, at: at(n) }),
  'dossier.settled': (n) => ({
    flags: [`unreadable ${uuid(7, n)}`],
    setAside: [],
    change: {},
    callBack: false,
    reason: 'Đã xem',
    at: at(n),
  }),
  'dossier.paperDigitised': (n) => ({
    fileId: `${n}`.padStart(64, '0'),
    paperId: null,
    title: 'Tờ khai',
    documentType: 'TK',
    ownerId: null,
    summary: '',
    validFrom: null,
    validTo: null,
    scope: '',
    pages: 1,
    bytes: 1000,
    madeFrom: 'scanner',
    at: at(n),
  }),
  'dossier.digitisedRemoved': (n) => ({ fileId: `${n}`.padStart(64, '0'), reason: 'Chụp mờ', at: at(n) }),
  'dossier.erased': (n) => ({
    reason: 'Luật Bảo vệ dữ liệu cá nhân, Điều 14',
    document: { number: `${n}/QĐ-TA`, date: '2026-11-20' },
    orderedBy: 'Tòa án nhân dân khu vực 9',
    events: [{ id: `019ab000-0000-7000-8000-${`${n}`.padStart(12, 'e')}`, rest: null }],
    at: at(n),
  }),
};

/** The event with its `n`th body. */
export function doing(type: DossierEventType, n = 0): Doing {
  // One body a type: the pair is made from the same table the type is.
  return { type, body: bodies[type](n) } as Doing;
}

/** The shortest lawful way to every state. */
export const waysTo: Readonly<Record<Before, readonly Doing[]>> = (() => {
  const open = [doing('dossier.received')];
  const finished = [...open, doing('dossier.finished')];
  return {
    nothing: [],
    submitted: [doing('dossier.submitted')],
    guided: [doing('dossier.guided')],
    refused: [doing('dossier.refused')],
    received: open,
    processing: [...open, doing('dossier.stepSet')],
    supplement: [...open, doing('dossier.supplementRequested')],
    financial: [...open, doing('dossier.financialRequested')],
    withdrawing: [...open, doing('dossier.withdrawalRequested')],
    finished,
    returned: [...finished, doing('dossier.returned')],
    archived: [...finished, doing('dossier.archived')],
    stopped: [...open, doing('dossier.withdrawalRequested'), doing('dossier.stopped')],
    cancelled: [...open, doing('dossier.cancelled')],
    done: [{ type: 'dossier.received', body: { ...received, fastLane: true } }],
  };
})();
