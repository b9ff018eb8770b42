import { copyField } from './common-fields.ts';

/** The fields of the guidance sheet by the names its template uses. */
export const guidanceSheetFields = {
  texts: {
    authority: 'Cơ quan chủ quản',
    centre: 'Trung tâm',
    procedure: 'Thủ tục hành chính',
    procedureCode: 'Mã thủ tục',
    caseLabel: 'Trường hợp',
    submitCount: 'Số giấy tờ phải nộp',
    presentCount: 'Số giấy tờ chỉ cần cho xem',
    limit: 'Thời gian giải quyết',
    fee: 'Phí, lệ phí',
    result: 'Kết quả nhận được',
    where: 'Nơi nộp',
    hours: 'Giờ làm việc',
    hotline: 'Điện thoại hỏi đáp',
    website: 'Nộp trực tuyến tại',
    remarks: 'Lưu ý',
    decision: 'Quyết định công bố',
    givenAt: 'Thời gian hướng dẫn',
    officer: 'Người hướng dẫn',
    ...copyField,
  },
  obligatory: [
    'centre',
    'procedure',
    'procedureCode',
    'caseLabel',
    'submit',
    'present',
    'steps',
    'limit',
    'fee',
    'where',
    'hours',
    'hotline',
    'decision',
    'copy',
  ],
  tables: {
    submit: { number: 'TT', name: 'Giấy tờ', count: 'Số bản', when: 'Khi nào cần' },
    present: { name: 'Giấy tờ chỉ cần cho xem', when: 'Khi nào cần' },
    steps: { step: 'Bước' },
  },
} as const;
export type GuidanceSheetField = keyof (typeof guidanceSheetFields)['texts'];
