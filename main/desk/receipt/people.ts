import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Person } from '../../../domain/citizen/person.ts';
import { checkPersonalId, checkPhone } from '../../../domain/citizen/personal-id.ts';
import { tidyName } from '../../../domain/citizen/name.ts';
import { parseTypedDate } from '../../../domain/citizen/typed-date.ts';
import type { Submitter } from '../../../domain/dossier/events/receipt.ts';

/** Turning what was typed into the people of a dossier: what is certain is kept, what is not is remarked on. */

export interface Remark {
  readonly field: string;
  readonly text: Bilingual;
}

type TypedPerson = NonNullable<ReceiptContent['applicant']>;
type TypedSubmitter = NonNullable<ReceiptContent['submitter']>;

/** The applicant (chủ hồ sơ) as an event keeps it; null while nobody is named. */
export function applicantOf(typed: TypedPerson | null, now: LocalDateTime): Person | null {
  if (typed === null || tidyName(typed.name) === '') return null;
  const id = digits(typed.personalId);
  return {
    kind: typed.kind,
    name: tidyName(typed.name),
    personalId: id.length === 12 ? id : null,
    oldId: oldIdOf(typed, id),
    birthDate: parseTypedDate(typed.birthDate),
    sex: typed.sex,
    address: typed.address.trim(),
    phone: typed.phone.trim(),
    email: typed.email.trim(),
    taxCode: typed.taxCode.trim(),
    source: typed.source ?? { kind: 'typed', at: now },
  };
}

/** Who hands it in for the applicant (người nộp thay); null when the applicant does. */
export function submitterOf(typed: TypedSubmitter | null, now: LocalDateTime): Submitter | null {
  if (typed === null || typed.authorityKind === null || tidyName(typed.name) === '') return null;
  const id = digits(typed.personalId);
  return {
    person: {
      kind: 'citizen',
      name: tidyName(typed.name),
      personalId: id.length === 12 ? id : null,
      oldId: id.length === 9 ? id : null,
      birthDate: null,
      sex: null,
      address: typed.address.trim(),
      phone: typed.phone.trim(),
      email: '',
      taxCode: '',
      source: typed.source ?? { kind: 'typed', at: now },
    },
    authority: { kind: typed.authorityKind, reference: typed.reference.trim() },
  };
}

/** Things that look odd. They never block: the officer sees the card, the program does not. */
export function remarksOn(content: ReceiptContent): Remark[] {
  const { applicant, submitter } = content;
  const remarks: Remark[] = [];
  if (applicant !== null) {
    if (applicant.personalId.trim() !== '') {
      const facts = { birthDate: parseTypedDate(applicant.birthDate), sex: applicant.sex };
      remarks.push(
        ...checkPersonalId(digits(applicant.personalId), facts).map((warning) => ({
          field: 'applicant.personalId',
          text: warning.text,
        })),
      );
    }
    if (applicant.birthDate.trim() !== '' && parseTypedDate(applicant.birthDate) === null) {
      const text = {
        vi: 'Chưa đọc được ngày sinh. Hồ sơ vẫn lưu được',
        en: 'The date of birth cannot be read. It can still be saved',
      };
      remarks.push({ field: 'applicant.birthDate', text });
    }
    remarks.push(...phoneRemarks('applicant.phone', applicant.phone));
  }
  if (submitter !== null) {
    if (submitter.personalId.trim() !== '') {
      remarks.push(
        ...checkPersonalId(digits(submitter.personalId), {}).map((warning) => ({
          field: 'submitter.personalId',
          text: warning.text,
        })),
      );
    }
    remarks.push(...phoneRemarks('submitter.phone', submitter.phone));
  }
  return remarks;
}

function phoneRemarks(field: string, phone: string): Remark[] {
  if (phone.trim() === '') return [];
  const warning = checkPhone(phone);
  return warning === null ? [] : [{ field, text: warning }];
}

function oldIdOf(typed: TypedPerson, id: string): string | null {
  const old = digits(typed.oldId);
  if (old.length === 9) return old;
  return id.length === 9 ? id : null;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}
