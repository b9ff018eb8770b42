import { expect, test } from 'vitest';
import { fileKind, isTaken } from './file-kind.ts';
import { digitisedFileName } from './naming.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

test.each([
  ['pdf', bytes('%PDF-1.4\n')],
  ['pdf', bytes('\0'.repeat(500), '%PDF-1.7')],
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['tiff', bytes('II*\0')],
  ['tiff', bytes('MM\0*')],
  ['webp', bytes('RIFF....WEBP')],
  ['heic', bytes('\0\0\0\x18ftypheic')],
  ['bmp', bytes('BM....')],
  ['gif', bytes('GIF89a')],
])('%s is known by its first bytes', (kind, file) => {
  expect(fileKind(file)).toBe(kind);
});

test('nothing is guessed', () => {
  for (const file of [bytes(), bytes('%PD'), bytes('MZ'), bytes('PK\x03\x04'), bytes('\0'.repeat(2000), '%PDF-')]) {
    expect(fileKind(file)).toBeNull();
  }
  expect([isTaken('tiff'), isTaken(null), isTaken('jpeg')]).toEqual([false, false, true]);
});

test('a saved paper has a name every file system takes', () => {
  expect(digitisedFileName('H20.57-231126-0304', 'Giấy chứng sinh: bản “chính”/2026')).toBe(
    'H20.57-231126-0304-giay-chung-sinh-ban-chinh-2026.pdf',
  );
  expect(digitisedFileName('T/1', '…')).toBe('T-1.pdf');
  expect(digitisedFileName('A', 'x'.repeat(200)).length).toBe('A-.pdf'.length + 60);
});
