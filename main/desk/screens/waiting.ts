import type { KioskView } from '../../../contract/desk/screens.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { addDays, dateOf, timeOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { hours } from '../../../domain/calendar/date-words.ts';
import { everybodysSeries } from '../../../domain/ticket/series.ts';
import { waitingTickets } from '../../../domain/ticket/view.ts';
import { waitRange } from '../../../domain/voice/wait-words.ts';
import type { WaitingRoomDoor } from '../hall/door.ts';

/** A series as both screens show it; `waiting`: those of the series alone, as the display counts them. */
interface SeriesRow {
  readonly shown: KioskView['series'][number];
  readonly waiting: number;
}

/** What kiosk and display say of each series: who waits, how long, whether a counter is there for them. */
export function seriesRows(door: WaitingRoomDoor): SeriesRow[] {
  const view = door.view();
  const rules = door.rules();
  const line = waitingTickets(view);
  const open = view.counters.filter(({ state }) => state === 'open');
  const everybodys = everybodysSeries(rules);
  return rules.series.map(({ letter, kind, name, hint }) => {
    const served = open.some(({ series }) => series.includes(letter)) || (everybodys.has(letter) && open.length > 0);
    const { ahead, low, high } = door.told({ series: letter, lane: 'ordinary', priority: null });
    const wait = served ? waitRange(low, high) : null;
    return {
      shown: { letter, kind, name, hint, ahead, wait, served },
      waiting: line.filter(({ series }) => series === letter).length,
    };
  });
}

/** Numbers are given while a hall is open and answers, at whatever hour; else a closed hall, or the hour, says why. */
export function stateOf(
  door: WaitingRoomDoor | null,
  calendar: WorkingCalendar,
  now: LocalDateTime,
): KioskView['state'] {
  const isOpen = door !== null && door.isLinked() && door.view().state === 'open';
  if (isOpen) return 'open';
  if (door?.view().state === 'closed') return 'closed';
  return calendar.isOpen(now) ? 'none' : 'closed';
}

/** Hours of today as they hang at the door. */
export function hoursOf(calendar: WorkingCalendar, now: LocalDateTime): string {
  return calendar.sessionsOf(dateOf(now)).map(hours).join(', ');
}

/** Days looked ahead: past the longest holiday. */
const LOOK_AHEAD = 20;

/**
 * When people are received again; null: now, or not within the days the calendar tells.
 * @param state of the hall: closed within its hours, it is no more than the next of them
 */
export function opensAt(
  calendar: WorkingCalendar,
  now: LocalDateTime,
  state: KioskView['state'] = 'none',
): LocalDateTime | null {
  if (state !== 'closed' && calendar.isOpen(now)) return null;
  const today = dateOf(now);
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const date = addDays(today, ahead);
    const session = calendar.sessionsOf(date).find(({ from }) => ahead > 0 || from > timeOf(now));
    if (session !== undefined) return `${date}T${session.from.padEnd(8, ':00')}`;
  }
  return null;
}
