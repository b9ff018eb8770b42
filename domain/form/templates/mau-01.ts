import { formNames } from '../form-names.ts';
import type { SlipTemplate } from '../template.ts';

/**
 * Giấy tiếp nhận hồ sơ và hẹn trả kết quả, A5, two copies. Words and order of the fields are rebuilt from slips in
 * use in other provinces and the form of Thông tư 01/2018/TT-VPCP; the printed layout of Thông tư 03/2025/TT-VPCP was
 * not at hand, which is one more reason for the template being data.
 */
export const mau01Template: SlipTemplate = {
  id: 'mau-01@1',
  form: '01',
  name: formNames['01'].name.vi,
  source: 'Mẫu số 01, Thông tư 03/2025/TT-VPCP',
  paper: 'a5',
  copies: ['Bản 1/2, giao người nộp', 'Bản 2/2, lưu hồ sơ'],
  margins: { top: 7.5, right: 9.5, bottom: 6.5, left: 12 },
  type: {
    body: { size: 10.65, line: 14.6 },
    head: { size: 9.45, line: 12 },
    title: { size: 12.75, line: 16 },
    table: { size: 10.65, line: 14.6 },
    note: { size: 9.5, line: 12.2 },
    foot: { size: 8.2, line: 10.5 },
  },
  blocks: [
    {
      kind: 'head',
      left: [[{ field: 'authority' }], [{ field: 'centre', style: 'bold' }]],
      right: [
        [{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: 'bold' }],
        [{ text: 'Độc lập - Tự do - Hạnh phúc', style: 'bold' }],
      ],
      date: [{ field: 'placeDate', style: 'italic' }],
    },
    {
      kind: 'codes',
      caption: [{ text: 'Mã hồ sơ: ' }, { field: 'code', style: 'bold' }, { text: ' ' }, { field: 'codeMark' }],
      frame: [
        { field: 'temporaryMark' },
        { text: ' ', when: 'temporaryMark' },
        { field: 'offlineMark' },
        { text: ' Mã đối chiếu ', when: 'checkCode' },
        { field: 'checkCode', style: 'bold' },
        { text: '.', when: 'checkCode' },
      ],
    },
    { kind: 'title', lines: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'], mark: 'copy' },
    { kind: 'line', parts: [{ text: 'Bộ phận Tiếp nhận và Trả kết quả: ' }, { field: 'receivingPoint' }] },
    { kind: 'line', parts: [{ text: 'Tiếp nhận hồ sơ của: ' }, { field: 'applicant', style: 'bold' }] },
    { kind: 'line', parts: [{ field: 'identityLabel' }, { text: ': ' }, { field: 'identity' }], when: 'identity' },
    { kind: 'line', parts: [{ text: 'Địa chỉ: ' }, { field: 'address' }], when: 'address' },
    {
      kind: 'pair',
      left: [{ text: 'Số điện thoại: ' }, { field: 'phone' }],
      right: [{ text: 'Email: ' }, { field: 'email' }],
      when: 'phone',
    },
    {
      kind: 'line',
      parts: [
        { text: 'Người nộp hồ sơ: ' },
        { field: 'submitter', style: 'bold' },
        { text: ', ' },
        { field: 'submitterRight' },
      ],
      when: 'submitter',
    },
    { kind: 'line', parts: [{ text: 'Thông tin thửa đất: ' }, { field: 'land' }], when: 'land' },
    {
      kind: 'line',
      parts: [
        { text: 'Nội dung yêu cầu giải quyết: ' },
        { field: 'procedure', style: 'bold' },
        { text: ' ' },
        { field: 'procedureCode' },
      ],
    },
    { kind: 'line', parts: [{ text: 'Thành phần hồ sơ nộp gồm:' }], keepWithNext: true },
    {
      kind: 'table',
      table: 'papers',
      columns: [
        { head: 'STT', width: 10, align: 'centre' },
        { head: 'Tên giấy tờ', width: null, align: 'left' },
        { head: 'Loại giấy tờ', width: 23.5, align: 'centre' },
        { head: 'Số lượng', width: 18, align: 'centre' },
      ],
    },
    { kind: 'line', parts: [{ text: 'Giấy tờ chỉ xuất trình, đã trả lại: ' }, { field: 'shown' }], when: 'shown' },
    { kind: 'line', parts: [{ text: 'Số lượng hồ sơ: ' }, { field: 'sets' }] },
    {
      kind: 'line',
      parts: [{ text: 'Thời gian giải quyết hồ sơ theo quy định: ' }, { field: 'limit' }],
      when: 'limit',
    },
    { kind: 'line', parts: [{ text: 'Thời gian nhận hồ sơ: ' }, { field: 'receivedAt' }] },
    { kind: 'line', parts: [{ text: 'Thời gian trả kết quả: ' }, { field: 'due', style: 'bold' }] },
    {
      kind: 'pair',
      left: [{ text: 'Đăng ký nhận kết quả tại: ' }, { field: 'resultWay' }],
      right: [{ text: 'Phí, lệ phí: ' }, { field: 'fee' }],
    },
    {
      kind: 'line',
      parts: [
        { text: 'Vào Sổ theo dõi hồ sơ: Quyển số ' },
        { field: 'registerVolume' },
        { text: ', số thứ tự: ' },
        { field: 'registerNumber' },
        { field: 'registerPending', style: 'italic' },
      ],
    },
    {
      kind: 'signatures',
      room: 13,
      columns: [
        { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: 'submitterName' },
        { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: 'officerName' },
      ],
    },
    { kind: 'note', parts: [{ text: 'Ghi chú: ', style: 'bold' }, { field: 'note' }] },
  ],
};
