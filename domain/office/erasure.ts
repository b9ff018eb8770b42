import { hands } from '../dossier/erasure.ts';
import type { Erasure } from '../dossier/events/erasure.ts';
import type { BatchAccepted, BatchClosed } from '../dossier/events/handover.ts';
import type { OtherSlipIssued } from '../dossier/events/slip.ts';
import type { TicketEvent } from '../ticket/events.ts';
import type { AdviceGiven, CashCounted, DayClosed, DayReopened } from './events.ts';

/**
 * What may be erased by law beside dossiers: what was told to somebody (hướng dẫn), what a ticket knows of who holds it,
 * and free text on a handover list or of a counter's day. Drafts' takeovers, a hall's day and a log's holes name no citizen.
 */
type Of<T extends string, B> = { readonly type: T; readonly version: 1; readonly body: B };

export type AdviceRest = Of<'advice.given', AdviceGiven> | Of<'advice.slipIssued', OtherSlipIssued>;
export type BatchRest =
  | Of<'batch.closed', BatchClosed>
  | Of<'batch.accepted', BatchAccepted>
  | Of<'batch.slipIssued', OtherSlipIssued>;
export type CounterDayRest =
  | Of<'counterDay.cashCounted', CashCounted>
  | Of<'counterDay.closed', DayClosed>
  | Of<'counterDay.reopened', DayReopened>
  | Of<'counterDay.slipIssued', OtherSlipIssued>;

export type OtherRest = AdviceRest | BatchRest | CounterDayRest | TicketEvent;

/** `advice.erased`, `ticket.erased`, `batch.erased`, `counterDay.erased`, version 1: as `dossier.erased`, of something else. */
export type AdviceErased = Erasure<AdviceRest>;
export type TicketErased = Erasure<TicketEvent>;
export type BatchErased = Erasure<BatchRest>;
export type CounterDayErased = Erasure<CounterDayRest>;

/**
 * What may stay of an event that is no dossier's and whose body is erased by law: procedure, offices, numbers, times and
 * money, so that books and waits go on being true. Names, cards, free text and a ticket's tie to a dossier go.
 */
export function restOfOther<E extends OtherRest>(event: E): OtherRest {
  // Narrowing goes by the union, not by the parameter.
  const of: OtherRest = event;
  switch (of.type) {
    case 'advice.given':
      return { ...of, body: { ...of.body, person: null, note: '' } };
    case 'advice.slipIssued':
    case 'batch.slipIssued':
    case 'counterDay.slipIssued':
      return { ...of, body: silentSlip(of.body) } as OtherRest;
    case 'batch.closed': {
      const short = of.body.short.map((each) => ({ ...each, lastHolder: '' }));
      return { ...of, body: { ...of.body, from: hands(of.body.from), to: hands(of.body.to), short, shortBecause: '' } };
    }
    case 'batch.accepted':
      return { ...of, body: { ...of.body, by: hands(of.body.by) } };
    case 'counterDay.cashCounted':
      return { ...of, body: { ...of.body, note: '' } };
    case 'counterDay.closed':
      return { ...of, body: { ...of.body, note: '' } };
    case 'counterDay.reopened':
      return { ...of, body: { ...of.body, reason: '' } };
    case 'ticket.issued': {
      const { second } = of.body;
      const gone = { dossierId: null, personKey: null, sealedPerson: null };
      return { ...of, body: { ...of.body, ...gone, second: second === null ? null : { ...second, reason: '' } } };
    }
    case 'ticket.held':
      return { ...of, body: { ...of.body, reason: '' } };
    case 'ticket.moved':
      return { ...of, body: { ...of.body, reason: '' } };
    case 'ticket.ended':
      return { ...of, body: { ...of.body, dossierId: null } };
    case 'ticket.timeLeftOut':
      return { ...of, body: { ...of.body, reason: '' } };
    case 'ticket.timeCounted':
      return { ...of, body: { ...of.body, reason: '' } };
    case 'ticket.settled':
      return { ...of, body: { ...of.body, note: '' } };
    case 'ticket.called':
    case 'ticket.recalled':
    case 'ticket.noShow':
    case 'ticket.putBack':
    case 'ticket.resumed':
    case 'ticket.expired':
    case 'ticket.rated':
      return of;
  }
}

const NO_HASH = '0'.repeat(64);

function silentSlip(body: OtherSlipIssued): OtherSlipIssued {
  return { ...body, pdfSha256: NO_HASH, copyOf: body.copyOf === null ? null : { ...body.copyOf, reason: '' } };
}
