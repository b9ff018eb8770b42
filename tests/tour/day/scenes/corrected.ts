import type { Cast } from '../cast.ts';
import { fill, receive } from '../counter.ts';
import { people } from '../people.ts';

/** The wrong procedure was chosen: corrected the same hour, a new slip, the old one void. */
export async function wrongProcedure({ officer, keep }: Cast): Promise<string> {
  const { dossierId } = await receive(
    officer,
    await fill(officer, { applicant: people.corrected, procedureCode: '1.004873' }),
  );
  await keep(officer, { dossierId, form: '01', about: null }, 'sua-ho-so-mau-01-cu');
  const { content } = await officer.call('dossier.correction', { dossierId });
  const right = await fill(officer, { applicant: people.corrected, procedureCode: '1.001193' });
  await officer.call('dossier.correct', {
    dossierId,
    content: { ...right.content, visit: content.visit },
    reason: 'chọn nhầm thủ tục khi tiếp nhận',
    told: 'here',
    approval: null,
  });
  await officer.call('draft.discard', { id: right.draftId });
  await keep(officer, { dossierId, form: '01', about: null }, 'sua-ho-so-mau-01-moi');
  return dossierId;
}
