import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import {
  a5,
  codeCaption,
  contactParts,
  head,
  numberLine,
  offlineFrame,
  reachLine,
  signHint,
  sourceOf,
} from './common.ts';

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ, A5, two copies. */
export const mau02Template: SlipTemplate = {
  id: 'mau-02@1',
  form: '02',
  name: formNames['02'].name.vi,
  source: sourceOf('02'),
  copies: ['Bản 1/2, giao người nộp', 'Bản 2/2, lưu hồ sơ'],
  ...a5,
  running: [
    { text: 'Hồ sơ của: ' },
    { field: 'applicant', style: 'bold' },
    { text: ', mã hồ sơ ', when: 'code' },
    { field: 'code', style: 'bold' },
  ],
  blocks: [
    head(numberLine),
    { kind: 'codes', caption: codeCaption, frame: offlineFrame, without: 'qr' },
    {
      kind: 'title',
      lines: ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ'],
      mark: 'copy',
      below: [{ field: 'round', style: 'italic' }],
    },
    { kind: 'line', parts: [{ text: 'Hồ sơ của: ' }, { field: 'applicant', style: 'bold' }] },
    {
      kind: 'line',
      parts: [
        { text: 'Nội dung yêu cầu giải quyết: ' },
        { field: 'procedure', style: 'bold' },
        { text: ' ' },
        { field: 'procedureCode' },
        { text: ', ', when: 'caseLabel' },
        { field: 'caseLabel' },
      ],
    },
    { kind: 'line', parts: [{ text: 'Địa chỉ: ' }, { field: 'address' }], when: 'address' },
    reachLine,
    { kind: 'line', parts: [{ text: 'Nơi yêu cầu bổ sung: ' }, { field: 'askedBy' }], when: 'askedBy' },
    {
      kind: 'line',
      parts: [{ text: 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:' }],
      keepWithNext: true,
    },
    {
      kind: 'table',
      table: 'demands',
      columns: [
        { head: 'TT', width: 8.5, align: 'centre' },
        {
          head: 'Thành phần hồ sơ',
          width: null,
          align: 'left',
          lines: [
            [{ field: 'name', style: 'bold' }],
            [
              { text: 'Cần mang: ', when: 'bring' },
              { field: 'bring' },
              { text: ' Lý do: ', when: 'reason' },
              { field: 'reason' },
            ],
          ],
        },
        { head: 'Bản chính', width: 13.5, align: 'centre', lines: [[{ field: 'originals' }]] },
        { head: 'Bản chứng thực', width: 19.5, align: 'centre', lines: [[{ field: 'certified' }]] },
        { head: 'Bản photo', width: 13.5, align: 'centre', lines: [[{ field: 'copies' }]] },
      ],
    },
    { kind: 'line', parts: [{ text: 'Lý do: ' }, { field: 'reason' }] },
    { kind: 'line', parts: [{ text: 'Phê duyệt: ' }, { field: 'roundApproval' }], when: 'roundApproval' },
    {
      kind: 'line',
      parts: [{ text: 'Nộp bổ sung trước hết ' }, { field: 'answerBy', style: 'bold' }, { text: '.' }],
      when: 'answerBy',
    },
    { kind: 'line', parts: [{ field: 'remarks' }], when: 'remarks' },
    {
      kind: 'codes',
      caption: [],
      frame: [
        { text: 'Mã quay lại ', when: 'returnCode' },
        { field: 'returnCode', style: 'bold' },
        {
          text: '. Khi quay lại, ông (bà) đưa phiếu này cho quầy hướng dẫn quét mã: được mời vào theo lượt ưu tiên, không phải lấy số chờ lại từ đầu.',
          when: 'returnCode',
        },
      ],
      without: 'barcode',
    },
    {
      kind: 'line',
      parts: [{ text: 'Người nộp nhận phiếu này: ' }, { field: 'givenOn' }, { text: '.' }],
    },
    {
      kind: 'signatures',
      room: 12,
      columns: [
        { title: 'NGƯỜI NHẬN PHIẾU', hint: signHint, name: 'receiver' },
        { title: 'NGƯỜI HƯỚNG DẪN', hint: signHint, name: 'officer' },
      ],
    },
    {
      kind: 'note',
      parts: [{ text: 'Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, ông (bà) liên hệ với ' }, ...contactParts],
    },
  ],
};
