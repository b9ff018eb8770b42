import { afterEach, expect, test, vi } from 'vitest';
import { pending } from '../../domain/dossier/custody.ts';
import { foldDossier } from '../../domain/dossier/fold.ts';
import { asDossierEvent, eventSchema } from '../../contract/events.ts';
import { canonicalView } from '../../main/store/dossiers.ts';
import { officeDesk, OTHER_OFFICE, seats, UNIT, type OfficeDesk } from '../harness/office-desk.ts';
import { OFFICE, type Seat } from '../harness/enrolled-folder.ts';

/** Two and three desks on SQLite files of their own, no province between them; what each wrote is taken in by the others. */

// Each desk is enrolled anew, people's passwords and all.
vi.setConfig({ testTimeout: 30_000 });

const desks: OfficeDesk[] = [];
async function deskAt(seat: Seat): Promise<OfficeDesk> {
  const desk = await officeDesk(seat);
  desks.push(desk);
  return desk;
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

const unitKey = `unit|${OFFICE}|${UNIT}`;

/** Every desk hears the others; all views, and a fold of everything as the province makes it, are the same bytes. */
function allAgree(dossiers: readonly string[], ...those: readonly OfficeDesk[]): void {
  for (const desk of those) desk.hear(...those.filter((each) => each !== desk));
  const everything = those.flatMap((desk) => desk.written());
  for (const id of dossiers) {
    const known = everything
      .filter(({ envelope }) => envelope.aggregateId === id)
      .map(({ envelope, body }) => {
        const read = eventSchema.parse({ type: envelope.type, version: envelope.version, body });
        return { envelope, event: asDossierEvent(read) };
      });
    const province = foldDossier(id, known);
    const bytes = province === null ? null : canonicalView(province);
    expect(bytes).not.toBeNull();
    for (const desk of those) {
      const view = desk.store.dossiers.get(id);
      expect(view === null ? null : canonicalView(view)).toBe(bytes);
    }
  }
}

const viewOf = (desk: OfficeDesk, id: string) => {
  const view = desk.store.dossiers.get(id);
  if (view === null) throw new Error(`${id} is not known`);
  return view;
};

test('a batch is scanned, closed, heard of, gone through and signed for', async () => {
  const counter = await deskAt(seats.counter);
  const unit = await deskAt(seats.unit);
  const ngan = counter.session('u-ngan');
  const thao = unit.session('u-thao');
  const ids = [1, 2, 3].map((n) => counter.receive(n));
  expect(counter.handover.today(ngan)).toMatchObject({
    due: 3,
    notice: { vi: 'Nhận sau 15:00 thì giao đầu giờ thứ Tư 25/11, vì thứ Ba 24/11 nghỉ lễ' },
    out: [{ place: UNIT, dossiers: 3, scanned: 0, state: 'waiting', deadline: { words: { vi: 'Hôm nay 17:00' } } }],
  });

  const target = { side: 'out', key: unitKey } as const;
  for (const n of [1, 2, 3]) {
    const raw = `H20.57-261123-000${n}`;
    expect(counter.handover.scan(ngan, { raw, target, anyway: false })).toMatchObject({ kind: 'added', target });
  }
  expect(counter.handover.scan(ngan, { raw: 'H20.57-261123-0002', target, anyway: false }).kind).toBe('already');
  const open = counter.handover.out(ngan, unitKey);
  expect(open).toMatchObject({ number: 1, place: UNIT, receivers: ['Bùi Thị Thanh Thảo'], minutesLeft: 378 });
  expect(open.rows.map((row) => row.code)).toEqual(['H20.57-261123-0003', 'H20.57-261123-0002', 'H20.57-261123-0001']);

  const closed = counter.handover.close(ngan, unitKey, '');
  expect(closed).toMatchObject({ number: 1, dossiers: 3 });
  expect(counter.handover.today(ngan)).toMatchObject({ due: 0, out: [{ state: 'given', dossiers: 3 }] });
  expect(pending(viewOf(counter, ids[0] ?? '').custody)?.batch?.id).toBe(closed.batchId);
  // The next one of the day has the next number.
  counter.receive(4);
  expect(counter.handover.out(ngan, unitKey).number).toBe(2);

  unit.hear(counter);
  expect(unit.handover.today(thao)).toMatchObject({
    side: 'unit',
    due: 1,
    in: [{ id: closed.batchId, number: 1, place: 'Quầy 3', dossiers: 3, taken: 0, state: 'coming' }],
  });
  const into = { side: 'in', id: closed.batchId } as const;
  for (const n of [1, 2, 3]) unit.handover.scan(thao, { raw: `H20.57-261123-000${n}`, target: into, anyway: false });
  expect(unit.handover.in(thao, closed.batchId)).toMatchObject({ whole: true, list: 'arrived', count: 3 });
  expect(unit.handover.accept(thao, closed.batchId)).toEqual({ accepted: 3, missing: 0, papersMissing: 0 });

  counter.hear(unit);
  expect(counter.handover.today(ngan).out.map((row) => row.state)).toEqual(['waiting', 'signed']);
  for (const id of ids) {
    expect(viewOf(counter, id)).toMatchObject({
      state: 'processing',
      custody: { holder: { kind: 'unit', place: UNIT, name: 'Bùi Thị Thanh Thảo' }, missing: [] },
      flags: [],
    });
  }
  allAgree(ids, counter, unit);
});

test('both sides offline: the list’s QR and the slips suffice, the unit had never heard of any of it', async () => {
  const counter = await deskAt(seats.counter);
  const unit = await deskAt(seats.unit);
  const ngan = counter.session('u-ngan');
  const thao = unit.session('u-thao');
  const ids = [1, 2].map((n) => counter.receive(n));
  const slips = await Promise.all(ids.map((id) => counter.slipOf(id)));
  const target = { side: 'out', key: unitKey } as const;
  for (const raw of slips) counter.handover.scan(ngan, { raw, target, anyway: false });
  const { batchId } = counter.handover.close(ngan, unitKey, '');
  const { preview } = await counter.handover.printList(ngan, batchId);
  // Made by the builder a moment ago.
  const { qr } = (preview.values as { codes: { qr: string } }).codes;

  const list = unit.handover.scan(thao, { raw: qr, target: null, anyway: false });
  expect(list).toMatchObject({ kind: 'list', number: 1, place: 'Quầy 3' });
  const into = { side: 'in', id: batchId } as const;
  expect(unit.handover.scan(thao, { raw: slips[0] ?? '', target: into, anyway: false })).toMatchObject({
    kind: 'added',
    dossier: { code: 'H20.57-261123-0001', heard: false, originals: null },
  });
  expect(unit.handover.in(thao, batchId)).toMatchObject({ list: 'scanned', count: 2, whole: false });
  unit.handover.scan(thao, { raw: slips[1] ?? '', target: into, anyway: false });
  expect(unit.handover.in(thao, batchId)).toMatchObject({ whole: true, giver: 'Lê Thị Kim Ngân, Quầy 3' });
  expect(unit.handover.accept(thao, batchId)).toMatchObject({ accepted: 2, missing: 0 });
  expect(
    unit.handover
      .today(thao)
      .unheard.map((row) => row.code)
      .toSorted(),
  ).toEqual(['H20.57-261123-0001', 'H20.57-261123-0002']);
  expect(unit.store.dossiers.get(ids[0] ?? '')).toBeNull();

  allAgree(ids, counter, unit);
  expect(unit.handover.today(thao)).toMatchObject({ unheard: [], in: [{ state: 'accepted', taken: 2 }] });
  expect(counter.handover.today(ngan)).toMatchObject({ out: [{ state: 'signed' }] });
  expect(viewOf(unit, ids[0] ?? '')).toMatchObject({
    state: 'processing',
    flags: [],
    custody: {
      holder: { place: UNIT },
      movements: [{ from: { place: 'Quầy 3' }, seenOnSlip: { procedure: expect.any(String) } }],
    },
  });
});

test('a barcode of a dossier nobody here has heard of is said to be unknown; nothing is written', async () => {
  const unit = await deskAt(seats.unit);
  const thao = unit.session('u-thao');
  expect(unit.handover.scan(thao, { raw: 'H20.57-261123-0306', target: null, anyway: false })).toEqual({
    kind: 'unknown',
    found: 'H20.57-261123-0306',
    like: 'code',
  });
  expect(unit.handover.scan(thao, { raw: 'xin chào', target: null, anyway: false })).toMatchObject({ like: 'text' });
  expect(unit.handover.scan(thao, { raw: 'LO-261123-001-ABCD', target: null, anyway: false })).toMatchObject({
    like: 'list',
  });
  expect(unit.written()).toEqual([]);
});

test('a paper that is not in the bundle is known at the scan, with who held it last, until it is found', async () => {
  const counter = await deskAt(seats.counter);
  const unit = await deskAt(seats.unit);
  const ngan = counter.session('u-ngan');
  const thao = unit.session('u-thao');
  const id = counter.receive(1);
  counter.handover.scan(ngan, { raw: '0001', target: { side: 'out', key: unitKey }, anyway: false });
  const { batchId } = counter.handover.close(ngan, unitKey, '');
  unit.hear(counter);
  unit.handover.scan(thao, { raw: '0001', target: { side: 'in', id: batchId }, anyway: false });
  expect(unit.handover.in(thao, batchId).rows[0]?.papers).toEqual([
    { name: 'Tờ khai', originals: 1, copies: 0, isThere: true },
  ]);
  unit.handover.tick(thao, { id: batchId, dossierId: id, missing: ['Tờ khai'] });
  expect(unit.handover.accept(thao, batchId)).toEqual({ accepted: 1, missing: 0, papersMissing: 1 });
  expect(viewOf(unit, id)).toMatchObject({
    custody: { missing: [{ paper: { name: 'Tờ khai' }, lastHolder: { name: 'Lê Thị Kim Ngân', place: 'Quầy 3' } }] },
    flags: [{ kind: 'paper-missing' }],
  });
  expect(unit.handover.custody(id)).toMatchObject({
    holder: { name: 'Bùi Thị Thanh Thảo', place: UNIT },
    originals: 0,
    missing: [{ paper: 'Tờ khai', lastHolder: 'Lê Thị Kim Ngân, Quầy 3' }],
    clocks: null,
  });
  counter.hear(unit);
  await expect(counter.handover.paperFound(ngan, { dossierId: id, paper: 'Đơn', note: '' })).rejects.toThrow('BG-04');
  await counter.handover.paperFound(ngan, { dossierId: id, paper: 'Tờ khai', note: 'kẹp nhầm vào hồ sơ khác' });
  allAgree([id], counter, unit);
  expect(viewOf(unit, id)).toMatchObject({ custody: { missing: [] }, flags: [] });
});

test('a batch is closed short only with a reason, and what was short stays due', async () => {
  const counter = await deskAt(seats.counter);
  const ngan = counter.session('u-ngan');
  const [, left] = [counter.receive(1), counter.receive(2)];
  const target = { side: 'out', key: unitKey } as const;
  expect(() => counter.handover.close(ngan, unitKey, '')).toThrow('BG-01');
  counter.handover.scan(ngan, { raw: '0001', target, anyway: false });
  expect(() => counter.handover.close(ngan, unitKey, '')).toThrow('BG-03');
  expect(counter.handover.out(ngan, unitKey).rows.at(-1)).toMatchObject({
    dossierId: left,
    scannedAt: null,
    lastHolder: 'Lê Thị Kim Ngân, Quầy 3',
  });
  const { batchId } = counter.handover.close(ngan, unitKey, 'chưa tìm thấy hồ sơ giấy');
  expect(counter.store.batches.get(batchId)?.closed).toMatchObject({
    shortBecause: 'chưa tìm thấy hồ sơ giấy',
    short: [{ id: left, lastHolder: 'Lê Thị Kim Ngân, Quầy 3' }],
  });
  expect(counter.handover.today(ngan)).toMatchObject({ due: 1 });
});

test('a dossier that did not arrive with its batch is due again, is given again, and nobody else held it meanwhile', async () => {
  const counter = await deskAt(seats.counter);
  const unit = await deskAt(seats.unit);
  const ngan = counter.session('u-ngan');
  const thao = unit.session('u-thao');
  const [there, lost] = [counter.receive(1), counter.receive(2)];
  const target = { side: 'out', key: unitKey } as const;
  for (const raw of ['0001', '0002']) counter.handover.scan(ngan, { raw, target, anyway: false });
  const first = counter.handover.close(ngan, unitKey, '');
  unit.hear(counter);
  unit.handover.scan(thao, { raw: '0001', target: { side: 'in', id: first.batchId }, anyway: false });
  expect(unit.handover.accept(thao, first.batchId)).toEqual({ accepted: 1, missing: 1, papersMissing: 0 });
  counter.hear(unit);
  expect(counter.handover.today(ngan)).toMatchObject({ due: 1, out: [{ state: 'waiting' }, { state: 'short' }] });
  expect(viewOf(counter, lost).custody.holder).toMatchObject({ kind: 'counter', place: 'Quầy 3' });

  expect(counter.handover.scan(ngan, { raw: '0002', target, anyway: false }).kind).toBe('added');
  const second = counter.handover.close(ngan, unitKey, '');
  unit.hear(counter);
  unit.handover.scan(thao, { raw: '0002', target: null, anyway: false });
  expect(unit.handover.accept(thao, second.batchId)).toMatchObject({ accepted: 1, missing: 0 });
  allAgree([there, lost], counter, unit);
  expect(counter.handover.today(ngan).due).toBe(0);
  expect(viewOf(counter, lost)).toMatchObject({ flags: [], custody: { holder: { place: UNIT }, missing: [] } });
});

test('what belongs to another place is said, and can be put there; what lies elsewhere is said with who holds it', async () => {
  const counter = await deskAt(seats.counter);
  const ngan = counter.session('u-ngan');
  counter.receive(1);
  counter.receive(2, { processingUnit: 'Phòng Văn hóa - Xã hội' });
  counter.receive(3, { fastLane: true });
  const target = { side: 'out', key: unitKey } as const;
  const said = counter.handover.scan(ngan, { raw: 'H20.57-261123-0002', target, anyway: false });
  expect(said).toMatchObject({ kind: 'elsewhere', place: 'Phòng Văn hóa - Xã hội' });
  if (said.kind !== 'elsewhere') throw new Error('not said');
  expect(counter.handover.scan(ngan, { raw: 'H20.57-261123-0002', target: said.target, anyway: false }).kind).toBe(
    'added',
  );
  expect(counter.handover.scan(ngan, { raw: 'H20.57-261123-0003', target, anyway: false })).toMatchObject({
    kind: 'stays',
    state: { vi: 'Đã trả ngay' },
  });
  counter.handover.close(ngan, `unit|${OFFICE}|Phòng Văn hóa - Xã hội`, '');
  expect(counter.handover.scan(ngan, { raw: 'H20.57-261123-0002', target, anyway: false })).toMatchObject({
    kind: 'given',
    number: 1,
    place: 'Phòng Văn hóa - Xã hội',
  });
});

test('an open batch outlives a restart and is the same for every tab; a row taken out leaves no number unused', async () => {
  const first = await deskAt(seats.counter);
  first.receive(1);
  first.receive(2);
  const target = { side: 'out', key: unitKey } as const;
  first.handover.scan(first.session('u-ngan'), { raw: '0001', target, anyway: false });
  desks.splice(desks.indexOf(first), 1);
  const desk = await first.restart();
  desks.push(desk);
  const tam = desk.session('u-tam');
  expect(desk.handover.out(tam, unitKey).rows.map((row) => row.scannedAt !== null)).toEqual([true, false]);
  const dossierId = desk.handover.out(tam, unitKey).rows[0]?.dossierId ?? '';
  desk.handover.drop(tam, { target, dossierId });
  expect(desk.handover.today(tam)).toMatchObject({ out: [{ state: 'waiting', dossiers: 2 }] });
  desk.handover.scan(tam, { raw: '0002', target, anyway: false });
  expect(desk.handover.close(tam, unitKey, 'còn một hồ sơ chưa về').number).toBe(1);
});

test('a colleague’s dossier that never came over the line is handed on by its slip, and three desks agree', async () => {
  const counter = await deskAt(seats.counter);
  const second = await deskAt(seats.secondCounter);
  const unit = await deskAt(seats.unit);
  const ngan = counter.session('u-ngan');
  const thao = unit.session('u-thao');
  const id = second.receive(7);
  const slip = await second.slipOf(id);
  const target = { side: 'out', key: unitKey } as const;
  expect(counter.handover.scan(ngan, { raw: slip, target, anyway: false })).toMatchObject({
    kind: 'added',
    dossier: { heard: false },
  });
  const { batchId } = counter.handover.close(ngan, unitKey, '');
  unit.handover.scan(thao, { raw: slip, target: null, anyway: false });
  const open = unit.handover.today(thao).in[0];
  expect(open).toMatchObject({ number: null, state: 'taking' });
  unit.handover.accept(thao, open?.id ?? '');
  allAgree([id], counter, second, unit);
  expect(viewOf(second, id)).toMatchObject({
    state: 'processing',
    flags: [],
    custody: { holder: { place: UNIT }, movements: [{ batch: { id: batchId }, from: { place: 'Quầy 3' } }] },
  });
});

test('a dossier of another commune travels there and back; each office sees its own clock and holder', async () => {
  const home = await deskAt(seats.counter);
  const there = await deskAt(seats.otherOffice);
  const ngan = home.session('u-ngan');
  const lan = there.session('u-lan');
  const hai = there.session('u-hai');
  const id = home.receive(5, { competentOffice: OTHER_OFFICE });
  const slip = await home.slipOf(id);
  const key = `shop|${OTHER_OFFICE}|`;
  expect(home.handover.today(ngan).out).toMatchObject([
    { key, place: 'Trung tâm PVHCC phường Cao Lãnh', purpose: 'transfer' },
  ]);
  home.handover.scan(ngan, { raw: slip, target: null, anyway: false });
  home.handover.close(ngan, key, '');
  // Arrived before anything came by the line.
  there.handover.scan(lan, { raw: slip, target: null, anyway: false });
  there.handover.accept(lan, there.handover.today(lan).in[0]?.id ?? '');
  expect(there.handover.today(lan).unheard).toHaveLength(1);
  allAgree([id], home, there);
  expect(viewOf(home, id)).toMatchObject({
    state: 'received',
    flags: [],
    custody: { holder: { office: OTHER_OFFICE, place: 'Quầy 7' } },
    clock: { marks: [{ kind: 'start', by: 'competent-agency' }] },
  });

  expect(home.handover.custody(id)).toMatchObject({
    holder: { name: 'Phan Thị Lan', place: 'Trung tâm PVHCC phường Cao Lãnh' },
    waiting: null,
    hands: [{ place: 'Quầy 3' }, { place: 'Trung tâm PVHCC phường Cao Lãnh', bySlip: true, number: 1 }],
    clocks: {
      office: 'Trung tâm PVHCC phường Cao Lãnh',
      transfer: { text: { vi: 'Đã chuyển đúng hạn' }, isLate: false },
      processing: { text: { vi: 'Trước 17 giờ 00 thứ Sáu 27/11, còn 3 ngày làm việc' }, isLate: false },
    },
  });

  const unit = `unit|${OTHER_OFFICE}|${UNIT}`;
  there.handover.scan(lan, { raw: '0005', target: null, anyway: false });
  there.handover.close(lan, unit, '');
  there.handover.scan(hai, { raw: '0005', target: null, anyway: false });
  there.handover.accept(hai, there.handover.today(hai).in[0]?.id ?? '');
  await there.acting.write(hai, id, null, (_view, { now }) => [
    {
      type: 'dossier.finished',
      body: {
        outcome: 'granted',
        papers: [{ name: 'Giấy chứng nhận', number: '01', originals: 1, copies: 0, electronic: false }],
        reason: '',
        legalBasis: '',
        signatory: 'Trần Văn Hải',
        at: now,
      },
    },
  ]);
  expect(there.handover.today(hai).out).toMatchObject([{ key: `shop|${OTHER_OFFICE}|`, purpose: 'result' }]);
  there.handover.scan(hai, { raw: '0005', target: null, anyway: false });
  there.handover.close(hai, `shop|${OTHER_OFFICE}|`, '');
  there.handover.scan(lan, { raw: '0005', target: null, anyway: false });
  there.handover.accept(lan, there.handover.today(lan).in.find((row) => row.state === 'taking')?.id ?? '');
  // The result goes back to where the citizen filed.
  expect(there.handover.today(lan).out.filter((row) => row.state === 'waiting')).toMatchObject([
    { key: `shop|${OFFICE}|`, purpose: 'result' },
  ]);
  there.handover.scan(lan, { raw: '0005', target: null, anyway: false });
  const back = there.handover.close(lan, `shop|${OFFICE}|`, '');
  home.hear(there);
  home.handover.scan(ngan, { raw: '0005', target: null, anyway: false });
  home.handover.accept(ngan, back.batchId);
  allAgree([id], home, there);
  expect(viewOf(there, id)).toMatchObject({ flags: [], custody: { holder: { office: OFFICE, place: 'Quầy 3' } } });
  expect(viewOf(there, id).custody.movements.map((each) => each.purpose)).toEqual([
    'transfer',
    'processing',
    'result',
    'result',
  ]);
});
