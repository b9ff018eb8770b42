import { formNames } from '../form-names.ts';
import type { SlipBlock, SlipTemplate } from '../template.ts';
import { a4 } from './common.ts';

const section = (text: string): SlipBlock => ({
  kind: 'line',
  parts: [{ text, style: 'bold' }],
  above: 2,
  keepWithNext: true,
});

/** Phiếu hướng dẫn thủ tục, A4, in letters that older people read without glasses. */
export const guidanceSheetTemplate: SlipTemplate = {
  id: 'guidance-sheet@1',
  form: 'guidance-sheet',
  name: formNames['guidance-sheet'].name.vi,
  source: 'Nghị định 118/2025/NĐ-CP, Điều 15',
  copies: ['Ông (bà) giữ phiếu này'],
  running: [{ field: 'procedure', style: 'bold' }],
  ...a4,
  type: {
    body: { size: 14, line: 19 },
    head: { size: 11.5, line: 14.6 },
    title: { size: 18, line: 31 },
    table: { size: 13.2, line: 17 },
    note: { size: 12, line: 15.4 },
    foot: { size: 9.5, line: 12 },
  },
  blocks: [
    { kind: 'line', parts: [{ field: 'authority' }], align: 'centre', when: 'authority' },
    { kind: 'line', parts: [{ field: 'centre', style: 'bold' }], align: 'centre' },
    { kind: 'title', lines: ['HƯỚNG DẪN LÀM THỦ TỤC'], mark: 'copy' },
    {
      kind: 'line',
      parts: [{ field: 'procedure', style: 'bold' }, { text: ' ' }, { field: 'procedureCode' }],
      align: 'centre',
    },
    { kind: 'line', parts: [{ text: 'Trường hợp: ' }, { field: 'caseLabel' }], align: 'centre', when: 'caseLabel' },
    {
      kind: 'line',
      parts: [
        { text: 'Giấy tờ phải nộp: ', style: 'bold' },
        { field: 'submitCount', style: 'bold' },
      ],
      above: 2,
      keepWithNext: true,
    },
    {
      kind: 'table',
      table: 'submit',
      columns: [
        { head: 'TT', width: 10, align: 'centre', lines: [[{ field: 'number' }]] },
        {
          head: 'Giấy tờ',
          width: null,
          align: 'left',
          lines: [
            [{ field: 'name' }],
            [
              { text: 'Chỉ cần ', style: 'italic', when: 'when' },
              { field: 'when', style: 'italic' },
            ],
          ],
        },
        { head: 'Số bản', width: 44, align: 'left', lines: [[{ field: 'count' }]] },
      ],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Giấy tờ chỉ cần cho xem, được trả lại ngay: ', style: 'bold' },
        { field: 'presentCount', style: 'bold' },
        { text: ' loại', style: 'bold' },
      ],
      when: 'presentCount',
      above: 2,
      keepWithNext: true,
    },
    {
      kind: 'items',
      table: 'present',
      marker: 'dash',
      parts: [{ field: 'name' }, { text: ' (chỉ cần ', when: 'when' }, { field: 'when' }, { text: ')', when: 'when' }],
    },
    section('Các bước'),
    { kind: 'items', table: 'steps', marker: 'number', parts: [{ field: 'step' }] },
    section('Thời gian, phí và nơi làm'),
    { kind: 'line', parts: [{ text: 'Thời gian giải quyết: ' }, { field: 'limit', style: 'bold' }] },
    { kind: 'line', parts: [{ text: 'Phí, lệ phí: ' }, { field: 'fee', style: 'bold' }] },
    { kind: 'line', parts: [{ text: 'Kết quả nhận được: ' }, { field: 'result', style: 'bold' }], when: 'result' },
    { kind: 'line', parts: [{ text: 'Nơi nộp: ' }, { field: 'where' }] },
    { kind: 'line', parts: [{ text: 'Giờ làm việc: ' }, { field: 'hours' }] },
    {
      kind: 'codes',
      caption: [],
      frame: [
        { text: 'Hỏi đáp: ', when: 'hotline' },
        { field: 'hotline', style: 'bold' },
        { text: '. ', when: 'hotline' },
        { text: 'Nộp trực tuyến tại ', when: 'website' },
        { field: 'website', style: 'bold' },
        { text: '.', when: 'website' },
      ],
      without: 'barcode',
    },
    { kind: 'line', parts: [{ text: 'Lưu ý: ', style: 'bold' }, { field: 'remarks' }], when: 'remarks' },
    {
      kind: 'note',
      parts: [
        { text: 'Hướng dẫn lúc ' },
        { field: 'givenAt' },
        { text: ', người hướng dẫn: ', when: 'officer' },
        { field: 'officer' },
        { text: '. Theo ', when: 'decision' },
        { field: 'decision' },
        { text: '. Quy định có thể thay đổi: nếu để lâu mới nộp, ông (bà) hỏi lại trước khi đến.' },
      ],
    },
  ],
};
