import type { Fetch } from '../../../main/desk/ports.ts';
import type { ScansToSend } from '../../../main/store/scans-to-send.ts';

/** What a desk asks while a digitised paper goes: tus begins, tells how much is there, takes a chunk; the province's word. */
const asking = ['begin', 'ask', 'chunk', 'receipt'] as const;
type Asking = (typeof asking)[number];

/** Named moments of a desk whose paper is on its way: where it is killed. */
export const scanDeskPoints = asking.flatMap((each) => [`${each} sent`, `${each} answered`] as const);
export type ScanDeskPoint = (typeof scanDeskPoints)[number];

/** What a desk writes down about it, which may find its disk full. */
export const scanNotes = ['upload noted', 'sent noted', 'set aside noted'] as const;
export type ScanNote = (typeof scanNotes)[number];

/** Named moments of the server while it takes a paper in. */
export const scanServerPoints = [
  'upload noted',
  'upload made',
  'half a chunk written',
  'a chunk written',
  'whole and settled',
  'kept',
] as const;
export type ScanServerPoint = (typeof scanServerPoints)[number];

/** What will go wrong at a desk next. */
export interface ScanTroubles {
  dieAt: ScanDeskPoint | null;
  fullAt: ScanNote | null;
}

/** What a request asks of a paper's way; null: it is about something else. */
export function askingIn(method: string, target: string): Asking | null {
  if (/^\/v1\/scans\/[0-9a-f]+\/receipt$/.test(target)) return 'receipt';
  if (!target.startsWith('/v1/uploads')) return null;
  if (method === 'POST') return 'begin';
  return method === 'HEAD' ? 'ask' : 'chunk';
}

/** A line whose desk dies at the moment that is drawn; a life that is over dies of nothing. */
export function dyingOver(
  line: Fetch,
  troubles: ScanTroubles,
  life: { isAlive(): boolean; dies(point: ScanDeskPoint): never },
): Fetch {
  return async (url, init) => {
    const what = askingIn(init.method ?? 'GET', new URL(url).pathname);
    const meets = (point: ScanDeskPoint): void => {
      if (troubles.dieAt !== point || !life.isAlive()) return;
      troubles.dieAt = null;
      life.dies(point);
    };
    const answered = line(url, init);
    if (what === null) return answered;
    // What has left the desk arrives all the same; nobody is there for the answer.
    answered.catch(() => undefined);
    meets(`${what} sent`);
    const answer = await answered;
    meets(`${what} answered`);
    return answer;
  };
}

/** Notes that find the disk full when it is drawn, within their transaction. */
export function fillOver(toSend: ScansToSend, troubles: ScanTroubles, full: (note: ScanNote) => void): void {
  const real = { ...toSend };
  const meets = (note: ScanNote): void => {
    if (troubles.fullAt !== note) return;
    troubles.fullAt = null;
    full(note);
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  const watched: Pick<ScansToSend, 'begun' | 'sent' | 'setAside'> = {
    begun(...note) {
      real.begun(...note);
      meets('upload noted');
    },
    sent(...note) {
      real.sent(...note);
      meets('sent noted');
    },
    setAside(...note) {
      real.setAside(...note);
      meets('set aside noted');
    },
  };
  Object.assign(toSend, watched);
}
