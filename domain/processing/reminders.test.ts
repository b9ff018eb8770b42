import { expect, test } from 'vitest';
import {
  asked,
  calendar,
  extendedTo,
  opinionAsked,
  receivedWith,
  viewAfter,
  type Happened,
} from '../../tests/harness/history.ts';
import { remindersFor } from './reminders.ts';

const received = receivedWith('2026-11-19T08:30:00', { value: 3, unit: 'WORKING_DAY' });
const told = (now: string, ...then: Happened[]) =>
  remindersFor(viewAfter(received, ...then), calendar, now).map(({ kind, act, words }) => [kind, act, words.vi]);

test('as the due day comes nearer', () => {
  expect(told('2026-11-20T09:00:00')).toEqual([]);
  expect(told('2026-11-23T09:00:00')).toEqual([
    ['last-day-to-extend', false, 'Hôm nay là hạn cuối để xin lỗi và hẹn lại nếu không kịp'],
  ]);
  expect(told('2026-11-25T09:00:00')).toEqual([
    ['due-today', false, 'Đến hạn hôm nay'],
    ['last-day-to-ask', false, 'Hôm nay là hạn cuối để yêu cầu bổ sung'],
  ]);
  expect(told('2026-11-26T09:00:00')).toEqual([['overdue', true, 'Quá hạn từ thứ Tư 25/11, chưa xin lỗi']]);
});

test('an apology calms an overdue dossier; a wait for the citizen reminds of nothing', () => {
  const sorry = extendedTo('2026-11-23T09:00:00', '2026-11-27T17:00:00');
  expect(told('2026-11-30T09:00:00', sorry)).toEqual([['overdue', false, 'Quá hạn từ thứ Sáu 27/11, đã xin lỗi']]);
  expect(told('2026-11-30T09:00:00', asked('2026-11-20T09:00:00'))).toEqual([]);
});

test('a late opinion is to be reported until it was', () => {
  const opinion = opinionAsked('2026-11-19T09:00:00', '2026-11-20');
  expect(told('2026-11-20T16:00:00', opinion)).toEqual([]);
  expect(told('2026-11-22T09:00:00', opinion)).toEqual([
    ['opinion-late', true, 'Chi nhánh VPĐK đất đai quá hạn trả lời từ thứ Sáu 20/11, chưa báo Giám đốc Trung tâm'],
  ]);
  const reported: Happened = {
    type: 'dossier.opinionReported',
    body: { opinionId: 'o1', to: 'Đặng Văn Phước, Giám đốc', at: '2026-11-22T10:00:00' },
  };
  expect(told('2026-11-22T11:00:00', opinion, reported)).toEqual([
    ['opinion-late', false, 'Chi nhánh VPĐK đất đai quá hạn trả lời từ thứ Sáu 20/11, đã báo Giám đốc Trung tâm'],
  ]);
  const answered: Happened = {
    type: 'dossier.opinionReceived',
    body: { opinionId: 'o1', answer: 'Đồng ý', documentNumber: '', at: '2026-11-22T12:00:00' },
  };
  expect(told('2026-11-22T13:00:00', opinion, reported, answered)).toEqual([]);
});

test('a withdrawal waits for its notice', () => {
  const withdrawal: Happened = {
    type: 'dossier.withdrawalRequested',
    body: { by: 'Mai Thị Xuân', reason: 'đổi ý', at: '2026-11-20T09:00:00' },
  };
  expect(told('2026-11-20T10:00:00', withdrawal)).toEqual([
    ['withdrawal', true, 'Người nộp xin rút thứ Sáu 20/11, phải ra thông báo dừng giải quyết'],
  ]);
});
