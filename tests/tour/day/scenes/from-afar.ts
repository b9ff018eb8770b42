import { samplePackets } from '../../../../server/portal/sample.ts';
import type { Cast } from '../cast.ts';
import { comeBack, fill, receive } from '../counter.ts';
import { people } from '../people.ts';

/** Sent in online over Sunday, brought by the province, looked at and received within its eight hours. */
export async function onlineChecked({ officer, keep, world }: Cast): Promise<string> {
  await world.sendIn(samplePackets('2026-11-23', 'xa-29905'));
  const { rows } = await officer.until('submitted.list', {}, (list) => list.rows.length === 3);
  const row = rows.find(({ procedureCode }) => procedureCode === '1.004873');
  if (row === undefined || row.standing === 'late') throw new Error('the online dossier is not there in time');
  // The file it came with, through the province; the look is written down.
  const { pages } = await officer.call('submitted.file', { dossierId: row.id, n: 0, from: 0 });
  if (pages[0]?.picture === null || pages.length === 0) throw new Error('the file of the portal shows nothing');
  const filled = await comeBack(officer, row.id);
  await receive(officer, filled);
  await keep(officer, { dossierId: row.id, form: '01', about: null }, 'truc-tuyen-mau-01');
  return row.id;
}

/** Somebody only asks: told on the screen, the sheet printed; and a receipt half done, that waits. */
export async function onlyAsked({ officer, keepPdf }: Cast): Promise<void> {
  const about = { procedureCode: '1.001193', channel: 'DIRECT' } as const;
  const { cases } = await officer.call('advice.sheet', { ...about, caseId: null });
  const { adviceId } = await officer.call('advice.give', {
    ...about,
    id: '5a0d6c1e-0001-4000-8000-000000000001',
    caseId: cases[0]?.id ?? '',
    name: 'Bà Sáu Lệ',
    way: 'screen',
    note: 'hỏi cho cháu mới sinh',
  });
  const { slip } = await officer.call('advice.print', { adviceId });
  await keepPdf(officer, slip.slipId, 'phieu-huong-dan');
  await fill(officer, { applicant: people.birth, procedureCode: '1.004873' });
}
