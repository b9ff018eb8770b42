import { expect, test } from 'vitest';
import { descriptionOf, emptyForm, isForbidden, missingIn, withPaper, type DescriptionForm } from './form-state.ts';

const prepared = {
  code: 'H20.57-261123-0304',
  ownerId: '087196004218',
  papers: [
    { paperId: 'don', name: 'Tờ khai', group: 'submit' as const, may: true, documentType: 'DON' },
    { paperId: 'cccd', name: 'Giấy tờ tùy thân', group: 'present' as const, may: false, documentType: 'TUY-THAN' },
    { paperId: 'ho-chieu', name: 'Bản sao hộ chiếu', group: 'submit' as const, may: true, documentType: 'TUY-THAN' },
    { paperId: 'khac', name: 'Giấy tờ chứng minh', group: 'submit' as const, may: true, documentType: null },
  ],
};
const whole: DescriptionForm = {
  ...withPaper(emptyForm, 'don', prepared),
  summary: 'Tờ khai ngày 23/11/2026',
  ownerId: '087196004218',
  matched: true,
};
const all = { pages: 1, reading: 0, forbidden: false };

test('a chosen paper fills in its name and its kind', () => {
  expect(whole).toMatchObject({ title: 'Tờ khai', documentType: 'DON' });
  expect(withPaper(whole, 'khac', prepared)).toMatchObject({ title: 'Giấy tờ chứng minh', documentType: null });
  expect(withPaper(whole, '', prepared)).toMatchObject({ paperId: '', title: '', summary: 'Tờ khai ngày 23/11/2026' });
});

test('what is missing is said in the order of the work', () => {
  expect(missingIn(whole, all)).toBeNull();
  expect(missingIn(whole, { ...all, reading: 1 })).toBe('reading');
  expect(missingIn(whole, { ...all, pages: 0 })).toBe('pages');
  expect(missingIn(whole, { ...all, forbidden: true })).toBe('forbidden');
  expect(missingIn({ ...whole, documentType: null }, all)).toBe('documentType');
  expect(missingIn({ ...whole, summary: '' }, all)).toBe('summary');
  expect(missingIn({ ...whole, validFrom: '31/02/2026' }, all)).toBe('validity');
  expect(missingIn({ ...whole, validFrom: '2/3/2026', validTo: '1/3/2026' }, all)).toBe('validity');
  expect(missingIn({ ...whole, matched: false }, all)).toBe('matched');
});

test('an identity paper is stopped under every name but the one whose copy is kept', () => {
  expect(isForbidden(withPaper(emptyForm, 'cccd', prepared), prepared)).toBe(true);
  expect(isForbidden({ ...withPaper(emptyForm, 'cccd', prepared), documentType: 'KHAC' }, prepared)).toBe(true);
  expect(isForbidden({ ...whole, documentType: 'TUY-THAN' }, prepared)).toBe(true);
  expect(isForbidden({ ...emptyForm, documentType: 'TUY-THAN' }, prepared)).toBe(true);
  expect(isForbidden(withPaper(emptyForm, 'ho-chieu', prepared), prepared)).toBe(false);
  expect(isForbidden(whole, prepared)).toBe(false);
});

test('dates go out as dates, empty ones as none', () => {
  expect(descriptionOf({ ...whole, validFrom: '1/2/2026' })).toMatchObject({ validFrom: '2026-02-01', validTo: null });
  expect(descriptionOf({ ...whole, validTo: 'mai' })).toBeNull();
});
