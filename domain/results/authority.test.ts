import { expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import type { Person } from '../citizen/person.ts';
import type { CollectingAuthority, DossierReturned } from '../dossier/events/result.ts';
import { authorityFaults, type AuthorityFault } from './authority.ts';

const { applicant } = inventedDossier(1, 'xa-29905');
const person: Person = {
  kind: 'citizen',
  name: 'Nguyễn Văn Hai',
  personalId: '087090001234',
  oldId: null,
  birthDate: null,
  sex: null,
  address: '',
  phone: '',
  email: '',
  taxCode: '',
  source: { kind: 'card', at: '2026-11-23T10:42:00' },
};
const nothing: CollectingAuthority = { kind: 'none', relation: '', paper: '', number: '', date: null };
const by = (authority: Partial<CollectingAuthority>, who: Person = person): DossierReturned['to'] => ({
  kind: 'authorised',
  person: who,
  authority: { ...nothing, ...authority },
});
const company = applicant === null ? null : { ...applicant, kind: 'organisation' as const };

test.each<[string, DossierReturned['to'], AuthorityFault[]]>([
  ['the applicant', { kind: 'applicant' }, []],
  ['the post', { kind: 'post', number: 'RR123456789VN' }, []],
  ['a submitter who never was', { kind: 'submitter' }, ['no-submitter']],
  ['somebody with nothing', by({}), ['no-kind']],
  ['an authorised person', by({ kind: 'power-of-attorney', number: '12/2026', date: '2026-11-20' }), []],
  ['an authorisation without a date', by({ kind: 'power-of-attorney', number: '12/2026' }), ['no-date']],
  ['an authorisation that is only said', by({ kind: 'power-of-attorney' }), ['no-number', 'no-date']],
  ['a son with his birth certificate', by({ kind: 'relative', relation: 'con', paper: 'Giấy khai sinh' }), []],
  ['a son without one', by({ kind: 'relative', relation: 'con' }), ['no-paper']],
  ['a relative who does not say of what kind', by({ kind: 'relative', paper: 'Giấy khai sinh' }), ['no-relation']],
  ['a guardian', by({ kind: 'legal-representative', paper: 'Quyết định giám hộ' }), []],
  ['staff of a citizen', by({ kind: 'staff', number: '7/GGT', date: '2026-11-20' }), ['not-an-organisation']],
  [
    'a name without a paper of identity',
    by({ kind: 'power-of-attorney', number: '1', date: '2026-11-20' }, { ...person, personalId: null }),
    ['no-id'],
  ],
  [
    'an old number',
    by(
      { kind: 'power-of-attorney', number: '1', date: '2026-11-20' },
      { ...person, personalId: null, oldId: '340123456' },
    ),
    [],
  ],
  ['nobody', by({ kind: 'power-of-attorney', number: '1', date: '2026-11-20' }, { ...person, name: ' ' }), ['no-name']],
])('%s', (_who, to, faults) => {
  expect(authorityFaults({ applicant, submitter: null }, to)).toEqual(faults);
});

test('staff collect for an organisation with its letter of introduction', () => {
  const of = (authority: Partial<CollectingAuthority>) =>
    authorityFaults({ applicant: company, submitter: null }, by({ kind: 'staff', ...authority }));
  expect(of({ number: '7/GGT', date: '2026-11-20' })).toEqual([]);
  expect(of({})).toEqual(['no-number', 'no-date']);
});

test('a submitter who is there may collect', () => {
  const submitter = { person, authority: { kind: 'relative' as const, reference: 'con' } };
  expect(authorityFaults({ applicant, submitter }, { kind: 'submitter' })).toEqual([]);
});
