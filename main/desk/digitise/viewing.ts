import type { CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { digitisedFileName } from '../../../domain/digitise/naming.ts';
import type { ScanView } from '../../store/scan-files.ts';
import type { ScanView as FoldedScan } from '../../../domain/dossier/view.ts';
import { fetchScan } from '../../sync/fetch-scan.ts';
import type { Province } from '../../sync/province.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';
import type { createPapers } from './papers.ts';
import { shownPages } from './pdf.ts';
import { PORTION_BYTES, portion, userIdOf } from './waiting.ts';

/** Looks kept in one answer. */
const MOST_LOOKS = 200;

/** Looking at digitised papers: no bytes leave the vault before it is written down who looks, when, at which pages. */
export function createViewing(context: DeskContext, papers: ReturnType<typeof createPapers>, province: Province) {
  const { store, clock, changed } = context;
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;

  const write = (view: Omit<ScanView, 'at'>): void =>
    store.transact(() => store.scans.addView({ ...view, at: context.now() }));

  /**
   * The plain bytes, fetched from the province and kept where another machine made them.
   * @throws ProblemError SH-09, SH-12, SH-16, SH-17
   */
  async function bytesOf(person: string, dossierId: string, { fileId: hash, pages }: FoldedScan): Promise<Uint8Array> {
    if (store.vault.has(hash)) return store.vault.read(hash);
    const bytes = await fetchScan(province, { hash, dossierId, person });
    await store.vault.put(bytes);
    store.transact(() => {
      // Known to be there before it is known to be here: it is never sent back.
      store.toSend.sent(hash, context.now());
      store.scans.add({ hash, bytes: bytes.length, pages, kind: 'pdf' }, clock.now());
    });
    changed('scans');
    return bytes;
  }

  return {
    /** @throws ProblemError SH-05, SH-09, SH-12, SH-16, SH-17 */
    async view(
      session: DeskSession,
      dossierId: string,
      fileId: string,
      from: number,
    ): Promise<CallOutput<'digitise.view'>> {
      const user = userIdOf(session);
      const scan = papers.kept(dossierId, fileId);
      const { pages } = scan;
      const shown = await shownPages(await bytesOf(user, dossierId, scan), from, PORTION_BYTES);
      // Somebody else may sit here now: what was asked for one person never answers another.
      if (session.user?.id !== user) throw new ProblemError('DN-03');
      if (shown.length > 0) {
        write({ hash: fileId, user, why: 'screen', fromPage: from, toPage: from + shown.length - 1 });
      }
      return portion(shown, from, pages);
    },
    /** @throws ProblemError SH-09, SH-12, SH-16, SH-17 */
    async save(session: DeskSession, dossierId: string, fileId: string): Promise<CallOutput<'digitise.save'>> {
      const user = userIdOf(session);
      const scan = papers.kept(dossierId, fileId);
      const { title, pages } = scan;
      const pdf = await bytesOf(user, dossierId, scan);
      if (session.user?.id !== user) throw new ProblemError('DN-03');
      write({ hash: fileId, user, why: 'saved', fromPage: 0, toPage: pages - 1 });
      return {
        name: digitisedFileName(papers.codeOf(dossierId), title),
        pdf: Buffer.from(pdf).toString('base64url'),
      };
    },
    /** @throws ProblemError SH-12 */
    views(dossierId: string, fileId: string): CallOutput<'digitise.views'> {
      papers.kept(dossierId, fileId);
      return store.scans.viewsOf(fileId, MOST_LOOKS).map(({ at, user, why, fromPage, toPage }) => ({
        at: writtenLocal(at),
        who: nameOf(user),
        why,
        fromPage,
        toPage,
      }));
    },
  };
}
