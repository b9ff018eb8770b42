/** Fields many forms share, with what the office calls them. */

export const headFields = {
  authority: 'Cơ quan chủ quản',
  centre: 'Cơ quan ban hành',
  placeDate: 'Địa danh, ngày tháng năm',
} as const;

export const codeFields = {
  code: 'Mã hồ sơ',
  codeMark: 'Dấu số tạm',
  temporaryMark: 'Ghi chú mã cấp sau',
  offlineMark: 'Ghi chú chưa ghi nhận trên hệ thống tỉnh',
  checkCode: 'Mã đối chiếu',
} as const;

export const personFields = {
  applicant: 'Chủ hồ sơ',
  identityLabel: 'Tên loại giấy tờ định danh',
  identity: 'Số giấy tờ định danh',
  address: 'Địa chỉ',
  phone: 'Số điện thoại',
  email: 'Email',
} as const;

export const procedureFields = {
  procedure: 'Thủ tục hành chính',
  procedureCode: 'Mã thủ tục',
} as const;

export const copyField = { copy: 'Dấu bản sao' } as const;

/** Where to ask (liên hệ khi vướng mắc). */
export interface SlipContact {
  readonly name: string;
  readonly phone: string;
  /** Without the scheme; may be empty. */
  readonly website: string;
}
