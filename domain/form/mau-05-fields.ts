import { codeFields, copyField, headFields, personFields, procedureFields } from './common-fields.ts';

/** The fields of Mẫu 05 by the names its template uses. */
export const mau05Fields = {
  texts: {
    ...headFields,
    number: 'Số thông báo',
    ...codeFields,
    ...personFields,
    ...procedureFields,
    receivedAt: 'Thời gian nhận hồ sơ',
    withdrawal: 'Đề nghị rút hồ sơ: người, ngày, lý do',
    stage: 'Bước giải quyết đã thực hiện',
    agency: 'Cơ quan giải quyết',
    reason: 'Lý do dừng giải quyết',
    fees: 'Phí, lệ phí đã nộp',
    onBehalf: 'Ký thay (KT., TL., TUQ.)',
    position: 'Chức vụ người ký',
    signatory: 'Người ký',
    ...copyField,
  },
  obligatory: [
    'authority',
    'centre',
    'placeDate',
    'number',
    'code',
    'offlineMark',
    'applicant',
    'procedure',
    'receivedAt',
    'withdrawal',
    'stage',
    'reason',
    'fees',
    'papersBack',
    'recipients',
    'position',
    'signatory',
    'copy',
  ],
  tables: { papersBack: { paper: 'Giấy tờ trả lại' }, recipients: { recipient: 'Nơi nhận' } },
} as const;
export type Mau05Field = keyof (typeof mau05Fields)['texts'];
