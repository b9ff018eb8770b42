import { phoneDigits } from '../citizen/phone.ts';
import type { Intake } from '../dossier/events/common.ts';

/**
 * The telephone a message about a dossier goes to: the applicant's, else that of whoever handed it in; digits alone, or
 * with + from abroad. Null where none was given that takes messages (a fixed line does not): the citizen is told by
 * another way.
 */
export function messageTelephone(intake: Pick<Intake, 'applicant' | 'submitter'>): string | null {
  const given = [intake.applicant?.phone ?? '', intake.submitter?.person.phone ?? ''];
  return given.map(mobile).find((phone) => phone !== null) ?? null;
}

function mobile(phone: string): string | null {
  const digits = phoneDigits(phone);
  if (/^0[35789]\d{8}$/.test(digits)) return digits;
  const abroad = phone.replace(/[\s.()-]/g, '');
  return /^\+(?!84)\d{8,15}$/.test(abroad) ? abroad : null;
}
