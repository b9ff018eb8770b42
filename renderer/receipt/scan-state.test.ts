import { expect, test } from 'vitest';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import type { Person } from '../../domain/citizen/person.ts';
import { emptyReceipt } from '../../tests/harness/sample-inputs.ts';
import { turnOnBehalf, typedFrom, withApplicant } from './content.ts';
import { rawOf, takeScan, type CardReading } from './scan-state.ts';

const nhung: Person = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hồng Nhung',
  personalId: '087196004218',
  oldId: null,
  birthDate: '1996-08-14',
  sex: 'female',
  address: 'phường Sa Đéc',
  phone: '',
  email: '',
  taxCode: '',
  source: { kind: 'card', at: '2026-11-23T10:39:00' },
};
const phat: Person = { ...nhung, name: 'Huỳnh Tấn Phát', personalId: '087068001975', phone: '0907000112' };
const read = (person: Person, confidence: 'certain' | 'confirm' = 'certain'): CardReading => ({
  kind: 'read',
  person,
  confidence,
  repairs: [],
  known: null,
});
const filled = (content: ReceiptContent, reading: CardReading, looked = false): ReceiptContent => {
  const taken = takeScan(content, reading, looked);
  if (!('content' in taken)) throw new Error(`asks: ${taken.ask.kind}`);
  return taken.content;
};

test('a certain card fills in an empty form at once, and the card vouches for it', () => {
  const { applicant } = filled(emptyReceipt, read(nhung));
  expect(applicant).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', birthDate: '14/08/1996' });
  expect(applicant?.source?.kind).toBe('card');
});

test('a card that is not certain is shown for a look before anything is filled in', () => {
  expect(takeScan(emptyReceipt, read(nhung, 'confirm'), false)).toMatchObject({ ask: { kind: 'confirm' } });
  expect(filled(emptyReceipt, read(nhung, 'confirm'), true).applicant?.name).toBe('Nguyễn Thị Hồng Nhung');
});

test('another person’s card replaces nobody in silence', () => {
  const content = { ...emptyReceipt, applicant: typedFrom(nhung) };
  expect(takeScan(content, read(phat), false)).toMatchObject({
    ask: { kind: 'other', current: 'Nguyễn Thị Hồng Nhung' },
  });
  expect(takeScan(content, read(phat), true)).toMatchObject({ ask: { kind: 'other' } });
});

test('the same person’s card again keeps the phone number typed meanwhile', () => {
  const content = withApplicant({ ...emptyReceipt, applicant: typedFrom(nhung) }, { phone: '0912000345' });
  expect(filled(content, read(nhung)).applicant?.phone).toBe('0912000345');
});

test('a phone number typed before the card is kept, else the one from last time is taken', () => {
  const typed = withApplicant(emptyReceipt, { phone: '0912000345' });
  expect(filled(typed, read(phat)).applicant?.phone).toBe('0912000345');
  expect(filled(emptyReceipt, read(phat)).applicant?.phone).toBe('0907000112');
});

test('on behalf: the first card is who hands it in, the next the applicant', () => {
  const waiting = turnOnBehalf(emptyReceipt, null).content;
  const first = filled(waiting, read(nhung));
  expect(first.submitter).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', source: { kind: 'card' } });
  expect(first.applicant).toBeNull();
  const second = filled(first, read(phat));
  expect(second.applicant?.name).toBe('Huỳnh Tấn Phát');
  expect(second.submitter?.name).toBe('Nguyễn Thị Hồng Nhung');
});

test('a damaged or unknown code fills in nothing', () => {
  const damaged: CardReading = {
    kind: 'ask',
    code: 'QR-01',
    found: 'Nguye64n',
    text: { vi: 'x', en: 'x' },
    todo: { vi: 'y', en: 'y' },
  };
  expect(takeScan(emptyReceipt, damaged, true)).toEqual({ ask: damaged });
  expect(takeScan(emptyReceipt, { kind: 'unknown', found: 'abc' }, true)).toMatchObject({ ask: { kind: 'unknown' } });
});

test('the desk is sent the code of a slip as it is printed, not as a typing program made it', () => {
  expect(rawOf({ kind: 'dossier-code', text: 'h20.57-261123-0304', code: 'H20.57-261123-0304' })).toBe(
    'H20.57-261123-0304',
  );
});
