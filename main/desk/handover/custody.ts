import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { WorkingCalendar } from '../../../domain/calendar/calendar.ts';
import { dateOf, timeOf, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { dayInSentence, timeInSentence } from '../../../domain/calendar/date-words.ts';
import { transferClock } from '../../../domain/calendar/handover.ts';
import { processingClock } from '../../../domain/calendar/processing-clock.ts';
import { pending } from '../../../domain/dossier/custody.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { originalsOf, papersFor } from '../../../domain/handover/carried.ts';
import type { Hands } from './hands.ts';

type Custody = CallOutput<'handover.custody'>;

/** Who holds the originals of a dossier (ai giữ giấy tờ gốc), through which hands they came, what is missing. */
export function createCustody({ context, places }: Hands) {
  const nameOf = (holder: Holder): string => (holder.name === '' ? places.userName(holder.user) : holder.name);

  /** @throws ProblemError TN-05 */
  return function custodyOf(dossierId: string): Custody {
    const view = context.store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    const { custody, received } = view;
    const { holder } = custody;
    const waiting = pending(custody);
    const givenAt = waiting?.givenAt ?? null;
    const first =
      received === null
        ? []
        : [{ name: '', place: received.counter, at: received.receivedAt, number: null, bySlip: false }];
    const taken = custody.movements.flatMap(({ to, takenAt, batch, seenOnSlip }) =>
      takenAt === null
        ? []
        : [
            {
              name: nameOf(to),
              place: places.nameOfHolder(to),
              at: takenAt,
              number: batch?.number ?? null,
              bySlip: seenOnSlip !== null,
            },
          ],
    );
    return {
      holder: holder === null ? null : { name: nameOf(holder), place: places.nameOfHolder(holder) },
      since: custody.since,
      originals: originalsOf(papersFor(view, view.state === 'finished' ? 'result' : 'processing')),
      waiting:
        waiting === null || givenAt === null
          ? null
          : { place: places.nameOfHolder(waiting.to), at: givenAt, number: waiting.batch?.number ?? null },
      hands: [...first, ...taken],
      missing: custody.missing.map(({ paper, lastHolder }) => ({
        paper: paper.name,
        lastHolder: lastHolder === null ? '' : places.words(lastHolder),
      })),
      clocks: clocksOf(view),
    };
  };

  function clocksOf(view: DossierView): Custody['clocks'] {
    const { received, intake, clock } = view;
    if (received === null || intake.competentOffice === intake.receivingOffice) return null;
    const now = context.localNow();
    const start = clock.marks.find((mark) => mark.kind === 'start') ?? null;
    const home = context.reference.calendar(intake.receivingOffice);
    const transfer = transferClock(received.receivedAt, start?.at ?? null, now, home);
    const there = context.reference.calendar(intake.competentOffice);
    return {
      office: places.nameOf(`shop|${intake.competentOffice}|`),
      transfer:
        transfer === null
          ? null
          : { text: transfer.text, isLate: transfer.state === 'overdue' || transfer.state === 'late' },
      processing: start === null ? null : processing(view, there, now),
    };
  }
}

function processing(
  view: DossierView,
  calendar: WorkingCalendar,
  now: LocalDateTime,
): NonNullable<Custody['clocks']>['processing'] {
  const { dueAt, late, overdue, left, state } = processingClock(view.clock.marks, calendar, now);
  if (state === 'paused')
    return { text: { vi: 'Tạm dừng, chờ người dân', en: 'Paused, waiting for the citizen' }, isLate: false };
  if (dueAt === null) return null;
  const day = dayInSentence(dateOf(dueAt));
  const time = timeInSentence(timeOf(dueAt));
  const until = { vi: `Trước ${time.vi} ${day.vi}`, en: `Before ${time.en} on ${day.en}` };
  if (state === 'finished') return { text: { vi: 'Đã giải quyết xong', en: 'Processed' }, isLate: late };
  if (late) {
    return {
      text: {
        vi: `${until.vi}, quá hạn ${overdue} ngày làm việc`,
        en: `${until.en}, ${overdue} working days overdue`,
      },
      isLate: true,
    };
  }
  return {
    text: { vi: `${until.vi}, còn ${left ?? 0} ngày làm việc`, en: `${until.en}, ${left ?? 0} working days left` },
    isLate: false,
  };
}
