import type { CallOutput } from '../../../contract/desk.ts';
import { boardReplySchema, boardTicketsSchema, reminderSchema } from '../../../contract/board.ts';
import type { HistoryAsked } from '../../../contract/desk/board.ts';
import { historySheet, type HistoryHead } from '../../export/history-sheet.ts';
import { workbook } from '../../export/workbook.ts';
import { historyHtml, historyPage } from '../../print/history-pages.ts';
import type { Sync } from '../../sync/sync.ts';
import type { Admin } from '../admin.ts';
import { enrolmentOf, ownOffice, type DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import type { DeskSession } from '../sessions.ts';
import type { CounterDoor } from '../hall/door.ts';
import { actOnHall } from './act.ts';
import { officeAlert } from './alert.ts';
import { isClockWrong } from '../slips/surroundings.ts';
import { changeHallRules, officeHallRules } from './hall-rules.ts';
import { createHistory } from './history.ts';
import { officeBoard } from './office.ts';
import { remindersHere } from './reminders.ts';
import { decideOnTime } from './times.ts';

type BoardHandlers = Pick<
  OpenedHandlers,
  | 'board.office'
  | 'board.act'
  | 'board.alert'
  | 'board.time'
  | 'board.tickets'
  | 'board.history'
  | 'board.hallRules'
  | 'board.changeHallRules'
  | 'board.workbook'
  | 'board.pdf'
  | 'board.province'
  | 'board.provinceTickets'
  | 'board.remind'
  | 'board.reminders'
  | 'board.answerReminder'
>;

/** What supervisors see: the office now, its history, and for provincial viewers the province. */
export function boardHandlers(
  context: DeskContext,
  admin: Admin,
  { door, sync }: { readonly door: () => CounterDoor | null; readonly sync: () => Sync | null },
): BoardHandlers {
  const past = createHistory(context);
  const headOf = (session: DeskSession, asked: HistoryAsked): HistoryHead => ({
    ...asked,
    office: ownOffice(context).name,
    madeAt: context.localNow(),
    madeBy: session.user?.name ?? '',
    clockWrong: isClockWrong(context),
    demo: enrolmentOf(context).demo,
  });
  const file = (asked: HistoryAsked, kind: string, bytes: Uint8Array): CallOutput<'board.pdf'> => ({
    name: `thoi-gian-cho-${asked.from}-den-${asked.to}.${kind}`,
    bytes: Buffer.from(bytes).toString('base64url'),
  });
  return {
    'board.office': () => officeBoard(context),
    'board.act': async ({ act }, session) => {
      await actOnHall(door(), act, session.user?.id ?? null);
      return officeBoard(context);
    },
    'board.alert': () => officeAlert(context),
    'board.time': async (asked, session) => {
      await decideOnTime(context, door(), asked, session.user?.id ?? null);
      return past.ticket(asked.ticket);
    },
    'board.tickets': (asked) => past.tickets(asked),
    'board.history': (asked) => past.history(asked),
    'board.hallRules': () => officeHallRules(context),
    'board.changeHallRules': (asked, session) => changeHallRules(context, admin, session, asked),
    'board.workbook': async (asked, session) =>
      file(asked, 'xlsx', await workbook(historySheet(past.history(asked), headOf(session, asked)))),
    'board.pdf': async (asked, session) => {
      const html = historyHtml(past.history(asked), headOf(session, asked));
      return file(asked, 'pdf', await context.printer.makePdf(html, historyPage));
    },
    'board.province': (_input, session) => admin.read(session, '/v1/board', boardReplySchema),
    'board.provinceTickets': ({ which, office }, session) => {
      const of = office === null ? '' : `&office=${encodeURIComponent(office)}`;
      return admin.read(session, `/v1/board/tickets?which=${which}${of}`, boardTicketsSchema);
    },
    'board.remind': (asked, session) => admin.say(session, '/v1/board/reminders', asked, reminderSchema),
    'board.reminders': () => remindersHere(sync()),
    'board.answerReminder': async (answer, session) => {
      const answered = await admin.say(session, '/v1/reminders/answer', answer, reminderSchema);
      context.changed('board');
      return answered;
    },
  };
}
