import type { DisplayView } from '../../../contract/desk/screens.ts';
import { addDays, dateOf, type CivilDate, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { dayInSentence, timeInSentence } from '../../../domain/calendar/date-words.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import { whyWords } from '../../../domain/ticket/why-words.ts';
import type { DeskContext } from '../context.ts';
import { enrolmentOf, ownOffice } from '../context.ts';
import type { WaitingRoomDoor } from '../hall/door.ts';
import { opensAt, seriesRows, stateOf } from './waiting.ts';

/** As many as stand on it, and those called in one breath with them. */
const CALLS_SHOWN = 12;

/** What the display shows now. No names, no ID numbers: a ticket has none. */
export function displayView(context: DeskContext, door: WaitingRoomDoor | null, speaks: boolean): DisplayView {
  const calendar = context.reference.calendar(enrolmentOf(context).office);
  const now = context.localNow();
  const silentSince = door?.silentSince() ?? null;
  // What stood there when its host was lost stays, told as old; of a day that is closed or has not begun there is nothing.
  const state = silentSince !== null && door?.view().state === 'open' ? 'open' : stateOf(door, calendar, now);
  return {
    state,
    office: ownOffice(context).name,
    silentSince: state === 'open' ? silentSince : null,
    opens: opensAt(calendar, now, state),
    calls: door === null || state !== 'open' ? [] : callsOf(door.view(), door.rules()),
    waiting:
      door === null || state !== 'open'
        ? []
        : seriesRows(door)
            .filter(({ shown, waiting }) => shown.served || waiting > 0)
            .map(({ shown: { letter, name, wait, served }, waiting }) => ({ letter, name, waiting, wait, served })),
    speaks,
    messages: [...(door === null ? [] : setMessages(door.view(), now)), ...messagesOf(calendar, dateOf(now))],
    phoneDoor: state === 'open' && silentSince === null && door !== null ? door.phoneDoor() : null,
  };
}

/** Every ticket's last call, the newest first. A call again is another call: it is shown and said anew. */
export function callsOf(view: HallView, rules: HallRules): DisplayView['calls'] {
  const names = new Map(view.counters.map(({ id, name }) => [id, name]));
  return view.tickets
    .flatMap((ticket) => {
      const call = ticket.calls.at(-1);
      if (call === undefined) return [];
      const { eventId, recalls, counter, why, lastAt } = call;
      return [
        {
          id: `${eventId}:${recalls}`,
          number: ticket.text,
          counter: names.get(counter) ?? counter,
          why: whyWords(why, rules),
          at: lastAt,
          again: recalls > 0,
        },
      ];
    })
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
    .slice(0, CALLS_SHOWN);
}

/** What a supervisor has set for the display, while it holds. */
export function setMessages({ message }: HallView, now: LocalDateTime): Bilingual[] {
  return message === null || message.until <= now ? [] : [message.text];
}

/** Tomorrow, where it is not a day like others: people who wait today plan by it. */
function messagesOf(calendar: WorkingCalendar, today: CivilDate): Bilingual[] {
  const tomorrow = addDays(today, 1);
  const { kind } = calendar.dayKind(tomorrow);
  if (calendar.sessionsOf(tomorrow).length > 0 || kind === 'weekend') return [];
  const opens = opensAt(calendar, `${tomorrow}T00:00:00`);
  if (opens === null) return [];
  const day = dayInSentence(tomorrow);
  const again = dayInSentence(dateOf(opens));
  const time = timeInSentence(opens.slice(11));
  return [
    {
      vi: `Ngày mai, ${day.vi}, Trung tâm nghỉ. Mời ông, bà trở lại từ ${time.vi} ${again.vi}.`,
      en: `Tomorrow, ${day.en}, the centre is closed. Please come back from ${time.en} on ${again.en}.`,
    },
  ];
}
