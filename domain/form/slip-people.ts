import { orNone, unbroken } from './slip-words.ts';

/** People as the forms name them. */

export type IdentityKind = 'personal-id' | 'old-id' | 'passport' | 'tax-code' | 'none';

export interface SlipPerson {
  readonly name: string;
  readonly identity: { readonly kind: IdentityKind; readonly number: string };
  readonly address: string;
  readonly phone: string;
  readonly email: string;
}

export type AuthorityKind = 'power-of-attorney' | 'legal-representative' | 'relative' | 'staff' | 'other';

/** Who hands the dossier in for somebody else (người nộp thay), and by what right. */
export interface SlipSubmitter {
  readonly person: SlipPerson;
  readonly authority: { readonly kind: AuthorityKind; readonly reference: string };
}

/** Label of field 7, sentence case. */
export function identityLabel(kind: IdentityKind): string {
  switch (kind) {
    case 'personal-id':
      return 'Số căn cước';
    case 'old-id':
      return 'Số chứng minh nhân dân';
    case 'passport':
      return 'Số hộ chiếu';
    case 'tax-code':
      return 'Mã số thuế';
    case 'none':
      return 'Số căn cước';
  }
}

export type PersonField = 'applicant' | 'identityLabel' | 'identity' | 'address' | 'phone' | 'email';

/** Whose dossier it is (chủ hồ sơ); null where the fast lane left the person unnamed. */
export function personTexts(person: SlipPerson | null): Record<PersonField, string> {
  if (person === null) {
    return { applicant: 'không ghi tên', identityLabel: '', identity: '', address: '', phone: '', email: '' };
  }
  return {
    applicant: person.name,
    identityLabel: identityLabel(person.identity.kind),
    identity: orNone(person.identity.number),
    address: orNone(person.address),
    phone: unbroken(orNone(person.phone)),
    email: orNone(person.email),
  };
}

function byWhatRight(authority: SlipSubmitter['authority']): string {
  const reference = authority.reference.trim();
  const after = (words: string, join: string): string => (reference === '' ? words : `${words}${join}${reference}`);
  switch (authority.kind) {
    case 'power-of-attorney':
      return after('nộp thay theo giấy ủy quyền', ' ');
    case 'legal-representative':
      return after('người đại diện theo pháp luật', ', ');
    case 'relative':
      return after('người thân nộp thay', ', ');
    case 'staff':
      return after('người được cử đi nộp', ', ');
    case 'other':
      return after('nộp thay', ', ');
  }
}

/** "số căn cước 087090001234, nộp thay theo giấy ủy quyền số 15 ngày 20/11/2026", what follows the submitter's name. */
export function submitterWords(submitter: SlipSubmitter): string {
  const { kind, number } = submitter.person.identity;
  const label = identityLabel(kind);
  const identity = number === '' ? [] : [`${label.slice(0, 1).toLowerCase()}${label.slice(1)} ${number}`];
  const phone = submitter.person.phone === '' ? [] : [`điện thoại ${submitter.person.phone.replaceAll(' ', '\u00A0')}`];
  return [...identity, ...phone, byWhatRight(submitter.authority)].join(', ');
}
