import { expect, test } from 'vitest';
import { emptyReceipt, type ChecklistRow, type ReceiptContent } from '../../contract/desk/receipt.ts';
import {
  blankPerson,
  countOf,
  isUntouched,
  nextUnseen,
  outcomeOf,
  turnOnBehalf,
  typedFrom,
  withApplicant,
  withOutcome,
  withPaper,
  withPaperSaid,
  withProcedure,
} from './content.ts';

const empty = emptyReceipt('019ab000-0000-7000-8000-000000000abc');
const nhung = typedFrom({
  kind: 'citizen',
  name: 'Nguyễn Thị Hồng Nhung',
  personalId: '087196004218',
  oldId: null,
  birthDate: '1996-08-14',
  sex: 'female',
  address: 'phường Sa Đéc',
  phone: '0912000345',
  email: '',
  taxCode: '',
  source: { kind: 'card', at: '2026-11-23T10:39:00' },
});
const row = (paperId: string, state: ChecklistRow['state']): ChecklistRow => ({
  paperId,
  name: paperId,
  group: 'submit',
  amount: { vi: '1 bản chính', en: '1 original' },
  originals: 1,
  copies: 0,
  conditional: false,
  hint: null,
  state,
});

test('a card vouches for a name as it was read, and not for one changed by hand', () => {
  const read = { ...empty, applicant: nhung };
  expect(withApplicant(read, { phone: '0907000112' }).applicant?.source?.kind).toBe('card');
  expect(withApplicant(read, { address: 'phường 1' }).applicant?.source?.kind).toBe('card');
  expect(withApplicant(read, { name: 'Nguyễn Thị Nhung' }).applicant?.source).toBeNull();
});

test('a person typed and rubbed out again is no person', () => {
  const typed = withApplicant(empty, { name: 'T' });
  expect(typed.applicant).toEqual({ ...blankPerson, name: 'T' });
  expect(withApplicant(typed, { name: '' }).applicant).toBeNull();
});

test('the birth date of a card is shown the way it is typed', () => {
  expect(nhung.birthDate).toBe('14/08/1996');
});

test('on behalf: who stands here hands in, and the applicant is asked for', () => {
  const { content } = turnOnBehalf({ ...empty, applicant: nhung }, null);
  expect(content.applicant).toBeNull();
  expect(content.submitter).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', personalId: '087196004218' });
  expect(content.submitter?.source?.kind).toBe('card');
});

test('on behalf and back, and again, loses nobody', () => {
  const first = turnOnBehalf({ ...empty, applicant: nhung }, null);
  const owner = withApplicant(first.content, { name: 'Trần Văn Lợi' });
  const back = turnOnBehalf(owner, first.aside);
  expect(back.content.applicant).toEqual(nhung);
  expect(back.content.submitter).toBeNull();
  const again = turnOnBehalf(back.content, back.aside);
  expect(again.content.applicant?.name).toBe('Trần Văn Lợi');
  expect(again.content.submitter?.name).toBe('Nguyễn Thị Hồng Nhung');
});

test('another procedure takes nothing over from the last one but the people and the way of the result', () => {
  const chosen: ReceiptContent = {
    ...empty,
    applicant: nhung,
    procedureCode: '1.004873',
    caseId: 'first',
    feeAmount: 15_000,
    feeExemption: 'Người khuyết tật',
    papers: { a: { state: 'has', originals: null, copies: null, note: '' } },
    dueEntered: { date: '2026-11-30', reason: 'x' },
    resultWay: 'post',
  };
  expect(withProcedure(chosen, '2.000815', true)).toEqual({
    ...empty,
    applicant: nhung,
    procedureCode: '2.000815',
    resultWay: 'post',
    wantsSlip: false,
  });
  expect(withProcedure(chosen, '1.004873', false)).toBe(chosen);
});

test('marking a paper keeps its counts and note, and starts from what the desk showed', () => {
  const once = withPaper(empty, row('a', 'unseen'), { originals: 2 });
  expect(once.papers['a']).toEqual({ state: 'unseen', originals: 2, copies: null, note: '' });
  expect(withPaper(once, row('a', 'unseen'), { state: 'has' }).papers['a']).toEqual({
    state: 'has',
    originals: 2,
    copies: null,
    note: '',
  });
});

test('after a mark the next paper not looked at is current, going round; with none left it stays', () => {
  const rows = [row('a', 'unseen'), row('b', 'has'), row('c', 'unseen'), row('d', 'has')];
  expect(nextUnseen(rows, 'a')).toBe('c');
  expect(nextUnseen(rows, 'd')).toBe('a');
  expect(nextUnseen(rows, 'c')).toBe('a');
  expect(nextUnseen([row('a', 'has'), row('b', 'missing')], 'b')).toBe('b');
});

test('an opened form nobody typed in is no draft', () => {
  expect(isUntouched(empty)).toBe(true);
  expect(isUntouched(withApplicant(empty, { phone: '09' }))).toBe(false);
  expect(isUntouched(withProcedure(empty, '1.004873', false))).toBe(false);
});

test('counts are read with dots or blanks between the thousands, and nothing else', () => {
  expect(countOf('15.000', 0, 1e12)).toBe(15_000);
  expect(countOf(' 3 ', 1, 99)).toBe(3);
  expect(countOf('0', 1, 99)).toBeNull();
  expect(countOf('', 0, 99)).toBeNull();
  expect(countOf('2x', 0, 99)).toBeNull();
  expect(countOf('100', 1, 99)).toBeNull();
});

test('the checklist leads the outcome until it is turned by hand, and again once it is turned back', () => {
  expect(outcomeOf(null, null)).toBe('receive');
  const turned = withOutcome(empty, 'refuse', 'supplement');
  expect(outcomeOf(turned, null)).toBe('refuse');
  expect(withOutcome(turned, 'supplement', 'supplement').guidance.outcome).toBeNull();
});

test('what is said of one paper leaves the others; another procedure begins with nothing said', () => {
  const said = withPaperSaid(withPaperSaid(empty, 'a', { why: 'expired' }), 'b', { bring: '02 ảnh' });
  const again = withPaperSaid(said, 'a', { bring: 'bản mới' });
  expect(again.guidance.papers).toEqual({
    a: { why: 'expired', bring: 'bản mới' },
    b: { why: null, bring: '02 ảnh' },
  });
  expect(withProcedure(withOutcome(again, 'refuse', 'receive'), '1.004873', false).guidance).toEqual(empty.guidance);
});
