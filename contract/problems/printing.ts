import { nothingChanged, row } from './row.ts';

/** IN: in ấn, printing. */
export const printingProblems = {
  'IN-01': row(
    ['Không tạo được tệp PDF của phiếu.', 'The PDF of the slip could not be made.'],
    ['Hồ sơ đã lưu.', 'The dossier is saved.'],
    ['Thử in lại. Nếu còn gặp, báo người quản trị.', 'Print again. If it happens again, tell the administrator.'],
  ),
  'IN-02': row(
    ['Máy in báo lỗi: {reason}.', 'The printer reports: {reason}.'],
    ['Hồ sơ đã lưu, phiếu đã tạo xong.', 'The dossier is saved, the slip is made.'],
    ['Xem lại máy in rồi in tiếp.', 'Check the printer and print again.'],
  ),
  'IN-03': row(
    ['Máy này không tìm thấy trình duyệt để tạo phiếu.', 'No browser was found on this machine to make the slip.'],
    ['Hồ sơ đã lưu.', 'The dossier is saved.'],
    ['Cài Chromium, Chrome hoặc Edge rồi in lại.', 'Install Chromium, Chrome or Edge and print again.'],
  ),
  'IN-04': row(['Không tìm thấy phiếu này trong sổ phiếu.', 'This slip is not in the slip ledger.'], nothingChanged, [
    'Mở lại hồ sơ rồi in.',
    'Open the dossier again and print.',
  ]),
  'IN-05': row(
    ['Hồ sơ này không có gì để in mẫu đó.', 'This dossier has nothing to print on that form.'],
    nothingChanged,
    ['Mở hồ sơ xem các phiếu in được.', 'Open the dossier to see which slips it has.'],
  ),
  'IN-06': row(
    ['Phiếu này đã bị phiếu khác thay, không in lại được.', 'This slip was replaced and cannot be printed again.'],
    nothingChanged,
    ['In lại phiếu mới nhất.', 'Print the newest one again.'],
  ),
  'IN-07': row(
    [
      'Nội dung phiếu này đã bị xóa theo quyết định, không xem và không in lại được.',
      'The content of this slip was erased by a decision; it cannot be seen or printed again.',
    ],
    nothingChanged,
    ['Xem văn bản xóa ở trang hồ sơ.', 'The dossier’s page names the document.'],
  ),
} as const;
