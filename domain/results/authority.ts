import type { Intake } from '../dossier/events/common.ts';
import type { CollectingAuthority, DossierReturned } from '../dossier/events/result.ts';

/** What is lacking before somebody else may collect a result (nhận thay kết quả). */
export type AuthorityFault =
  | 'no-submitter'
  | 'no-name'
  | 'no-id'
  | 'no-kind'
  | 'no-number'
  | 'no-date'
  | 'no-paper'
  | 'no-relation'
  | 'not-an-organisation';

/**
 * Whether whoever collects may (NĐ 61/2018 Điều 20: the receipt slip, and an authorisation where somebody else comes).
 * A power of attorney has number and date; a relative or a legal representative without one shows the paper that proves
 * what they are; staff of an organisation bring its letter (giấy giới thiệu). Empty: they may.
 */
export function authorityFaults(
  intake: Pick<Intake, 'applicant' | 'submitter'> | null,
  to: DossierReturned['to'],
): AuthorityFault[] {
  switch (to.kind) {
    case 'applicant':
    case 'post':
      return [];
    case 'submitter':
      return intake !== null && intake.submitter !== null ? [] : ['no-submitter'];
    case 'authorised': {
      const { person, authority } = to;
      const faults: AuthorityFault[] = [];
      if (person.name.trim() === '') faults.push('no-name');
      if (person.personalId === null && person.oldId === null) faults.push('no-id');
      return [...faults, ...paperFaults(authority, intake?.applicant?.kind ?? 'citizen')];
    }
  }
}

function paperFaults(
  { kind, relation, paper, number, date }: CollectingAuthority,
  applicant: 'citizen' | 'organisation' | 'household-business',
): AuthorityFault[] {
  const lacks = (fault: AuthorityFault, text: string): AuthorityFault[] => (text.trim() === '' ? [fault] : []);
  const dated: AuthorityFault[] = date === null ? ['no-date'] : [];
  switch (kind) {
    case 'none':
      return ['no-kind'];
    case 'power-of-attorney':
      return [...lacks('no-number', number), ...dated];
    case 'legal-representative':
      return lacks('no-paper', paper);
    case 'relative':
      return [...lacks('no-relation', relation), ...lacks('no-paper', paper)];
    case 'staff':
      return [
        ...(applicant === 'citizen' ? (['not-an-organisation'] as const) : []),
        ...lacks('no-number', number),
        ...dated,
      ];
  }
}
