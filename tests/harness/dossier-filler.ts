import { createHash } from 'node:crypto';
import type { DossierReceived } from '../../domain/dossier/events/receipt.ts';

/**
 * Invented dossiers for benches: names in the proportions one meets (nearly two in five are Nguyễn), ID numbers of the
 * right shape, codes in order. The same number gives the same dossier.
 */
const families = [
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Phan',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = [
  'Văn',
  'Thị',
  'Thị Hồng',
  'Minh',
  'Thanh',
  'Ngọc',
  'Hoàng',
  'Kim',
  'Tấn',
  'Quốc',
  'Thị Bích',
  'Hữu',
  'Đức',
  'Thị Mỹ',
];
const givens = [
  'Nhung',
  'Phát',
  'Lợi',
  'Út',
  'Ngân',
  'Tâm',
  'Diễm',
  'Phước',
  'Bảo',
  'Thảo',
  'Sáu',
  'Hoa',
  'Hùng',
  'Dũng',
  'Lan',
  'Mai',
  'Tuấn',
  'Trang',
  'Vy',
  'Khoa',
  'Ánh',
  'Đạt',
  'Yến',
  'Quyên',
];
const procedures = [
  ['1.004873', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch'],
  ['1.001193', 'Đăng ký khai sinh', 'Hộ tịch'],
  ['1.013978', 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu', 'Đất đai'],
  ['1.001612', 'Thành lập hộ kinh doanh', 'Hộ kinh doanh'],
] as const;

export function inventedDossier(n: number, office: string): DossierReceived {
  const hash = createHash('sha256').update(String(n)).digest();
  const pick = <T>(list: readonly T[], at: number): T => {
    const found = list[(hash[at] ?? 0) % list.length];
    if (found === undefined) throw new RangeError('an empty list');
    return found;
  };
  const name = `${pick(families, 0)} ${pick(middles, 1)} ${pick(givens, 2)}`;
  const personalId = `087${hash.readUIntBE(3, 6).toString().padStart(9, '0').slice(-9)}`;
  const [code, shortName, field] = pick(procedures, 9);
  const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(n / 1000) * 86_400_000).toISOString().slice(0, 10);
  const number = (n % 1000) + 1;
  const text = `H20.57-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
  return {
    code: { text, kind: 'official', date: day, number, grantId: null },
    visit: '019ab000-0000-7000-8000-00000000beef',
    fastLane: false,
    quantity: 1,
    procedure: {
      code,
      name: shortName,
      shortName,
      field,
      caseId: 'first',
      caseLabel: 'Lần đầu',
      catalogueVersion: '2026-11-23.1',
    },
    channel: 'DIRECT',
    applicant: {
      kind: 'citizen',
      name,
      personalId,
      oldId: null,
      birthDate: '1996-08-14',
      sex: 'female',
      address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: `09${hash.readUInt32BE(10).toString().padStart(8, '0').slice(-8)}`,
      email: '',
      taxCode: '',
      source: { kind: 'card', at: `${day}T08:00:00` },
    },
    submitter: null,
    papers: [
      { paperId: 'to-khai', name: 'Tờ khai', group: 'submit', state: 'has', originals: 1, copies: 0, note: '' },
      {
        paperId: 'giay-to-tuy-than',
        name: 'Giấy tờ tùy thân',
        group: 'present',
        state: 'has',
        originals: 1,
        copies: 0,
        note: '',
      },
    ],
    sets: 1,
    receivingOffice: office,
    counter: 'Quầy 3',
    competentOffice: office,
    processingUnit: 'Văn phòng HĐND và UBND',
    resultWay: 'counter',
    resultAddress: '',
    land: null,
    fee: { amount: 0, basis: 'Không thu', paid: 'nothing-due', receiptNumber: '' },
    receivedAt: `${day}T08:05:00`,
    due: {
      at: `${day}T17:00:00`,
      limit: { value: 3, unit: 'WORKING_DAY' },
      basis: 'cổng quốc gia',
      calendarVersion: '2026-11-23.1',
      steps: [{ vi: 'Thời hạn 3 ngày làm việc', en: '3 working days' }],
      warnings: [],
      enteredBecause: null,
    },
    handoverBy: `${day}T17:00:00`,
    note: '',
  };
}
