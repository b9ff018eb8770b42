import { isOwnUrl, origin } from './origin.ts';

/** The parts of a frame the judgement needs; Electron's WebFrameMain has them. */
interface SenderFrame {
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
