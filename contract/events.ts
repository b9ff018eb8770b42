import { z } from 'zod';
import type { DossierEvent } from '../domain/dossier/events.ts';
import type { DossierErased } from '../domain/dossier/events/erasure.ts';
import { restsOf } from '../domain/log/erased.ts';
import type { AdviceErased, BatchErased, CounterDayErased, TicketErased } from '../domain/office/erasure.ts';
import type { HallEvent, TicketEvent } from '../domain/ticket/events.ts';
import {
  dossierCancelledSchema,
  dossierCorrectedSchema,
  dossierDigitisedRemovedSchema,
  dossierFeePaidSchema,
  dossierFeeRefundedSchema,
  dossierNotedSchema,
  dossierPaperDigitisedSchema,
  dossierSettledSchema,
} from './events/change.ts';
import {
  comeAskedSchema,
  counterAwaySchema,
  counterClosedSchema,
  counterOpenedSchema,
  counterSeriesSchema,
  hallClosedSchema,
  hallOpenedSchema,
  hallSignedOffSchema,
  messageSetSchema,
  helpAskedSchema,
} from './events/hall.ts';
import {
  batchAcceptedSchema,
  batchClosedSchema,
  dossierHandedOverSchema,
  dossierHandoverAcceptedSchema,
  dossierPaperFoundSchema,
} from './events/handover.ts';
import { dossierGuidedSchema, dossierRefusedSchema, dossierSubmittedSchema } from './events/intake.ts';
import {
  adviceGivenSchema,
  cashCountedSchema,
  dayClosedSchema,
  dayReopenedSchema,
  draftTakenOverSchema,
  logHoleSchema,
} from './events/office.ts';
import {
  dossierAssignedSchema,
  dossierExtendedSchema,
  dossierFinancialFulfilledSchema,
  dossierFinancialRequestedSchema,
  dossierFinishedSchema,
  dossierOpinionAskedSchema,
  dossierOpinionReceivedSchema,
  dossierOpinionReportedSchema,
  dossierStepSetSchema,
  dossierStoppedSchema,
  dossierSupplementRequestedSchema,
  dossierSupplementedSchema,
  dossierWithdrawalRequestedSchema,
} from './events/processing.ts';
import { dossierReceivedSchema } from './events/receipt.ts';
import {
  dossierArchivedSchema,
  dossierNotifiedSchema,
  dossierResultShelvedSchema,
  dossierReturnedSchema,
} from './events/result.ts';
import { otherSlipIssuedSchema, slipIssuedSchema, slipIssuedV1Schema } from './events/slip.ts';
import { civilDateSchema, idSchema, localDateTimeSchema, textSchema } from './primitives.ts';
import {
  ticketCalledSchema,
  ticketEndedSchema,
  ticketExpiredSchema,
  ticketHeldSchema,
  ticketIssuedSchema,
  ticketMovedSchema,
  ticketNoShowSchema,
  ticketPutBackSchema,
  ticketRecalledSchema,
  ticketResumedSchema,
  ticketRatedSchema,
  ticketSettledSchema,
  ticketTimeCountedSchema,
  ticketTimeLeftOutSchema,
} from './events/ticket.ts';

/** The bodies of events as they cross the wire. What reads them is held equal to the domain's types. */

const event = <T extends string, V extends number, B extends z.ZodType>(type: T, version: V, body: B) =>
  z.strictObject({ type: z.literal(type), version: z.literal(version), body });

/** What an erasure by law may leave of an event: any of today's shapes but its own. */
const erasable = [
  event('dossier.submitted', 1, dossierSubmittedSchema),
  event('dossier.guided', 1, dossierGuidedSchema),
  event('dossier.refused', 1, dossierRefusedSchema),
  event('dossier.received', 1, dossierReceivedSchema),
  event('dossier.handedOver', 1, dossierHandedOverSchema),
  event('dossier.handoverAccepted', 1, dossierHandoverAcceptedSchema),
  event('dossier.paperFound', 1, dossierPaperFoundSchema),
  event('dossier.assigned', 1, dossierAssignedSchema),
  event('dossier.stepSet', 1, dossierStepSetSchema),
  event('dossier.supplementRequested', 1, dossierSupplementRequestedSchema),
  event('dossier.supplemented', 1, dossierSupplementedSchema),
  event('dossier.financialRequested', 1, dossierFinancialRequestedSchema),
  event('dossier.financialFulfilled', 1, dossierFinancialFulfilledSchema),
  event('dossier.opinionAsked', 1, dossierOpinionAskedSchema),
  event('dossier.opinionReceived', 1, dossierOpinionReceivedSchema),
  event('dossier.opinionReported', 1, dossierOpinionReportedSchema),
  event('dossier.withdrawalRequested', 1, dossierWithdrawalRequestedSchema),
  event('dossier.stopped', 1, dossierStoppedSchema),
  event('dossier.extended', 1, dossierExtendedSchema),
  event('dossier.finished', 1, dossierFinishedSchema),
  event('dossier.resultShelved', 1, dossierResultShelvedSchema),
  event('dossier.notified', 1, dossierNotifiedSchema),
  event('dossier.returned', 1, dossierReturnedSchema),
  event('dossier.archived', 1, dossierArchivedSchema),
  event('dossier.feePaid', 1, dossierFeePaidSchema),
  event('dossier.feeRefunded', 1, dossierFeeRefundedSchema),
  event('dossier.corrected', 1, dossierCorrectedSchema),
  event('dossier.cancelled', 1, dossierCancelledSchema),
  event('dossier.noted', 1, dossierNotedSchema),
  event('dossier.settled', 1, dossierSettledSchema),
  event('dossier.paperDigitised', 1, dossierPaperDigitisedSchema),
  event('dossier.digitisedRemoved', 1, dossierDigitisedRemovedSchema),
  event('dossier.slipIssued', 2, slipIssuedSchema),
] as const;

/** Most events one erasure names: with what stays of each it fits into one event. */
export const ERASED_AT_ONCE = 100;

const erasedSchema = <R extends z.ZodType>(rest: R) =>
  z.strictObject({
    reason: textSchema(500),
    document: z.strictObject({ number: textSchema(80), date: civilDateSchema }),
    orderedBy: textSchema(200),
    events: z
      .array(z.strictObject({ id: idSchema, rest: rest.nullable() }))
      .min(1)
      .max(ERASED_AT_ONCE),
    at: localDateTimeSchema,
  });

export const dossierErasedSchema = erasedSchema(
  z.discriminatedUnion('type', erasable),
) satisfies z.ZodType<DossierErased>;

/** Every event of a dossier this release can read, of every version. */
const dossierEvents = [...erasable, event('dossier.erased', 1, dossierErasedSchema)] as const;

const oldSlip = event('dossier.slipIssued', 1, slipIssuedV1Schema);

const batchEvents = [
  event('batch.closed', 1, batchClosedSchema),
  event('batch.accepted', 1, batchAcceptedSchema),
  event('batch.slipIssued', 1, otherSlipIssuedSchema),
] as const;
const counterDayEvents = [
  event('counterDay.cashCounted', 1, cashCountedSchema),
  event('counterDay.closed', 1, dayClosedSchema),
  event('counterDay.reopened', 1, dayReopenedSchema),
  event('counterDay.slipIssued', 1, otherSlipIssuedSchema),
] as const;
const adviceEvents = [
  event('advice.given', 1, adviceGivenSchema),
  event('advice.slipIssued', 1, otherSlipIssuedSchema),
] as const;

const batchErasedSchema = erasedSchema(z.discriminatedUnion('type', batchEvents)) satisfies z.ZodType<BatchErased>;
const counterDayErasedSchema = erasedSchema(
  z.discriminatedUnion('type', counterDayEvents),
) satisfies z.ZodType<CounterDayErased>;
const adviceErasedSchema = erasedSchema(z.discriminatedUnion('type', adviceEvents)) satisfies z.ZodType<AdviceErased>;

/** Events of an office's other things: drafts, handover batches, a counter's day, advice, what a log has lost. */
const otherEvents = [
  event('draft.takenOver', 1, draftTakenOverSchema),
  ...batchEvents,
  event('batch.erased', 1, batchErasedSchema),
  ...counterDayEvents,
  event('counterDay.erased', 1, counterDayErasedSchema),
  ...adviceEvents,
  event('advice.erased', 1, adviceErasedSchema),
  event('log.hole', 1, logHoleSchema),
] as const;

const ticketEvents = [
  event('ticket.issued', 1, ticketIssuedSchema),
  event('ticket.called', 1, ticketCalledSchema),
  event('ticket.recalled', 1, ticketRecalledSchema),
  event('ticket.noShow', 1, ticketNoShowSchema),
  event('ticket.putBack', 1, ticketPutBackSchema),
  event('ticket.held', 1, ticketHeldSchema),
  event('ticket.resumed', 1, ticketResumedSchema),
  event('ticket.moved', 1, ticketMovedSchema),
  event('ticket.ended', 1, ticketEndedSchema),
  event('ticket.expired', 1, ticketExpiredSchema),
  event('ticket.timeLeftOut', 1, ticketTimeLeftOutSchema),
  event('ticket.timeCounted', 1, ticketTimeCountedSchema),
  event('ticket.settled', 1, ticketSettledSchema),
  event('ticket.rated', 1, ticketRatedSchema),
] as const;

const ticketErasedSchema = erasedSchema(z.discriminatedUnion('type', ticketEvents)) satisfies z.ZodType<TicketErased>;

/** Events of the hall: tickets, and the hall of one office and day with its counters. */
const hallEvents = [
  ...ticketEvents,
  event('ticket.erased', 1, ticketErasedSchema),
  event('hall.opened', 1, hallOpenedSchema),
  event('hall.signedOff', 1, hallSignedOffSchema),
  event('hall.closed', 1, hallClosedSchema),
  event('hall.counterOpened', 1, counterOpenedSchema),
  event('hall.counterAway', 1, counterAwaySchema),
  event('hall.counterClosed', 1, counterClosedSchema),
  event('hall.counterSeries', 1, counterSeriesSchema),
  event('hall.helpAsked', 1, helpAskedSchema),
  event('hall.comeAsked', 1, comeAskedSchema),
  event('hall.messageSet', 1, messageSetSchema),
] as const;

/** Every event this release can read, whatever it is about. A newer desk's event waits in quarantine, never lost. */
export const eventSchema = z.union([
  z.discriminatedUnion('type', [...dossierEvents, ...otherEvents, ...hallEvents]),
  oldSlip,
]);
export type ReadEvent = z.output<typeof eventSchema>;

/** The bodies of all of them, by `type@version`. */
export const eventBodies: ReadonlyMap<string, z.ZodType> = new Map(
  [...dossierEvents, ...otherEvents, ...hallEvents, oldSlip].map((option) => [
    `${option.shape.type.value}@${option.shape.version.value}`,
    option.shape.body,
  ]),
);

export const knownEventTypes: ReadonlySet<string> = new Set(eventBodies.keys());

/** The event of a dossier in it, or null where it is about something else. */
export function asDossierEvent(read: ReadEvent): DossierEvent | null {
  return isOfDossier(read) ? read : null;
}

/** The event of a ticket in it, or null where it is about something else. */
export function asTicketEvent(read: ReadEvent): TicketEvent | null {
  return isOfTicket(read) ? read : null;
}

/** The event of a hall's day in it, or null where it is about something else. */
export function asHallEvent(read: ReadEvent): HallEvent | null {
  return isOfHall(read) ? read : null;
}

function isOfTicket(read: ReadEvent): read is Extract<ReadEvent, TicketEvent> {
  return read.type.startsWith('ticket.') && !isErasure(read);
}

function isOfHall(read: ReadEvent): read is Extract<ReadEvent, HallEvent> {
  return read.type.startsWith('hall.');
}

function isOfDossier(read: ReadEvent): read is Extract<ReadEvent, DossierEvent> {
  return read.type.startsWith('dossier.');
}

/** An erasure by law, of whatever thing. */
export type ReadErasure = Extract<ReadEvent, { readonly type: `${string}.erased` }>;

export function isErasure(read: ReadEvent): read is ReadErasure {
  return read.type.endsWith('.erased');
}

/**
 * What each of one thing's events says, with what may stay in the place of what an erasure among them names, whether its
 * body is gone from this machine yet or not: so two machines that know the erasure show the same.
 */
export function standing(
  events: readonly { readonly id: string; readonly read: ReadEvent | null }[],
): readonly (ReadEvent | null)[] {
  const erasures = events.flatMap(({ id, read }) =>
    read !== null && isErasure(read) ? [{ id, events: read.body.events }] : [],
  );
  if (erasures.length === 0) return events.map(({ read }) => read);
  const rests = restsOf<ReadEvent>(erasures);
  return events.map(({ id, read }) => {
    const rest = rests.get(id);
    // An erasure is never erased.
    return rest === undefined || (read !== null && isErasure(read)) ? read : rest;
  });
}
