import { expect, test } from 'vitest';
import type { AdminUser } from '../../contract/desk/admin.ts';
import type { Office } from '../../contract/sync.ts';
import {
  bankLack,
  counterInput,
  counterLack,
  isLogin,
  isPrefix,
  newCounter,
  newOffice,
  newUser,
  officeDraft,
  officeInput,
  officeLack,
  userDraft,
  userInput,
  userLack,
} from './drafts.ts';

const ngan: AdminUser = {
  id: 'ngan',
  login: 'ngan',
  name: 'Lê Thị Kim Ngân',
  role: 'officer',
  office: 'xa-29905',
  unit: null,
  fields: ['Hộ tịch', 'Chứng thực'],
  position: '',
  disabled: false,
  revision: 3,
};
const saDec: Office = {
  id: 'xa-29905',
  kind: 'commune-centre',
  name: 'Trung tâm Phục vụ hành chính công phường Sa Đéc',
  shortName: 'phường Sa Đéc',
  authority: 'UBND PHƯỜNG SA ĐÉC',
  place: 'Sa Đéc',
  codePrefix: null,
  parent: null,
  phone: '',
  address: '',
  bank: null,
  disabled: false,
  revision: 1,
};

test('an account opened and not touched has nothing to save', () => {
  expect(userInput(userDraft(ngan))).toEqual({ ...ngan, password: null });
  expect(userLack(userDraft(ngan), ngan)).toBe('lackChange');
  expect(userLack({ ...userDraft(ngan), fields: ' Hộ tịch ,Chứng thực,, Hộ tịch' }, ngan)).toBe('lackChange');
});

test('each change of an account can be saved', () => {
  const draft = userDraft(ngan);
  for (const change of [{ name: 'Lê Kim Ngân' }, { office: 'xa-1' }, { disabled: true }, { fields: 'Hộ tịch' }]) {
    expect(userLack({ ...draft, ...change }, ngan)).toBeNull();
  }
  expect(userLack({ ...draft, password: 'ngắn' }, ngan)).toBe('lackPassword');
  expect(userLack({ ...draft, password: 'đủ dài rồi' }, ngan)).toBeNull();
});

test('a new account needs name, login and password, a unit officer also the unit', () => {
  const blank = newUser('u-1', 'xa-29905');
  expect(userLack(blank, null)).toBe('lackName');
  expect(userLack({ ...blank, name: 'Nguyễn Văn A' }, null)).toBe('lackLogin');
  const named = { ...blank, name: 'Nguyễn Văn A', login: 'vana' };
  expect(userLack(named, null)).toBe('lackPassword');
  expect(userLack({ ...named, password: 'mat-khau-1', role: 'unitOfficer' }, null)).toBe('lackUnit');
  expect(userLack({ ...named, password: 'mat-khau-1' }, null)).toBeNull();
});

test('the unit goes with the role that has one', () => {
  const draft = { ...userDraft(ngan), unit: 'Phòng Kinh tế' };
  expect(userInput(draft).unit).toBeNull();
  expect(userInput({ ...draft, role: 'unitOfficer' }).unit).toBe('Phòng Kinh tế');
});

test('logins and code prefixes have the form the server takes', () => {
  expect(['ngan', 'le.ngan-2'].every(isLogin)).toBe(true);
  expect(['', 'ngân', 'le ngan', '.ngan'].some(isLogin)).toBe(false);
  expect(['H20', 'H20.57', 'H20.57.001'].every(isPrefix)).toBe(true);
  expect(['h20', 'H2', 'H20.5', 'H20.', 'H20-57'].some(isPrefix)).toBe(false);
});

test('an office without a prefix stays without one, and a wrong one is not sent', () => {
  expect(officeInput(officeDraft(saDec))).toEqual(saDec);
  expect(officeLack(officeDraft(saDec), saDec)).toBe('lackChange');
  expect(officeLack({ ...officeDraft(saDec), codePrefix: 'H20.5' }, saDec)).toBe('lackPrefix');
  expect(officeLack({ ...officeDraft(saDec), codePrefix: 'H20.57' }, saDec)).toBeNull();
  expect(officeLack(newOffice('cq-1'), null)).toBe('lackOfficeName');
});

test('an account is entered whole or not at all; the gaps of a printed number go', () => {
  const bank = { bin: '970436', account: '0071 0012 34567', holder: ' UBND phường Sa Đéc', bankName: 'Vietcombank' };
  const draft = { ...officeDraft(saDec), bank };
  expect(officeInput(draft).bank).toEqual({ ...bank, account: '0071001234567', holder: 'UBND phường Sa Đéc' });
  expect(officeLack(draft, saDec)).toBeNull();
  expect(bankLack({ ...bank, bin: '97043' })).toBe('lackBankBin');
  expect(bankLack({ ...bank, account: '' })).toBe('lackBankAccount');
  expect(bankLack({ ...bank, holder: ' ' })).toBe('lackBankNames');
  expect(officeLack({ ...draft, bank: { ...bank, bin: '' } }, saDec)).toBe('lackBankBin');
  const saved = { ...saDec, bank: officeInput(draft).bank ?? null };
  expect(officeLack(officeDraft(saved), saved)).toBe('lackChange');
  expect(officeInput({ ...officeDraft(saved), bank: officeDraft(saDec).bank }).bank).toBeNull();
});

test('a counter needs a name', () => {
  expect(counterLack(newCounter('q-1', 'xa-29905'), null)).toBe('lackCounterName');
  expect(counterLack({ ...newCounter('q-1', 'xa-29905'), name: 'Quầy 7' }, null)).toBeNull();
});

test('what a place is can be said anew, and goes unsaid where it stays', () => {
  const saved = { ...newCounter('q-1', 'xa-29905'), name: 'Phòng Kinh tế', kind: 'desk', revision: 1 } as const;
  expect(counterLack(saved, saved)).toBe('lackChange');
  expect(counterInput({ ...saved, name: 'Phòng Kinh tế xã' }, saved)).not.toHaveProperty('use');
  expect(counterLack({ ...saved, use: 'unit' }, saved)).toBeNull();
  expect(counterInput({ ...saved, use: 'unit' }, saved)).toMatchObject({ use: 'unit', revision: 1 });
  expect(counterInput({ ...saved, use: 'unit' }, { ...saved, use: 'unit' })).not.toHaveProperty('use');
  // And back: what is said is compared with what stands, not with the usual.
  expect(counterInput({ ...saved, use: 'counter' }, { ...saved, use: 'unit' })).toMatchObject({ use: 'counter' });
  expect(counterInput(newCounter('q-2', 'xa-29905'), null)).not.toHaveProperty('use');
});
