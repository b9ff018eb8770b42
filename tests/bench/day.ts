import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';
import { inventedDossier } from '../harness/dossier-filler.ts';
import { pdfPrinter } from '../harness/pdf-printer.ts';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type DeskUser } from '../harness/world.ts';
import { fill, receive, slipQr, type Brought } from '../tour/day/counter.ts';
import { endTheDay, giveBack, workThrough } from './day-back.ts';
import { paintAfterKeys } from './paint.ts';
import { quantile, type Figure } from './report.ts';
import { timed, type Timings } from './timed-user.ts';

const DAY = '2026-11-23';
const OFFICE = 'xa-29905';
const DOSSIERS = 250;
const COUNTERS = 6;
/** As many as a batch and a list hold on a busy day. */
const LIST = 60;
/** What a person takes for at once (engineering: save to durable, through the router). */
const AT_ONCE_MS = 50;
/** A slip is made while the citizen signs. */
const SLIP_MS = 1500;
/** One frame at 60 Hz is 16 ms; a key may take three. */
const PAINT_MS = 50;

/** What people come for in a commune, by how often (rules §9). */
const brought: readonly Omit<Brought, 'applicant'>[] = [
  { procedureCode: '2.000815' },
  { procedureCode: '2.000815' },
  { procedureCode: '1.004873' },
  { procedureCode: '1.001193' },
  { procedureCode: '1.001612' },
  { procedureCode: '1.000656' },
];

/**
 * `npm run bench -- day`: a commune's busiest day, 250 dossiers at six counters of one office, then the lists of 60 that
 * follow from it: batches built by scanning, signed for and worked through at the unit, returned, the day closed. Every
 * desk has its own SQLite and sends to the real server meanwhile; the waits of people are left out. p95 of every call
 * that somebody waits for, beside its limit; of slips, those that a real Chromium drew.
 */
export async function benchDay(): Promise<Figure[]> {
  const [busy = Number.NaN] = loadavg();
  const timings: Timings = new Map();
  let desks = 0;
  const world = await openWorld({
    start: `${DAY}T07:00:00`,
    // PDFs by a real Chromium at the first counter; elsewhere they would only measure two cores shared by six.
    printer: () => ((desks += 1) === 1 ? pdfPrinter() : textPrinter),
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  try {
    const officers: DeskUser[] = [];
    const counters = [];
    for (let n = 1; n <= COUNTERS; n += 1) {
      const counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q${n}`, place: `Quầy ${n}` });
      counters.push(counter);
      const officer = await counter.as('ngan');
      officers.push(n === 1 ? timed(officer, timings) : timed(officer, timings, ['slip.print']));
    }
    const unitDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-kt`, place: 'Phòng Kinh tế', use: 'unit' });
    const unit = timed(await unitDesk.as('hoa'), timings);

    for (let n = 0; n < DOSSIERS; n += 1) await serve(at(officers, n), n);
    const first = at(officers, 0);
    // What the others received comes by the line, as it would at the end of the day.
    await first.until('dossier.recent', { limit: 200 }, (rows) => rows.length === 200);
    await lists(first);
    // From here on two people work. The other counters are other machines: what they would take in meanwhile must not
    // be drawn from the one thread that stands for all of them here.
    for (const other of counters.slice(1)) other.setLine(false);
    const taken = await handOver(first, unit);
    await giveBack(first, unit, await workThrough(unit, taken));
    await endTheDay(first, DAY);

    const { median, p95 } = await paintAfterKeys(await at(counters, 0).address());
    return [
      // Figures taken on a busy machine say little.
      { bench: 'day', metric: 'load when it began', value: busy, unit: `on ${cpus().length} cores` },
      ...[...timings].map(([name, values]) => figureOf(name, values)),
      limited('a key to paint, p50', median, PAINT_MS),
      limited('a key to paint, p95', p95, PAINT_MS),
    ];
  } finally {
    await world.close();
  }
}

/** One citizen: card, procedure, papers, receipt, slip. */
async function serve(officer: DeskUser, n: number): Promise<void> {
  const invented = inventedDossier(n, OFFICE);
  const filled = await fill(officer, { ...at(brought, n), applicant: applicantOf(invented) });
  await officer.call('person.find', { text: invented.applicant?.name.slice(0, 4) ?? '', limit: 8 });
  await officer.call('procedure.find', { text: 'khai s', limit: 8, fields: [] });
  const { dossierId } = await receive(officer, filled);
  await officer.call('slip.print', { dossierId, form: '01', about: null });
}

async function lists(officer: DeskUser): Promise<void> {
  for (let n = 0; n < LIST; n += 1) {
    await officer.call('dossier.recent', { limit: LIST });
    await officer.call('search.all', { text: ['nguyen', 'tran van', '0012', 'kim'][n % 4] ?? '', limit: 12 });
    const [row] = await officer.call('dossier.recent', { limit: 1 });
    if (row !== undefined) await officer.call('dossier.get', { id: row.id });
    await officer.call('status.get', {});
  }
}

/** @returns what the unit signed for */
async function handOver(officer: DeskUser, unit: DeskUser): Promise<string[]> {
  const taken: string[] = [];
  const { out } = await officer.call('handover.today', {});
  for (const { key, place } of out) {
    const { rows } = await officer.call('handover.out', { key });
    const some = rows.slice(0, LIST);
    for (const row of some) {
      await officer.call('handover.scan', { raw: row.code, target: { side: 'out', key }, anyway: false });
    }
    if (some.length === 0) continue;
    const shortBecause = rows.length > some.length ? 'mang sau' : '';
    const { batchId } = await officer.call('handover.close', { key, shortBecause });
    await officer.call('handover.printList', { batchId });
    if (!place.startsWith('Phòng Kinh tế')) continue;
    const day = await unit.until('handover.today', {}, (seen) => seen.in.some((row) => row.id === batchId));
    for (const row of some) {
      const raw = await slipQr(officer, row.dossierId, '01').catch(() => row.code);
      await unit.call('handover.scan', { raw, target: null, anyway: false });
    }
    const incoming = day.in.find((row) => row.id === batchId);
    if (incoming === undefined) continue;
    await unit.call('handover.in', { id: incoming.id });
    await unit.call('handover.accept', { id: incoming.id });
    taken.push(...some.map((row) => row.dossierId));
  }
  return taken;
}

function figureOf(name: string, values: readonly number[]): Figure {
  const limit = /\.print(List)?$/.test(name) ? SLIP_MS : AT_ONCE_MS;
  return limited(`${name} p95 of ${values.length}`, quantile(values, 0.95), limit);
}

function limited(metric: string, value: number, limit: number): Figure {
  return { bench: 'day', metric, value, unit: 'ms', peer: 'limit', peerValue: limit };
}

function applicantOf({ applicant }: DossierReceived): Brought['applicant'] {
  if (applicant === null) return null;
  const { personalId, oldId, birthDate, ...rest } = applicant;
  return { ...rest, personalId: personalId ?? '', oldId: oldId ?? '', birthDate: birthDate ?? '' };
}

function at<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
}
