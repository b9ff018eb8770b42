import type { HallRefusal } from '../../domain/ticket/commands.ts';
import { nothingChanged, row, type Problem } from './row.ts';

/** HC: hàng chờ, tickets and calling. */
export const hallProblems = {
  'HC-01': row(
    ['Sảnh của hôm nay chưa mở.', 'The hall of today is not open yet.'],
    ['Quầy vẫn tiếp nhận được không cần số.', 'The counter can receive people without tickets.'],
    [
      'Mở quầy là bắt đầu; chưa máy nào giữ sảnh thì bấm Sảnh, Mở sảnh ở máy này.',
      'Opening a counter begins it; where no machine hosts the hall, press Hall, Open the hall here.',
    ],
  ),
  'HC-02': row(['Sảnh đang do máy khác điều hành.', 'Another machine hosts the hall.'], nothingChanged, [
    'Gọi số qua máy đó, hoặc tiếp quản sảnh khi máy đó không còn chạy.',
    'Work through it, or take the hall over once it is gone.',
  ]),
  'HC-03': row(['Sảnh của ngày này đã đóng.', 'The hall of this day is closed.'], nothingChanged, [
    'Mở sảnh của hôm nay rồi làm tiếp.',
    'Open the hall of today, then go on.',
  ]),
  'HC-04': row(['Quầy này chưa mở trong sảnh.', 'This counter is not open in the hall.'], nothingChanged, [
    'Mở quầy rồi gọi số.',
    'Open the counter, then call.',
  ]),
  'HC-05': row(['Không có số này trong hôm nay.', 'There is no such ticket today.'], nothingChanged, [
    'Xem lại chữ và số trên phiếu.',
    'Look at the letter and number on the ticket again.',
  ]),
  'HC-07': row(
    ['Số {number} đang được gọi ở {counter}.', 'Ticket {number} is being called at {counter}.'],
    nothingChanged,
    ['Nhờ quầy đó chuyển số sang.', 'Ask that counter to move it to you.'],
  ),
  'HC-08': row(
    ['Người này đang có số {number} của cùng lĩnh vực.', 'This person holds ticket {number} of the same field.'],
    ['Số đó vẫn còn hiệu lực.', 'That ticket is still good.'],
    [
      'Dùng số đó; cần thêm số nữa thì nhờ cán bộ cấp và ghi lý do.',
      'Use it; for a second one ask an officer, who gives a reason.',
    ],
  ),
  'HC-09': row(
    [
      'Lĩnh vực hoặc diện ưu tiên này không có trong quy định của sảnh hôm nay.',
      'This field or priority class is not in the hall’s rules of today.',
    ],
    nothingChanged,
    ['Chọn lại trong danh sách.', 'Choose from the list again.'],
  ),
  'HC-10': row(
    ['Số {number} không còn ở bước này.', 'Ticket {number} is no longer at this step.'],
    ['Mọi lần gọi trước đều được giữ.', 'Every call before is kept.'],
    ['Xem lại số trong danh sách đang chờ và đang phục vụ.', 'Look for it among those waiting and served.'],
  ),
  'HC-11': row(
    ['Máy này chưa có dãy số riêng để cấp phiếu.', 'This machine has no numbers of its own to give out.'],
    ['Không có số nào bị cấp trùng.', 'No number was given twice.'],
    [
      'Điều hành sảnh bằng máy khác, hoặc nối máy này với tỉnh một lần.',
      'Host the hall on another machine, or connect this one to the province once.',
    ],
  ),
  'HC-12': row(['Chưa ghi lý do.', 'No reason was given.'], nothingChanged, [
    'Ghi lý do vì sao không tính thời gian này.',
    'Write down why this time is not counted.',
  ]),
  'HC-13': row(
    ['Số {number} chưa xong hoặc đã được đánh giá.', 'Ticket {number} is not served yet, or was rated already.'],
    ['Lần đánh giá trước được giữ.', 'The rating before is kept.'],
    ['Mỗi số đánh giá một lần, sau khi xong việc.', 'Each ticket is rated once, after it was served.'],
  ),
  'HC-14': row(
    ['Số {number} chưa được gọi đủ số lần.', 'Ticket {number} has not been called often enough.'],
    ['Số vẫn đang gọi ở quầy này.', 'It is still called to this counter.'],
    [
      'Gọi lại {left} lần nữa rồi ghi vắng mặt. Không phải người vắng thì trả lại hàng chờ hoặc chuyển.',
      'Recall {left} more, then write down that nobody came. If nobody is absent, give it back or move it.',
    ],
  ),
  'HC-15': row(
    ['Giờ hẹn phải là một giờ sắp tới của hôm nay.', 'A booked time must be one of today that is still to come.'],
    ['Chưa cấp số nào.', 'No ticket was given.'],
    ['Gõ lại giờ hẹn, hoặc cấp số không hẹn giờ.', 'Type the time again, or give a ticket without one.'],
  ),
} as const satisfies Record<HallRefusal, Problem>;
