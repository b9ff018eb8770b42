import { expect, test } from 'vitest';
import { handoverList, type HandoverListInput } from './handover-list.ts';
import { handoverListSamples } from './handover-list-examples.ts';

const { usual } = handoverListSamples;

test('the fields of a batch closed short say what the list says', () => {
  const values = handoverList({ ...usual, dossiers: usual.dossiers.slice(0, 2) });
  expect(values).toEqual({
    form: 'handover-list',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      batch: 'Lô 18',
      batchCode: 'LO-H20.57-261123-018',
      offlineMark: '',
      unit: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      handedAt: '16 giờ 30 phút, ngày 23 tháng 11 năm 2026',
      deadline: '17 giờ 00 phút, ngày 23 tháng 11 năm 2026',
      total: '02',
      sets: '02',
      originals: '03',
      closedShort: 'chưa tìm thấy hồ sơ giấy, giao phần đã đủ để kịp hạn trong ngày.',
      missingCount: '02',
      giver: 'Lê Thị Kim Ngân',
      taker: 'Bùi Thị Thanh Thảo',
      witness: '',
      copy: '',
    },
    tables: {
      dossiers: [
        [
          '1',
          'H20.57-261123-0306',
          'Đăng ký thành lập hộ kinh doanh',
          '01',
          'Dương Văn Hiếu',
          'Khóm 1, phường Sa Đéc, tỉnh Đồng Tháp',
          '0918\u00A0000\u00A0100',
          '23/11/2026',
          '27/11/2026',
          '',
          '01 bản chính',
        ],
        [
          '2',
          'H20.57-261123-0305',
          'Thay đổi nội dung đăng ký hộ kinh doanh',
          '01',
          'Cao Thị Thu Thủy',
          'Khóm 2, phường Sa Đéc, tỉnh Đồng Tháp',
          '0918\u00A0000\u00A0101',
          '23/11/2026',
          '27/11/2026',
          '',
          '02 bản chính',
        ],
      ],
      missing: [
        [
          '1',
          'H20.57-261123-0122',
          'Ngô Văn Út',
          'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu',
          'Nguyễn Minh Tâm, Quầy 1',
          '14 giờ 36 phút, ngày 23/11/2026',
        ],
        [
          '2',
          'H20.57-261123-0209',
          'Đinh Thị Lụa',
          'Đăng ký thành lập hộ kinh doanh',
          'Phạm Thị Ngọc Diễm, Quầy 2',
          '11 giờ 08 phút, ngày 23/11/2026',
        ],
      ],
    },
    codes: { barcode: 'LO-H20.57-261123-018', qr: 'QMC1-LO/019ab000-0001-7001-8a1b-5c2d3e4f5061/7' },
    demo: false,
  });
});

test.each<[string, Partial<HandoverListInput>, Record<string, string>]>([
  ['nothing missing', { missing: [] }, { missingCount: '', closedShort: '' }],
  ['no deadline', { deadline: null }, { deadline: '' }],
  ['not yet at the province', { offline: true }, { offlineMark: 'Chưa ghi nhận trên hệ thống tỉnh lúc in.' }],
])('%s', (_, change, expected) => {
  expect(handoverList({ ...usual, ...change }).texts).toMatchObject(expected);
});

test('a row says what is odd about its dossier', () => {
  const [one] = usual.dossiers;
  const odd = one === undefined ? [] : [{ ...one, originals: 0, dueOn: null, resultOn: '2026-11-27', note: 'số tạm' }];
  const [row] = handoverList({ ...usual, dossiers: odd }).tables['dossiers'] ?? [];
  expect(row?.slice(-3)).toEqual(['trả ngay', '27/11/2026', 'số tạm']);
});
