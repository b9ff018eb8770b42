import type { CallInput } from '../../contract/desk.ts';
import { emptyReceipt, type Draft, type ReceiptContent } from '../../contract/desk/receipt.ts';
import { ProblemError } from '../../contract/problems.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { procedureAt } from '../../domain/procedure/catalogue.ts';
import { mayDo } from '../../domain/dossier/law.ts';
import { heads } from '../../domain/log/order.ts';
import type { User } from '../../contract/sync.ts';
import { DRAFT_DAYS, type DraftRow } from '../store/drafts.ts';
import { nameOfUser, type DeskContext } from './context.ts';
import { typedPeople } from './guidance/typed-people.ts';
import { namedId } from './named-id.ts';
import type { DeskSession } from './sessions.ts';
import { writtenLocal } from './trusted-time.ts';

const DAY_MS = 86_400_000;

export type Drafts = ReturnType<typeof createDrafts>;

/** Half-done receipts (làm dở): saved as they are typed, found again after a crash, taken over by a colleague. */
export function createDrafts(context: DeskContext) {
  const { store, clock, random, changed } = context;

  const userOf = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };
  const nameOf = (id: string): string => nameOfUser(context, id);
  const procedureName = (code: string | null): string =>
    (code === null ? null : procedureAt(context.reference.catalogue(), code, dateOf(context.localNow())))?.shortName ??
    '';
  const shown = (row: DraftRow): Draft => ({
    id: row.id,
    owner: row.owner,
    ownerName: nameOf(row.owner),
    revision: row.revision,
    savedAt: writtenLocal(row.saved),
    content: row.content,
  });

  /** @throws ProblemError TN-02 gone, TN-03 somebody else's */
  const own = (session: DeskSession, id: string): DraftRow => {
    const row = store.drafts.get(id);
    if (row === null) throw new ProblemError('TN-02');
    if (row.owner !== userOf(session).id) throw new ProblemError('TN-03', { name: nameOf(row.owner) });
    return row;
  };

  return {
    create(session: DeskSession, from: string | null): Draft {
      // A receipt begun is a slip in a minute or two.
      context.printer.prepare?.();
      const before = from === null ? null : (store.dossiers.get(from)?.received ?? null);
      const content = emptyReceipt(before?.visit ?? random.id());
      const row: DraftRow = {
        id: random.id(),
        owner: userOf(session).id,
        revision: 0,
        saved: context.now(),
        // The next dossier of the same visit: the people stay, nothing else does.
        content: before === null ? content : { ...content, ...typedPeople(before.applicant, before.submitter) },
      };
      // Nothing typed yet: the row is written with the first save, so that looking at an empty form leaves no draft.
      return shown(row);
    },
    /** The receipt of a dossier that something has happened to already, under its own id. */
    begin: (session: DeskSession, id: string, content: ReceiptContent): Draft =>
      shown({ id, owner: userOf(session).id, revision: 0, saved: context.now(), content }),
    list: () =>
      store.drafts.list().map((row) => ({
        id: row.id,
        owner: row.owner,
        ownerName: nameOf(row.owner),
        savedAt: writtenLocal(row.saved),
        title: row.content.applicant?.name ?? row.content.submitter?.name ?? '',
        procedure: row.content.procedureCode,
        procedureName: procedureName(row.content.procedureCode),
        channel: row.content.channel,
        keptUntil: writtenLocal(row.saved + DRAFT_DAYS * DAY_MS),
      })),
    open: (session: DeskSession, id: string): Draft => shown(own(session, id)),
    save(session: DeskSession, input: CallInput<'draft.save'> & { content: ReceiptContent }) {
      const owner = userOf(session).id;
      const saved = context.now();
      const revision = store.transact(() => {
        if (mayDo(store.dossiers.get(input.id), 'dossier.received') === 'never') throw new ProblemError('TN-02');
        const before = store.drafts.get(input.id);
        if (before !== null && before.owner !== owner) throw new ProblemError('TN-03', { name: nameOf(before.owner) });
        if (before === null ? input.revision !== 0 : before.revision !== input.revision)
          throw new ProblemError('TN-06');
        const next = input.revision + 1;
        store.drafts.put({ id: input.id, owner, revision: next, saved, content: input.content });
        return next;
      });
      changed('drafts');
      return { revision, savedAt: writtenLocal(saved) };
    },
    takeOver(session: DeskSession, id: string): Draft {
      const row = store.drafts.get(id);
      if (row === null) throw new ProblemError('TN-02');
      const taken = { ...row, owner: userOf(session).id, revision: row.revision + 1 };
      if (taken.owner !== row.owner) {
        // Decision 10: saving is local, taking over is an event.
        const aggregateId = draftAggregate(id);
        store.record(() => ({
          now: clock.now(),
          events: [
            {
              stamp: context.stamp(),
              event: {
                aggregate: 'draft',
                aggregateId,
                after: heads((store.log?.ofAggregate(aggregateId) ?? []).map((event) => event.envelope)),
                type: 'draft.takenOver',
                version: 1,
                body: { from: row.owner, to: taken.owner },
                actor: taken.owner,
                approvedBy: null,
              },
            },
          ],
          also: () => store.drafts.put(taken),
        }));
        context.kick();
        changed('drafts');
      }
      return shown(taken);
    },
    discard(session: DeskSession, id: string): Record<string, never> {
      own(session, id);
      store.transact(() => store.drafts.remove(id));
      changed('drafts');
      return {};
    },
  };
}

/**
 * The name of a draft's own history. Not the draft's id: that one becomes the dossier's, and one name is never two kinds
 * of thing, at the province neither.
 */
const draftAggregate = (draftId: string): string => namedId(`draft ${draftId}`);
