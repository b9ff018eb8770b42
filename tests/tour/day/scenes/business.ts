import type { Cast } from '../cast.ts';
import { comeBack, fill, receive } from '../counter.ts';
import { people } from '../people.ts';
import { returnTo } from '../result.ts';
import { byReceipt, granted, handOver } from '../unit.ts';

/** A household business whose form is missing: guided once, back with it, received, handed over, finished, returned. */
export async function businessGuided({ officer, unit, keep, keepPdf, world }: Cast): Promise<string> {
  const filled = await fill(officer, {
    applicant: people.business,
    procedureCode: '1.001612',
    lacking: { 'Giấy đề nghị': 'missing' },
  });
  const { dossierId } = await officer.call('guidance.give', { ...filled, round: 1, approval: null });
  await keep(officer, { dossierId, form: '02', about: null }, 'ho-kinh-doanh-mau-02');

  await receive(officer, await comeBack(officer, dossierId));
  await keep(officer, { dossierId, form: '01', about: null }, 'ho-kinh-doanh-mau-01');
  await keep(officer, { dossierId, form: '06', about: null }, 'ho-kinh-doanh-mau-06');
  const batchId = await handOver(officer, unit, [dossierId], byReceipt(officer));
  const list = await officer.call('handover.printList', { batchId });
  await keepPdf(officer, list.slip.slipId, 'danh-sach-ban-giao');

  world.clock.goTo('2026-11-27T08:30:00');
  await unit.call('processing.finish', {
    id: dossierId,
    ...granted('Giấy chứng nhận đăng ký hộ kinh doanh', '51A8009912'),
  });
  await handOver(unit, officer, [dossierId], byReceipt(officer));
  await officer.call('results.shelve', { dossierIds: [dossierId], place: 'Kệ B, ngăn 3' });
  await returnTo(officer, dossierId, { kind: 'applicant' });
  return dossierId;
}
