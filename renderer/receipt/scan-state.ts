import type { CallOutput } from '../../contract/desk.ts';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import type { Scan } from '../../domain/scan/recognise.ts';
import { typedFrom, withApplicant, withSubmitter } from './content.ts';

export type CardReading = CallOutput<'scan.read'>;
type Read = Extract<CardReading, { kind: 'read' }>;

/** What a scan asks of the officer; null: it was filled in. */
export type ScanQuestion =
  | { readonly kind: 'confirm'; readonly reading: Read }
  | { readonly kind: 'other'; readonly reading: Read; readonly current: string }
  | Exclude<CardReading, { kind: 'read' }>;

/** Not received yet, and could be: its receipt can be opened again. */
export function mayGoOn(state: Extract<CardReading, { kind: 'dossier' }>['state']): boolean {
  return state === 'guided' || state === 'submitted';
}

/** What is sent to the desk to be read. */
export function rawOf(scan: Scan): string {
  switch (scan.kind) {
    case 'dossier-code':
    case 'handover-list':
      return scan.code;
    case 'slip-qr':
      return scan.address;
    case 'card':
    case 'unknown':
      return scan.text;
  }
}

/** Fills in a card where that takes nothing from anybody; else says what has to be asked. */
export function takeScan(
  content: ReceiptContent,
  reading: CardReading,
  looked: boolean,
): { readonly content: ReceiptContent } | { readonly ask: ScanQuestion } {
  if (reading.kind !== 'read') return { ask: reading };
  if (reading.confidence === 'confirm' && !looked) return { ask: { kind: 'confirm', reading } };
  const { applicant, submitter } = content;
  const id = reading.person.personalId;
  const own = applicant !== null && applicant.name !== '' && applicant.personalId !== id;
  if (submitter !== null && submitter.name === '') return { content: withReadSubmitter(content, reading) };
  if (own) return { ask: { kind: 'other', reading, current: applicant.name } };
  return { content: withReadApplicant(content, reading) };
}

/** The card's person as the applicant; a phone number already typed for the same person stays. */
export function withReadApplicant(content: ReceiptContent, { person }: Read): ReceiptContent {
  const read = typedFrom(person);
  const before = content.applicant;
  const kept =
    before === null || (before.personalId !== '' && before.personalId !== read.personalId)
      ? {}
      : {
          phone: before.phone === '' ? read.phone : before.phone,
          email: before.email === '' ? read.email : before.email,
        };
  return withApplicant(content, { ...read, ...kept });
}

export function withReadSubmitter(content: ReceiptContent, { person }: Read): ReceiptContent {
  const phone = content.submitter?.phone ?? '';
  return withSubmitter(content, {
    name: person.name,
    personalId: person.personalId ?? '',
    address: person.address,
    phone: phone === '' ? person.phone : phone,
    source: person.source,
  });
}
