import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { createCalendar } from '../calendar/calendar.ts';
import type { DossierEvent } from '../dossier/events.ts';
import type { Holder } from '../dossier/events/common.ts';
import type { Purpose } from '../dossier/events/handover.ts';
import type { DossierReceived } from '../dossier/events/receipt.ts';
import { foldDossier, type DossierView } from '../dossier/fold.ts';
import { batchCode, compare, foldBatch, missingOf, readBatchCode } from './batch.ts';
import { decodeBatchQr, encodeBatchQr, type BatchQr } from './batch-qr.ts';
import { papersFor } from './carried.ts';
import { deadlineWords, handoverNotice } from './day-notice.ts';
import { matchToGive } from './scan-match.ts';
import { placeKey, placeOfKey, toGive } from './to-give.ts';

const OFFICE = 'xa-29905';
const OTHER = 'xa-29869';
const UNIT = 'Văn phòng HĐND và UBND';
const counter: Holder = { kind: 'counter', office: OFFICE, place: 'Quầy 3', user: 'u-1', name: 'Lê Thị Kim Ngân' };
const unit: Holder = { kind: 'unit', office: OFFICE, place: UNIT, user: 'u-2', name: 'Bùi Thị Thanh Thảo' };

/** The dossier after these, each seen by the next. */
function after(received: Partial<DossierReceived>, ...events: readonly DossierEvent[]): DossierView {
  const first: DossierEvent = {
    type: 'dossier.received',
    version: 1,
    body: { ...inventedDossier(1, OFFICE), ...received },
  };
  const view = foldDossier(
    'd',
    [first, ...events].map((event, n) => ({
      envelope: {
        id: `e${n}`,
        log: 'a',
        seq: n + 1,
        after: n === 0 ? [] : [`e${n - 1}`],
        type: event.type,
        version: event.version,
        actor: 'u-1',
        approvedBy: null,
        at: { device: n, offset: null },
      },
      event,
    })),
  );
  if (view === null) throw new Error('nothing was folded');
  return view;
}

const gave = (from: Holder, to: Holder, purpose: Purpose, batch = 'b1', at = '2026-11-23T16:00:00'): DossierEvent => ({
  type: 'dossier.handedOver',
  version: 1,
  body: { batch: { id: batch, number: 1 }, purpose, from, to, papers: [], by: null, seenOnSlip: null, at },
});
const took = (by: Holder, purpose: Purpose, batch = 'b1', at = '2026-11-23T16:10:00'): DossierEvent => ({
  type: 'dossier.handoverAccepted',
  version: 1,
  body: { batch: { id: batch, number: 1 }, purpose, by, papers: [], missing: [], seenOnSlip: null, at },
});
const finished: DossierEvent = {
  type: 'dossier.finished',
  version: 1,
  body: {
    outcome: 'granted',
    papers: [
      { name: 'Giấy chứng nhận', number: '01', originals: 1, copies: 0, electronic: false },
      { name: 'Bản điện tử', number: '01', originals: 0, copies: 0, electronic: true },
    ],
    reason: '',
    legalBasis: '',
    signatory: '',
    at: '2026-11-25T09:00:00',
  },
};
const toUnit = [gave(counter, unit, 'processing'), took(unit, 'processing')] as const;

test('what is received goes to the unit by the deadline of its receipt, and is under way once it is given', () => {
  const by = '2026-11-23T17:00:00';
  expect(toGive(after({ handoverBy: by }))).toMatchObject({
    from: { kind: 'shop', office: OFFICE },
    to: { kind: 'unit', office: OFFICE, unit: UNIT },
    purpose: 'processing',
    by,
    batch: null,
  });
  expect(toGive(after({}, gave(counter, unit, 'processing')))?.batch).toBe('b1');
  expect(toGive(after({}, ...toUnit))).toBeNull();
});

test('what another office decides goes there; what came through the portal without paper goes nowhere', () => {
  expect(toGive(after({ competentOffice: OTHER }))).toMatchObject({
    to: { kind: 'office', office: OTHER },
    purpose: 'transfer',
  });
  expect(toGive(after({ channel: 'ONLINE', papers: [] }))).toBeNull();
  expect(toGive(after({ fastLane: true }))).toBeNull();
});

test('once decided, the paper comes back to the shop, and from another office to the one that received it', () => {
  const decided = after({}, ...toUnit, finished);
  expect(toGive(decided)).toMatchObject({
    from: { kind: 'unit', unit: UNIT },
    to: { kind: 'shop' },
    purpose: 'result',
  });
  expect(papersFor(decided, 'result').map((paper) => paper.name)).toEqual(['Giấy chứng nhận', 'Tờ khai']);
  const there: Holder = { ...counter, office: OTHER, place: 'Quầy 7' };
  const abroad = after(
    { competentOffice: OTHER },
    gave(counter, { ...there, kind: 'office' }, 'transfer'),
    took(there, 'transfer'),
    finished,
  );
  expect(toGive(abroad)).toMatchObject({ to: { kind: 'office', office: OFFICE }, purpose: 'result' });
  const home = after({}, ...toUnit, finished, gave(unit, counter, 'result', 'b2'), took(counter, 'result', 'b2'));
  expect(toGive(home)).toBeNull();
});

test('what a citizen brings later follows the dossier to its unit; that alone is listed, and it is no gap', () => {
  const asked: DossierEvent = {
    type: 'dossier.supplementRequested',
    version: 1,
    body: {
      round: 1,
      demands: [
        {
          paperId: null,
          name: 'Giấy ủy quyền',
          state: 'missing',
          originals: 1,
          certified: 0,
          copies: 0,
          bring: '1 bản chính',
          reason: '',
        },
      ],
      reason: '',
      clock: 'restart',
      answerBy: null,
      returnCode: 'QL-1',
      lawfulUntil: null,
      at: '2026-11-24T08:00:00',
      override: null,
    },
  };
  const brought: DossierEvent = {
    type: 'dossier.supplemented',
    version: 1,
    body: {
      papers: [
        { paperId: 'uq', name: 'Giấy ủy quyền', group: 'submit', state: 'has', originals: 1, copies: 0, note: '' },
      ],
      due: { at: '2026-12-01T17:00:00', calendarVersion: '1', enteredBecause: null },
      at: '2026-11-26T09:00:00',
    },
  };
  const waiting = after({}, ...toUnit, asked, brought);
  expect(toGive(waiting)).toMatchObject({ from: { kind: 'shop' }, to: { unit: UNIT }, purpose: 'supplement' });
  expect(papersFor(waiting, 'supplement').map((paper) => paper.name)).toEqual(['Giấy ủy quyền']);
  const sent = after({}, ...toUnit, asked, brought, gave(counter, unit, 'supplement', 'b2', '2026-11-26T10:00:00'));
  expect(sent).toMatchObject({ flags: [], custody: { holder: { place: UNIT } } });
  expect(toGive(sent)?.batch).toBe('b2');
  const arrived = after(
    {},
    ...toUnit,
    asked,
    brought,
    gave(counter, unit, 'supplement', 'b2', '2026-11-26T10:00:00'),
    took(unit, 'supplement', 'b2', '2026-11-26T10:30:00'),
  );
  expect(toGive(arrived)).toBeNull();
  expect(papersFor(arrived, 'result').map((paper) => paper.name)).toEqual(['Tờ khai', 'Giấy ủy quyền']);
});

test('a scan fits, goes elsewhere, was given, is held by others, or stays', () => {
  const never = (): boolean => false;
  const here = (view: DossierView, isThere = true, lost = never) =>
    matchToGive(view, counter, () => isThere, lost).kind;
  expect(here(after({}))).toBe('fits');
  expect(here(after({}), false)).toBe('elsewhere');
  const given = after({}, gave(counter, unit, 'processing'));
  expect(here(given)).toBe('given');
  expect(here(given, true, () => true)).toBe('fits');
  expect(here(after({}, ...toUnit))).toBe('held');
  expect(here(after({ fastLane: true }))).toBe('stays');
});

test('lists are compared, and what nobody signed for is missing once somebody has gone through them', () => {
  expect(compare(['a', 'b', 'c'], ['b', 'd'])).toEqual({ taken: ['b'], missing: ['a', 'c'], extra: ['d'] });
  const at = '2026-11-23T16:00:00';
  const closed = {
    type: 'batch.closed',
    body: {
      number: 1,
      purpose: 'processing',
      from: counter,
      to: unit,
      dossiers: [
        { id: 'a', code: '1' },
        { id: 'b', code: '2' },
      ],
      short: [],
      shortBecause: '',
      by: null,
      at,
    },
  } as const;
  const accepted = (...ids: string[]) =>
    ({ type: 'batch.accepted', body: { by: unit, accepted: ids, missing: [], at } }) as const;
  expect(missingOf(foldBatch('x', [closed]))).toEqual([]);
  expect(missingOf(foldBatch('x', [closed, accepted('a')]))).toEqual(['b']);
  expect(missingOf(foldBatch('x', [accepted('a'), closed, accepted('b')]))).toEqual([]);
});

test('the code of a batch is read as it is printed, and nothing else is', () => {
  const code = batchCode('019ab000-0001-7001-8a1b-5c2d3e4f5061', 18, '2026-11-23');
  expect(code).toBe('LO-261123-018-5061');
  expect(readBatchCode(` ${code.toLowerCase()} `)).toBe(code);
  expect(readBatchCode('H20.57-261123-0306')).toBeNull();
});

const qr: BatchQr = {
  batchId: '019ab000-0001-7001-8a1b-5c2d3e4f5061',
  number: 18,
  purpose: 'result',
  at: '2026-11-23T16:30:00',
  count: 60,
  digest: '00ff00ff00ff00ff',
  from: { office: OFFICE, place: 'Quầy 3', name: 'Lê Thị Kim Ngân', isUnit: false },
  to: { office: OFFICE, place: 'Phòng Kinh tế, Hạ tầng và Đô thị', isUnit: true },
  signature: 'ab'.repeat(64),
};

test('the QR of a list gives back what was put in, in digits that no typing program changes', () => {
  const text = encodeBatchQr(qr);
  expect(decodeBatchQr(text)).toEqual(qr);
  expect(text).toMatch(/^QMCB1\/[\d/]+$/);
  expect(decodeBatchQr(text.slice(0, 60))).toBeNull();
  expect(decodeBatchQr('QMCB1/x')).toBeNull();
  expect(() => encodeBatchQr({ ...qr, digest: 'x' })).toThrow(RangeError);
});

test('a place and its key say the same', () => {
  for (const place of [
    { kind: 'unit', office: OFFICE, unit: 'Phòng Văn hóa - Xã hội' },
    { kind: 'shop', office: OTHER, unit: '' },
  ] as const) {
    expect(placeOfKey(placeKey(place))).toEqual(place);
  }
  expect(placeOfKey('nothing')).toBeNull();
});

const calendar = createCalendar(calendarSchema.parse(shipped));

test('the 15:00 rule is said as it falls on each day', () => {
  expect(handoverNotice('2026-11-23T08:00:00', calendar)?.vi).toBe(
    'Nhận sau 15:00 thì giao đầu giờ thứ Tư 25/11, vì thứ Ba 24/11 nghỉ lễ',
  );
  expect(handoverNotice('2026-11-25T08:00:00', calendar)?.vi).toBe('Nhận sau 15:00 thì giao đầu giờ thứ Năm 26/11');
  expect(handoverNotice('2026-11-27T08:00:00', calendar)?.vi).toBe('Nhận sau 15:00 thì giao đầu giờ thứ Hai 30/11');
  expect(handoverNotice('2026-11-24T08:00:00', calendar)?.vi).toBe('Nhận hôm nay thì giao đầu giờ thứ Tư 25/11');
  expect(handoverNotice('2028-01-03T08:00:00', calendar)).toBeNull();
});

test('a deadline is said by the clock today, with its day after that', () => {
  expect(deadlineWords('2026-11-23T17:00:00', '2026-11-23T08:00:00').vi).toBe('Hôm nay 17:00');
  expect(deadlineWords('2026-11-25T07:30:00', '2026-11-23T08:00:00').vi).toBe('T4 25/11, 7:30');
});
