import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import type { Submitter } from '../../../domain/dossier/events/receipt.ts';

/** People of a dossier as the form holds them. */
export function typedPeople(
  applicant: Person | null,
  submitter: Submitter | null,
): Pick<ReceiptContent, 'applicant' | 'submitter'> {
  return {
    applicant:
      applicant === null
        ? null
        : {
            kind: applicant.kind,
            name: applicant.name,
            personalId: applicant.personalId ?? '',
            oldId: applicant.oldId ?? '',
            birthDate: applicant.birthDate ?? '',
            sex: applicant.sex,
            address: applicant.address,
            phone: applicant.phone,
            email: applicant.email,
            taxCode: applicant.taxCode,
            source: applicant.source,
          },
    submitter:
      submitter === null
        ? null
        : {
            name: submitter.person.name,
            personalId: submitter.person.personalId ?? '',
            phone: submitter.person.phone,
            address: submitter.person.address,
            source: submitter.person.source,
            authorityKind: submitter.authority.kind,
            reference: submitter.authority.reference,
          },
  };
}
