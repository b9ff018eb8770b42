import { goesBackAbsent } from '../../../domain/ticket/absence.ts';
import { callableFrom, isBookedLater } from '../../../domain/ticket/booking.ts';
import type { Lane } from '../../../domain/ticket/events.ts';
import { priorityOf, seriesOf } from '../../../domain/ticket/series.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import type { Language } from '../../../domain/voice/spoken.ts';
import { waitRange } from '../../../domain/voice/wait-words.ts';
import type { TicketPaper } from '../../../renderer/print/thermal/paper.ts';
import { ownOffice, type DeskContext } from '../context.ts';
import type { CounterDoor } from '../hall/door.ts';
import { isClockWrong } from '../slips/surroundings.ts';

/** What the ticket itself does not say. */
export interface PaperSays {
  readonly language: Language;
  /** The result of its dossier is ready. */
  readonly isReady: boolean;
  /** The phone's page of it; null: there is none. */
  readonly url: string | null;
}

/** What a ticket says on paper (phiếu số thứ tự): what its holder was told when it was taken, whenever it is printed. */
export function paperOf(
  context: DeskContext,
  hall: Pick<CounterDoor, 'rules' | 'told'>,
  ticket: TicketView,
  { language, isReady, url }: PaperSays,
): TicketPaper {
  const rules = hall.rules();
  const row = seriesOf(rules, ticket.series);
  const { bookedFor } = ticket;
  const isLater = isBookedLater(ticket, rules, ticket.issuedAt);
  const told = isLater ? null : (ticket.told ?? hall.told(ticket));
  return {
    language,
    office: ownOffice(context).name,
    field: row === null || row.kind === 'unknown' ? null : row.name[language],
    number: ticket.text,
    takenAt: ticket.issuedAt,
    clockWrong: isClockWrong(context),
    ahead: told?.ahead ?? 0,
    wait: told === null ? null : waitRange(told.low, told.high),
    booked: isLater && bookedFor !== null ? { at: bookedFor, from: callableFrom(bookedFor, rules) } : null,
    priority: priorityOf(rules, ticket.priority)?.name[language] ?? null,
    note: isLater ? null : noteOf(ticket.lane, bookedFor, isReady, language),
    url,
    calls: rules.settings.calls,
    goesBack: goesBackAbsent(ticket, rules.settings),
  };
}

function noteOf(lane: Lane, bookedFor: string | null, isReady: boolean, language: Language): string | null {
  if (lane === 'booked' && bookedFor !== null) {
    const time = bookedFor.slice(11, 16).replace(/^0/, '');
    return language === 'vi' ? `Theo giờ hẹn ${time}` : `By your appointment at ${time}`;
  }
  if (lane !== 'return') return null;
  return isReady ? resultNote[language] : returnNote[language];
}

const returnNote = { vi: 'Nộp lại theo giấy hướng dẫn', en: 'Back with the papers asked for' } as const;
const resultNote = { vi: 'Kết quả đã có', en: 'Your result is ready' } as const;
