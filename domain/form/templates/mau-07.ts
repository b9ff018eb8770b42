import { formNames } from '../form-names.ts';
import type { SlipTemplate, TableColumn } from '../template.ts';
import { a4Landscape, head, signHint, sourceOf } from './common.ts';

const day = (headText: string, field: string): TableColumn => ({
  head: headText,
  group: 'Ngày, tháng, năm',
  width: 16.2,
  align: 'centre',
  lines: [[{ field }]],
});

/** Sổ theo dõi hồ sơ, A4 lying. */
export const mau07Template: SlipTemplate = {
  id: 'mau-07@1',
  form: '07',
  name: formNames['07'].name.vi,
  source: sourceOf('07'),
  copies: ['Trang sổ đóng dấu giáp lai'],
  numbered: true,
  running: [{ text: 'Quyển số ' }, { field: 'volume', style: 'bold' }, { text: ', ' }, { field: 'period' }],
  ...a4Landscape,
  margins: { top: 10, right: 9, bottom: 8, left: 12 },
  type: { ...a4Landscape.type, table: { size: 8.4, line: 10.2 } },
  blocks: [
    head(),
    { kind: 'title', lines: ['SỔ THEO DÕI HỒ SƠ'], mark: 'copy' },
    {
      kind: 'line',
      parts: [
        { text: 'Năm ' },
        { field: 'year', style: 'bold' },
        { text: '. Quyển số: ' },
        { field: 'volume', style: 'bold' },
        { text: '. Bản in ' },
        { field: 'period' },
        { text: ', ', when: 'scope' },
        { field: 'scope' },
        { text: ': ' },
        { field: 'total', style: 'bold' },
        { text: ' hồ sơ.' },
      ],
      align: 'centre',
      keepWithNext: true,
    },
    {
      kind: 'table',
      table: 'dossiers',
      numbered: true,
      counted: 'hồ sơ',
      empty: 'Chưa có hồ sơ.',
      columns: [
        { head: 'TT', width: 10, align: 'centre', lines: [[{ field: 'number' }]] },
        { head: 'Mã hồ sơ', width: 20, align: 'left', lines: [[{ field: 'code' }]] },
        { head: 'Tên thủ tục hành chính', width: null, align: 'left', lines: [[{ field: 'procedure' }]] },
        { head: 'Số lượng (bộ)', width: 10.5, align: 'centre', lines: [[{ field: 'sets' }]] },
        { head: 'Tên cá nhân, tổ chức', width: 25, align: 'left', lines: [[{ field: 'applicant' }]] },
        {
          head: 'Địa chỉ, số điện thoại',
          width: 32,
          align: 'left',
          lines: [[{ field: 'address' }], [{ field: 'phone' }]],
        },
        { head: 'Cơ quan chủ trì giải quyết', width: 24, align: 'left', lines: [[{ field: 'unit' }]] },
        day('Nhận hồ sơ', 'receivedOn'),
        day('Hẹn trả kết quả', 'dueOn'),
        day('Chuyển hồ sơ đến cơ quan giải quyết', 'sentOn'),
        day('Nhận kết quả từ cơ quan giải quyết', 'backOn'),
        day('Trả kết quả', 'returnedOn'),
        { head: 'Phương thức nhận kết quả', width: 15, align: 'centre', lines: [[{ field: 'way' }]] },
        { head: 'Ký nhận', width: 15, align: 'centre', lines: [[{ field: 'signed' }]] },
        { head: 'Ghi chú', width: 14, align: 'left', lines: [[{ field: 'note' }]] },
      ],
    },
    { kind: 'line', parts: [{ field: 'closing', style: 'bold' }], when: 'closing', above: 1 },
    {
      kind: 'signatures',
      room: 15,
      columns: [
        { title: 'NGƯỜI GIỮ SỔ', hint: signHint, name: 'keeper' },
        { title: 'GIÁM ĐỐC TRUNG TÂM', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: 'head' },
      ],
    },
  ],
};
