import type { CallOutput } from '../../contract/desk.ts';
import type { DeskUser } from '../harness/world.ts';
import { granted } from '../tour/day/unit.ts';

/** The way back, and the end of the day, at the bench of the busiest day. */

const shelf = (n: number): string => `Kệ ${'ABCDEF'[n % 6] ?? 'A'}, ngăn ${(n % 20) + 1}`;

/** The unit looks through its lists, opens what it took in, and finishes it. @returns what was finished */
export async function workThrough(unit: DeskUser, dossierIds: readonly string[]): Promise<string[]> {
  const finished: string[] = [];
  for (const id of dossierIds) {
    const { list } = await unit.call('processing.list', { list: 'unit' });
    await unit.call('processing.get', { id });
    await unit.call('processing.setStep', { id, step: 'signature', words: '' });
    const papers = granted('Giấy chứng nhận', `${finished.length + 1}/GCN`);
    const done = await unit.try('processing.finish', { id, ...papers });
    if (done.ok) finished.push(id);
    await unit.call('processing.list', { list });
  }
  return finished;
}

/** Back to the counter as one batch; each result put on the shelf, found again, returned; the list looked at between. */
export async function giveBack(officer: DeskUser, unit: DeskUser, dossierIds: readonly string[]): Promise<void> {
  const key = await scannedOut(unit, dossierIds);
  const { rows } = await unit.call('handover.out', { key });
  const shortBecause = rows.some((row) => row.scannedAt === null) ? 'mang sau' : '';
  const { batchId } = await unit.call('handover.close', { key, shortBecause });
  await officer.until('handover.today', {}, (day) => day.in.some((row) => row.id === batchId));
  for (const id of dossierIds) {
    const raw = await codeOf(officer, id);
    await officer.call('handover.scan', { raw, target: { side: 'in', id: batchId }, anyway: false });
  }
  await officer.call('handover.accept', { id: batchId });
  for (const [n, id] of dossierIds.entries()) {
    await officer.call('results.shelve', { dossierIds: [id], place: shelf(n) });
    await officer.call('results.list', {});
  }
  for (const id of dossierIds) {
    const code = await codeOf(officer, id);
    await officer.call('results.find', { text: code.slice(-4) });
    await officer.call('results.scan', { raw: code });
    await returned(officer, id);
    await officer.call('results.list', {});
    await officer.call('results.count', {});
  }
}

async function scannedOut(unit: DeskUser, dossierIds: readonly string[]): Promise<string> {
  let key: string | null = null;
  for (const id of dossierIds) {
    const raw = await codeOf(unit, id);
    const scanned: CallOutput<'handover.scan'> = await unit.call('handover.scan', {
      raw,
      target: key === null ? null : { side: 'out', key },
      anyway: false,
    });
    if (scanned.kind !== 'added' || scanned.target.side !== 'out') throw new Error(`not scanned: ${scanned.kind}`);
    key = scanned.target.key;
  }
  if (key === null) throw new Error('nothing finished');
  return key;
}

async function returned(officer: DeskUser, dossierId: string): Promise<void> {
  const page = await officer.call('results.get', { dossierId });
  await officer.call('results.return', {
    dossierId,
    to: { kind: 'applicant' },
    identity: 'seen',
    slipShown: true,
    papers: page.papers.map((paper) => paper.name),
    originals: page.originals.filter((row) => row.proposed).map((row) => row.paper.name),
    signature: 'paper',
    drawing: null,
    apology: page.lateness.late,
    payment: null,
    approval: null,
  });
}

async function codeOf(user: DeskUser, id: string): Promise<string> {
  const { row } = await user.call('dossier.get', { id });
  return row.code;
}

/** Cash list, register, closing of the counter's day, on paper. */
export async function endTheDay(officer: DeskUser, date: string): Promise<void> {
  for (let n = 0; n < LOOKS; n += 1) {
    await officer.call('cash.list', { date, counter: null });
    const page = await officer.call('day.get', { date });
    await officer.call('dossier.list', { ...everything, limit: 60 });
    await officer.call('book.register', { ...wholeYear, offset: n * 60, limit: 60 });
    const [row] = page.cash.rows;
    if (row !== undefined) await officer.call('fee.get', { dossierId: row.dossierId });
  }
  await officer.call('day.close', { date, note: '' });
  await officer.call('cash.print', { date, counter: null });
  await officer.call('day.print', { date });
}

/** As often as somebody may look while counting. */
const LOOKS = 20;
const everything = { which: 'open', group: null, field: null, unit: null, officer: null } as const;
const wholeYear = { year: 2026, from: null, to: null, field: null, timeliness: 'all' } as const;
