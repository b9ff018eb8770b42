import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { portalFileReplySchema } from '../../../contract/exchange/file.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { LineDown, ProvinceRefused } from '../../sync/province.ts';
import type { Sync } from '../../sync/sync.ts';
import { nameOfUser, type DeskContext } from '../context.ts';
import { inspect, shownPages } from '../digitise/pdf.ts';
import { PORTION_BYTES, portion, userIdOf } from '../digitise/waiting.ts';
import type { DeskSession } from '../sessions.ts';
import { writtenLocal } from '../trusted-time.ts';

type Named = CallInput<'submitted.save'>;

/** Looks kept in one answer. */
const MOST_LOOKS = 200;

/**
 * Files at the portal of what was sent in from afar. They are fetched through the province each time and kept nowhere
 * here; as with digitised papers, nothing is shown before it is written down who looks and when.
 */
export function createSubmittedFiles(context: DeskContext, sync: () => Sync | null) {
  const { store } = context;

  /** @throws ProblemError SH-12 no such file of this dossier */
  const nameOf = ({ dossierId, n }: Named): string => {
    const paper = store.dossiers.get(dossierId)?.submitted?.papers[n];
    if (paper === undefined || paper.file === '') throw new ProblemError('SH-12');
    return paper.name;
  };

  /** @throws ProblemError DK-03, DT-01, or the province's own code */
  const fetched = async ({ dossierId, n }: Named): Promise<Uint8Array> => {
    const province = sync()?.province;
    if (province === undefined) throw new ProblemError('DK-03');
    try {
      const target = `/v1/submitted/${dossierId}/files/${n}`;
      const { file } = await province.request('GET', target, null, portalFileReplySchema);
      return Buffer.from(file, 'base64url');
    } catch (error) {
      if (error instanceof LineDown) throw new ProblemError(error.code, {}, { cause: error });
      if (error instanceof ProvinceRefused) throw new ProblemError(error.code, {}, { cause: error });
      throw error;
    }
  };

  const write = (session: DeskSession, user: string, { dossierId, n }: Named, why: 'screen' | 'saved'): void => {
    // Somebody else may sit here now: what was asked for one person never answers another.
    if (session.user?.id !== user) throw new ProblemError('DN-03');
    store.transact(() => store.submittedViews.add({ dossierId, file: n, user, at: context.now(), why }));
  };

  return {
    /** @throws ProblemError DT-01, SV-10, SH-01, SH-02, SH-03, SH-05, SH-12 */
    async file(session: DeskSession, input: CallInput<'submitted.file'>): Promise<CallOutput<'submitted.file'>> {
      const user = userIdOf(session);
      const name = nameOf(input);
      const bytes = await fetched(input);
      const { pages } = await inspect(bytes, name);
      const shown = await shownPages(bytes, input.from, PORTION_BYTES);
      write(session, user, input, 'screen');
      return portion(shown, input.from, pages.length);
    },
    /** @throws ProblemError as `file` */
    async save(session: DeskSession, input: Named): Promise<CallOutput<'submitted.save'>> {
      const user = userIdOf(session);
      const name = nameOf(input);
      const bytes = await fetched(input);
      const { kind } = await inspect(bytes, name);
      write(session, user, input, 'saved');
      return { kind, bytes: Buffer.from(bytes).toString('base64url') };
    },
    /** @throws ProblemError SH-12 */
    views(input: Named): CallOutput<'submitted.views'> {
      nameOf(input);
      return store.submittedViews
        .of(input.dossierId, input.n, MOST_LOOKS)
        .map(({ at, user, why }) => ({ at: writtenLocal(at), who: nameOfUser(context, user), why }));
    },
  };
}
