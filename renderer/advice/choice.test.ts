import { expect, test } from 'vitest';
import { emptyReceipt } from '../../contract/desk/receipt.ts';
import { blankPerson } from '../receipt/content.ts';
import { adviceKey, choiceOf, nothingChosen } from './choice.ts';

const receipt = emptyReceipt('019ab000-0000-7000-8000-000000000abc');

test('from the receipt come the procedure, the case and the name of who stands there, nothing else of them', () => {
  const applicant = { ...blankPerson, name: 'Nguyễn Thị Hoa', personalId: '087196004218', phone: '0912000345' };
  const choice = choiceOf({ ...receipt, applicant, procedureCode: '1.001193', caseId: 'a', channel: 'ONLINE' });
  expect(choice).toEqual({ code: '1.001193', caseId: 'a', channel: 'ONLINE', name: 'Nguyễn Thị Hoa', note: '' });
  const submitter = {
    name: 'Trần Văn Lợi',
    personalId: '',
    phone: '',
    address: '',
    source: null,
    authorityKind: null,
    reference: '',
  };
  expect(choiceOf({ ...receipt, applicant, submitter }).name).toBe('Trần Văn Lợi');
  expect(choiceOf(null)).toEqual(nothingChosen);
});

test('the same words are the same advice; another case, way, person or note is another', () => {
  const told = { ...nothingChosen, code: '1.001193', caseId: 'a' };
  expect(adviceKey({ ...told, name: ' ' })).toBe(adviceKey(told));
  for (const change of [{ caseId: 'b' }, { channel: 'ONLINE' as const }, { name: 'Hoa' }, { note: 'hỏi cho cháu' }]) {
    expect(adviceKey({ ...told, ...change })).not.toBe(adviceKey(told));
  }
});
