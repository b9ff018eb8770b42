import { expect, test } from 'vitest';
import { nhung } from '../../tests/harness/result-dossiers.ts';
import type { CollectingAuthority, DossierReturned } from '../dossier/events/result.ts';
import { collectorWords } from './collector.ts';

const bare: CollectingAuthority = { kind: 'none', relation: '', paper: '', number: '', date: null };
const by = (authority: Partial<CollectingAuthority>): DossierReturned['to'] => ({
  kind: 'authorised',
  person: { ...nhung, name: 'Nguyễn Văn Hai' },
  authority: { ...bare, ...authority },
});
const intake = { applicant: nhung, submitter: null };

test.each<[DossierReturned['to'], string, string]>([
  [{ kind: 'applicant' }, 'Nguyễn Thị Hồng Nhung', 'Chủ hồ sơ'],
  [{ kind: 'post', number: 'RR123456789VN' }, '', 'Bưu chính, số hiệu RR123456789VN'],
  [
    by({ kind: 'power-of-attorney', number: '12/2026', date: '2026-11-20' }),
    'Nguyễn Văn Hai',
    'Giấy ủy quyền số 12/2026 ngày 20/11/2026',
  ],
  [by({ kind: 'relative', relation: 'con', paper: 'Giấy khai sinh' }), 'Nguyễn Văn Hai', 'Con, Giấy khai sinh'],
  [
    by({ kind: 'staff', relation: 'kế toán', number: '7', date: null }),
    'Nguyễn Văn Hai',
    'Kế toán, Giấy giới thiệu số 7',
  ],
  [by({}), 'Nguyễn Văn Hai', 'Không có giấy tờ, người phụ trách duyệt'],
])('%j', (to, name, right) => {
  expect(collectorWords(intake, to)).toEqual({ name, right });
});
