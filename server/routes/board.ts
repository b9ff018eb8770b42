import type { BoardReply } from '../../contract/board.ts';
import { createBoard } from '../board/board.ts';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import type { RouteContext } from './context.ts';
import { sessionUser } from './session.ts';

/** GET /v1/board: the halls of all offices now, to a provincial viewer (xem số liệu toàn tỉnh) alone. */
export function boardRoute(context: RouteContext): void {
  const { app, db, clock, hints, signed } = context;
  const board = createBoard(db, clock);
  app.get('/v1/board', { preHandler: signed }, async (request): Promise<BoardReply> => {
    const user = await sessionUser(context, request);
    if (user.role !== 'provincialViewer') throw new Refusal(403, 'DN-05');
    hints.publish('watch', [signerOf(request).office]);
    return board.now();
  });
}
