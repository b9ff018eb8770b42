import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { messageTelephone } from './recipient.ts';

const { applicant } = inventedDossier(1, 'xa-29905');
const person = (phone: string) => (applicant === null ? null : { ...applicant, phone });
const submitter = (phone: string) => {
  const one = person(phone);
  return one === null ? null : { person: one, authority: { kind: 'relative' as const, reference: 'con' } };
};

test.each([
  ['0912 000 345', '', '0912000345'],
  ['+84 912 000 345', '', '0912000345'],
  ['', '0987.654.321', '0987654321'],
  ['0912 000 345', '0987654321', '0912000345'],
  // A fixed line takes no messages.
  ['0277 385 1234', '0987654321', '0987654321'],
  ['0277 385 1234', '', null],
  ['0912 000', '', null],
  ['', '', null],
  ['+1 (202) 555-0143', '', '+12025550143'],
])('applicant %j, submitter %j: %j', (own, theirs, expected) => {
  expect(messageTelephone({ applicant: person(own), submitter: submitter(theirs) })).toBe(expected);
});

test('nobody named has no telephone', () => {
  expect(messageTelephone({ applicant: null, submitter: null })).toBeNull();
});
