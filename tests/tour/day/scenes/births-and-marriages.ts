import type { Cast } from '../cast.ts';
import { fill, receive } from '../counter.ts';
import { byReceipt, granted, handOver } from '../unit.ts';
import { people } from '../people.ts';
import { returnTo } from '../result.ts';

/** A birth registered at once: received, done by the registrar the same hour, returned the same morning. */
export async function birthAtOnce({ officer, chancellery, keep }: Cast): Promise<string> {
  const { dossierId } = await receive(
    officer,
    await fill(officer, { applicant: people.birth, procedureCode: '1.001193' }),
  );
  await keep(officer, { dossierId, form: '01', about: null }, 'khai-sinh-mau-01');
  await handOver(officer, chancellery, [dossierId], byReceipt(officer));
  await chancellery.call('processing.finish', { id: dossierId, ...granted('Giấy khai sinh', '412/2026') });
  await handOver(chancellery, officer, [dossierId], byReceipt(officer));
  await returnTo(officer, dossierId, { kind: 'applicant' });
  return dossierId;
}

/** A marriage that must be verified: five working days, an opinion asked, finished on time. */
export async function marriageVerified({ officer, chancellery, keep, world }: Cast): Promise<string> {
  const filled = await fill(officer, {
    applicant: people.marriage,
    procedureCode: '1.000894',
    caseLabel: 'Cần xác minh',
  });
  const { dossierId } = await receive(officer, filled);
  await keep(officer, { dossierId, form: '01', about: null }, 'ket-hon-mau-01');
  await handOver(officer, chancellery, [dossierId], byReceipt(officer));
  await chancellery.call('processing.setStep', { id: dossierId, step: 'review', words: '' });
  await chancellery.call('processing.askOpinion', {
    id: dossierId,
    agency: 'UBND xã Tân Dương',
    content: 'Xác minh tình trạng hôn nhân của người được đăng ký kết hôn',
    answerBy: '2026-11-26',
    documentNumber: '214/UBND-VP',
  });
  world.clock.goTo('2026-11-26T09:00:00');
  const sheet = await chancellery.call('processing.get', { id: dossierId });
  const asked = sheet.opinions[0]?.opinionId ?? '';
  await chancellery.call('processing.recordOpinion', {
    id: dossierId,
    opinionId: asked,
    answer: 'Chưa đăng ký kết hôn với ai',
    documentNumber: '88/UBND',
  });
  await chancellery.call('processing.finish', { id: dossierId, ...granted('Giấy chứng nhận kết hôn', '97/2026') });
  await keep(chancellery, { dossierId, form: '06', about: null }, 'ket-hon-mau-06');
  await handOver(chancellery, officer, [dossierId], byReceipt(officer));
  await returnTo(officer, dossierId, { kind: 'applicant' });
  return dossierId;
}
