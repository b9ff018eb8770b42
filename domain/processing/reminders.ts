import type { WorkingCalendar } from '../calendar/calendar.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { dayInSentence } from '../calendar/date-words.ts';
import type { DossierView } from '../dossier/view.ts';
import type { Bilingual } from '../text.ts';
import { extensionUntil, supplementUntil } from './last-days.ts';
import { openOpinions } from './work-step.ts';

/** What a unit should be reminded of (nhắc việc). `act`: somebody must do something, so it stands in the attention tray. */
export interface Reminder {
  readonly kind: 'overdue' | 'due-today' | 'last-day-to-extend' | 'last-day-to-ask' | 'opinion-late' | 'withdrawal';
  readonly act: boolean;
  readonly words: Bilingual;
  /** What it is about where one dossier may have several: an opinion's id. */
  readonly about: string | null;
}

type Reminded = Pick<DossierView, 'state' | 'clock' | 'received' | 'rounds' | 'work'>;

/** The reminders of one dossier at `now` (Vietnam local time), the most pressing first. */
export function remindersFor(view: Reminded, calendar: WorkingCalendar, now: LocalDateTime): Reminder[] {
  const today = dateOf(now);
  return [
    ...due(view, calendar, now, today),
    ...lateOpinions(view, today),
    ...withdrawal(view),
    ...lastDayToAsk(view, calendar, today),
  ];
}

function isRunning({ state }: Reminded): boolean {
  return state === 'received' || state === 'processing';
}

function due(view: Reminded, calendar: WorkingCalendar, now: LocalDateTime, today: CivilDate): Reminder[] {
  const { dueAt, extensions } = view.clock;
  if (!isRunning(view) || dueAt === null) return [];
  if (dueAt < now) {
    const day = dayInSentence(dateOf(dueAt));
    const sorry: Bilingual =
      extensions > 0 ? { vi: 'đã xin lỗi', en: 'apologised' } : { vi: 'chưa xin lỗi', en: 'no apology yet' };
    const words = { vi: `Quá hạn từ ${day.vi}, ${sorry.vi}`, en: `Overdue since ${day.en}, ${sorry.en}` };
    return [{ kind: 'overdue', act: extensions === 0, words, about: null }];
  }
  if (dateOf(dueAt) === today) {
    return [
      {
        kind: 'due-today',
        act: false,
        words: { vi: 'Đến hạn hôm nay', en: 'Due today' },
        about: null,
      },
    ];
  }
  if (extensions > 0 || extensionUntil(view, calendar) !== today) return [];
  const words = {
    vi: 'Hôm nay là hạn cuối để xin lỗi và hẹn lại nếu không kịp',
    en: 'Today is the last day to apologise and set a new date',
  };
  return [{ kind: 'last-day-to-extend', act: false, words, about: null }];
}

/** An answer that is late is reported to the head of the shop (NĐ 61/2018 Điều 19). */
function lateOpinions(view: Reminded, today: CivilDate): Reminder[] {
  return openOpinions(view)
    .filter((opinion) => opinion.answerBy < today)
    .map(({ agency, answerBy, reportedAt, opinionId }) => {
      const day = dayInSentence(answerBy);
      const told: Bilingual =
        reportedAt === null
          ? { vi: 'chưa báo Giám đốc Trung tâm', en: 'the head of the shop has not been told' }
          : { vi: 'đã báo Giám đốc Trung tâm', en: 'the head of the shop was told' };
      return {
        kind: 'opinion-late' as const,
        act: reportedAt === null,
        words: {
          vi: `${agency} quá hạn trả lời từ ${day.vi}, ${told.vi}`,
          en: `${agency} has been late since ${day.en}, ${told.en}`,
        },
        about: opinionId,
      };
    });
}

function withdrawal(view: Reminded): Reminder[] {
  const asked = view.work.withdrawal;
  if (view.state !== 'withdrawing' || asked === null) return [];
  const day = dayInSentence(dateOf(asked.at));
  const words = {
    vi: `Người nộp xin rút ${day.vi}, phải ra thông báo dừng giải quyết`,
    en: `A withdrawal was asked for on ${day.en}, a notice of stopping is due`,
  };
  return [{ kind: 'withdrawal', act: true, words, about: null }];
}

function lastDayToAsk(view: Reminded, calendar: WorkingCalendar, today: CivilDate): Reminder[] {
  if (!isRunning(view) || view.rounds.length > 0 || supplementUntil(view, calendar) !== today) return [];
  const words = {
    vi: 'Hôm nay là hạn cuối để yêu cầu bổ sung',
    en: 'Today is the last day to ask for a supplement',
  };
  return [{ kind: 'last-day-to-ask', act: false, words, about: null }];
}
