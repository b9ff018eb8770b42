import { expect, test } from 'vitest';
import { applicantNumbers, numbersIn } from './numbers-in.ts';

const person = (personalId: string, oldId: string | null = null) => ({ name: 'ai đó', personalId, oldId });
const received = {
  applicant: person('087199012399', '341234567'),
  submitter: { person: person('087199000001'), authority: null },
  intake: { applicant: person('087199012399'), submitter: null },
};

test('whose matter it is: the applicant’s numbers, wherever the body has them, and not of whoever handed it in', () => {
  expect(applicantNumbers(received)).toEqual(['087199012399', '341234567', '087199012399']);
  expect(applicantNumbers({ change: { applicant: person('087199000002') } })).toEqual(['087199000002']);
  expect(applicantNumbers({ submitter: { person: person('087199000001') } })).toEqual([]);
});

test('what was told without a dossier is that person’s', () => {
  expect(applicantNumbers({ person: person('087199000003'), note: '087199000004' })).toEqual(['087199000003']);
  expect(applicantNumbers({ person: null })).toEqual([]);
});

test('every number a body names, and none that is empty', () => {
  expect(numbersIn(received)).toEqual(['087199012399', '341234567', '087199000001', '087199012399']);
  expect(numbersIn({ papers: [{ personalId: '' }] })).toEqual([]);
});
