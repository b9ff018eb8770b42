import { expect, test } from 'vitest';
import { signatoryOf } from './signatory.ts';

test.each([
  ['Nguyễn Văn B', { onBehalf: '', position: '', name: 'Nguyễn Văn B' }],
  ['Trưởng phòng, Nguyễn Văn B', { onBehalf: '', position: 'Trưởng phòng', name: 'Nguyễn Văn B' }],
  [
    'KT. Chủ tịch, Phó Chủ tịch, Trần Thị C',
    { onBehalf: 'KT. Chủ tịch', position: 'Phó Chủ tịch', name: 'Trần Thị C' },
  ],
  ['', { onBehalf: '', position: '', name: '' }],
])('%s', (text, expected) => {
  expect(signatoryOf(text)).toEqual(expected);
});
