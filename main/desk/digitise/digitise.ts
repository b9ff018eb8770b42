import type { CallOutput } from '../../../contract/desk.ts';
import type { Acting } from '../acting.ts';
import type { Province } from '../../sync/province.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import { createIntakes } from './intake.ts';
import { createPapers } from './papers.ts';
import { checkedFolder, createScannerFolder } from './scanner-folder.ts';
import { createViewing } from './viewing.ts';
import { createWaiting, userIdOf } from './waiting.ts';

type DigitiseCall = Extract<keyof OpenedHandlers, `digitise.${string}`>;

export interface Digitise {
  readonly handlers: Pick<OpenedHandlers, DigitiseCall>;
  /** Watches no folder any more; resolves when nothing is being read. */
  stop(): Promise<void>;
}

/** Papers as files (số hóa giấy tờ): coming in, waiting, put into dossiers, looked at. */
export function createDigitise(context: DeskContext, acting: Acting, dataDir: string, province: Province): Digitise {
  const { store, clock, log, changed } = context;
  const intakes = createIntakes(context.random);
  const waiting = createWaiting(context);
  const papers = createPapers(context, acting, waiting);
  const viewing = createViewing(context, papers, province);
  const folder = createScannerFolder({
    clock,
    log,
    take: async (name, path, bytes) => {
      await waiting.takeIn({ name, madeFrom: 'scanner', bytes }, null, path);
    },
    changed: () => changed('scans'),
  });
  folder.set(store.meta.get('scanFolder'));

  async function setFolder(path: string | null): Promise<CallOutput<'digitise.setFolder'>> {
    const whole = path === null ? null : await checkedFolder(path, dataDir);
    store.transact(() => store.meta.set('scanFolder', whole));
    folder.set(whole);
    changed('scans');
    return folder.state();
  }

  return {
    handlers: {
      'digitise.prepare': ({ dossierId }) => papers.prepare(dossierId),
      'digitise.begin': (file, session) => ({ intake: intakes.begin(session, file) }),
      'digitise.append': ({ intake, offset, piece }, session) => ({
        received: intakes.append(session, intake, offset, piece),
      }),
      'digitise.finish': async ({ intake }, session) => {
        const owner = userIdOf(session);
        return waiting.rowOf(await waiting.takeIn(intakes.finish(session, intake), owner, null));
      },
      'digitise.waiting': (_input, session) => ({
        scans: waiting.list(session),
        unusable: folder.unusable(),
        folder: folder.state(),
      }),
      'digitise.part': ({ fileId, from }, session) => waiting.part(session, fileId, from),
      'digitise.discard': ({ fileId }, session) => {
        waiting.discard(session, fileId);
        return {};
      },
      'digitise.attach': (input, session) => papers.attach(session, input),
      'digitise.list': ({ dossierId }) => papers.list(dossierId),
      'digitise.view': ({ dossierId, fileId, from }, session) => viewing.view(session, dossierId, fileId, from),
      'digitise.save': ({ dossierId, fileId }, session) => viewing.save(session, dossierId, fileId),
      'digitise.remove': async ({ dossierId, fileId, reason }, session) => {
        await papers.remove(session, dossierId, fileId, reason);
        return {};
      },
      'digitise.views': ({ dossierId, fileId }) => viewing.views(dossierId, fileId),
      'digitise.setFolder': ({ path }) => setFolder(path),
    },
    stop: () => folder.stop(),
  };
}
