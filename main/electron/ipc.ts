import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Caller, Desk } from '../desk/ports.ts';
import { isOwnUrl, origin } from './origin.ts';

/** The parts of a frame the judgement needs; Electron's WebFrameMain has them. */
export interface SenderFrame {
  readonly parent: unknown;
  readonly origin: string;
  readonly url: string;
}

/**
 * Is this call from our own page? All of: the web contents we opened, its top frame, loaded from our own origin.
 * A frame that is gone by now (null) is nobody's.
 */
export function isOurPage(contentsId: number, ourId: number, frame: SenderFrame | null): boolean {
  if (contentsId !== ourId || frame === null) return false;
  return frame.parent === null && frame.origin === origin && isOwnUrl(frame.url);
}

/**
 * The one channel. It answers every web contents of the program, so that a foreign one is refused in words (GN-01,
 * before anything is read) instead of finding nobody at home.
 *
 * @returns takes the channel away again
 */
export function answerCalls(desk: Desk, page: WebContents): () => void {
  const session = `window-${page.id}`;
  const handle = (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<unknown> => {
    const caller: Caller = { session, trusted: isOurPage(event.sender.id, page.id, event.senderFrame) };
    return desk.call(caller, typeof name === 'string' ? name : '', input);
  };
  ipcMain.handle('desk.call', handle);
  const stop = desk.subscribe((topic) => {
    if (!page.isDestroyed() && !page.isCrashed()) page.send('desk.topic', topic);
  });
  page.once('destroyed', () => desk.forget(session));
  return () => {
    stop();
    ipcMain.removeHandler('desk.call');
  };
}
