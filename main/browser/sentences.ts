import { isProblemCode, ProblemError, problemText } from '../../contract/problems.ts';
import type { News, NoWindow } from './host.ts';

/** What the person at the console reads: a line in Vietnamese, a line in English. */
export function sentences(news: News): string {
  if (news.kind === 'window') {
    return [
      'Quầy Một Cửa đang mở trong cửa sổ trình duyệt. Đóng cửa sổ hoặc nhấn Ctrl+C để thoát.',
      'The desk is open in a browser window. Close the window or press Ctrl+C to stop.',
    ].join('\n');
  }
  const [vi, en] = because[news.why];
  return [
    `${vi} Mở địa chỉ này trên chính máy này, mỗi địa chỉ dùng một lần:`,
    `${en} Open this address on this computer; each address works once:`,
    `  ${news.address}`,
  ].join('\n');
}

const because: Readonly<Record<NoWindow, readonly [string, string]>> = {
  asked: ['Không mở cửa sổ.', 'No window was asked for.'],
  display: ['Máy không có màn hình.', 'This machine has no display.'],
  browser: ['Không tìm thấy Chromium, Chrome hoặc Edge.', 'No Chromium, Chrome or Edge was found.'],
  ended: ['Trình duyệt không mở được.', 'The browser could not open.'],
};

/** Why the desk did not start: its problem's sentences, or where to look. */
export function failureSentences(error: unknown): string {
  if (error instanceof ProblemError && isProblemCode(error.code)) {
    const { what, safe, todo } = problemText(error.code, error.params);
    return [`${error.code}: ${what.vi} ${safe.vi} ${todo.vi}`, `${error.code}: ${what.en} ${safe.en} ${todo.en}`].join(
      '\n',
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return [`Không khởi động được: ${reason}`, `Could not start: ${reason}`].join('\n');
}
