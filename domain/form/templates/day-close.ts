import { formNames } from '../form-names.ts';
import type { Part, SlipBlock, SlipTemplate, TableColumn } from '../template.ts';
import { a4, head, signHint } from './common.ts';
import { drawerBlocks } from './drawer.ts';

const section = (parts: readonly Part[]): SlipBlock => ({ kind: 'line', parts, above: 0.8, keepWithNext: true });
const bold = (text: string): Part => ({ text, style: 'bold' });
const column = (headText: string, field: string, width: number | null, align: TableColumn['align']): TableColumn => ({
  head: headText,
  width,
  align,
  lines: [[{ field }]],
});
const money = (headText: string, field: string): TableColumn => ({
  ...column(headText, field, 25, 'right'),
  total: [{ field, style: 'bold' }],
});

/** Phiếu chốt ngày, one page of A4. */
export const dayCloseTemplate: SlipTemplate = {
  id: 'day-close@1',
  form: 'day-close',
  name: formNames['day-close'].name.vi,
  source: 'Nghị định 118/2025/NĐ-CP, Điều 18, Điều 22',
  copies: ['Lưu tại Trung tâm'],
  running: [{ text: 'Chốt ' }, { field: 'day', style: 'bold' }, { text: ', ' }, { field: 'counter' }],
  ...a4,
  margins: { top: 11, right: 12, bottom: 9, left: 18 },
  type: {
    body: { size: 11.5, line: 15.2 },
    head: { size: 11, line: 13.8 },
    title: { size: 15, line: 18.5 },
    table: { size: 10, line: 12.2 },
    note: { size: 10.5, line: 13.4 },
    foot: { size: 8.8, line: 11 },
  },
  blocks: [
    head(),
    { kind: 'title', lines: ['PHIẾU CHỐT NGÀY'], mark: 'copy', below: [{ field: 'day' }] },
    {
      kind: 'pair',
      left: [{ text: 'Chốt lúc: ' }, { field: 'closedAt' }],
      right: [{ text: 'Quầy: ' }, { field: 'counter', style: 'bold' }],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Trong ngày: tiếp nhận ' },
        { field: 'received', style: 'bold' },
        { text: ' hồ sơ, hướng dẫn bổ sung ' },
        { field: 'guided' },
        { text: ', từ chối ' },
        { field: 'refused' },
        { text: ', bàn giao ' },
        { field: 'handedOver' },
        { text: ', trả kết quả ' },
        { field: 'returned' },
        { text: '.' },
      ],
    },
    section([bold('1. Chưa gửi lên hệ thống tỉnh: '), { field: 'unsentCount', style: 'bold' }]),
    {
      kind: 'table',
      table: 'unsent',
      columns: [
        column('TT', 'number', 9, 'centre'),
        column('Mã hồ sơ', 'code', 41, 'left'),
        column('Chủ hồ sơ', 'applicant', null, 'left'),
        column('Việc chưa gửi', 'what', 30, 'left'),
        column('Từ lúc', 'since', 52, 'centre'),
      ],
    },
    section([bold('2. Chưa bàn giao: '), { field: 'notHandedOverCount', style: 'bold' }]),
    {
      kind: 'table',
      table: 'notHandedOver',
      columns: [
        column('TT', 'number', 9, 'centre'),
        column('Mã hồ sơ', 'code', 41, 'left'),
        column('Chủ hồ sơ', 'applicant', null, 'left'),
        column('Nơi nhận', 'unit', 44, 'left'),
        column('Hạn bàn giao', 'deadline', 52, 'centre'),
      ],
    },
    section([bold('3. Phiếu chưa in: '), { field: 'notPrintedCount', style: 'bold' }]),
    {
      kind: 'table',
      table: 'notPrinted',
      columns: [
        column('TT', 'number', 9, 'centre'),
        column('Mã hồ sơ', 'code', 41, 'left'),
        column('Phiếu', 'form', null, 'left'),
        column('Lý do', 'reason', 60, 'left'),
      ],
    },
    section([bold('4. Số hồ sơ trong ngày: '), { field: 'numberNote' }]),
    {
      kind: 'table',
      table: 'numbers',
      empty: 'Không có dải số nào trong ngày.',
      columns: [
        column('Dải số', 'series', 42, 'left'),
        column('Từ số', 'from', 20, 'centre'),
        column('Đến số', 'to', 20, 'centre'),
        column('Số lượng', 'count', 20, 'centre'),
        column('Tình trạng', 'fate', null, 'left'),
      ],
    },
    section([bold('5. Phí, lệ phí đã thu')]),
    {
      kind: 'table',
      table: 'takings',
      empty: 'Trong ngày không thu phí, lệ phí.',
      columns: [
        { ...column('Quầy', 'counter', 20, 'left'), total: [bold('Cộng')] },
        column('Người thu', 'officer', null, 'left'),
        { ...column('Số lần thu', 'count', 17, 'centre'), total: [{ field: 'payments', style: 'bold' }] },
        money('Tiền mặt', 'cash'),
        money('Chuyển khoản', 'transfer'),
        money('Trực tuyến', 'online'),
        money('Cộng (đồng)', 'total'),
      ],
    },
    {
      kind: 'line',
      parts: [{ text: 'Tổng số tiền bằng chữ: ' }, { field: 'totalWords', style: 'bold' }, { text: '.' }],
    },
    ...drawerBlocks,
    { kind: 'line', parts: [{ text: 'Ghi chú: ' }, { field: 'note' }], when: 'note' },
    {
      kind: 'signatures',
      room: 14,
      columns: [
        { title: 'NGƯỜI CHỐT', hint: signHint, name: 'officer' },
        { title: 'NGƯỜI PHỤ TRÁCH', hint: signHint, name: 'head' },
      ],
    },
  ],
};
