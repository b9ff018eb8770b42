import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import type { User } from '../../../contract/sync.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { messageTelephone } from '../../../domain/message/recipient.ts';
import type { Message } from '../../../domain/message/texts.ts';
import type { Awaited } from '../../../domain/results/whereabouts.ts';
import type { Act, Acting } from '../acting.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import { messageActs, noticeAct } from '../notices.ts';
import type { DeskSession } from '../sessions.ts';
import type { RecordPlan } from '../../store/store.ts';
import { readyMessage, reminderMessage, type ResultRows } from './rows.ts';

type Told = CallOutput<'results.shelve'>;

/** Shelves, and telling the citizen (báo người dân): ready, reminded. */
export function createTelling(context: DeskContext, acting: Acting, rows: ResultRows) {
  const { store, clock } = context;
  const userOf = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };

  /** Several dossiers, one transaction; says whom no message reached. */
  const each = (
    session: DeskSession,
    dossierIds: readonly string[],
    actsOf: (view: DossierView, waits: Awaited, at: string) => { acts: readonly Act[]; message: Message | null },
  ): Told => {
    const user = userOf(session);
    let told = 0;
    let untold: Told['untold'] = [];
    store.record((): RecordPlan => {
      told = 0;
      untold = [];
      const at = context.localNow();
      const events = [...new Set(dossierIds)].flatMap((id) => {
        const { view, waits } = rows.waiting(id);
        const { acts, message } = actsOf(view, waits, at);
        const messages = message === null ? [] : messageActs(context, view, message, at);
        if (message !== null && messages.length === 0) {
          const { applicant, submitter } = view.intake;
          const phone = [applicant?.phone ?? '', submitter?.person.phone ?? ''].find((text) => text !== '') ?? '';
          untold.push({ dossierId: id, code: codeOfView(view), name: applicant?.name ?? '', phone });
        }
        told += messages.length;
        return acting.entries({ id, view }, [...acts, ...messages], user, null);
      });
      return { now: clock.now(), events };
    });
    acting.done();
    return { told, untold };
  };

  return {
    /** @throws ProblemError TN-05, TK-01, HS-01 */
    shelve(session: DeskSession, { dossierIds, place }: CallInput<'results.shelve'>): Told {
      const { office } = enrolmentOf(context);
      return each(session, dossierIds, (view, waits, at) => {
        const acts: Act[] = [{ type: 'dossier.resultShelved', body: { office, place: place.trim(), at } }];
        // Moved from one place to another: they know already.
        return { acts, message: waits.at === 'shelf' ? null : readyMessage(view, waits) };
      });
    },
    /** @throws ProblemError TN-05, TK-01, HS-01 */
    remind(session: DeskSession, dossierIds: readonly string[]): Told {
      return each(session, dossierIds, (view, waits) => ({
        acts: [],
        message: reminderMessage(rows.row(view, waits), waits),
      }));
    },
    /** @throws ProblemError TN-05, TK-01, TK-02 */
    async tell(session: DeskSession, { dossierId, about, way, text }: CallInput<'results.tell'>) {
      await acting.write(session, dossierId, null, (view, { now }) => {
        const { waits } = rows.waiting(view.id);
        const message =
          about === 'reminder'
            ? reminderMessage(rows.row(view, waits), waits)
            : about === 'call-back'
              ? callBack
              : readyMessage(view, waits);
        if (message === null) return [];
        if (way !== 'message') return [noticeAct(view, message, way, text.trim(), now)];
        if (messageTelephone(view.intake) === null) throw new ProblemError('TK-02', { code: codeOfView(view) });
        return messageActs(context, view, message, now);
      });
      return {};
    },
  };
}

const callBack: Message = { about: 'call-back' };
