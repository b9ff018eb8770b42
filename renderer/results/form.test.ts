import { expect, test } from 'vitest';
import type { ResultPage } from '../../contract/desk/results.ts';
import type { Person } from '../../domain/citizen/person.ts';
import {
  authorityFault,
  cardFits,
  missing,
  newForm,
  toggled,
  toInput,
  withArrival,
  withCard,
  type ReturnForm,
} from './form.ts';

const nhung: Person = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hồng Nhung',
  personalId: '087196004218',
  oldId: null,
  birthDate: '1996-08-14',
  sex: 'female',
  address: '',
  phone: '0912 000 345',
  email: '',
  taxCode: '',
  source: { kind: 'card', at: '2026-11-18T08:05:00' },
};
const hai = { ...nhung, name: 'Nguyễn Văn Hai', personalId: '087090001234', sex: 'male' as const };
const ba = { ...nhung, name: 'Lê Thị Ba', personalId: '087190009999' };
const page: ResultPage = {
  row: {
    dossierId: '019ab000-0000-7000-9000-000000000001',
    code: 'H20.57-261118-0001',
    name: nhung.name,
    procedure: 'Xác nhận tình trạng hôn nhân',
    kind: 'result',
    outcome: 'granted',
    at: 'shelf',
    place: 'Kệ B, ngăn 3',
    readyAt: '2026-11-23T08:00:00',
    dueAt: '2026-11-23T17:00:00',
    late: false,
    resultWay: 'counter',
    canMessage: true,
    told: null,
    waited: 0,
    reminded: 0,
    next: { kind: 'none' },
    isDue: false,
    owed: 0,
  },
  state: 'finished',
  applicant: nhung,
  submitter: { person: hai, authorityKind: 'relative', reference: 'chồng' },
  reason: '',
  papers: [{ name: 'Giấy xác nhận', number: '12', originals: 1, copies: 0, electronic: false }],
  originals: [
    { paper: { paperId: 'a', name: 'Tờ khai', originals: 1, copies: 0 }, proposed: false },
    { paper: { paperId: 'b', name: 'Bản án', originals: 1, copies: 0 }, proposed: true },
  ],
  fee: { amount: 15_000, owed: 15_000 },
  lateness: { late: true, moved: false, unexcused: true, due: '2026-11-20T17:00:00' },
  resultAddress: '',
  unit: 'Văn phòng HĐND và UBND',
  notices: [],
  texts: { ready: '', reminder: null, callBack: '' },
};
const moment = { at: '2026-11-23T10:42:00', paymentId: '019ab000-0000-7000-8000-000000000077' };
const bySlip = newForm(page, { slip: true, card: null });
const filled = (over: Partial<ReturnForm>): ReturnForm => ({ ...bySlip, seen: true, ...over });

test('begins with the result, what is proposed to go back, and the apology of a late one', () => {
  expect(bySlip).toMatchObject({
    collector: 'applicant',
    slipShown: true,
    papers: ['Giấy xác nhận'],
    originals: ['Bản án'],
    apology: true,
    signature: 'paper',
  });
  expect(missing(bySlip, page)).toBe('identity');
  const post: ResultPage = { ...page, row: { ...page.row, resultWay: 'post' } };
  expect(newForm(post, { slip: false, card: null }).collector).toBe('post');
});

test('a card says who stands there: applicant, submitter, somebody else', () => {
  const of = (person: typeof nhung) => withCard(bySlip, page, person, true);
  expect([of(nhung).collector, of(hai).collector, of(ba).collector]).toEqual(['applicant', 'submitter', 'authorised']);
  expect(of(ba)).toMatchObject({ name: 'Lê Thị Ba', personalId: '087190009999' });
  expect(missing(of(nhung), page)).toBeNull();
  expect(toInput(of(nhung), page, moment).identity).toBe('card');
});

test('a card that is not read for certain, or is another’s, does not stand for a look', () => {
  expect(missing(withCard(bySlip, page, nhung, false), page)).toBe('identity');
  const other: ReturnForm = { ...withCard(bySlip, page, ba, true), collector: 'applicant' };
  expect(cardFits(other, page)).toBe(false);
  expect(missing(other, page)).toBe('identity');
  expect(toInput({ ...other, seen: true }, page, moment).identity).toBe('seen');
});

test('somebody else: name, number and kind of right first; a weak paper is said and left to an approval', () => {
  const else_ = filled({ collector: 'authorised' });
  expect(missing(else_, page)).toBe('no-name');
  const named = { ...else_, name: '  Lê   Thị Ba ' };
  expect(missing(named, page)).toBe('authority');
  const right: ReturnForm = { ...named, authority: 'power-of-attorney' };
  expect(missing(right, page)).toBe('no-id');
  const known = { ...right, personalId: '087 190 009 999' };
  expect(missing(known, page)).toBeNull();
  expect(authorityFault(known, page)).toBe('no-number');
  const whole = { ...known, number: '12/2026', date: '20/11/2026' };
  expect(authorityFault(whole, page)).toBeNull();
  expect(toInput(whole, page, moment).to).toMatchObject({
    kind: 'authorised',
    person: { name: 'Lê Thị Ba', personalId: '087190009999', source: { kind: 'typed', at: moment.at } },
    authority: { kind: 'power-of-attorney', number: '12/2026', date: '2026-11-20' },
  });
});

test('by post only the number counts; nobody signs and no card is asked for', () => {
  const post = filled({ collector: 'post', seen: false, signature: 'screen' });
  expect(missing(post, page)).toBe('postNumber');
  const sent = { ...post, postNumber: ' RR123456789VN ' };
  expect(missing(sent, page)).toBeNull();
  expect(toInput(sent, page, moment)).toMatchObject({
    to: { kind: 'post', number: 'RR123456789VN' },
    identity: 'none',
    signature: 'post',
    drawing: null,
  });
});

test('nothing to hand out, or nothing drawn on the screen, is missing', () => {
  expect(missing(filled({ papers: [] }), page)).toBe('papers');
  expect(missing(filled({ signature: 'screen' }), page)).toBe('drawing');
  expect(missing(filled({ signature: 'screen', drawing: 'iVBO' }), page)).toBeNull();
  const back: ResultPage = { ...page, row: { ...page.row, kind: 'papers-back' }, papers: [] };
  expect(missing(filled({ papers: [], originals: [] }), back)).toBe('papers');
  expect(missing(filled({ papers: [] }), back)).toBeNull();
});

test('the fee is taken only where it is owed and said how; the drawing goes only with its choice', () => {
  expect(toInput(filled({ paid: 'cash', receiptNumber: ' 0012 ' }), page, moment).payment).toEqual({
    paymentId: moment.paymentId,
    how: 'cash',
    receiptNumber: '0012',
    reference: '',
  });
  expect(toInput(filled({}), page, moment).payment).toBeNull();
  const free: ResultPage = { ...page, fee: { amount: 15_000, owed: 0 } };
  expect(toInput(filled({ paid: 'cash' }), free, moment).payment).toBeNull();
  expect(toInput(filled({ drawing: 'iVBO' }), page, moment).drawing).toBeNull();
});

test('what was begun goes on when the dossier is opened again, with what was shown since', () => {
  const begun = filled({ receiptNumber: '0012', slipShown: false });
  expect(withArrival(begun, page, { slip: true, card: { person: hai, certain: true } })).toMatchObject({
    receiptNumber: '0012',
    slipShown: true,
    collector: 'submitter',
  });
});

test('a tick adds and takes away once', () => {
  expect(toggled(['a'], 'b', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'b', true)).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a', false)).toEqual(['b']);
});
