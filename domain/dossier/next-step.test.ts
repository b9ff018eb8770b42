import { expect, test } from 'vitest';
import {
  asked,
  dutyAsked,
  extendedTo,
  opinionAsked,
  receivedWith,
  viewAfter,
  type Happened,
} from '../../tests/harness/history.ts';
import { nextStep } from './next-step.ts';

const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';
const received = receivedWith(
  '2026-11-19T08:30:00',
  { value: 3, unit: 'WORKING_DAY' },
  { handoverBy: '2026-11-19T17:00:00' },
);
const unit = { kind: 'unit', office: 'xa-29905', place: UNIT, user: 'hoa', name: 'Huỳnh Thị Hoa' } as const;
const counter = { kind: 'counter', office: 'xa-29905', place: 'Quầy 1', user: 'u-1', name: '' } as const;
const at = '2026-11-20T09:00:00';
const given: Happened = {
  type: 'dossier.handedOver',
  body: {
    batch: { id: 'b', number: 9 },
    purpose: 'processing',
    from: counter,
    to: unit,
    papers: [],
    by: null,
    seenOnSlip: null,
    at,
  },
};
const taken: Happened = {
  type: 'dossier.handoverAccepted',
  body: {
    batch: { id: 'b', number: 9 },
    purpose: 'processing',
    by: unit,
    papers: [],
    missing: [],
    seenOnSlip: null,
    at,
  },
};
const assigned: Happened = { type: 'dossier.assigned', body: { to: 'hoa', name: 'Huỳnh Thị Hoa', unit: UNIT, at } };
const signature: Happened = { type: 'dossier.stepSet', body: { step: 'signature', words: '', at } };
const finished: Happened = {
  type: 'dossier.finished',
  body: { outcome: 'granted', papers: [], reason: '', legalBasis: '', signatory: 'A', at },
};
const shelved: Happened = { type: 'dossier.resultShelved', body: { office: 'xa-29905', place: 'Kệ B, ngăn 3', at } };

const told = (...then: Happened[]) => {
  const { whose, words, detail } = nextStep(viewAfter(received, ...then));
  return [whose, words.vi, ...(detail === null ? [] : [detail.vi])];
};

test('from the counter to the citizen, each step names who is next', () => {
  expect(told()).toEqual(['counter', `Quầy bàn giao cho ${UNIT} trước 17 giờ 00 thứ Năm 19/11.`]);
  expect(told(given)).toEqual(['unit', `${UNIT} ký nhận lô 9.`]);
  expect(told(given, taken)).toEqual(['unit', `${UNIT} phân công người giải quyết, hẹn trả thứ Tư 25/11.`]);
  expect(told(given, taken, assigned)).toEqual(['unit', `${UNIT} giải quyết và trình ký, hẹn trả thứ Tư 25/11.`]);
  expect(told(given, taken, assigned, signature)).toEqual([
    'unit',
    `${UNIT} ký và chuyển kết quả, hẹn trả thứ Tư 25/11.`,
  ]);
  expect(told(given, taken, assigned, finished)).toEqual(['unit', `${UNIT} chuyển kết quả về quầy.`]);
  expect(told(given, taken, assigned, finished, shelved)).toEqual([
    'citizen',
    'Người nộp đến nhận kết quả, đang ở Kệ B, ngăn 3.',
  ]);
});

test('what it waits for, and what is used up', () => {
  expect(told(given, taken, asked(at))).toEqual([
    'citizen',
    'Người nộp mang 1 giấy tờ còn thiếu hoặc chưa đúng đến quầy.',
  ]);
  expect(told(given, taken, dutyAsked(at))).toEqual([
    'citizen',
    'Người nộp hoàn thành nghĩa vụ tài chính (Thuế thu nhập cá nhân), rồi báo quầy.',
  ]);
  expect(told(given, taken, assigned, extendedTo(at, '2026-11-30T17:00:00'), opinionAsked(at, '2026-11-27'))).toEqual([
    'agency',
    'Chi nhánh VPĐK đất đai trả lời ý kiến trước hết thứ Sáu 27/11.',
    `${UNIT} giải quyết tiếp, hẹn trả thứ Hai 30/11. Không gia hạn thêm được nữa, đã dùng hết 1 lần.`,
  ]);
  const withdrawal: Happened = { type: 'dossier.withdrawalRequested', body: { by: 'A', reason: 'đổi ý', at } };
  expect(told(given, taken, withdrawal)).toEqual(['unit', `${UNIT} ra thông báo dừng giải quyết (Mẫu 05).`]);
});

test('what needs a look comes first', () => {
  expect(told(finished, asked(at))).toEqual(['counter', 'Xem việc cần xem lại của hồ sơ này trước.']);
});
