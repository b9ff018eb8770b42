import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';
import { a4Landscape, head, signHint } from './common.ts';

/** Danh sách bàn giao hồ sơ, A4 lying, two copies: one for each side. */
export const handoverListTemplate: SlipTemplate = {
  id: 'handover-list@1',
  form: 'handover-list',
  name: formNames['handover-list'].name.vi,
  source: 'Nghị định 118/2025/NĐ-CP, Điều 18',
  copies: ['Bản 1/2, bên giao giữ', 'Bản 2/2, bên nhận giữ'],
  ...a4Landscape,
  running: [{ field: 'batch', style: 'bold' }, { text: ', ' }, { field: 'unit' }],
  blocks: [
    head(),
    {
      kind: 'codes',
      caption: [{ text: 'Mã lô: ' }, { field: 'batchCode', style: 'bold' }],
      frame: [{ field: 'offlineMark' }],
      title: 'DANH SÁCH BÀN GIAO HỒ SƠ',
    },
    { kind: 'title', lines: [], mark: 'copy' },
    {
      kind: 'pair',
      left: [{ text: 'Cơ quan chủ trì giải quyết: ' }, { field: 'unit', style: 'bold' }],
      right: [
        { text: 'Tổng số: ' },
        { field: 'total', style: 'bold' },
        { text: ' hồ sơ, ' },
        { field: 'sets' },
        { text: ' bộ, ' },
        { field: 'originals' },
        { text: ' giấy tờ bản chính' },
      ],
    },
    {
      kind: 'pair',
      left: [{ field: 'batch', style: 'bold' }, { text: ', bàn giao lúc ' }, { field: 'handedAt' }],
      right: [{ text: 'Hạn bàn giao: ', when: 'deadline' }, { field: 'deadline' }],
    },
    {
      kind: 'table',
      table: 'dossiers',
      room: 7,
      columns: [
        { head: 'TT', width: 8, align: 'centre', lines: [[{ field: 'number' }]] },
        { head: 'Mã hồ sơ', width: 31, align: 'left', lines: [[{ field: 'code', style: 'bold' }]] },
        { head: 'Nội dung', width: null, align: 'left', lines: [[{ field: 'procedure' }]] },
        { head: 'Số lượng (bộ)', width: 13, align: 'centre', lines: [[{ field: 'sets' }]] },
        { head: 'Chủ hồ sơ', width: 30, align: 'left', lines: [[{ field: 'applicant' }]] },
        { head: 'Địa chỉ', width: 37, align: 'left', lines: [[{ field: 'address' }]] },
        { head: 'Số điện thoại', width: 23, align: 'centre', lines: [[{ field: 'phone' }]] },
        { head: 'Nhận hồ sơ', width: 18, align: 'centre', lines: [[{ field: 'receivedOn' }]] },
        { head: 'Hẹn trả', width: 18, align: 'centre', lines: [[{ field: 'dueOn' }]] },
        { head: 'Ngày nhận kết quả', width: 18, align: 'centre', lines: [[{ field: 'resultOn' }]] },
        { head: 'Bên giao ký', width: 13, align: 'centre', lines: [] },
        { head: 'Bên nhận ký', width: 13, align: 'centre', lines: [] },
        { head: 'Ghi chú', width: 19, align: 'left', lines: [[{ field: 'note' }]] },
      ],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Chốt lô khi còn thiếu ' },
        { field: 'missingCount', style: 'bold' },
        { text: ' hồ sơ. Lý do: ' },
        { field: 'closedShort' },
      ],
      when: 'missingCount',
      above: 1,
      keepWithNext: true,
    },
    {
      kind: 'table',
      table: 'missing',
      columns: [
        { head: 'TT', width: 8, align: 'centre', lines: [[{ field: 'number' }]] },
        { head: 'Mã hồ sơ', width: 40, align: 'left', lines: [[{ field: 'code', style: 'bold' }]] },
        { head: 'Chủ hồ sơ', width: 45, align: 'left', lines: [[{ field: 'applicant' }]] },
        { head: 'Nội dung', width: null, align: 'left', lines: [[{ field: 'procedure' }]] },
        { head: 'Người giữ sau cùng', width: 55, align: 'left', lines: [[{ field: 'lastHolder' }]] },
        { head: 'Từ lúc', width: 48, align: 'centre', lines: [[{ field: 'since' }]] },
      ],
    },
    {
      kind: 'signatures',
      room: 14,
      columns: [
        { title: 'BÊN GIAO', hint: signHint, name: 'giver' },
        { title: 'BÊN NHẬN', hint: signHint, name: 'taker' },
        { title: 'XÁC NHẬN CỦA TRUNG TÂM', hint: '(Ký, ghi rõ họ tên, đóng dấu)', name: 'witness' },
      ],
    },
  ],
};
