import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a4, head, signHint } from './common.ts';
import { drawerBlocks } from './drawer.ts';

/** Danh sách thu phí, lệ phí, A4. */
export const cashListTemplate: SlipTemplate = {
  id: 'cash-list@1',
  form: 'cash-list',
  name: formNames['cash-list'].name.vi,
  source: 'Nghị định 118/2025/NĐ-CP, Điều 22; biên lai do cơ quan thu cấp riêng',
  copies: ['Lưu cùng biên lai trong ngày'],
  running: [{ text: 'Thu phí ' }, { field: 'day', style: 'bold' }, { text: ', ' }, { field: 'counter' }],
  ...a4,
  margins: { ...a4.margins, left: 15, right: 11 },
  type: { ...a4.type, table: { size: 10, line: 12.6 } },
  blocks: [
    head(),
    {
      kind: 'title',
      lines: ['DANH SÁCH THU PHÍ, LỆ PHÍ'],
      mark: 'copy',
      below: [{ text: 'Ghi nhận ' }, { field: 'day' }],
    },
    {
      kind: 'pair',
      left: [{ text: 'Quầy: ' }, { field: 'counter', style: 'bold' }],
      right: [
        { text: 'Người thu: ', when: 'officer' },
        { field: 'officer', style: 'bold' },
      ],
    },
    {
      kind: 'table',
      table: 'payments',
      empty: 'Trong ngày không thu phí, lệ phí.',
      columns: [
        { head: 'TT', width: 8, align: 'centre', lines: [[{ field: 'number' }]] },
        { head: 'Giờ', width: 11, align: 'centre', lines: [[{ field: 'at' }]] },
        { head: 'Mã hồ sơ, người nộp', width: 45, align: 'left', lines: [[{ field: 'code' }], [{ field: 'payer' }]] },
        {
          head: 'Nội dung thu',
          width: null,
          align: 'left',
          lines: [[{ field: 'procedure' }], [{ field: 'note', style: 'italic' }]],
          total: [
            { text: 'Cộng ', style: 'bold' },
            { field: 'count', style: 'bold' },
            { text: ' lần thu', style: 'bold' },
          ],
        },
        { head: 'Số biên lai', width: 22, align: 'centre', lines: [[{ field: 'receipt' }]] },
        { head: 'Hình thức', width: 22, align: 'centre', lines: [[{ field: 'how' }]] },
        {
          head: 'Số tiền (đồng)',
          width: 24,
          align: 'right',
          lines: [[{ field: 'amount' }]],
          total: [{ field: 'total', style: 'bold' }],
        },
      ],
    },
    {
      kind: 'line',
      parts: [{ text: 'Tổng số tiền bằng chữ: ' }, { field: 'totalWords', style: 'bold' }, { text: '.' }],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Trong đó: tiền mặt ' },
        { field: 'cash' },
        { text: '; chuyển khoản ' },
        { field: 'transfer' },
        { text: '; trực tuyến ' },
        { field: 'online' },
        { text: '; đã trừ hoàn trả ', when: 'givenBack' },
        { field: 'givenBack' },
        { text: '.' },
      ],
    },
    {
      kind: 'line',
      parts: [{ field: 'withoutReceipt', style: 'bold' }, { text: ' lần thu chưa có số biên lai.' }],
      when: 'withoutReceipt',
    },
    ...drawerBlocks,
    {
      kind: 'signatures',
      room: 18,
      columns: [
        { title: 'NGƯỜI THU', hint: signHint, name: 'officer' },
        { title: 'NGƯỜI NHẬN TIỀN', hint: signHint, name: 'treasurer' },
        { title: 'NGƯỜI PHỤ TRÁCH', hint: signHint, name: 'head' },
      ],
    },
  ],
};
