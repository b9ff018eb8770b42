import { codeFields, copyField, headFields, procedureFields } from './common-fields.ts';

/** The fields of Mẫu 06 by the names its template uses. */
export const mau06Fields = {
  texts: {
    ...headFields,
    ...codeFields,
    applicant: 'Kèm theo hồ sơ của',
    phone: 'Số điện thoại',
    ...procedureFields,
    unit: 'Cơ quan (bộ phận) giải quyết hồ sơ',
    partners: 'Cơ quan phối hợp giải quyết hồ sơ',
    receivedAt: 'Thời gian nhận hồ sơ',
    due: 'Thời gian trả kết quả',
    originals: 'Bản chính kèm theo',
    ...copyField,
  },
  obligatory: [
    'authority',
    'centre',
    'code',
    'codeMark',
    'offlineMark',
    'applicant',
    'phone',
    'procedure',
    'unit',
    'partners',
    'due',
    'handovers',
    'copy',
  ],
  obligatoryCodes: ['barcode', 'qr'],
  tables: {
    handovers: {
      from: 'Bên giao',
      to: 'Bên nhận',
      givenAt: 'Thời gian giao',
      giver: 'Người giao',
      takenAt: 'Thời gian nhận',
      taker: 'Người nhận',
      outcome: 'Kết quả giải quyết',
      note: 'Ghi chú',
    },
  },
} as const;
export type Mau06Field = keyof (typeof mau06Fields)['texts'];
