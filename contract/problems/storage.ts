import { dataIntact, nothingChanged, row } from './row.ts';

/** LT: lưu trữ, storage. */
export const storageProblems = {
  'LT-01': row(
    ['Tệp dữ liệu của máy này bị hỏng.', 'The data file of this machine is damaged.'],
    [
      'Tệp được giữ nguyên, không xóa gì. Các việc chưa gửi còn trong nhật ký.',
      'The file is left as it was, nothing is deleted. Unsent work is also in the journal.',
    ],
    ['Gọi người quản trị khôi phục từ bản sao.', 'Call the administrator to restore from the backup.'],
  ),
  'LT-02': row(
    ['Chìa khóa không mở được dữ liệu của máy này.', 'The key does not open the data of this machine.'],
    dataIntact,
    [
      'Gõ lại mật khẩu máy, hoặc gọi người quản trị dùng khóa phục hồi.',
      'Type the machine passphrase again, or call the administrator to use the recovery key.',
    ],
  ),
  'LT-03': row(
    ['Ổ đĩa đầy, chưa lưu được.', 'The disk is full, this was not saved.'],
    [
      'Các hồ sơ trước còn nguyên. Chưa in phiếu, chưa trả người dân.',
      'Earlier dossiers are intact. No slip was printed.',
    ],
    ['Xóa bớt tệp rồi lưu lại.', 'Delete some files and save again.'],
  ),
  'LT-04': row(
    ['Dữ liệu này do bản mới hơn của chương trình ghi.', 'This data was written by a newer release of the program.'],
    ['Dữ liệu được giữ nguyên.', 'The data is left as it was.'],
    ['Cập nhật chương trình rồi mở lại.', 'Update the program and open it again.'],
  ),
  'LT-05': row(
    ['Chương trình đang mở ở một cửa sổ khác trên cùng dữ liệu này.', 'The program is already open on this data.'],
    dataIntact,
    ['Dùng cửa sổ đang mở, hoặc đóng nó rồi mở lại.', 'Use the open window, or close it and start again.'],
  ),
  'LT-06': row(['Thư mục dữ liệu nằm trên ổ mạng.', 'The data folder is on a network drive.'], nothingChanged, [
    'Chọn thư mục trên ổ đĩa của chính máy này.',
    'Choose a folder on a disk of this machine.',
  ]),
  'LT-07': row(['Không ghi được vào thư mục dữ liệu.', 'The data folder cannot be written.'], dataIntact, [
    'Kiểm tra quyền ghi và ổ đĩa, rồi mở lại.',
    'Check permissions and the disk, then start again.',
  ]),
  'LT-08': row(
    [
      'Ổ đĩa của máy này đầy, không ghi được trả lời của tỉnh.',
      'The disk of this machine is full; the province’s answers cannot be kept.',
    ],
    ['Việc đã lưu còn nguyên trên máy.', 'What was saved is intact on this machine.'],
    [
      'Xóa bớt tệp trên máy: có chỗ là máy tự gửi tiếp.',
      'Delete some files: with room again, sending goes on by itself.',
    ],
  ),
} as const;
