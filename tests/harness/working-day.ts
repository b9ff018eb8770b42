import { join } from 'node:path';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { people } from '../tour/day/people.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { bothAskOffline } from '../tour/day/scenes/two-sides.ts';
import { byReceipt, granted, handOver } from '../tour/day/unit.ts';
import { busyMorning, playedHall } from './hall-day.ts';
import { textPrinter } from './test-desk.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from './world.ts';

/** A counter and a unit on Monday 23/11/2026 at half past ten, with what a week has left on every screen. */
export interface WorkingDay {
  readonly world: World;
  readonly counter: WorldDesk;
  readonly unitDesk: WorldDesk;
  /** Received this morning, not handed over: their receipt slips' QR. */
  readonly waitingSlips: readonly string[];
  /** A result that lies at the counter: its receipt slip's QR. */
  readonly readySlip: string;
  close(): Promise<void>;
}

const OFFICE = 'xa-29905';
const BUSINESS = '1.001612';
const beBa = { ...people.refused, name: 'Trương Thị Bé Ba', personalId: '087177000901' };

export async function openWorkingDay(): Promise<WorkingDay> {
  const world = await openWorld({
    start: '2026-11-16T08:00:00',
    // No slip is looked at as a PDF here.
    printer: () => textPrinter,
    pageDir: join(import.meta.dirname, '..', '..', 'out', 'renderer'),
  });
  const counter = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  const unitDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-kt`, place: 'Phòng Kinh tế', use: 'unit' });
  const secondUnitDesk = await world.desk({
    office: OFFICE,
    counter: `${OFFICE}-kt2`,
    place: 'Phòng Kinh tế, máy 2',
    use: 'unit',
  });
  const officer = await counter.as('ngan');
  const unit = await unitDesk.as('hoa');

  const came = async (
    applicant: NonNullable<ReceiptContent['applicant']>,
    procedureCode: string,
    over: Partial<ReceiptContent> = {},
  ): Promise<string> => {
    const filled = await fill(officer, { applicant, procedureCode, over });
    const { dossierId } = await receive(officer, filled);
    await officer.call('slip.print', { dossierId, form: '01', about: null });
    return dossierId;
  };
  const land = await came(people.land, '1.013978', {
    land: { sheet: '12', parcel: '345', address: 'khóm Tân Hòa, phường Sa Đéc' },
  });
  const late = await came(people.business, BUSINESS);
  const ready = await came(people.withdrawn, BUSINESS, { feePaid: 'unpaid' });
  const asked = await came(people.corrected, BUSINESS);
  await handOver(officer, unit, [land, late, ready, asked], byReceipt(officer));
  const me = (await unit.call('session.get', {})).user?.id ?? '';
  for (const id of [land, late, ready, asked]) await unit.call('processing.assign', { id, to: me });
  await unit.call('processing.requestFinancial', {
    id: land,
    what: 'Thuế thu nhập cá nhân, lệ phí trước bạ',
    amount: 1_500_000,
    noticeNumber: '1207/TB-CCT',
  });
  await askForPaper(unit, asked);
  await unit.call('processing.finish', {
    id: ready,
    ...granted('Giấy chứng nhận đăng ký hộ kinh doanh', '51A8009912'),
  });
  await handOver(unit, officer, [ready], byReceipt(officer));

  world.clock.goTo('2026-11-23T08:00:00');
  await bothAskOffline({
    world,
    counter,
    unitDesk,
    secondUnitDesk,
    officer,
    head: await counter.as('phuoc'),
    unit,
    unitAgain: await secondUnitDesk.as('hoa'),
    chancellery: await secondUnitDesk.as('thuy'),
    keep: async (user, slip) => void (await user.call('slip.print', slip)),
    keepPdf: () => Promise.resolve(),
  });
  await came(people.marriage, '1.000894');
  const waiting = [
    await came(people.birth, BUSINESS),
    await came(people.refused, BUSINESS),
    await came(beBa, BUSINESS),
  ];
  const waitingSlips = await Promise.all(waiting.map(byReceipt(officer)));
  const readySlip = await byReceipt(officer)(ready);
  world.clock.goTo('2026-11-23T10:30:00');
  await hallOfTheMorning(world);
  return { world, counter, unitDesk, waitingSlips, readySlip, close: () => world.close() };
}

/** The hall since seven, hosted by a machine of its own; what it wrote comes to the desks through the province. */
async function hallOfTheMorning(world: World): Promise<void> {
  const hall = await playedHall(world, OFFICE);
  hall.play({ ...busyMorning, until: '10:28' });
  await hall.push();
}

/** Asks for a paper again through the counter; the clock waits. */
async function askForPaper(unit: DeskUser, id: string): Promise<void> {
  const { start } = await unit.call('processing.get', { id });
  const [paper] = start.papers;
  await unit.call('processing.requestSupplement', {
    id,
    demands: [
      {
        paperId: paper?.paperId ?? null,
        name: paper?.name ?? 'Giấy đề nghị đăng ký hộ kinh doanh',
        state: 'wrong',
        originals: 1,
        certified: 0,
        copies: 0,
        bring: '1 bản chính có chữ ký',
        reason: 'thiếu chữ ký của chủ hộ',
      },
    ],
    reason: 'Giấy đề nghị chưa ký',
    answerBy: null,
    approval: null,
  });
}
