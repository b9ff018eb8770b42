import type { FastifyRequest } from 'fastify';
import {
  boardTicketsAskedSchema,
  reminderAnswerSchema,
  remindSchema,
  type BoardReply,
  type BoardTickets,
  type Reminder,
} from '../../contract/board.ts';
import type { User } from '../../contract/sync.ts';
import { dateOf, epochMs, localDateTime } from '../../domain/calendar/civil-date.ts';
import { createBoard } from '../board/board.ts';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { officeById } from '../store/offices.ts';
import { answerReminder, keepReminder, remindersSince } from '../store/reminders.ts';
import { parsedBody, parsedQuery, type RouteContext } from './context.ts';
import { sessionUser } from './session.ts';

/**
 * The halls of all offices now, to a provincial viewer (xem số liệu toàn tỉnh) alone: GET /v1/board, the tickets behind it
 * GET /v1/board/tickets, and what the viewer asks of an office: POST /v1/board/reminders, read there by GET /v1/reminders
 * and answered by POST /v1/reminders/answer.
 */
export function boardRoute(context: RouteContext): void {
  const { app, db, clock, hints, signed } = context;
  const board = createBoard(db, clock);

  const viewer = async (request: FastifyRequest): Promise<User> => {
    const user = await sessionUser(context, request);
    if (user.role !== 'provincialViewer') throw new Refusal(403, 'DN-05');
    hints.publish('watch', [signerOf(request).office]);
    return user;
  };

  app.get('/v1/board', { preHandler: signed }, async (request): Promise<BoardReply> => {
    await viewer(request);
    return board.now();
  });
  app.get('/v1/board/tickets', { preHandler: signed }, async (request): Promise<BoardTickets> => {
    await viewer(request);
    const { which, office } = parsedQuery(request, boardTicketsAskedSchema);
    const found = await board.tickets({ which, office: office ?? null });
    if (found === null) throw new Refusal(404, 'SV-02');
    return found;
  });
  app.post('/v1/board/reminders', { preHandler: signed }, async (request): Promise<Reminder> => {
    const user = await viewer(request);
    const asked = parsedBody(request, remindSchema);
    if ((await officeById(db, asked.office)) === null) throw new Refusal(404, 'SV-02');
    const kept = await keepReminder(db, asked, user, clock.now());
    if (kept === null) throw new Refusal(404, 'SV-02');
    hints.publish('board', [asked.office]);
    return kept;
  });
  app.get('/v1/reminders', { preHandler: signed }, (request): Promise<Reminder[]> => {
    const today = epochMs(`${dateOf(localDateTime(clock.now()))}T00:00:00`);
    return remindersSince(db, today, signerOf(request).office);
  });
  app.post('/v1/reminders/answer', { preHandler: signed }, async (request): Promise<Reminder> => {
    const user = await sessionUser(context, request);
    if (user.role !== 'supervisor') throw new Refusal(403, 'DN-05');
    const { id, words } = parsedBody(request, reminderAnswerSchema);
    const kept = await answerReminder(db, { id, words, office: signerOf(request).office }, user, clock.now());
    if (kept === null) throw new Refusal(404, 'SV-02');
    // Whoever asked sees it at once, as they see an office's feed grow.
    hints.publish('feed', [signerOf(request).office], signerOf(request).id);
    return kept;
  });
}
