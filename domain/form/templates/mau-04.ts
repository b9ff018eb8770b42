import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a5, letterEnd, letterHead, sourceOf } from './common.ts';

/** Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết, A5, two copies. */
export const mau04Template: SlipTemplate = {
  id: 'mau-04@1',
  form: '04',
  name: formNames['04'].name.vi,
  source: sourceOf('04'),
  copies: ['Bản 1/2, gửi người nộp', 'Bản 2/2, lưu hồ sơ'],
  ...a5,
  blocks: [
    ...letterHead,
    {
      kind: 'title',
      lines: ['VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ', 'GIA HẠN THỜI GIAN GIẢI QUYẾT'],
      mark: 'copy',
    },
    {
      kind: 'line',
      parts: [{ text: 'Kính gửi: ' }, { field: 'addressee', style: 'bold' }],
      align: 'centre',
    },
    { kind: 'line', parts: [{ text: 'Địa chỉ: ' }, { field: 'address' }], above: 1 },
    { kind: 'line', parts: [{ text: 'Số điện thoại: ' }, { field: 'phone' }] },
    {
      kind: 'line',
      parts: [
        { text: 'Ngày tiếp nhận: ' },
        { field: 'receivedOn' },
        { text: '. Cơ quan tiếp nhận: ' },
        { field: 'receivingAgency' },
      ],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Lĩnh vực: ', when: 'field' },
        { field: 'field' },
        { text: '. ', when: 'field' },
        { text: 'Thủ tục: ' },
        { field: 'procedure', style: 'bold' },
        { text: ' ' },
        { field: 'procedureCode' },
      ],
    },
    { kind: 'line', parts: [{ text: 'Thời gian hẹn trả kết quả: ' }, { field: 'due', style: 'bold' }] },
    {
      kind: 'line',
      parts: [
        { text: 'Đến nay, ' },
        { field: 'agency' },
        { text: ' chưa thể giải quyết xong hồ sơ của ' },
        { field: 'addressed' },
        { text: ' đúng thời hạn đã hẹn.' },
      ],
      align: 'letter',
      above: 1,
    },
    { kind: 'line', parts: [{ text: 'Lý do: ' }, { field: 'reason' }], align: 'letter' },
    {
      kind: 'line',
      parts: [
        { text: 'Sự chậm trễ này đã gây phiền hà, tốn kém chi phí, công sức của ' },
        { field: 'addressed' },
        { text: '. ' },
        { field: 'agency' },
        { text: ' chân thành xin lỗi ' },
        { field: 'addressed' },
        { text: ' và đề nghị được gia hạn, trả kết quả vào ' },
        { field: 'newDue', style: 'bold' },
        { text: '.' },
      ],
      align: 'letter',
    },
    {
      kind: 'line',
      parts: [
        { text: 'Rất mong nhận được sự thông cảm của ' },
        { field: 'addressed' },
        { text: ' vì sự chậm trễ này./.' },
      ],
      align: 'letter',
    },
    letterEnd,
  ],
};
