import { ProblemError } from '../../../contract/problems.ts';
import type { HandoverBrief } from '../../../contract/desk/handover.ts';
import type { User } from '../../../contract/sync.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { handoverDeadline } from '../../../domain/calendar/handover.ts';
import type { Holder } from '../../../domain/dossier/events/common.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import type { SeenOnSlip } from '../../../domain/dossier/events/handover.ts';
import { originalsOf, papersFor } from '../../../domain/handover/carried.ts';
import { deadlineWords } from '../../../domain/handover/day-notice.ts';
import { placeOfHands } from '../../../domain/handover/to-give.ts';
import type { GiveRow } from '../../store/to-give.ts';
import type { Acting } from '../acting.ts';
import { enrolmentOf, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { voidSlipOf } from '../slips/void-slip.ts';
import { placesOf, type Places } from './places.ts';

/** What every step of a handover at this desk stands on. */
export interface Hands {
  readonly context: DeskContext;
  readonly acting: Acting;
  readonly places: Places;
  /** @throws ProblemError DN-03 nobody signed in */
  userOf(session: DeskSession): User;
  /** Who gives and takes here: the counter, or the unit of its officer. */
  here(session: DeskSession): Holder;
  /** What must leave `here`, each with its deadline and the name of its place. */
  dueFrom(here: Holder): DueRow[];
  deadline(at: LocalDateTime | null): { at: LocalDateTime; words: { vi: string; en: string }; isOver: boolean } | null;
  /** @param token secret of the slip that was scanned; null where a code was, or nothing */
  brief(dossierId: string, view: DossierView | null, seen: SeenOnSlip | null, token?: string | null): HandoverBrief;
}

export interface DueRow extends GiveRow {
  /** Normalised key of the place it goes to. */
  readonly place: string;
  readonly deadline: LocalDateTime | null;
  /** The day it is listed under: null for today and before. */
  readonly later: CivilDate | null;
  /** Whether today is the last day for it, or past. */
  readonly mustGo: boolean;
}

export function handsOf(context: DeskContext, acting: Acting): Hands {
  const places = placesOf(context);
  const userOf = (session: DeskSession): User => {
    if (session.user === null) throw new ProblemError('DN-03');
    return session.user;
  };
  return {
    context,
    acting,
    places,
    userOf,
    here: (session) => acting.holderHere(userOf(session)),
    dueFrom(here) {
      const calendar = context.reference.calendar(enrolmentOf(context).office);
      const today = dateOf(context.localNow());
      return context.store.toGive.from(placeOfHands(here)).map((row) => {
        const deadline = row.by ?? handoverDeadline(row.since, calendar);
        const day = deadline === null ? today : dateOf(deadline);
        // A result may go as soon as it is there; the day it is promised for is its last.
        const later = day > today && row.purpose !== 'result' ? day : null;
        return { ...row, place: places.normal(row.toKey), deadline, later, mustGo: day <= today };
      });
    },
    deadline(at) {
      if (at === null) return null;
      const now = context.localNow();
      return { at, words: deadlineWords(at, now), isOver: at < now };
    },
    brief(dossierId, view, seen, token = null) {
      const procedure = seen === null ? '' : procedureName(context, seen.procedure);
      if (view === null) {
        return {
          dossierId,
          code: seen?.code ?? '',
          name: '',
          procedure,
          originals: null,
          heard: false,
          voidSlip: null,
          rounds: 0,
        };
      }
      return {
        dossierId,
        code: codeOfView(view),
        name: view.intake.applicant?.name ?? '',
        procedure: view.intake.procedure.shortName,
        originals: originalsOf(papersFor(view, view.state === 'finished' ? 'result' : 'processing')),
        heard: true,
        voidSlip: token === null ? null : voidSlipOf(view, token),
        rounds: view.rounds.length,
      };
    },
  };
}

/** The short name of a procedure the slip names; its code where the catalogue has none. */
export function procedureName(context: DeskContext, code: string): string {
  return context.reference.catalogue().procedures.find((each) => each.code === code)?.shortName ?? code;
}

/** The part of a key before the day it may carry, and the day. */
export function splitKey(key: string): { readonly place: string; readonly later: CivilDate | null } {
  const match = /^(.*)#(\d{4}-\d{2}-\d{2})$/s.exec(key);
  return match === null ? { place: key, later: null } : { place: match[1] ?? '', later: match[2] ?? null };
}
