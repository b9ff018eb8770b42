import type { Bilingual } from '../text.ts';
import type { Certainty, SpecialDayKind } from './calendar-data.ts';
import type { CivilDate } from './civil-date.ts';
import { capital, small } from './date-words.ts';

/** What a day is: an ordinary working day, a weekly day off, one of the four special kinds, or not in the calendar. */
export type DayKindName = SpecialDayKind | 'working' | 'weekend' | 'office_closed' | 'unknown';

export interface DayKind {
  readonly date: CivilDate;
  readonly kind: DayKindName;
  /** Whether it counts in a limit of working days. */
  readonly counts: boolean;
  /** False also for a make-up Saturday that is not confirmed: counted, but nobody is told to come on it. */
  readonly certainToWork: boolean;
  /** Whether it falls on a weekly day off (Saturday, Sunday). */
  readonly weekly: boolean;
  readonly status: Certainty;
  /** "Ngày Văn hóa Việt Nam"; null for ordinary days. */
  readonly name: Bilingual | null;
  /** Why it counts or not: "Nghỉ lễ, Ngày Văn hóa Việt Nam". */
  readonly reason: Bilingual;
  readonly source: string;
}

/** "nghỉ lễ", "nghỉ bù", … as said after a date. */
export function kindLabel(kind: DayKindName): Bilingual {
  switch (kind) {
    case 'statutory':
      return { vi: 'nghỉ lễ', en: 'public holiday' };
    case 'compensatory':
      return { vi: 'nghỉ bù', en: 'day off in lieu' };
    case 'swap_off':
      return { vi: 'nghỉ hoán đổi', en: 'day off by swap' };
    case 'makeup_workday':
      return { vi: 'làm bù', en: 'make-up working day' };
    case 'working':
      return { vi: 'ngày làm việc', en: 'working day' };
    case 'weekend':
      return { vi: 'cuối tuần', en: 'weekend' };
    case 'office_closed':
      return { vi: 'cơ quan nghỉ', en: 'office closed' };
    case 'unknown':
      return { vi: 'chưa có trong lịch', en: 'not in the calendar' };
  }
}

/** " (tự tính)", " (chưa xác nhận)", or nothing where the day is confirmed. */
export function statusWords(status: Certainty): Bilingual {
  switch (status) {
    case 'confirmed':
      return { vi: '', en: '' };
    case 'computed':
      return { vi: ' (tự tính)', en: ' (computed)' };
    case 'unconfirmed':
      return { vi: ' (chưa xác nhận)', en: ' (unconfirmed)' };
  }
}

/** The name of a day inside a sentence: names of holidays keep their capital, "Nghỉ bù …" and "Làm bù …" do not. */
export function nameInSentence(day: DayKind): Bilingual {
  const label = kindLabel(day.kind);
  const mark = day.name === null ? { vi: '', en: '' } : statusWords(day.status);
  const name = day.name ?? label;
  const cased = (text: string): string =>
    day.kind === 'statutory' || day.kind === 'office_closed' ? text : small(text);
  return { vi: cased(name.vi) + mark.vi, en: cased(name.en) + mark.en };
}

/** "Nghỉ lễ, Ngày Văn hóa Việt Nam". */
export function kindWords(kind: DayKindName, name: Bilingual | null, status: Certainty): Bilingual {
  const label = kindLabel(kind);
  if (name === null) return { vi: capital(label.vi), en: capital(label.en) };
  const mark = statusWords(status);
  // "Nghỉ bù Giỗ Tổ Hùng Vương" already says what it is.
  const joined = (kindText: string, text: string): string =>
    small(text).startsWith(kindText) ? text : `${capital(kindText)}, ${text}`;
  return { vi: joined(label.vi, name.vi) + mark.vi, en: joined(label.en, name.en) + mark.en };
}
