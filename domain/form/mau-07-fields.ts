import { copyField, headFields } from './common-fields.ts';

/** The fields of Mẫu 07 by the names its template uses. */
export const mau07Fields = {
  texts: {
    ...headFields,
    year: 'Năm',
    volume: 'Quyển số',
    period: 'Thời gian của bản in',
    scope: 'Phạm vi của bản in',
    total: 'Tổng số hồ sơ',
    closing: 'Dòng khóa sổ',
    keeper: 'Người giữ sổ',
    head: 'Người đứng đầu',
    ...copyField,
  },
  obligatory: ['authority', 'centre', 'year', 'volume', 'period', 'dossiers', 'closing', 'keeper', 'head', 'copy'],
  tables: {
    dossiers: {
      number: 'TT',
      code: 'Mã hồ sơ',
      procedure: 'Tên thủ tục hành chính',
      sets: 'Số lượng hồ sơ (bộ)',
      applicant: 'Tên cá nhân, tổ chức',
      address: 'Địa chỉ',
      phone: 'Số điện thoại',
      unit: 'Cơ quan chủ trì giải quyết',
      receivedOn: 'Nhận hồ sơ',
      dueOn: 'Hẹn trả kết quả',
      sentOn: 'Chuyển hồ sơ đến cơ quan giải quyết',
      backOn: 'Nhận kết quả từ cơ quan giải quyết',
      returnedOn: 'Trả kết quả',
      way: 'Phương thức nhận kết quả',
      signed: 'Ký nhận',
      note: 'Ghi chú',
    },
  },
} as const;
export type Mau07Field = keyof (typeof mau07Fields)['texts'];
