import type { KioskSlip, KioskTake, KioskTaken } from '../../../contract/hall-kiosk.ts';
import { dateOf } from '../../../domain/calendar/civil-date.ts';
import { codeOfView } from '../../../domain/dossier/view.ts';
import { readReturnCode } from '../../../domain/guidance/return-code.ts';
import { classifyScan } from '../../../domain/scan/classify.ts';
import { isBookedLater } from '../../../domain/ticket/booking.ts';
import { seriesOf } from '../../../domain/ticket/series.ts';
import { laneOfSlip, slipGives, type ShownSlip } from '../../../domain/ticket/slip-lane.ts';
import { phoneKeys } from '../../hall/phones/keys.ts';
import type { DeskContext } from '../context.ts';
import { enrolmentOf } from '../context.ts';
import { decideHere } from './deciding.ts';
import { keepPerson } from './persons.ts';
import type { Telling } from './told.ts';

/** The host's answers to a ticket kiosk, which holds no dossier: the least that lets a number be given. */

/**
 * What a slip gives, as far as this machine knows its dossier; null: it is no slip.
 * @param note told which code is asked about, before anything of it is said; may refuse
 */
export function slipAtHost(context: DeskContext, text: string, note: (code: string) => void): KioskSlip {
  const code = slipCode(context, text);
  // An address on a slip names a dossier too: whether this machine has it is an answer.
  note(code ?? text);
  if (code === null) return null;
  const slip = shownSlip(context, code);
  if (slip === null) return { code, gives: 'number' };
  const now = context.localNow();
  return { code, gives: slipGives(slip, context.reference.hallRules(dateOf(now)), now) };
}

/**
 * Gives the number: lane and booked time by the slip, the card sealed with the hall's secret.
 * @throws ProblemError HC-…
 */
export function takeAtHost(
  context: DeskContext,
  telling: Telling,
  secret: string,
  { term, ...asked }: KioskTake & { readonly term: number },
): KioskTaken {
  const { ticket, request, series, priority, card } = asked;
  const now = context.localNow();
  const rules = context.reference.hallRules(dateOf(now));
  const slip = asked.slip === null ? null : shownSlip(context, asked.slip);
  const { lane, bookedFor } =
    slip === null
      ? { lane: 'ordinary' as const, bookedFor: null }
      : laneOfSlip(slip, seriesOf(rules, series), rules, now);
  const person = card === null ? { key: null, sealed: null } : keepPerson(secret, card, dateOf(now), context.random);
  const command = {
    kind: 'issue' as const,
    ticket,
    series,
    field: null,
    lane,
    priority,
    source: 'kiosk' as const,
    bookedFor,
    dossierId: slip?.id ?? null,
    personKey: person.key,
    sealedPerson: person.sealed,
    secondBecause: null,
    // Called from a later minute on: what those in line wait is no matter of theirs.
    told: isBookedLater({ bookedFor }, rules, now) ? null : telling.now({ series, lane, priority }),
  };
  decideHere(context, { command, actor: enrolmentOf(context).device, request, term });
  return { isReady: slip?.state === 'finished', follow: phoneKeys(secret).follow(ticket) };
}

/** The code of a slip, guidance or receipt; null: it is none, or not known at this machine. */
function slipCode({ store }: DeskContext, text: string): string | null {
  const scan = classifyScan(text);
  if (scan.kind === 'dossier-code') return scan.code;
  if (scan.kind !== 'slip-qr') return readReturnCode(text);
  const back = readReturnCode(scan.address);
  if (back !== null) return back;
  const view = scan.dossierId === null ? null : store.dossiers.get(scan.dossierId);
  return view === null ? null : codeOfView(view);
}

/**
 * What is known here of the dossier with that code; null: nothing. A return code is given to nobody but who was sent away for
 * papers, so that it counts though this machine has not heard of its dossier.
 */
function shownSlip({ store }: DeskContext, code: string): (ShownSlip & { readonly id: string | null }) | null {
  const view = store.dossiers.byCode(code);
  if (view !== null) return { id: view.id, state: view.state, dueAt: view.clock.dueAt };
  return readReturnCode(code) === null ? null : { id: null, state: 'guided', dueAt: null };
}
