import { crowded as crowdedReceipt } from './mau-01-examples.ts';
import type { Mau04Input } from './mau-04.ts';
import type { SlipOffice } from './slip-office.ts';

/** Apologies for tests. Invented people. */

export const unit: SlipOffice = {
  authority: 'UBND PHƯỜNG SA ĐÉC',
  centre: 'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ',
  point: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Sa Đéc',
  place: 'Sa Đéc',
};

const usual: Mau04Input = {
  agency: unit,
  number: '03/PXL',
  issuedOn: '2026-12-28',
  code: { text: 'H20.57-261123-0115', kind: 'official', offline: false, checkCode: '7K2M-41QF' },
  addressee: { name: 'Lý Minh Khang', kind: 'person' },
  address: 'Khóm 5, phường Sa Đéc, tỉnh Đồng Tháp',
  phone: '0918 000 104',
  receivedAt: '2026-11-23T08:50:00',
  receivingAgency: 'Trung tâm PVHCC phường Sa Đéc',
  field: 'Đất đai',
  procedure: { code: '1.013978', name: 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu' },
  due: '2026-12-31T17:00:00',
  reason: 'cơ quan thuế chưa có thông báo nghĩa vụ tài chính',
  newDue: '2027-01-15T17:00:00',
  recipients: ['Trung tâm PVHCC phường Sa Đéc'],
  signatory: { onBehalf: '', position: 'TRƯỞNG PHÒNG', name: 'Nguyễn Hữu Thành' },
  copy: null,
  demo: false,
};

const crowded: Mau04Input = {
  ...usual,
  agency: {
    authority: 'VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI TỈNH ĐỒNG THÁP',
    centre: 'CHI NHÁNH VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI KHU VỰC SA ĐÉC',
    point: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc',
    place: 'Sa Đéc',
  },
  number: '',
  code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' },
  addressee: {
    name: 'Công ty trách nhiệm hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nông sản Lúa Vàng',
    kind: 'organisation',
  },
  address: crowdedReceipt.applicant?.address ?? '',
  procedure: crowdedReceipt.procedure,
  reason:
    'hồ sơ địa chính của thửa đất được lập trước năm 1993 không còn bản gốc, phải đối chiếu với tài liệu lưu trữ tại tỉnh; việc xác minh ranh giới với các hộ liền kề kéo dài do có người vắng mặt tại địa phương',
  recipients: [
    'Trung tâm PVHCC phường Sa Đéc',
    'Trung tâm Phục vụ hành chính công tỉnh Đồng Tháp',
    'Thuế cơ sở 5 tỉnh Đồng Tháp',
  ],
  signatory: { onBehalf: 'KT. GIÁM ĐỐC', position: 'PHÓ GIÁM ĐỐC', name: 'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo' },
  copy: { issue: 2, reason: 'gửi lại do địa chỉ cũ không còn người nhận' },
  demo: true,
};

export const mau04Samples = {
  usual,
  crowded,
  minimal: {
    ...usual,
    phone: '',
    address: '',
    field: '',
    recipients: [],
    signatory: { onBehalf: '', position: '', name: '' },
  },
} satisfies Record<string, Mau04Input>;
