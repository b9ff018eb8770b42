import type { Approval } from '../../contract/desk/approval.ts';
import { ProblemError } from '../../contract/problems.ts';
import type { User } from '../../contract/sync.ts';
import type { LocalDateTime } from '../../domain/calendar/civil-date.ts';
import {
  dossierVersions,
  type CurrentDossierEvent,
  type DossierBodies,
  type DossierEventType,
} from '../../domain/dossier/events.ts';
import type { Holder, Override } from '../../domain/dossier/events/common.ts';
import { lawBreaks, lawWords, mayDo, overrideOf } from '../../domain/dossier/law.ts';
import { heads } from '../../domain/log/order.ts';
import { stateFacts } from '../../domain/dossier/states.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { viewAfter } from '../../domain/dossier/view-after.ts';
import { bodyOf, type RecordPlan } from '../store/store.ts';
import type { Accounts } from './accounts.ts';
import { enrolmentOf, ownCounter, type DeskContext } from './context.ts';
import type { DeskSession } from './sessions.ts';

/** One thing done to a dossier. */
export type Act = { [T in DossierEventType]: { readonly type: T; readonly body: DossierBodies[T] } }[DossierEventType];

/** What a use case knows while it decides what to write. */
export interface Moment {
  readonly user: User;
  /** Vietnam local time by the trusted clock. */
  readonly now: LocalDateTime;
  /** The reason given with an approval; null where none was given. */
  readonly override: Override | null;
}

type Entry = RecordPlan['events'][number];

/** Everything that is written on a dossier goes through here: the state table and the limits are asked first. */
export interface Acting {
  /**
   * Writes what `decide` makes of the dossier as it stands, in one transaction with whatever `also` writes.
   * @throws ProblemError TN-05 no such dossier, HS-01 not at this step, HS-02 past a limit and nobody approved,
   *   DN-01, DN-02, HS-03 for the approval itself
   */
  write(
    session: DeskSession,
    dossierId: string,
    approval: Approval | null,
    decide: (view: DossierView, moment: Moment) => readonly Act[],
    also?: () => void,
  ): Promise<DossierView>;
  /** The approver, where an approval is given. @throws ProblemError DN-01, DN-02, HS-03 */
  approver(approval: Approval | null): Promise<User | null>;
  /**
   * The entries of acts on one dossier for a larger transaction, judged in turn. `view` null: a dossier never heard of,
   * whose paper may be given and taken by its slip. @throws ProblemError HS-01, HS-02
   */
  entries(
    target: { readonly id: string; readonly view: DossierView | null },
    acts: readonly Act[],
    actor: User,
    approver: User | null,
  ): Entry[];
  /** What others see of whoever sits here: a counter, or the unit of a unit's officer. */
  holderHere(user: User): Holder;
  /** Says to everybody that dossiers have changed, and that there is something to send. */
  done(): void;
}

export function createActing(context: DeskContext, accounts: Pick<Accounts, 'approver'>): Acting {
  const { store, clock, changed } = context;

  const judge = (view: DossierView | null, event: CurrentDossierEvent, approved: boolean): void => {
    // Paper in the hand whose dossier has not arrived: the fold puts the event behind the one that began it.
    if (view === null && takesUnheard(event)) return;
    if (mayDo(view, event.type) === 'never') {
      const { name } = stateFacts[view?.state ?? 'submitted'];
      throw new ProblemError('HS-01', { state: name.vi });
    }
    const breaks = lawBreaks(view, event);
    if (breaks.length > 0 && !(approved && overrideOf(event) !== null)) {
      throw new ProblemError('HS-02', {
        rules: breaks.map((each) => lawWords[each].vi).join('; '),
        breaks: breaks.join(' '),
      });
    }
  };

  const acting: Acting = {
    approver: (approval) =>
      approval === null ? Promise.resolve(null) : accounts.approver(approval.login, approval.password),
    entries({ id, view }, acts, actor, approver) {
      let seen = view;
      // Of a dossier never heard of, what was written here before: its paper came, and goes on.
      let after = view?.heads ?? heads((store.log?.ofAggregate(id) ?? []).map((event) => event.envelope));
      return acts.map((act) => {
        const event = currentOf(act);
        judge(seen, event, approver !== null);
        const stamp = context.stamp();
        const by = { id: stamp.id, actor: actor.id, approvedBy: approver?.id ?? null };
        seen = viewAfter(id, seen, by, event);
        const entry: Entry = {
          stamp,
          event: {
            aggregate: 'dossier',
            aggregateId: id,
            after,
            type: act.type,
            version: dossierVersions[act.type],
            body: bodyOf(act.body),
            actor: actor.id,
            approvedBy: approver?.id ?? null,
          },
        };
        after = [stamp.id];
        return entry;
      });
    },
    async write(session, dossierId, approval, decide, also) {
      if (session.user === null) throw new ProblemError('DN-03');
      const { user } = session;
      const approver = await acting.approver(approval);
      const override = approval === null ? null : { reason: approval.reason.trim() };
      store.record(() => {
        const view = store.dossiers.get(dossierId);
        if (view === null) throw new ProblemError('TN-05');
        const acts = decide(view, { user, now: context.localNow(), override });
        return {
          now: clock.now(),
          events: acting.entries({ id: dossierId, view }, acts, user, approver),
          ...(also === undefined ? {} : { also }),
        };
      });
      acting.done();
      const after = store.dossiers.get(dossierId);
      if (after === null) throw new ProblemError('TN-05');
      return after;
    },
    holderHere(user) {
      const { office } = enrolmentOf(context);
      const { id, name } = user;
      if (user.role === 'unitOfficer') {
        return { kind: 'unit', office, place: user.unit ?? ownCounter(context).name, user: id, name };
      }
      return { kind: 'counter', office, place: ownCounter(context).name, user: id, name };
    },
    done() {
      context.kick();
      changed('dossiers');
      changed('status');
    },
  };
  return acting;
}

/** Given or taken by the facts of its slip alone (design: Printing). */
function takesUnheard(event: CurrentDossierEvent): boolean {
  const moves = event.type === 'dossier.handedOver' || event.type === 'dossier.handoverAccepted';
  return moves && event.body.seenOnSlip !== null;
}

function currentOf(act: Act): CurrentDossierEvent {
  // One version a type: the pair is made from the same table the type is.
  return { type: act.type, version: dossierVersions[act.type], body: act.body } as CurrentDossierEvent;
}
