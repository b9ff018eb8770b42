import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a5, contactParts, letterHead, reachLine, signHint, sourceOf } from './common.ts';

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ, A5, two copies. */
export const mau03Template: SlipTemplate = {
  id: 'mau-03@1',
  form: '03',
  name: formNames['03'].name.vi,
  source: sourceOf('03'),
  copies: ['Bản 1/2, giao người nộp', 'Bản 2/2, lưu'],
  ...a5,
  running: [{ text: 'Hồ sơ của: ' }, { field: 'applicant', style: 'bold' }],
  blocks: [
    ...letterHead,
    { kind: 'title', lines: ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ'], mark: 'copy' },
    { kind: 'line', parts: [{ text: 'Bộ phận Tiếp nhận và Trả kết quả: ' }, { field: 'receivingPoint' }] },
    { kind: 'line', parts: [{ text: 'Hồ sơ của: ' }, { field: 'applicant', style: 'bold' }] },
    { kind: 'line', parts: [{ field: 'identityLabel' }, { text: ': ' }, { field: 'identity' }], when: 'identity' },
    { kind: 'line', parts: [{ text: 'Địa chỉ: ' }, { field: 'address' }], when: 'address' },
    reachLine,
    {
      kind: 'line',
      parts: [
        { text: 'Nội dung yêu cầu giải quyết: ' },
        { field: 'procedure', style: 'bold' },
        { text: ' ' },
        { field: 'procedureCode' },
      ],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Qua xem xét, ' },
        { field: 'receivingPoint' },
        { text: ' thông báo ' },
        { field: 'refused', style: 'bold' },
        { text: ' hồ sơ này với lý do cụ thể như sau:' },
      ],
      align: 'letter',
      above: 1,
      keepWithNext: true,
    },
    { kind: 'line', parts: [{ field: 'reason', style: 'bold' }], align: 'letter' },
    {
      kind: 'line',
      parts: [{ text: 'Căn cứ pháp lý: ' }, { field: 'legalBasis' }],
      when: 'legalBasis',
      align: 'letter',
    },
    {
      kind: 'line',
      parts: [
        { text: 'Cơ quan có thẩm quyền giải quyết: ' },
        { field: 'rightAgency', style: 'bold' },
        { text: ', ', when: 'rightAgencyAddress' },
        { field: 'rightAgencyAddress' },
        { text: '.' },
      ],
      when: 'rightAgency',
      align: 'letter',
    },
    {
      kind: 'line',
      parts: [{ text: 'Nếu có vướng mắc, ông (bà) liên hệ với ' }, ...contactParts],
      align: 'letter',
    },
    { kind: 'line', parts: [{ text: 'Xin thông báo để ông (bà) được biết và thực hiện./.' }], align: 'letter' },
    {
      kind: 'signatures',
      room: 13,
      columns: [
        { title: 'NGƯỜI NỘP HỒ SƠ', hint: signHint, name: 'submitterName' },
        { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: signHint, name: 'officerName' },
      ],
    },
  ],
};
