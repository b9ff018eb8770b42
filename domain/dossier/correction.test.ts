import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodies, doing, holders, OFFICE, received, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf } from '../../tests/harness/dossier-history.ts';
import { correctableFields, correctionLimit, correctionOf, followsFrom } from './correction.ts';
import type { Correction } from './events/change.ts';
import type { DossierReceived } from './events/receipt.ts';
import { changedLines, receiptLines } from './receipt-words.ts';

const DAY = '2026-11-02';
const corrected = (change: Correction, at = `${DAY}T10:00:00`): Doing => ({
  type: 'dossier.corrected',
  body: { change, reason: 'Ghi nhầm', at, override: null },
});
const slip = (slipId: string, form: '01' | '06' = '01', voids: string | null = null): Doing => ({
  type: 'dossier.slipIssued',
  body: { ...bodies['dossier.slipIssued'](1), slipId, form, voids },
});
const due = { ...received.due, at: '2026-11-06T17:00:00' };

describe('what is different', () => {
  test('nothing changed is no correction; each field is found alone', () => {
    expect(correctionOf(received, received)).toEqual({});
    const other: Partial<DossierReceived> = {
      procedure: { ...received.procedure, caseId: 'again', caseLabel: 'Cấp lại' },
      applicant: null,
      papers: [],
      sets: 2,
      quantity: 2,
      competentOffice: 'xa-30169',
      processingUnit: 'Phòng Kinh tế',
      resultWay: 'post',
      resultAddress: 'Ấp 1',
      land: { sheet: '4', parcel: '12', address: 'Ấp 1' },
      due,
      handoverBy: null,
      note: 'Đã gọi',
      fee: { ...received.fee, amount: 8000, paid: 'unpaid' },
    };
    for (const [field, value] of Object.entries(other)) {
      expect(correctionOf(received, { ...received, [field]: value })).toEqual({ [field]: value });
    }
  });

  test('applied to the receipt it gives exactly what was wanted', () => {
    fc.assert(
      fc.property(fc.subarray(correctableFields), (fields) => {
        const other = { ...received, sets: 3, note: 'khác', resultWay: 'post' as const, applicant: null, due };
        const after = { ...received, ...Object.fromEntries(fields.map((field) => [field, other[field]])) };
        expect({ ...received, ...correctionOf(received, after) }).toEqual(after);
      }),
    );
  });

  test('code, channel and moment of receipt are not among what can be corrected', () => {
    const fixed = ['code', 'receivedAt', 'receivingOffice', 'counter', 'channel', 'visit', 'fastLane'];
    expect(correctableFields.filter((field) => fixed.includes(field))).toEqual([]);
  });
});

describe('who may', () => {
  const view = (acts: readonly Doing[]) => viewOf(line('a', [...waysTo.received, ...acts]));

  test('an officer on the day of receipt, while the paper is at the shop', () => {
    expect(correctionLimit(view([]), OFFICE, DAY)).toEqual({ kind: 'free' });
    expect(viewOf(line('a', [...waysTo.received, corrected({ note: 'x' })])).flags).toEqual([]);
  });

  test.each([
    ['the next day', [], '2026-11-03', 1],
    ['given to the unit', [doing('dossier.handedOver', 1)], DAY, 1],
    ['at the unit', [doing('dossier.handedOver', 1), doing('dossier.handoverAccepted', 1)], DAY, 1],
    [
      'at the unit, the next day',
      [doing('dossier.handedOver', 1), doing('dossier.handoverAccepted', 1)],
      '2026-11-03',
      2,
    ],
    ['with the result there', [doing('dossier.finished')], DAY, 1],
  ] as const)('only with an approval: %s', (_name, acts, today, reasons) => {
    const limit = correctionLimit(view(acts), OFFICE, today);
    expect(limit).toMatchObject({ kind: 'approval' });
    expect('why' in limit && Array.isArray(limit.why) ? limit.why.length : 0).toBe(reasons);
    // The fold asks the same: written without one, it is shown.
    const bare = view([...acts, corrected({ note: 'x' }, `${today}T10:00:00`)]);
    expect(bare.flags.map((flag) => flag.kind)).toContain('not-approved');
    const body = { change: { note: 'x' }, reason: 'Nhầm', at: `${today}T10:00:00`, override: { reason: 'Đã xem' } };
    const approved = view([...acts, { type: 'dossier.corrected', body, approved: true }]);
    expect(approved.flags.map((flag) => flag.kind)).not.toContain('not-approved');
  });

  test('never: cancelled, stopped, and what another office received', () => {
    expect(correctionLimit(viewOf(line('a', waysTo.cancelled)), OFFICE, DAY).kind).toBe('never');
    expect(correctionLimit(viewOf(line('a', waysTo.stopped)), OFFICE, DAY).kind).toBe('never');
    expect(correctionLimit(viewOf(line('a', waysTo.guided)), OFFICE, DAY).kind).toBe('never');
    expect(correctionLimit(view([]), 'xa-30169', DAY).kind).toBe('never');
  });
});

describe('what follows', () => {
  const withSlips = viewOf(
    line('a', [
      ...waysTo.received,
      slip('s1'),
      {
        ...slip('s2'),
        body: { ...bodies['dossier.slipIssued'](1), slipId: 's2', copyOf: { slipId: 's1', reason: 'Mất' } },
      } as Doing,
      slip('s6', '06'),
    ]),
  );

  test('a changed date: receipt slip, its copy and control slip are void, the citizen must be called', () => {
    const result = followsFrom(withSlips, { due });
    expect(result.voids.map((each) => each.slipId)).toEqual(['s1', 's2', 's6']);
    expect(result).toMatchObject({
      reprint: ['01', '06'],
      callBack: true,
      due: { before: received.due.at, after: due.at },
      fetchFrom: null,
      feeDifference: 0,
    });
  });

  test('what stands on no slip voids none', () => {
    expect(followsFrom(withSlips, { note: 'x' })).toMatchObject({ voids: [], reprint: [], callBack: false, due: null });
  });

  test('a slip already void is not made void again', () => {
    const view = viewOf(line('a', [...waysTo.received, slip('s1'), slip('s2', '01', 's1')]));
    expect(followsFrom(view, { sets: 2 }).voids.map((each) => each.slipId)).toEqual(['s2']);
  });

  test('paper at a unit that is no longer the right one must be fetched', () => {
    const view = viewOf(
      line('a', [...waysTo.received, doing('dossier.handedOver', 1), doing('dossier.handoverAccepted', 1)]),
    );
    expect(followsFrom(view, { processingUnit: 'Phòng Kinh tế' }).fetchFrom).toEqual(holders.unit);
    expect(followsFrom(view, { processingUnit: holders.unit.place }).fetchFrom).toBeNull();
    expect(followsFrom(view, { sets: 2 }).fetchFrom).toBeNull();
  });

  test('the fee: what is still to take, or to give back', () => {
    const view = (fee: DossierReceived['fee']) =>
      viewOf(line('a', [{ type: 'dossier.received', body: { ...received, fee } }]));
    const fee = (amount: number, paid: DossierReceived['fee']['paid']) => ({ ...received.fee, amount, paid });
    expect(followsFrom(view(fee(8000, 'unpaid')), { fee: fee(15000, 'unpaid') }).feeDifference).toBe(7000);
    // The receipt said it was taken in cash: the corrected receipt says what was taken.
    expect(followsFrom(view(fee(8000, 'cash')), { fee: fee(15000, 'cash') }).feeDifference).toBe(0);
    expect(followsFrom(view(fee(8000, 'cash')), { fee: fee(15000, 'unpaid') }).feeDifference).toBe(15000);
  });
});

describe('in words', () => {
  const name = (id: string): string => (id === OFFICE ? 'phường Sa Đéc' : 'xã Mỹ Thọ');
  const lines = (change: Partial<DossierReceived>) =>
    changedLines(receiptLines(received, name), receiptLines({ ...received, ...change }, name)).map((each) => [
      each.label.vi,
      each.before.vi,
      each.after.vi,
    ]);

  test('each changed line, before and after, and nothing else', () => {
    expect(lines({})).toEqual([]);
    expect(lines({ resultWay: 'post', resultAddress: 'Ấp 1, Mỹ Thọ' })).toEqual([
      ['Nhận kết quả', 'tại quầy', 'qua bưu chính'],
      ['Địa chỉ gửi kết quả', 'không có', 'Ấp 1, Mỹ Thọ'],
    ]);
    expect(lines({ competentOffice: 'xa-30169', due })).toEqual([
      ['Nơi giải quyết', 'phường Sa Đéc', 'xã Mỹ Thọ'],
      ['Hẹn trả', 'Thứ Hai 01/01/2024, 17 giờ 00', 'Thứ Sáu 06/11/2026, 17 giờ 00'],
    ]);
    expect(lines({ fee: { ...received.fee, amount: 1_250_000, paid: 'unpaid' } })).toEqual([
      ['Phí, lệ phí', '0 đ', '1.250.000 đ'],
      ['Đã thu', 'không thu', 'chưa thu'],
    ]);
  });

  test('another procedure brings other papers: what goes is named too', () => {
    const papers = [{ ...received.papers[0], paperId: 'don', name: 'Đơn đăng ký' }] as DossierReceived['papers'];
    expect(lines({ papers })).toEqual([
      ['Đơn đăng ký', 'không có', '1 bản chính'],
      ['Tờ khai', '1 bản chính', 'không có'],
      ['Giấy tờ tùy thân', '1 bản chính', 'không có'],
    ]);
  });
});
