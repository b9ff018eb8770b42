import { readFileSync, rmSync } from 'node:fs';
import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { sha256 } from '../../../contract/signing.ts';
import type { WaitingScan } from '../../store/scan-files.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';
import type { WholeFile } from './intake.ts';
import { inspect, shownPages } from './pdf.ts';

type Row = CallOutput<'digitise.finish'>;

/** Bytes of pictures in one answer. */
export const PORTION_BYTES = 8_000_000;

/** Scans no dossier has yet (bản quét chờ gắn): kept encrypted from the moment they come in, 7 days. */
export function createWaiting(context: DeskContext) {
  const { store, log, changed } = context;

  const rowOf = ({ hash, kind, name, pages, bytes, madeFrom, arrived }: WaitingScan): Row => ({
    fileId: hash,
    kind,
    name,
    pages,
    bytes,
    madeFrom,
    arrivedAt: writtenLocal(arrived),
  });

  /** Looks a file over and keeps it. @throws ProblemError LT-03, SH-01 … SH-05 */
  async function takeIn(file: WholeFile, owner: string | null, folderPath: string | null): Promise<WaitingScan> {
    const { kind, pages } = await inspect(file.bytes, file.name);
    const hash = await store.vault.put(file.bytes);
    const scan: WaitingScan = {
      hash,
      kind,
      pages: pages.length,
      bytes: file.bytes.length,
      name: file.name,
      madeFrom: file.madeFrom,
      owner,
      arrived: context.now(),
      folderPath,
    };
    store.transact(() => {
      store.scans.add(scan, context.now());
      store.scans.wait(scan);
    });
    changed('scans');
    return scan;
  }

  /** @throws ProblemError SH-11 gone, or somebody else's */
  const own = (session: DeskSession, fileId: string): WaitingScan => {
    const scan = store.scans.waiting(fileId);
    const user = userIdOf(session);
    if (scan === null || (scan.owner !== null && scan.owner !== user)) throw new ProblemError('SH-11');
    return scan;
  };

  /** Out of the list, out of the vault unless a dossier names it, and out of the scanner folder. */
  function dealtWith(scan: WaitingScan): void {
    const goes = store.transact(() => store.scans.drop(scan.hash));
    if (goes) store.vault.remove(scan.hash);
    if (scan.folderPath !== null) removeIfSame(scan.folderPath, scan.hash);
  }

  /** The scanner may have put another file there under the same name. */
  function removeIfSame(path: string, hash: string): void {
    try {
      if (sha256(readFileSync(path)) === hash) rmSync(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
      log.error('a scan could not be removed from the scanner folder', error);
    }
  }

  return {
    takeIn,
    own,
    rowOf,
    dealtWith,
    list: (session: DeskSession): Row[] => store.scans.waitingFor(userIdOf(session)).map(rowOf),
    /** @throws ProblemError SH-05, SH-09, SH-11 */
    async part(session: DeskSession, fileId: string, from: number): Promise<CallOutput<'digitise.part'>> {
      const scan = own(session, fileId);
      const user = userIdOf(session);
      const shown = await shownPages(await store.vault.read(fileId), from, PORTION_BYTES);
      // Somebody's scan from the scanner is looked at like any other paper; one's own pages only come back.
      if (scan.owner === null && shown.length > 0) {
        const toPage = from + shown.length - 1;
        const look = { hash: fileId, user, at: context.now(), why: 'screen' as const, fromPage: from, toPage };
        store.transact(() => store.scans.addView(look));
      }
      return portion(shown, from, scan.pages);
    },
    /** @throws ProblemError SH-11 */
    discard(session: DeskSession, fileId: string): void {
      dealtWith(own(session, fileId));
      changed('scans');
    },
  };
}

/** Pages as an answer carries them. */
export function portion(
  shown: Awaited<ReturnType<typeof shownPages>>,
  from: number,
  of: number,
): CallOutput<'digitise.part'> {
  const next = from + shown.length;
  return {
    pages: shown.map(({ turn, picture }) => ({
      turn,
      picture:
        picture === null ? null : { mime: picture.mime, bytes: Buffer.from(picture.bytes).toString('base64url') },
    })),
    next: shown.length === 0 || next >= of ? null : next,
  };
}

/** @throws ProblemError DN-03 */
export function userIdOf(session: DeskSession): string {
  if (session.user === null) throw new ProblemError('DN-03');
  return session.user.id;
}
