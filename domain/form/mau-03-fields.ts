import { codeFields, copyField, headFields, personFields, procedureFields } from './common-fields.ts';

/** The fields of Mẫu 03 by the names its template uses. */
export const mau03Fields = {
  texts: {
    ...headFields,
    number: 'Số phiếu',
    ...codeFields,
    receivingPoint: 'Bộ phận Tiếp nhận và Trả kết quả',
    ...personFields,
    ...procedureFields,
    refused: 'Không tiếp nhận hay không giải quyết',
    reason: 'Lý do từ chối',
    legalBasis: 'Căn cứ pháp lý',
    rightAgency: 'Cơ quan có thẩm quyền',
    rightAgencyAddress: 'Địa chỉ, điện thoại cơ quan có thẩm quyền',
    contact: 'Người liên hệ khi vướng mắc',
    contactPhone: 'Số điện thoại liên hệ',
    website: 'Trang thông tin',
    submitterName: 'Tên người nộp',
    officerName: 'Tên người tiếp nhận',
    ...copyField,
  },
  obligatory: [
    'authority',
    'centre',
    'placeDate',
    'number',
    'applicant',
    'address',
    'phone',
    'procedure',
    'reason',
    'legalBasis',
    'rightAgency',
    'rightAgencyAddress',
    'contactPhone',
    'submitterName',
    'officerName',
    'copy',
  ],
  tables: {},
} as const;
export type Mau03Field = keyof (typeof mau03Fields)['texts'];
