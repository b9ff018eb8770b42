import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';
import type { ControlHandover, Mau06Input } from './mau-06.ts';

/** Control slips for tests. Invented people. */

const toUnit: ControlHandover = {
  from: 'Trung tâm PVHCC phường Sa Đéc',
  to: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  givenAt: '2026-11-23T16:18:00',
  giver: 'Lê Thị Kim Ngân',
  takenAt: '2026-11-23T16:25:00',
  taker: 'Bùi Thị Thanh Thảo',
  outcome: 'on-time',
  note: '',
};

const usual: Mau06Input = {
  office: receipt.office,
  issuedAt: '2026-11-23T16:18:00',
  code: { text: 'H20.57-261123-0306', kind: 'official', offline: false, checkCode: '7K2M-41QF' },
  qr: receipt.qr,
  applicant: 'Dương Văn Hiếu',
  phone: '0918 000 764',
  procedure: { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh' },
  unit: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  partners: [],
  receivedAt: '2026-11-23T11:21:00',
  due: '2026-11-27T17:00:00',
  originals: 1,
  handovers: [{ ...toUnit, takenAt: null, taker: '', outcome: null }],
  blankRows: 3,
  copy: null,
  demo: false,
};

const back: ControlHandover = {
  from: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc',
  to: 'Trung tâm PVHCC phường Sa Đéc',
  givenAt: '2026-12-09T09:05:00',
  giver: 'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo',
  takenAt: '2026-12-09T09:40:00',
  taker: 'Lê Thị Kim Ngân',
  outcome: 'late',
  note: 'Đã có văn bản xin lỗi số 07/PXL',
};

const crowded: Mau06Input = {
  ...usual,
  code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' },
  applicant: crowdedReceipt.applicant?.name ?? '',
  procedure: crowdedReceipt.procedure,
  unit: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc',
  partners: ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Thuế cơ sở 5 tỉnh Đồng Tháp', 'Ủy ban nhân dân xã Tân Dương'],
  originals: 12,
  handovers: [
    toUnit,
    { ...toUnit, from: 'Phòng Kinh tế, Hạ tầng và Đô thị', to: 'Thuế cơ sở 5 tỉnh Đồng Tháp', outcome: 'early' },
    { ...toUnit, from: 'Thuế cơ sở 5 tỉnh Đồng Tháp', to: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc' },
    back,
    back,
    back,
  ],
  blankRows: 2,
  copy: { issue: 2, reason: 'phiếu đi kèm bị rách' },
  demo: true,
};

export const mau06Samples = {
  usual,
  crowded,
  minimal: { ...usual, applicant: '', phone: '', due: null, originals: 0, handovers: [] },
} satisfies Record<string, Mau06Input>;
