import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a5, codeCaption, head, offlineFrame, sourceOf } from './common.ts';

const TIMES = 'THỜI GIAN GIAO, NHẬN HỒ SƠ';

/** Phiếu kiểm soát quá trình giải quyết hồ sơ, A5: one copy travels with the dossier, the other stays where it began. */
export const mau06Template: SlipTemplate = {
  id: 'mau-06@1',
  form: '06',
  name: formNames['06'].name.vi,
  source: sourceOf('06'),
  copies: ['Bản 1/2, đi kèm hồ sơ đến khi trả kết quả', 'Bản 2/2, lưu tại nơi tiếp nhận'],
  ...a5,
  type: { ...a5.type, table: { size: 9.3, line: 11.8 } },
  blocks: [
    head(),
    { kind: 'codes', caption: codeCaption, frame: offlineFrame },
    { kind: 'title', lines: ['PHIẾU KIỂM SOÁT', 'QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'], mark: 'copy' },
    {
      kind: 'pair',
      left: [{ text: 'Kèm theo hồ sơ của: ' }, { field: 'applicant', style: 'bold' }],
      right: [{ text: 'Số điện thoại: ' }, { field: 'phone' }],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Loại hồ sơ: ' },
        { field: 'procedure', style: 'bold' },
        { text: ' ' },
        { field: 'procedureCode' },
      ],
    },
    { kind: 'line', parts: [{ text: 'Cơ quan (bộ phận) giải quyết hồ sơ: ' }, { field: 'unit', style: 'bold' }] },
    { kind: 'line', parts: [{ text: 'Cơ quan phối hợp giải quyết hồ sơ: ' }, { field: 'partners' }] },
    { kind: 'line', parts: [{ text: 'Thời gian nhận hồ sơ: ' }, { field: 'receivedAt' }] },
    { kind: 'line', parts: [{ text: 'Thời gian trả kết quả: ' }, { field: 'due', style: 'bold' }] },
    { kind: 'line', parts: [{ text: 'Giấy tờ bản chính kèm theo: ' }, { field: 'originals' }] },
    {
      kind: 'table',
      table: 'handovers',
      room: 17,
      columns: [
        {
          head: 'TÊN CƠ QUAN',
          width: null,
          align: 'left',
          lines: [
            [{ text: '1. Giao: ' }, { field: 'from' }],
            [{ text: '2. Nhận: ' }, { field: 'to' }],
          ],
        },
        {
          head: '1. Giao (ký, ghi rõ họ tên)',
          group: TIMES,
          width: 29.5,
          align: 'centre',
          lines: [[{ field: 'givenAt' }], [{ field: 'giver', style: 'bold' }]],
        },
        {
          head: '2. Nhận (ký, ghi rõ họ tên)',
          group: TIMES,
          width: 29.5,
          align: 'centre',
          lines: [[{ field: 'takenAt' }], [{ field: 'taker', style: 'bold' }]],
        },
        {
          head: 'KẾT QUẢ (trước, đúng, quá hạn)',
          width: 19,
          align: 'centre',
          lines: [[{ field: 'outcome' }]],
        },
        { head: 'GHI CHÚ', width: 17, align: 'left', lines: [[{ field: 'note' }]] },
      ],
    },
  ],
};
