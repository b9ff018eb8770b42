import { expect, test } from 'vitest';
import {
  asked,
  calendar,
  dutyAsked,
  extendedTo,
  opinionAsked,
  receivedWith,
  type Happened,
} from '../../../tests/harness/history.ts';
import { dossierVersions, type CurrentDossierEvent, type DossierBodies, type DossierEventType } from '../events.ts';
import type { Holder, Intake } from '../events/common.ts';
import { intakeOf } from '../apply.ts';
import { foldDossier } from '../fold.ts';
import { storyOf, tell } from './story.ts';
import type { Before } from './told.ts';

const at = '2026-11-20T09:00:00';
const received = receivedWith('2026-11-19T08:30:00', { value: 3, unit: 'WORKING_DAY' });
const intake: Intake = intakeOf(received);
const unit: Holder = { kind: 'unit', office: 'xa-29905', place: 'Phòng Kinh tế', user: 'hoa', name: 'Hoa' };
const counter: Holder = { kind: 'counter', office: 'xa-29905', place: 'Quầy 1', user: 'ngan', name: 'Ngân' };
const paper = { paperId: 'a', name: 'Giấy chứng nhận', originals: 5, copies: 0 };
const due = (on: string) => ({ at: `${on}T17:00:00`, calendarVersion: calendar.version, enteredBecause: null });
const before: Before = {
  due: '2026-11-25T17:00:00',
  opinions: [
    {
      opinionId: 'o1',
      agency: 'Chi nhánh VPĐK',
      content: '',
      answerBy: '2026-11-18',
      askedAt: at,
      answer: null,
      documentNumber: '',
      answeredAt: null,
      reportedAt: null,
    },
  ],
};
const slip = {
  slipId: 's1',
  form: '04',
  number: '03/PXL',
  issue: 1,
  copyOf: null,
  voids: null,
  about: null,
  templateVersion: '1',
  pdfSha256: '',
  madeOffline: false,
  checkCode: '',
  token: '',
} as const;

/** One of each: complete, so that a new event asks for its sentence here. */
const bodies: { readonly [T in DossierEventType]: DossierBodies[T] } = {
  'dossier.submitted': {
    intake: { ...intake, channel: 'ONLINE' },
    portalCode: 'G12.7',
    submittedAt: at,
    checkBy: null,
    papers: [],
    fee: { amount: 0, paid: false, reference: '' },
    resultWay: 'counter',
    resultAddress: '',
    note: '',
  },
  'dossier.guided': {
    intake,
    round: 1,
    demands: bodyOf(asked(at)).demands,
    reason: '',
    papers: [],
    answerBy: null,
    returnCode: '',
    filledIn: { sets: 1, quantity: 1, pages: 1, resultWay: 'counter', resultAddress: '', land: null, note: '' },
    at,
    override: null,
  },
  'dossier.refused': {
    intake,
    why: 'wrong-authority',
    reason: 'Không thuộc thẩm quyền.',
    legalBasis: 'Điều 8 Luật Cư trú',
    rightAgency: { name: 'Công an phường', address: '' },
    at,
  },
  'dossier.received': received,
  'dossier.slipIssued': slip,
  'dossier.handedOver': {
    batch: { id: 'b', number: 9 },
    purpose: 'processing',
    from: counter,
    to: unit,
    papers: [paper],
    by: null,
    seenOnSlip: null,
    at,
  },
  'dossier.handoverAccepted': {
    batch: { id: 'b', number: 9 },
    purpose: 'processing',
    by: unit,
    papers: [paper],
    missing: [],
    seenOnSlip: null,
    at,
  },
  'dossier.paperFound': { paper, by: counter, note: 'trong ngăn kéo', at },
  'dossier.assigned': { to: 'hoa', name: 'Huỳnh Thị Hoa', unit: 'Phòng Kinh tế', at },
  'dossier.stepSet': { step: 'site', words: 'Chờ trích đo', at },
  'dossier.supplementRequested': bodyOf(asked(at)),
  'dossier.supplemented': { papers: [], due: due('2026-11-30'), at },
  'dossier.financialRequested': { ...dutyBody(), amount: 2_500_000, noticeNumber: '12/TB' },
  'dossier.financialFulfilled': { evidence: 'Giấy nộp tiền 77', due: due('2026-11-30'), at },
  'dossier.opinionAsked': opinionBody(),
  'dossier.opinionReceived': { opinionId: 'o1', answer: 'mảnh trích đo đã có', documentNumber: '99', at },
  'dossier.opinionReported': { opinionId: 'o1', to: 'Giám đốc Trung tâm', at },
  'dossier.withdrawalRequested': { by: 'Mai Thị Xuân', reason: 'đổi ý', at },
  'dossier.stopped': {
    number: '02/TB',
    reason: 'người nộp xin rút',
    stage: '',
    fees: '',
    papersBack: [],
    signatory: 'Phó Chủ tịch UBND',
    at,
  },
  'dossier.extended': extensionBody(),
  'dossier.finished': {
    outcome: 'declined',
    papers: [],
    reason: 'Đất đang tranh chấp',
    legalBasis: 'Điều 138 Luật Đất đai',
    signatory: 'Chủ tịch UBND',
    at,
  },
  'dossier.resultShelved': { office: 'xa-29905', place: 'Kệ B, ngăn 3', at },
  'dossier.notified': { messageId: 'm1', about: 'result-ready', way: 'phone', text: '0939 000 671', at },
  'dossier.returned': {
    to: { kind: 'submitter' },
    identity: 'card',
    slipShown: true,
    papers: [],
    originals: [paper],
    signature: 'paper',
    drawingSha256: null,
    apology: true,
    at,
    override: null,
  },
  'dossier.archived': { rule: 'Quá 12 tháng', place: 'Kho lưu trữ', at },
  'dossier.feePaid': {
    paymentId: 'p1',
    amount: 150_000,
    how: 'cash',
    receiptNumber: '0012345',
    reference: '',
    office: 'xa-29905',
    counter: 'Quầy 3',
    at,
  },
  'dossier.feeRefunded': {
    paymentId: 'p1',
    amount: 150_000,
    how: 'cash',
    reason: 'thu thừa',
    office: 'xa-29905',
    counter: 'Quầy 3',
    at,
  },
  'dossier.corrected': {
    change: { sets: 2, due: { ...received.due, at: '2026-12-01T17:00:00' } },
    reason: 'gõ nhầm',
    at,
    override: null,
  },
  'dossier.cancelled': { reason: 'nộp hai lần', mergedInto: 'd2', papersBack: [], at },
  'dossier.noted': { text: 'Người nộp hẹn quay lại chiều nay', at },
  'dossier.settled': { flags: [], setAside: ['e4'], change: {}, callBack: false, reason: 'hai quầy cùng ghi', at },
  'dossier.paperDigitised': {
    fileId: 'f',
    paperId: null,
    title: 'Tờ khai',
    documentType: '',
    ownerId: null,
    summary: '',
    validFrom: null,
    validTo: null,
    scope: '',
    pages: 2,
    bytes: 10,
    madeFrom: 'scanner',
    at,
  },
  'dossier.digitisedRemoved': { fileId: 'f', reason: 'quét nhầm', at },
  'dossier.erased': {
    reason: 'Luật Bảo vệ dữ liệu cá nhân, Điều 14',
    document: { number: '12/QĐ-TA', date: '2026-11-20' },
    orderedBy: 'Tòa án nhân dân khu vực 9',
    events: [],
    at,
  },
};

const expected: { readonly [T in DossierEventType]: readonly (string | null)[] } = {
  'dossier.submitted': ['Nộp trực tuyến qua cổng, mã G12.7', null],
  'dossier.guided': ['Yêu cầu bổ sung lần 1, 1 giấy tờ', 'Hợp đồng thuê nhà'],
  'dossier.refused': [
    'Từ chối tiếp nhận',
    'Không thuộc thẩm quyền. Điều 8 Luật Cư trú. Nơi giải quyết: Công an phường',
  ],
  'dossier.received': ['Tiếp nhận, 3 ngày làm việc, hẹn thứ Tư 25/11', null],
  'dossier.slipIssued': ['Tạo văn bản xin lỗi và gia hạn', null, null, 'Mẫu 04'],
  'dossier.handedOver': ['Bàn giao cho Phòng Kinh tế, lô 09, 5 bản gốc', null],
  'dossier.handoverAccepted': ['Phòng Kinh tế nhận bàn giao, lô 09, đủ 5 bản gốc', null],
  'dossier.paperFound': ['Tìm thấy giấy tờ Giấy chứng nhận', 'trong ngăn kéo'],
  'dossier.assigned': ['Giao Huỳnh Thị Hoa giải quyết', null],
  'dossier.stepSet': ['Chờ trích đo', null],
  'dossier.supplementRequested': ['Yêu cầu bổ sung 1 giấy tờ, tạm dừng', 'Thiếu hợp đồng thuê nhà. Hợp đồng thuê nhà'],
  'dossier.supplemented': ['Đã bổ sung giấy tờ, hẹn thứ Hai 30/11', 'Dời hẹn trả từ 25/11 sang 30/11'],
  'dossier.financialRequested': [
    'Yêu cầu nghĩa vụ tài chính, tạm dừng',
    'Thuế thu nhập cá nhân, 2.500.000 đ',
    null,
    'Thông báo 12/TB',
  ],
  'dossier.financialFulfilled': [
    'Đã nộp, tính hạn tiếp, hẹn thứ Hai 30/11',
    'Dời hẹn trả từ 25/11 sang 30/11. Giấy nộp tiền 77',
  ],
  'dossier.opinionAsked': [
    'Lấy ý kiến Chi nhánh VPĐK đất đai, hẹn trả lời thứ Tư 25/11',
    'Ranh giới thửa',
    null,
    'Văn bản 214',
  ],
  'dossier.opinionReceived': ['Nhận ý kiến: mảnh trích đo đã có', null, 'Chi nhánh VPĐK', 'Văn bản 99'],
  'dossier.opinionReported': ['Quá hạn trả lời, đã báo Giám đốc Trung tâm', 'Chi nhánh VPĐK'],
  'dossier.withdrawalRequested': ['Mai Thị Xuân xin rút hồ sơ', 'Lý do: đổi ý'],
  'dossier.stopped': ['Dừng giải quyết hồ sơ', 'Lý do: người nộp xin rút', 'Phó Chủ tịch UBND ký', 'Văn bản 02/TB'],
  'dossier.extended': [
    'Xin lỗi, hẹn lại thứ Hai 30/11',
    'Chưa có mảnh trích đo. Dời hẹn trả từ 25/11 sang 30/11',
    'Phó Chủ tịch UBND ký',
    'Văn bản 03/PXL',
  ],
  'dossier.finished': [
    'Không đủ điều kiện giải quyết',
    'Đất đang tranh chấp. Điều 138 Luật Đất đai',
    'Chủ tịch UBND ký',
  ],
  'dossier.resultShelved': ['Xếp kết quả vào Kệ B, ngăn 3', null],
  'dossier.notified': ['Báo người nộp: đã có kết quả, gọi điện', '0939 000 671'],
  'dossier.returned': ['Trả kết quả cho người nộp, trả lại bản gốc, kèm lời xin lỗi trả muộn', null],
  'dossier.archived': ['Không ai đến nhận, lưu tại Kho lưu trữ', 'Quá 12 tháng'],
  'dossier.feePaid': ['Thu 150.000 đ, tiền mặt', null, null, 'Biên lai 0012345'],
  'dossier.feeRefunded': ['Hoàn 150.000 đ, tiền mặt', 'Lý do: thu thừa'],
  'dossier.corrected': ['Sửa hồ sơ: số bộ, ngày hẹn trả', 'Lý do: gõ nhầm. Dời hẹn trả từ 25/11 sang 01/12'],
  'dossier.cancelled': ['Gộp vào hồ sơ trùng', 'Lý do: nộp hai lần'],
  'dossier.noted': ['Ghi chú', 'Người nộp hẹn quay lại chiều nay'],
  'dossier.settled': ['Đã xem lại, 1 việc không còn hiệu lực', 'Lý do: hai quầy cùng ghi'],
  'dossier.paperDigitised': ['Số hóa giấy tờ, đã đối chiếu với bản giấy', 'Tờ khai, 2 trang'],
  'dossier.digitisedRemoved': ['Gỡ một giấy tờ số hóa khỏi hồ sơ', 'Lý do: quét nhầm'],
  'dossier.erased': [
    'Xóa nội dung hồ sơ theo văn bản 12/QĐ-TA ngày 20/11/2026 của Tòa án nhân dân khu vực 9',
    'Lý do: Luật Bảo vệ dữ liệu cá nhân, Điều 14',
    'Hệ thống tỉnh',
  ],
};

const types = Object.keys(dossierVersions) as DossierEventType[];

test.each(types)('%s in words', (type) => {
  const { what, detail, by, paper: of } = tell(eventOf({ type, body: bodies[type] } as Happened), before);
  const words = [what.vi, detail?.vi ?? null, by?.vi ?? null, of?.vi ?? null];
  const [, , signed = null, document = null] = expected[type];
  expect(words).toEqual([expected[type][0], expected[type][1], signed, document]);
  expect([what.en, detail?.en ?? null].every((text) => text !== '')).toBe(true);
});

const MINUTE = 60_000;

function storyAfter(
  ...all: readonly { readonly happened: Happened; readonly after: number; readonly actor?: string }[]
) {
  const known = all.map(({ happened, after, actor = 'hoa' }, n) => ({
    envelope: {
      id: `e${n}`,
      log: 'a',
      seq: n + 1,
      after: n === 0 ? [] : [`e${n - 1}`],
      type: happened.type,
      version: dossierVersions[happened.type],
      actor,
      approvedBy: null,
      at: { device: after * MINUTE, offset: null },
    },
    event: eventOf(happened),
  }));
  const view = foldDossier('d', known);
  if (view === null) throw new Error('nothing to fold');
  return storyOf(view, (id) => known.find((each) => each.envelope.id === id)?.event ?? null).map(({ told }) => [
    told.what.vi,
    told.paper?.vi ?? null,
  ]);
}

test('a slip made at once stands beside what it is about; later, or by somebody else, it is a line of its own', () => {
  const receipt = { happened: { type: 'dossier.received', body: received }, after: 0 } as const;
  const first = { ...slip, form: '01', number: '' } as const;
  const issued = { type: 'dossier.slipIssued', body: first } as const;
  expect(storyAfter(receipt, { happened: issued, after: 1 })).toEqual([
    ['Tiếp nhận, 3 ngày làm việc, hẹn thứ Tư 25/11', 'Mẫu 01'],
  ]);
  const later = [
    ['Tiếp nhận, 3 ngày làm việc, hẹn thứ Tư 25/11', null],
    ['Tạo phiếu hẹn', 'Mẫu 01'],
  ];
  expect(storyAfter(receipt, { happened: issued, after: 16 })).toEqual(later);
  expect(storyAfter(receipt, { happened: issued, after: 1, actor: 'tam' })).toEqual(later);
  const copy = {
    type: 'dossier.slipIssued',
    body: { ...first, slipId: 's2', issue: 2, copyOf: { slipId: 's1', reason: 'mất' } },
  } as const;
  const apology = { type: 'dossier.slipIssued', body: { ...slip, slipId: 's3', about: 'e2' } } as const;
  expect(
    storyAfter(
      receipt,
      { happened: issued, after: 1 },
      { happened: extendedTo(at, '2026-11-30T17:00:00'), after: 60 },
      { happened: apology, after: 61 },
      { happened: copy, after: 62 },
    ),
  ).toEqual([
    ['Tiếp nhận, 3 ngày làm việc, hẹn thứ Tư 25/11', 'Mẫu 01'],
    ['Xin lỗi, hẹn lại thứ Hai 30/11', 'Mẫu 04'],
    ['In lại phiếu hẹn, bản 2', 'Mẫu 01'],
  ]);
});

test('what this release cannot read keeps its line', () => {
  const view = foldDossier('d', [
    {
      envelope: {
        id: 'e0',
        log: 'a',
        seq: 1,
        after: [],
        type: 'dossier.received',
        version: 1,
        actor: 'hoa',
        approvedBy: null,
        at: { device: 0, offset: null },
      },
      event: eventOf({ type: 'dossier.received', body: received }),
    },
  ]);
  if (view === null) throw new Error('nothing to fold');
  expect(storyOf(view, () => null).map(({ told }) => told.what.vi)).toEqual(['Việc do bản mới hơn ghi']);
});

function eventOf(happened: Happened): CurrentDossierEvent {
  // One version a type: the pair is made from the same table the type is.
  return { ...happened, version: dossierVersions[happened.type] } as CurrentDossierEvent;
}

function bodyOf(happened: Happened): DossierBodies['dossier.supplementRequested'] {
  if (happened.type !== 'dossier.supplementRequested') throw new Error(happened.type);
  return happened.body;
}

function dutyBody(): DossierBodies['dossier.financialRequested'] {
  const duty = dutyAsked(at);
  if (duty.type !== 'dossier.financialRequested') throw new Error(duty.type);
  return duty.body;
}

function opinionBody(): DossierBodies['dossier.opinionAsked'] {
  const opinion = opinionAsked(at, '2026-11-25');
  if (opinion.type !== 'dossier.opinionAsked') throw new Error(opinion.type);
  return opinion.body;
}

function extensionBody(): DossierBodies['dossier.extended'] {
  const extension = extendedTo(at, '2026-11-30T17:00:00');
  if (extension.type !== 'dossier.extended') throw new Error(extension.type);
  return extension.body;
}
