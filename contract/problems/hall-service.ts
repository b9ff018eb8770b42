import { dataIntact, nothingChanged, row } from './row.ts';

/** SN: sảnh, the hall of an office. */
export const hallServiceProblems = {
  'SN-01': row(['Không có máy nào trả lời ở địa chỉ này.', 'No machine answers at this address.'], nothingChanged, [
    'Xem lại địa chỉ ghi trên máy giữ sảnh; hai máy phải cùng mạng nội bộ.',
    'Check the address shown at the host; both machines must be on the same network.',
  ]),
  'SN-02': row(
    ['Mã ghép máy không đúng, đã dùng hoặc đã hết hạn.', 'The pairing code is wrong, used or has run out.'],
    nothingChanged,
    ['Lấy mã mới ở máy giữ sảnh và gõ lại.', 'Make a new code at the host and type it again.'],
  ),
  'SN-03': row(
    ['Máy giữ sảnh không trả lời.', 'The hall’s host does not answer.'],
    [
      'Vẫn tiếp nhận được, không số thứ tự; không số nào bị cấp hai lần.',
      'Receiving goes on without tickets; no number is given twice.',
    ],
    ['Bấm lại; nếu vẫn mất, bấm Nhận giữ sảnh.', 'Press again; if it stays away, take the hall over.'],
  ),
  'SN-04': row(
    ['Máy này chưa nối vào sảnh nào.', 'This machine belongs to no hall.'],
    ['Vẫn tiếp nhận được, không số thứ tự.', 'Receiving goes on without tickets.'],
    ['Ghép máy với sảnh, hoặc mở sảnh ở máy này.', 'Pair it with the hall, or open the hall here.'],
  ),
  'SN-05': row(['Sảnh không biết máy này.', 'The hall does not know that machine.'], nothingChanged, [
    'Xem lại danh sách máy.',
    'Look at the list of machines again.',
  ]),
  'SN-06': row(
    ['Tỉnh chưa báo về máy kia cho máy này.', 'The province has not told this machine of the other one.'],
    nothingChanged,
    [
      'Cho cả hai máy nối với tỉnh một lần, chờ một phút rồi ghép lại.',
      'Let both machines reach the province once, wait a minute, then pair again.',
    ],
  ),
  'SN-07': row(['Sảnh vẫn đang chạy ở {host}.', 'The hall is running at {host}.'], nothingChanged, [
    'Không cần nhận giữ; nếu muốn đổi máy, bấm Bàn giao sảnh ở {host}.',
    'Nothing to take over; hand it over at {host}.',
  ]),
  'SN-08': row(['Máy này không giữ sảnh.', 'This machine does not host the hall.'], nothingChanged, [
    'Làm việc này ở máy giữ sảnh.',
    'Do this at the host.',
  ]),
  'SN-09': row(['Không mở được cổng mạng của sảnh.', 'The hall’s network port cannot be opened.'], dataIntact, [
    'Có thể chương trình khác đang dùng cổng này, hoặc tường lửa chặn. Báo người quản trị.',
    'Another program may use the port, or a firewall blocks it. Tell the administrator.',
  ]),
  'SN-10': row(
    ['Máy lấy số và màn hình không giữ sảnh được.', 'A kiosk or display cannot host the hall.'],
    nothingChanged,
    ['Mở sảnh ở một máy quầy.', 'Open the hall at a counter.'],
  ),
  'SN-11': row(
    [
      'Máy này không ghi danh cho chỗ này của sảnh chờ.',
      'This machine is not enrolled for this place in the waiting room.',
    ],
    [
      'Máy đứng ở sảnh chờ không được giữ hồ sơ của ai; không dữ liệu nào bị mất.',
      'A machine in the waiting room must hold nobody’s dossiers; nothing is lost.',
    ],
    [
      'Ghi danh máy với thư mục dữ liệu mới, bằng mã của chỗ Máy lấy số hoặc Màn hình gọi số.',
      'Enrol it with a new data folder, by a code for a place of a ticket kiosk or display.',
    ],
  ),
  'SN-12': row(
    ['Máy lấy số này đã đọc quá nhiều giấy trong một phút.', 'This kiosk has read too many papers within a minute.'],
    [
      'Không số nào bị mất; số không cần giấy vẫn lấy được ngay.',
      'No number is lost; one without a paper can be taken at once.',
    ],
    [
      'Chờ {seconds} giây rồi đưa giấy lại, hoặc hỏi cán bộ ở quầy.',
      'Wait {seconds} seconds and show the paper again, or ask at a counter.',
    ],
  ),
} as const;
