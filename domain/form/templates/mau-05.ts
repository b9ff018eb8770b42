import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a5, letterEnd, letterHead, reachLine, sourceOf } from './common.ts';

/** Thông báo dừng giải quyết hồ sơ, A5, two copies. */
export const mau05Template: SlipTemplate = {
  id: 'mau-05@1',
  form: '05',
  name: formNames['05'].name.vi,
  source: sourceOf('05'),
  copies: ['Bản 1/2, gửi người nộp', 'Bản 2/2, lưu hồ sơ'],
  ...a5,
  blocks: [
    ...letterHead,
    {
      kind: 'title',
      lines: ['THÔNG BÁO'],
      mark: 'copy',
      below: [{ text: 'Về việc dừng giải quyết hồ sơ', style: 'bold' }],
    },
    { kind: 'line', parts: [{ text: 'Kính gửi: ' }, { field: 'applicant', style: 'bold' }], align: 'centre' },
    {
      kind: 'line',
      parts: [{ field: 'identityLabel' }, { text: ': ' }, { field: 'identity' }],
      when: 'identity',
      above: 1,
    },
    { kind: 'line', parts: [{ text: 'Địa chỉ: ' }, { field: 'address' }], when: 'address' },
    reachLine,
    {
      kind: 'line',
      parts: [{ text: 'Thủ tục: ' }, { field: 'procedure', style: 'bold' }, { text: ' ' }, { field: 'procedureCode' }],
    },
    { kind: 'line', parts: [{ text: 'Thời gian nhận hồ sơ: ' }, { field: 'receivedAt' }] },
    { kind: 'line', parts: [{ text: 'Đề nghị rút hồ sơ: ' }, { field: 'withdrawal' }] },
    { kind: 'line', parts: [{ text: 'Bước giải quyết đã thực hiện: ' }, { field: 'stage' }] },
    {
      kind: 'line',
      parts: [
        { field: 'agency' },
        { text: ' thông báo ' },
        { text: 'dừng giải quyết', style: 'bold' },
        { text: ' hồ sơ nêu trên kể từ ngày ký. ' },
        { field: 'reason' },
      ],
      align: 'letter',
      above: 1,
    },
    { kind: 'line', parts: [{ text: 'Phí, lệ phí: ' }, { field: 'fees' }] },
    { kind: 'line', parts: [{ text: 'Giấy tờ trả lại:' }], keepWithNext: true },
    { kind: 'items', table: 'papersBack', marker: 'dash', parts: [{ field: 'paper' }] },
    { kind: 'line', parts: [{ text: 'Xin thông báo để ông (bà) được biết./.' }], align: 'letter' },
    letterEnd,
  ],
};
