import { nothingChanged, row, type Problem } from './row.ts';

const nothingTaken: [string, string] = ['Chưa nhận gì từ tệp này.', 'Nothing was taken from this file.'];

/** SH: số hóa, papers as files. */
export const digitiseProblems = {
  'SH-01': row(['Tệp {name} không phải PDF, JPEG hay PNG.', 'The file {name} is no PDF, JPEG or PNG.'], nothingTaken, [
    'Đặt máy quét xuất PDF hoặc JPEG rồi quét lại.',
    'Set the scanner to PDF or JPEG and scan again.',
  ]),
  'SH-02': row(['Tệp PDF {name} đặt mật khẩu.', 'The PDF {name} is locked with a password.'], nothingTaken, [
    'Lấy bản không đặt mật khẩu, hoặc quét bản giấy.',
    'Get a copy without a password, or scan the paper.',
  ]),
  'SH-03': row(
    ['Tệp có {pages} trang, nhiều hơn {most} trang.', 'The file has {pages} pages, more than {most}.'],
    nothingTaken,
    ['Chia thành nhiều giấy tờ rồi quét từng phần.', 'Divide it into several papers and scan each.'],
  ),
  'SH-04': row(['Tệp {name} lớn hơn 40 MB.', 'The file {name} is larger than 40 MB.'], nothingTaken, [
    'Quét lại ở 150 đến 200 dpi, hoặc chia nhỏ.',
    'Scan again at 150 to 200 dpi, or divide it.',
  ]),
  'SH-05': row(
    ['Tệp {name} bị hỏng, không đọc được.', 'The file {name} is damaged and cannot be read.'],
    nothingTaken,
    ['Quét lại bản giấy.', 'Scan the paper again.'],
  ),
  'SH-06': row(
    ['Thủ tục này không giữ bản sao giấy tờ tùy thân.', 'This procedure keeps no copy of an identity paper.'],
    [
      'Chưa lưu ảnh nào. Luật Căn cước Điều 20.3: không yêu cầu giấy tờ, thông tin đã có trong thẻ; ảnh giấy tờ tùy thân là dữ liệu nhạy cảm (NĐ 356/2025).',
      'No picture is kept. Law on Identification, Article 20.3: no paper or data that the card already holds may be asked for; pictures of identity papers are sensitive data (Decree 356/2025).',
    ],
    ['Xem thẻ, quét mã trên thẻ để lấy thông tin, rồi trả lại.', 'Look at the card, scan its code, and give it back.'],
  ),
  'SH-07': row(
    ['Thông tin của giấy tờ chưa đủ.', 'The description of the paper is not complete.'],
    ['Các trang còn nguyên trên máy này.', 'The pages are safe on this machine.'],
    ['Điền các ô còn thiếu rồi lưu lại.', 'Fill in what is missing and save again.'],
  ),
  'SH-08': row(
    ['Tệp này không có trên máy này.', 'This file is not on this machine.'],
    ['Thông tin của giấy tờ còn nguyên trong hồ sơ.', 'Its description is intact in the dossier.'],
    ['Mở trên máy đã quét giấy tờ.', 'Open it on the machine that scanned it.'],
  ),
  'SH-09': row(
    ['Tệp đã lưu bị hỏng hoặc bị sửa.', 'The kept file is damaged or was changed.'],
    ['Hồ sơ còn nguyên, tệp không được mở.', 'The dossier is intact; the file is not opened.'],
    ['Quét lại bản giấy và báo người quản trị.', 'Scan the paper again and tell the administrator.'],
  ),
  'SH-10': row(
    ['Không đọc được thư mục máy quét {path}.', 'The scanner folder {path} cannot be read.'],
    ['Các bản quét đã nhận còn nguyên.', 'Scans already taken are safe.'],
    ['Kiểm tra đường dẫn, hoặc thả tệp vào đây.', 'Check the path, or drop the files here.'],
  ),
  'SH-11': row(
    ['Bản quét này không còn trong danh sách chờ.', 'This scan is no longer in the waiting list.'],
    nothingChanged,
    ['Quét lại, hoặc chọn bản khác.', 'Scan again, or choose another.'],
  ),
  'SH-12': row(['Hồ sơ không có giấy tờ số hóa này.', 'The dossier holds no such digitised paper.'], nothingChanged, [
    'Mở lại hồ sơ để xem danh sách mới.',
    'Open the dossier again to see the list as it is now.',
  ]),
  'SH-13': row(
    [
      'Tệp tới tỉnh không khớp mã băm của nó; tỉnh đã bỏ đi.',
      'The file that reached the province does not match its hash; it was thrown away.',
    ],
    ['Tệp trên máy này còn nguyên.', 'The file on this machine is intact.'],
    ['Máy gửi lại từ đầu.', 'The desk sends it again from the beginning.'],
  ),
  'SH-14': row(
    [
      'Tỉnh không nhận tệp này: chưa có hồ sơ nào của nơi này nêu tệp.',
      'The province does not take this file: no dossier of this office names it.',
    ],
    [
      'Tệp còn nguyên trên máy này, hồ sơ không bị chậm.',
      'The file is safe on this machine; the dossier is not held up.',
    ],
    [
      'Xem hồ sơ có việc cần xem lại không; máy tự gửi lại mỗi ngày một lần.',
      'See whether the dossier needs attention; the desk tries again once a day.',
    ],
  ),
  'SH-15': row(
    ['Tệp lớn hơn mức tỉnh nhận.', 'The file is larger than the province takes.'],
    [
      'Tệp còn nguyên trên máy này, hồ sơ không bị chậm.',
      'The file is safe on this machine; the dossier is not held up.',
    ],
    ['Bỏ tệp này, quét lại ở 150 dpi hoặc chia nhỏ.', 'Take it out, scan again at 150 dpi or divide it.'],
  ),
  'SH-16': row(
    ['Tệp chưa tới tỉnh.', 'The file has not reached the province yet.'],
    ['Thông tin của giấy tờ còn nguyên trong hồ sơ.', 'Its description is intact in the dossier.'],
    ['Mở trên máy đã quét, hoặc mở lại sau.', 'Open it on the machine that scanned it, or try again later.'],
  ),
  'SH-17': row(
    ['Tệp không có trên máy này và chưa có đường truyền.', 'The file is not on this machine and the line is down.'],
    ['Thông tin của giấy tờ còn nguyên trong hồ sơ.', 'Its description is intact in the dossier.'],
    ['Mở lại khi có đường truyền.', 'Open it again when the line is up.'],
  ),
  'SH-18': row(
    [
      'Tệp không còn trên máy này nên không gửi được về tỉnh.',
      'The file is not on this machine any more and cannot be sent to the province.',
    ],
    ['Thông tin của giấy tờ còn nguyên trong hồ sơ.', 'Its description is intact in the dossier.'],
    ['Gỡ tệp khỏi hồ sơ rồi quét lại bản giấy.', 'Take it out of the dossier and scan the paper again.'],
  ),
} as const satisfies Record<string, Problem>;
