import { expect, test } from 'vitest';
import { procedureDetail } from './procedure-detail.ts';

const row = { code: '1.004222', field: 'Cư trú', nameEn: 'Registration of permanent residence' };

test('in English what the procedure is stands first, in Vietnamese it stands nowhere', () => {
  expect(procedureDetail(row, 'en')).toBe('Registration of permanent residence, 1.004222, Cư trú');
  expect(procedureDetail(row, 'vi')).toBe('1.004222, Cư trú');
  expect(procedureDetail(row, 'vi', 'thường gọi nhập hộ khẩu')).toBe('1.004222, Cư trú, thường gọi nhập hộ khẩu');
});
