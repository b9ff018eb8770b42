import { expect, test } from 'vitest';
import { encodeSlipQr } from '../../domain/form/slip-qr.ts';
import { barcodePath, qrPath } from './codes.ts';

test('a barcode is drawn from whole modules', () => {
  // Start B, seven signs, to C, three pairs, to B, a hyphen, to C, two pairs, check, stop of 13 modules.
  expect(barcodePath('H20.57-261123-0304').width).toBe(18 * 11 + 13);
  const { path, width } = barcodePath('AB');
  const filled = [...path.matchAll(/M(\d+) 0L(\d+) 0/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) }, (_, index) => Number(from) + index),
  );
  const modules = Array.from({ length: width }, (_, index) => (filled.includes(index) ? '1' : '0')).join('');
  // ISO/IEC 15417: start B, A, B, check (104 + 33 + 2 · 34 = 205, modulo 103 = 102), stop.
  expect(modules).toBe('11010010000' + '10100011000' + '10001011000' + '11110101110' + '1100011101011');
});

test("a slip's QR is at most version 9, 53 modules a side", () => {
  const text = encodeSlipQr({
    page: 'https://tracuu.dongthap.gov.vn/h/',
    token: '7K2M41QF7K2M41QF7K2M',
    dossierId: 'ffffffff-ffff-4fff-8fff-ffffffffffff',
    code: 'H20.122-261123-0304',
    procedure: '1.012783',
    due: '2026-11-27T17:00:00',
    signature: `${'_'.repeat(85)}w`,
  });
  expect(qrPath(text).width).toBeLessThanOrEqual(53);
});
