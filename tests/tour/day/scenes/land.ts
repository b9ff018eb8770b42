import { approvedBecause, type Cast } from '../cast.ts';
import { fill, receive } from '../counter.ts';
import { people, son } from '../people.ts';
import { personOf, returnTo } from '../result.ts';
import { byReceipt, granted, handOver } from '../unit.ts';

/** A first land certificate: a tax to be paid, the date moved with an apology, late, returned to an authorised son. */
export async function landLate({ officer, unit, keep, world }: Cast): Promise<string> {
  const filled = await fill(officer, {
    applicant: people.land,
    procedureCode: '1.013978',
    over: { land: { sheet: '12', parcel: '345', address: 'khóm Tân Hòa, phường Sa Đéc' } },
  });
  const { dossierId } = await receive(officer, filled);
  await keep(officer, { dossierId, form: '01', about: null }, 'dat-dai-mau-01');
  await handOver(officer, unit, [dossierId], byReceipt(officer));
  await unit.call('processing.setStep', { id: dossierId, step: 'site', words: 'Chờ trích đo' });
  await unit.call('processing.requestFinancial', {
    id: dossierId,
    what: 'Thuế thu nhập cá nhân, lệ phí trước bạ',
    amount: 1_500_000,
    noticeNumber: '1207/TB-CCT',
  });
  world.clock.goTo('2026-12-03T09:00:00');
  await officer.until('dossier.get', { id: dossierId }, (page) => page.row.state === 'financial');
  await officer.call('processing.fulfilFinancial', {
    id: dossierId,
    evidence: 'Giấy nộp tiền vào ngân sách số 0099',
    dueEntered: null,
  });
  await unit.until('dossier.get', { id: dossierId }, (page) => page.row.state === 'processing');

  const { dueAt } = await unit.call('processing.get', { id: dossierId });
  if (dueAt === null) throw new Error('no due date');
  // Noticed on the last day itself: a day too late for the apology, so the head of the shop must allow it.
  world.clock.goTo(`${dueAt.slice(0, 10)}T08:00:00`);
  const { start } = await unit.call('processing.get', { id: dossierId });
  const later = start.laterDays.find((day) => day.days >= 4);
  const extension = {
    id: dossierId,
    number: start.extensionNumber,
    reason: 'mảnh trích đo địa chính chưa hoàn thành do thời tiết',
    date: later?.date ?? '',
    because: null,
    signatory: 'KT. Chủ tịch, Phó Chủ tịch, Lê Minh Hoàng',
  };
  const refused = await unit.try('processing.extend', { ...extension, approval: null });
  if (refused.ok) throw new Error('a late apology needs an approval');
  await unit.call('processing.extend', { ...extension, approval: approvedBecause('đo đạc lại do mưa lớn') });
  await keep(unit, { dossierId, form: '04', about: null }, 'dat-dai-mau-04');

  // Later than even the new date.
  world.clock.goTo(`${nextDay(later?.date ?? '')}T09:00:00`);
  await unit.call('processing.finish', {
    id: dossierId,
    ...granted('Giấy chứng nhận quyền sử dụng đất', 'CN 01234'),
  });
  await handOver(unit, officer, [dossierId], byReceipt(officer));
  await returnTo(
    officer,
    dossierId,
    {
      kind: 'authorised',
      person: personOf(son),
      authority: {
        kind: 'power-of-attorney',
        relation: 'con trai',
        paper: 'giấy ủy quyền',
        number: '15',
        date: '2027-01-04',
      },
    },
    { apology: true },
  );
  return dossierId;
}

function nextDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
