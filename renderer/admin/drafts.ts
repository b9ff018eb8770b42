import type { CallInput } from '../../contract/desk.ts';
import { bankFault } from '../../domain/money/viet-qr.ts';
import type { AdminUser } from '../../contract/desk/admin.ts';
import type { PlaceUse } from '../../contract/place-use.ts';
import type { Counter, Office, OfficeBank } from '../../contract/sync.ts';

/** What stands in the forms: the call's input, with the fields as one text and an untouched password as null. */
export interface UserDraft extends Omit<CallInput<'admin.saveUser'>, 'fields' | 'unit'> {
  readonly fields: string;
  readonly unit: string;
}
export type CounterDraft = CallInput<'admin.saveCounter'> & { readonly use: PlaceUse };
export interface OfficeDraft extends Omit<CallInput<'admin.saveOffice'>, 'codePrefix' | 'bank'> {
  readonly codePrefix: string;
  /** All four empty: no account. */
  readonly bank: OfficeBank;
}

/** As the server asks for it. */
export const PASSWORD_LENGTH = 8;
const MOST_FIELDS = 20;

export function userDraft(user: AdminUser): UserDraft {
  return { ...user, fields: user.fields.join(', '), unit: user.unit ?? '', password: null };
}

export function newUser(id: string, office: string): UserDraft {
  return {
    id,
    login: '',
    name: '',
    role: 'officer',
    office,
    unit: '',
    fields: '',
    position: '',
    password: '',
    disabled: false,
    revision: null,
  };
}

export function userInput(draft: UserDraft): CallInput<'admin.saveUser'> {
  const fields = [...new Set(draft.fields.split(',').map((field) => field.trim()))].filter((field) => field !== '');
  const unit = draft.role === 'unitOfficer' ? draft.unit.trim() : '';
  return {
    ...draft,
    login: draft.login.trim(),
    name: draft.name.trim(),
    position: draft.position.trim(),
    unit: unit === '' ? null : unit,
    fields: fields.slice(0, MOST_FIELDS),
  };
}

export const newCounter = (id: string, office: string): CounterDraft => ({
  id,
  office,
  name: '',
  kind: 'desk',
  use: 'counter',
  disabled: false,
  revision: null,
});

/** A use that stays as it is goes unsaid: a server of the release before does not know the word, and refuses it. */
export function counterInput(draft: CounterDraft, saved: Counter | null): CallInput<'admin.saveCounter'> {
  const { use, ...row } = { ...draft, name: draft.name.trim() };
  return use === (saved?.use ?? 'counter') ? row : { ...row, use };
}

export const counterDraft = (counter: Counter): CounterDraft => counter;

const noBank: OfficeBank = { bin: '', account: '', holder: '', bankName: '' };

export const officeDraft = (office: Office): OfficeDraft => ({
  ...office,
  codePrefix: office.codePrefix ?? '',
  bank: office.bank ?? noBank,
});

export const newOffice = (id: string): OfficeDraft => ({
  id,
  kind: 'commune-centre',
  name: '',
  shortName: '',
  authority: '',
  place: '',
  codePrefix: '',
  parent: null,
  phone: '',
  address: '',
  bank: noBank,
  disabled: false,
  revision: null,
});

export function officeInput(draft: OfficeDraft): CallInput<'admin.saveOffice'> {
  const prefix = draft.codePrefix.trim();
  const bank = trimmedBank(draft.bank);
  return {
    ...draft,
    name: draft.name.trim(),
    shortName: draft.shortName.trim(),
    authority: draft.authority.trim(),
    place: draft.place.trim(),
    phone: draft.phone.trim(),
    address: draft.address.trim(),
    codePrefix: prefix === '' ? null : prefix,
    bank: isNoBank(bank) ? null : bank,
  };
}

function trimmedBank({ bin, account, holder, bankName }: OfficeBank): OfficeBank {
  // Account numbers are printed in groups; the code has none.
  const plain = (text: string): string => text.replace(/\s/g, '');
  return { bin: plain(bin), account: plain(account), holder: holder.trim(), bankName: bankName.trim() };
}

const isNoBank = (bank: OfficeBank): boolean => Object.values(bank).every((text) => text === '');

/** What an account still lacks; none at all lacks nothing. contract: bankSchema */
export function bankLack(draft: OfficeBank): 'lackBankBin' | 'lackBankAccount' | 'lackBankNames' | null {
  const bank = trimmedBank(draft);
  if (isNoBank(bank)) return null;
  const fault = bankFault(bank);
  if (fault !== null) return fault === 'bin' ? 'lackBankBin' : 'lackBankAccount';
  return bank.holder === '' || bank.bankName === '' ? 'lackBankNames' : null;
}

/** contract: keySchema */
export const isLogin = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/.test(text.trim());
/** contract: officeSchema.codePrefix */
export const isPrefix = (text: string): boolean => /^[A-Z]\d{2}(\.\d{2,3}){0,4}$/.test(text.trim());

/** Whether saving would change something. `saved` is null for a new row. */
export function changes<I extends object>(input: I, saved: I | null): boolean {
  return saved === null || JSON.stringify(ordered(input)) !== JSON.stringify(ordered(saved));
}

function ordered(row: object): [string, unknown][] {
  return Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

export type UserLack = 'lackName' | 'lackLogin' | 'lackUnit' | 'lackPassword' | 'lackChange';
export type CounterLack = 'lackCounterName' | 'lackChange';
export type OfficeLack =
  | 'lackOfficeName'
  | 'lackAuthority'
  | 'lackPlace'
  | NonNullable<ReturnType<typeof bankLack>>
  | 'lackPrefix'
  | 'lackChange';

/** The first thing that is missing before it can be saved, from the top; null when it can. */
export function userLack(draft: UserDraft, saved: AdminUser | null): UserLack | null {
  if (draft.name.trim() === '') return 'lackName';
  if (!isLogin(draft.login)) return 'lackLogin';
  if (draft.role === 'unitOfficer' && draft.unit.trim() === '') return 'lackUnit';
  if (draft.password !== null && draft.password.length < PASSWORD_LENGTH) return 'lackPassword';
  return changes(userInput(draft), saved === null ? null : userInput(userDraft(saved))) ? null : 'lackChange';
}

export function counterLack(draft: CounterDraft, saved: Counter | null): CounterLack | null {
  if (draft.name.trim() === '') return 'lackCounterName';
  return saved === null || changes(counterInput(draft, saved), counterInput(saved, saved)) ? null : 'lackChange';
}

export function officeLack(draft: OfficeDraft, saved: Office | null): OfficeLack | null {
  if (draft.name.trim() === '' || draft.shortName.trim() === '') return 'lackOfficeName';
  if (draft.authority.trim() === '') return 'lackAuthority';
  if (draft.place.trim() === '') return 'lackPlace';
  const bank = bankLack(draft.bank);
  if (bank !== null) return bank;
  if (draft.codePrefix.trim() !== '' && !isPrefix(draft.codePrefix)) return 'lackPrefix';
  return changes(officeInput(draft), saved) ? null : 'lackChange';
}
