import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { turns, workApart } from '../../tests/harness/desks-apart.ts';
import { bodies, doing, holders, received, waysTo, type Doing } from '../../tests/harness/dossier-acts.ts';
import { line, viewOf, written, type Written } from '../../tests/harness/dossier-history.ts';
import type { Correction } from './events/change.ts';
import { foldDossier } from './fold.ts';
import { settlingOf, type Choices } from './settling.ts';
import { sidesOf } from './sides.ts';

const officeName = (id: string): string => (id === received.receivingOffice ? 'phường Sa Đéc' : 'xã Mỹ Thọ');

/** Two desks from one base: each does its own things one after the other. */
function apart(base: readonly Doing[], left: readonly Doing[], right: readonly Doing[]): Written[] {
  const shared = line('a', base);
  const head = shared.at(-1)?.envelope.id;
  const after = head === undefined ? [] : [head];
  return [...shared, ...line('x', left, after), ...line('y', right, after)];
}
function open(events: readonly Written[]) {
  const view = viewOf(events);
  const known = new Map(events.map((each) => [each.envelope.id, each]));
  const all = sidesOf(view, known, officeName);
  return { view, all, sides: all[0] };
}
function rowsOf(events: readonly Written[]): unknown {
  return (open(events).sides?.rows ?? []).map((row) => [
    row.label.vi,
    row.left.text.vi,
    row.right.text.vi,
    row.choice,
    row.reason?.vi ?? null,
  ]);
}
function settle(events: readonly Written[], choices: Choices = {}) {
  const { view, sides } = open(events);
  if (sides === undefined) throw new RangeError('no two sides here');
  return settlingOf('d', events, view, sides, choices);
}
const correct = (change: Correction): Doing => ({
  type: 'dossier.corrected',
  body: { change, reason: 'Ghi nhầm', at: '2026-11-02T10:00:00', override: null },
});
const person = (phone: string) => (received.applicant === null ? null : { ...received.applicant, phone });
const slipAbout = (about: string, n: number): Doing => ({
  type: 'dossier.slipIssued',
  body: { ...bodies['dossier.slipIssued'](n), form: '02', about },
});

describe('the lawful default', () => {
  test('both asked for a supplement: the one the citizen holds on paper', () => {
    const events = apart(
      waysTo.processing,
      [doing('dossier.supplementRequested', 1)],
      [doing('dossier.supplementRequested', 2), slipAbout('y1', 2)],
    );
    expect(rowsOf(events)).toEqual([
      ['Tình trạng', expect.any(String), expect.any(String), 'right', 'Theo phiếu người dân đang giữ'],
    ]);
    const { setAside, result } = settle(events);
    expect(setAside).toEqual(['x1']);
    expect(result).toMatchObject({ state: 'supplement', flags: [], rounds: [{ eventId: 'y1' }] });
  });

  test('asked a second time against answered: once is the law', () => {
    const base = [...waysTo.supplement];
    const again: Doing = {
      type: 'dossier.supplementRequested',
      body: { ...bodies['dossier.supplementRequested'](3), override: { reason: 'Phát hiện thêm' } },
      approved: true,
    };
    const events = apart(base, [doing('dossier.supplemented', 1)], [doing('dossier.supplemented', 2), again]);
    const row = open(events).sides?.rows[0];
    expect(row).toMatchObject({ label: { vi: 'Tình trạng' }, choice: 'left' });
    expect(row?.reason?.vi).toContain('chỉ được yêu cầu bổ sung một lần, lần 1 đã dùng 03/11');
    const { setAside, result } = settle(events);
    expect(setAside).toEqual(['y1', 'y2']);
    expect(result).toMatchObject({ state: 'processing', flags: [] });
  });

  test.each([
    ['dossier.finished', 'dossier.supplementRequested', 'left', 'Đã có kết quả'],
    ['dossier.supplementRequested', 'dossier.finished', 'right', 'Đã có kết quả'],
    ['dossier.withdrawalRequested', 'dossier.supplementRequested', 'left', 'Theo yêu cầu của người dân'],
    ['dossier.supplementRequested', 'dossier.financialRequested', 'left', 'Đang có hiệu lực'],
  ] as const)('%s against %s: %s', (left, right, choice, reason) => {
    expect(rowsOf(apart(waysTo.processing, [doing(left, 1)], [doing(right, 2)]))).toEqual([
      ['Tình trạng', expect.any(String), expect.any(String), choice, reason],
    ]);
  });

  test('a date moved and the result then there: both stand', () => {
    const events = apart(waysTo.processing, [doing('dossier.extended', 1)], [doing('dossier.finished', 2)]);
    expect(open(events).sides?.rows[0]).toMatchObject({ label: { vi: 'Hẹn trả' }, mayBoth: true });
    expect(settle(events, { 'Hẹn trả': 'both' })).toMatchObject({
      setAside: [],
      result: { flags: [], state: 'finished' },
    });
  });

  test('two takers of one bundle: what was signed for is kept by both, or by one', () => {
    const take = (place: string): Doing => ({
      type: 'dossier.handoverAccepted',
      body: { ...bodies['dossier.handoverAccepted'](1), batch: null, by: { ...holders.unit, place }, missing: [] },
    });
    const events = apart(waysTo.received, [take('Phòng 1')], [take('Phòng 2')]);
    expect(open(events).sides?.rows[0]).toMatchObject({ label: { vi: 'Giấy tờ' }, mayBoth: true, choice: 'both' });
    const { result } = settle(events, { 'Giấy tờ': 'right' });
    expect(result.custody.holder?.place).toBe('Phòng 2');
  });
});

describe('corrections that differ', () => {
  const events = apart(
    waysTo.received,
    [correct({ resultWay: 'post', applicant: person('0913 000 278') })],
    [correct({ resultWay: 'electronic', applicant: person('0913 000 287'), sets: 2 })],
  );

  test('one row a line of the form; what both agree on is folded away', () => {
    expect(rowsOf(events)).toEqual([
      ['Điện thoại', '0913 000 278', '0913 000 287', 'both', null],
      ['Nhận kết quả', 'qua bưu chính', 'bản điện tử', 'left', 'Đang có hiệu lực'],
    ]);
    const same = open(events).sides?.same.map((each) => each.label.vi) ?? [];
    expect(same).toContain('Thủ tục');
    expect(same).not.toContain('Điện thoại');
  });

  test('each line as chosen, from one side and the other; nothing else is touched', () => {
    const { setAside, change, result } = settle(events, { resultWay: 'left', 'applicant.phone': 'right' });
    expect(setAside).toEqual([]);
    expect(Object.keys(change).sort()).toEqual(['resultWay']);
    expect(result.received).toMatchObject({ resultWay: 'post', applicant: { phone: '0913 000 287' }, sets: 2 });
    expect(result.flags).toEqual([]);
  });

  test('both telephones: the first is called, the second stands in the note', () => {
    const { result } = settle(events);
    expect(result.received).toMatchObject({
      applicant: { phone: '0913 000 278' },
      note: 'Điện thoại khác: 0913 000 287',
    });
  });
});

test('received twice: which receipt stands, and each line on which they differ', () => {
  const [first] = line('a', waysTo.received);
  const other: Doing = { type: 'dossier.received', body: { ...bodies['dossier.received'](9), sets: 4 } };
  const events = [...(first === undefined ? [] : [first]), written('y', 1, [], other)];
  expect(rowsOf(events)).toEqual([
    ['Lần tiếp nhận', expect.any(String), expect.any(String), 'left', 'Đang có hiệu lực'],
    ['Số bộ', '1', '4', 'left', 'Đang có hiệu lực'],
  ]);
  const { result } = settle(events, { 'Lần tiếp nhận': 'right', sets: 'left' });
  expect(result).toMatchObject({
    codes: ['H20.57-261102-0009', 'H20.57-261102-0000'],
    received: { sets: 1 },
    flags: [],
  });
});

test('what rested on the side set aside goes with it', () => {
  const events = apart(
    waysTo.processing,
    [doing('dossier.supplementRequested', 1)],
    [doing('dossier.financialRequested', 2), doing('dossier.financialFulfilled', 2)],
  );
  const { setAside, result } = settle(events, { 'Tình trạng': 'left' });
  expect(setAside).toEqual(['y1', 'y2']);
  expect(result).toMatchObject({ state: 'supplement', flags: [] });
});

test('three desks: each pair of logs is a question of its own', () => {
  const shared = line('a', waysTo.processing);
  const ask = (log: string, n: number) => written(log, 1, ['a2'], doing('dossier.supplementRequested', n));
  const { all } = open([...shared, ask('x', 1), ask('y', 2), ask('z', 3)]);
  expect(all.map((sides) => [sides.left.events, sides.right.events])).toEqual([
    [['x1'], ['y1']],
    [['x1'], ['z1']],
  ]);
});

test('a dossier in order has no sides', () => {
  expect(open(line('a', waysTo.supplement)).all).toEqual([]);
});

test('settled by its defaults, whatever three desks did apart comes to rest', () => {
  let met = 0;
  fc.assert(
    fc.property(turns, (plan) => {
      const events: Written[] = workApart(plan);
      fc.pre(foldDossier('d', events) !== null);
      for (let n = 1; n <= 40; n++) {
        const { view, sides } = open(events);
        if (sides === undefined) break;
        met += 1;
        const { flags, setAside, change } = settlingOf('d', events, view, sides, {});
        const body = { ...bodies['dossier.settled'](1), flags, setAside, change };
        const settled = written('s', n, view.heads, { type: 'dossier.settled', body });
        events.push(settled);
      }
      const { view, all } = open(events);
      expect(all).toEqual([]);
      expect(view.flags.filter((flag) => flag.kind === 'two-sides')).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(met).toBeGreaterThan(50);
});
