import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { Caller, Desk } from '../desk/ports.ts';
import { isOurPage } from './sender.ts';

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
