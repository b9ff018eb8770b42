import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { OpenedHandlers } from '../router.ts';
import { createCancel } from './cancel.ts';
import { createCorrection } from './correction.ts';

type Names = `dossier.${'correction' | 'previewCorrection' | 'correct' | 'cancellation' | 'cancel'}`;

/** The calls by which mistakes are put right. */
export function correctionHandlers(context: DeskContext, acting: Acting): Pick<OpenedHandlers, Names> {
  const correction = createCorrection(context, acting);
  const cancel = createCancel(context, acting);
  return {
    'dossier.correction': ({ dossierId }) => correction.open(dossierId),
    'dossier.previewCorrection': (input) => correction.preview(input),
    'dossier.correct': (input, session) => correction.correct(session, input),
    'dossier.cancellation': ({ dossierId }) => cancel.open(dossierId),
    'dossier.cancel': (input, session) => cancel.cancel(session, input),
  };
}
