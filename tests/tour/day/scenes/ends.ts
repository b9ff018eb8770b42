import type { Cast } from '../cast.ts';
import { fill, receive } from '../counter.ts';
import { people } from '../people.ts';
import { returnTo } from '../result.ts';
import { byReceipt, handOver } from '../unit.ts';

/** Not the shop's to receive: refused with the ground and the right place. */
export async function refusedAtCounter({ officer, keep }: Cast): Promise<string> {
  const filled = await fill(officer, { applicant: people.refused, procedureCode: '1.004222' });
  const { dossierId } = await officer.call('guidance.refuse', filled);
  await keep(officer, { dossierId, form: '03', about: null }, 'tu-choi-mau-03');
  return dossierId;
}

/** The citizen asks for it back; the unit stops it and the papers go back. */
export async function withdrawn({ officer, unit, keep }: Cast): Promise<string> {
  const filled = await fill(officer, { applicant: people.withdrawn, procedureCode: '1.001612' });
  const { dossierId } = await receive(officer, filled);
  await officer.call('slip.print', { dossierId, form: '01', about: null });
  await handOver(officer, unit, [dossierId], byReceipt(officer));
  await officer.call('processing.requestWithdrawal', {
    id: dossierId,
    by: people.withdrawn.name,
    reason: 'không còn nhu cầu kinh doanh',
  });
  await unit.until('dossier.get', { id: dossierId }, (page) => page.row.state === 'withdrawing');
  const { start } = await unit.call('processing.get', { id: dossierId });
  await unit.call('processing.stop', {
    id: dossierId,
    number: start.stopNumber,
    reason: 'theo đơn xin rút của người nộp',
    stage: start.stage,
    fees: start.fees,
    papersBack: start.papersBack,
    signatory: 'Trưởng phòng, Bùi Văn Nam',
    approval: null,
  });
  await keep(unit, { dossierId, form: '05', about: null }, 'rut-ho-so-mau-05');
  await handOver(unit, officer, [dossierId], byReceipt(officer));
  await returnTo(officer, dossierId, { kind: 'applicant' }, { state: 'stopped' });
  return dossierId;
}
