import { expect, test } from 'vitest';
import { describe as described, descriptionGaps, type DescriptionDraft } from './description.ts';

const whole: DescriptionDraft = {
  documentType: 'HO-TICH',
  ownerId: '087 196 004 218',
  title: ' Giấy chứng sinh ',
  summary: 'Chứng sinh số 21, Bệnh viện Sa Đéc',
  validFrom: '2026-11-20',
  validTo: null,
  scope: 'dossier',
};

test('a whole description is kept with its number bare and its ends trimmed', () => {
  expect(descriptionGaps(whole)).toEqual([]);
  expect(described(whole)).toMatchObject({ ownerId: '087196004218', title: 'Giấy chứng sinh' });
});

test('a tax code is an owner too, and so is nobody', () => {
  expect(described({ ...whole, ownerId: '1402203322-001' })?.ownerId).toBe('1402203322001');
  expect(described({ ...whole, ownerId: '' })?.ownerId).toBeNull();
});

test.each([
  ['documentType', { documentType: null }],
  ['documentType', { documentType: 'KHONG-CO' }],
  ['ownerId', { ownerId: '12345' }],
  ['title', { title: '  ' }],
  ['summary', { summary: 'ab' }],
  ['validity', { validFrom: '2026-11-20', validTo: '2026-11-19' }],
  ['scope', { scope: null }],
] as const)('%s is missed in %o, and nothing is kept', (gap, part) => {
  const draft = { ...whole, ...part };
  expect(descriptionGaps(draft)).toEqual([gap]);
  expect(described(draft)).toBeNull();
});
