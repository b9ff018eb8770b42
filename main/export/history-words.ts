import type { CallOutput } from '../../contract/desk.ts';
import { plainDate } from '../../domain/calendar/date-words.ts';
import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { HistoryPart } from '../../domain/indicator/history.ts';

/** What the history of waits says on paper and in a workbook, in Vietnamese. */
export type History = CallOutput<'board.history'>;
export type HistoryLine = History['whole'];

export const partWords: Readonly<Record<HistoryPart, string>> = {
  hour: 'Giờ lấy số',
  weekday: 'Thứ trong tuần',
  series: 'Lĩnh vực',
  procedure: 'Thủ tục',
};

export const figureWords = [
  'Số người',
  'Chờ trung vị',
  '9 trên 10 dưới',
  'Chờ lâu nhất',
  'Quá mức',
  'Phục vụ mỗi người',
] as const;

/** In the order of `figureWords`; lengths in whole minutes as the screens tell them, null where nobody was. */
export function figuresOf({ tickets, wait, longest, breached, service }: HistoryLine): (number | null)[] {
  const minutes = (seconds: number | null | undefined): number | null =>
    seconds === null || seconds === undefined ? null : Math.trunc(seconds / 60);
  return [tickets, minutes(wait?.median), minutes(wait?.p90), minutes(longest), breached, minutes(service)];
}

export const HISTORY_TITLE = 'THỜI GIAN CHỜ Ở BỘ PHẬN MỘT CỬA';

export function rangeWords(from: CivilDate, to: CivilDate): string {
  return from === to ? `Ngày ${plainDate(from)}` : `Từ ngày ${plainDate(from)} đến ngày ${plainDate(to)}`;
}

export function limitWords(limits: readonly number[]): string {
  const each = limits.map((limit) => limit / 60).join(' và ');
  const days = limits.length > 1 ? ', theo mức của từng ngày' : '';
  return `Thời gian tính bằng phút. Mức chờ ${each} phút${days}. Chờ: từ lúc lấy số hoặc giờ hẹn đến lần gọi cuối, tính cả người còn đang chờ.`;
}
