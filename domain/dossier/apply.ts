import type { Envelope } from '../log/envelope.ts';
import type { LocalDateTime } from '../calendar/civil-date.ts';
import { arrived, corrected, ended, extended, goesOn, NO_CLOCK, paused, started } from './clock.ts';
import { find, give, NOBODY, returnTo, take } from './custody.ts';
import type { CurrentDossierEvent } from './events.ts';
import type { Correction } from './events/change.ts';
import type { Holder, Intake } from './events/common.ts';
import type { DossierReceived, PaperTaken } from './events/receipt.ts';
import type { SlipIssued } from './events/slip.ts';
import { collectorHands } from '../results/collector.ts';
import type { DossierState } from './states.ts';
import type { Custody, DossierView, Payment, Round, SlipView } from './view.ts';

/** A dossier while its events are folded: everything the view says but what is said of the events themselves. */
export type Folding = Omit<
  DossierView,
  'id' | 'foldVersion' | 'flags' | 'settled' | 'story' | 'heads' | 'state' | 'intake'
> & {
  readonly state: DossierState | 'nothing';
  readonly intake: Intake | null;
  /** The event that brought the present state; empty before the first. */
  readonly stateEvent: string;
  /** Whether the last handover came from somebody not known to hold the paper. */
  readonly gap: boolean;
};

export const NOTHING: Folding = {
  state: 'nothing',
  intake: null,
  openedAt: '',
  submitted: null,
  guided: null,
  refused: null,
  received: null,
  codes: [],
  rounds: [],
  custody: NOBODY,
  work: {
    assignee: '',
    assigneeName: '',
    step: null,
    stepWords: '',
    stepAt: null,
    opinions: [],
    duty: null,
    withdrawal: null,
    extension: null,
    stop: null,
  },
  clock: NO_CLOCK,
  result: { finished: null, shelf: null, returned: null, archivedAt: null },
  payments: [],
  slips: [],
  scans: [],
  notices: [],
  corrections: [],
  mergedInto: null,
  settlements: [],
  erasures: [],
  stateEvent: '',
  gap: false,
};

export type By = Pick<Envelope, 'id' | 'actor' | 'approvedBy'>;

/** The effect of one event. Total: whether it should have happened is judged elsewhere (table.ts, law.ts). */
export function applyEvent(before: Folding, by: By, event: CurrentDossierEvent): Folding {
  const to = (state: DossierState, more: Partial<Folding> = {}): Folding => ({
    ...before,
    gap: false,
    ...more,
    state,
    stateEvent: by.id,
  });
  const same = (more: Partial<Folding>): Folding => ({ ...before, gap: false, ...more });
  switch (event.type) {
    case 'dossier.submitted': {
      const { intake, submittedAt } = event.body;
      return to('submitted', { intake, openedAt: submittedAt, submitted: event.body });
    }
    case 'dossier.guided': {
      const { intake, at } = event.body;
      return to('guided', {
        intake,
        openedAt: opened(before, at),
        guided: event.body,
        rounds: [...before.rounds, roundOf(by, event)],
      });
    }
    case 'dossier.refused': {
      const { intake, at } = event.body;
      return to('refused', { intake, openedAt: opened(before, at), refused: event.body });
    }
    case 'dossier.received':
      return receive(before, by, event.body);
    case 'dossier.slipIssued': {
      return same({ slips: issue(before.slips, by, event.body) });
    }
    case 'dossier.handedOver': {
      const { custody, gap } = give(before.custody, event.body);
      return same({ custody, gap });
    }
    case 'dossier.handoverAccepted':
      return accept(before, by, event.body);
    case 'dossier.paperFound':
      return same({ custody: find(before.custody, event.body) });
    case 'dossier.assigned': {
      const { to: assignee, name: assigneeName } = event.body;
      return same({ work: { ...before.work, assignee, assigneeName } });
    }
    case 'dossier.stepSet': {
      const { step, words: stepWords, at: stepAt } = event.body;
      const work = { ...before.work, step, stepWords, stepAt };
      return before.state === 'received' ? to('processing', { work }) : same({ work });
    }
    case 'dossier.supplementRequested': {
      const { at, clock: how } = event.body;
      const clock = paused(before.clock, at, 'supplement', how);
      return to('supplement', { clock, rounds: [...before.rounds, roundOf(by, event)] });
    }
    case 'dossier.supplemented': {
      const { at, due, papers } = event.body;
      const rounds = answered(before.rounds, at, papers);
      return to('processing', { clock: goesOn(before.clock, at, due), rounds });
    }
    case 'dossier.financialRequested': {
      const { at, clock: how } = event.body;
      const clock = paused(before.clock, at, 'financial', how);
      return to('financial', { clock, work: { ...before.work, duty: event.body } });
    }
    case 'dossier.financialFulfilled': {
      const { at, due } = event.body;
      return to('processing', { clock: goesOn(before.clock, at, due) });
    }
    case 'dossier.opinionAsked': {
      const { opinionId, agency, content, answerBy, at: askedAt, documentNumber } = event.body;
      const asked = {
        opinionId,
        agency,
        content,
        answerBy,
        askedAt,
        answer: null,
        documentNumber,
        answeredAt: null,
        reportedAt: null,
      };
      return same({ work: { ...before.work, opinions: [...before.work.opinions, asked] } });
    }
    case 'dossier.opinionReceived': {
      const { opinionId, answer, documentNumber, at: answeredAt } = event.body;
      const opinions = before.work.opinions.map((each) =>
        each.opinionId === opinionId ? { ...each, answer, documentNumber, answeredAt } : each,
      );
      return same({ work: { ...before.work, opinions } });
    }
    case 'dossier.opinionReported': {
      const { opinionId, at: reportedAt } = event.body;
      const isFirst = (known: LocalDateTime | null): boolean => known === null || reportedAt < known;
      const opinions = before.work.opinions.map((each) =>
        each.opinionId === opinionId && isFirst(each.reportedAt) ? { ...each, reportedAt } : each,
      );
      return same({ work: { ...before.work, opinions } });
    }
    case 'dossier.withdrawalRequested':
      return to('withdrawing', { work: { ...before.work, withdrawal: event.body } });
    case 'dossier.stopped':
      return to('stopped', { clock: ended(before.clock, event.body.at), work: { ...before.work, stop: event.body } });
    case 'dossier.extended':
      return same({
        clock: extended(before.clock, event.body.at, event.body.due),
        work: { ...before.work, extension: event.body },
      });
    case 'dossier.finished':
      return to('finished', {
        clock: ended(before.clock, event.body.at),
        result: { ...before.result, finished: event.body },
      });
    case 'dossier.resultShelved': {
      const { office, place, at } = event.body;
      const { shelf } = before.result;
      const since = shelf?.office === office ? shelf.since : at;
      return same({ result: { ...before.result, shelf: { office, place, at, since } } });
    }
    case 'dossier.notified':
      return before.notices.some((each) => each.messageId === event.body.messageId)
        ? same({})
        : same({ notices: [...before.notices, event.body] });
    case 'dossier.returned':
      return to('returned', {
        result: { ...before.result, returned: event.body },
        custody: returnTo(before.custody, event.body, collectorHands(before, event.body.to)),
      });
    case 'dossier.archived':
      return to('archived', { result: { ...before.result, archivedAt: event.body.at } });
    case 'dossier.feePaid': {
      const { reference: note, ...paid } = event.body;
      return same({ payments: pay(before.payments, { ...paid, note, atReceipt: false, actor: by.actor }) });
    }
    case 'dossier.feeRefunded': {
      const { reason: note, amount, ...back } = event.body;
      return same({
        payments: pay(before.payments, {
          ...back,
          amount: -amount,
          receiptNumber: '',
          note,
          atReceipt: false,
          actor: by.actor,
        }),
      });
    }
    case 'dossier.corrected':
      return correct(before, by, event.body);
    case 'dossier.cancelled':
      return to('cancelled', { clock: ended(before.clock, event.body.at), mergedInto: event.body.mergedInto });
    case 'dossier.paperDigitised':
      return before.scans.some((each) => each.fileId === event.body.fileId && each.removedBecause === null)
        ? same({})
        : same({ scans: [...before.scans, { ...event.body, actor: by.actor, removedBecause: null }] });
    case 'dossier.digitisedRemoved': {
      const { fileId, reason: removedBecause } = event.body;
      return same({
        scans: before.scans.map((each) =>
          // Taken out and put in again is another entry: the first keeps its own reason.
          each.fileId === fileId && each.removedBecause === null ? { ...each, removedBecause } : each,
        ),
      });
    }
    case 'dossier.settled':
      return settle(before, by, event.body);
    case 'dossier.erased': {
      const { events: _events, ...erasure } = event.body;
      return same({ erasures: [...before.erasures, { ...erasure, eventId: by.id }] });
    }
    case 'dossier.noted':
      return same({});
  }
}

function opened(before: Folding, at: LocalDateTime): LocalDateTime {
  return before.openedAt === '' ? at : before.openedAt;
}

function roundOf(
  by: By,
  event: Extract<CurrentDossierEvent, { type: 'dossier.guided' | 'dossier.supplementRequested' }>,
): Round {
  const { round, demands, reason, returnCode, answerBy, at, override } = event.body;
  return {
    eventId: by.id,
    by: event.type === 'dossier.guided' ? 'counter' : 'unit',
    round,
    demands,
    reason,
    returnCode,
    answerBy,
    at,
    answeredAt: null,
    brought: [],
    override,
    approvedBy: by.approvedBy,
  };
}

function answered(rounds: readonly Round[], at: LocalDateTime, brought: readonly PaperTaken[]): Round[] {
  return rounds.map((round) => (round.answeredAt === null ? { ...round, answeredAt: at, brought } : round));
}

function receive(before: Folding, by: By, received: DossierReceived): Folding {
  const { receivedAt, code, fastLane } = received;
  return {
    ...before,
    gap: false,
    state: fastLane ? 'done' : 'received',
    stateEvent: by.id,
    intake: intakeOf(received),
    openedAt: opened(before, receivedAt),
    received,
    codes: before.codes.includes(code.text) ? before.codes : [code.text, ...before.codes],
    rounds: answered(before.rounds, receivedAt, []),
    custody: { ...before.custody, holder: { ...counterOf(received), user: by.actor }, since: receivedAt },
    clock: started(received),
    payments: withReceipt(before.payments, by, received),
  };
}

/** Who held the paper first. */
function counterOf(received: DossierReceived): Holder;
function counterOf(received: DossierReceived | null): Holder | null;
function counterOf(received: DossierReceived | null): Holder | null {
  if (received === null) return null;
  const { receivingOffice: office, counter: place } = received;
  // Names of people are reference data: whoever shows it looks the user up.
  return { kind: 'counter', office, place, user: '', name: '' };
}

/** A slip that replaces another makes it void, and every copy of it, made before or after. */
function issue(slips: readonly SlipView[], { id: eventId }: By, issued: SlipIssued): SlipView[] {
  const original = slips.find((each) => each.slipId === issued.copyOf?.slipId);
  const isVoid = (slip: SlipView): boolean => slip.slipId === issued.voids || slip.copyOf?.slipId === issued.voids;
  return [
    ...slips.map((each) =>
      issued.voids !== null && isVoid(each) && each.voidedBy === null ? { ...each, voidedBy: issued.slipId } : each,
    ),
    { ...issued, eventId, voidedBy: original?.voidedBy ?? null },
  ];
}

/** The part of a receipt that every list shows. */
export function intakeOf(received: DossierReceived): Intake {
  const { applicant, submitter, procedure, channel, receivingOffice, counter, competentOffice, processingUnit } =
    received;
  return { applicant, submitter, procedure, channel, receivingOffice, counter, competentOffice, processingUnit };
}

function accept(
  before: Folding,
  by: By,
  body: Extract<CurrentDossierEvent, { type: 'dossier.handoverAccepted' }>['body'],
): Folding {
  const { received } = before;
  const isCompetent = received !== null && body.by.office === received.competentOffice && body.purpose !== 'result';
  const clock = isCompetent ? arrived(before.clock, received, body.at) : before.clock;
  const next = { ...before, gap: false, clock, custody: take(before.custody, body, by.id) };
  const begins = before.state === 'received' && body.by.kind === 'unit' && body.purpose === 'processing';
  return begins ? { ...next, state: 'processing', stateEvent: by.id } : next;
}

/** The money the receipt says was taken with it; a corrected fee puts it right where it stands, on its own day. */
function withReceipt(payments: readonly Payment[], by: By, received: DossierReceived): readonly Payment[] {
  const { fee, receivedAt: at, receivingOffice: office, counter } = received;
  const before = payments.find((payment) => payment.atReceipt);
  const others = payments.filter((payment) => !payment.atReceipt);
  if (fee.paid === 'unpaid' || fee.paid === 'nothing-due' || fee.amount === 0) return others;
  const taken: Payment = {
    paymentId: before?.paymentId ?? by.id,
    atReceipt: true,
    amount: fee.amount,
    how: fee.paid,
    receiptNumber: fee.receiptNumber,
    note: '',
    office,
    counter,
    actor: before?.actor ?? by.actor,
    at,
  };
  return [taken, ...others];
}

function pay(payments: readonly Payment[], payment: Payment): readonly Payment[] {
  return payments.some((each) => each.paymentId === payment.paymentId) ? payments : [...payments, payment];
}

function correct(
  before: Folding,
  by: By,
  body: Extract<CurrentDossierEvent, { type: 'dossier.corrected' }>['body'],
): Folding {
  if (before.received === null) return { ...before, gap: false };
  const made = { eventId: by.id, fields: Object.keys(body.change).sort(), reason: body.reason, at: body.at };
  return { ...putRight(before, by, before.received, body.change), corrections: [...before.corrections, made] };
}

function settle(
  before: Folding,
  { id: eventId, actor, approvedBy }: By,
  { change, ...body }: Extract<CurrentDossierEvent, { type: 'dossier.settled' }>['body'],
): Folding {
  const settlements = [...before.settlements, { eventId, actor, ...body }];
  if (before.received === null || Object.keys(change).length === 0) return { ...before, gap: false, settlements };
  // What it puts right stands on slips printed before: it counts as a correction of them.
  const made = { eventId, fields: Object.keys(change).sort(), reason: body.reason, at: body.at };
  const next = putRight(before, { id: eventId, actor, approvedBy }, before.received, change);
  return { ...next, settlements, corrections: [...before.corrections, made] };
}

/** The receipt with what was wrong put right, and what rests on it. */
function putRight(before: Folding, by: By, was: DossierReceived, change: Correction): Folding {
  const received: DossierReceived = { ...was, ...change };
  const { due, competentOffice, fee } = change;
  const moves = (due !== undefined || competentOffice !== undefined) && before.clock.endedAt === null;
  const clock = moves ? corrected(before.clock, received, hasItSince(before.custody, received)) : before.clock;
  const payments = fee === undefined ? before.payments : withReceipt(before.payments, by, received);
  return { ...before, gap: false, received, intake: intakeOf(received), clock, payments };
}

/** When the competent office took the paper; null: it has not, or it received it itself. */
function hasItSince({ movements }: Custody, { competentOffice }: DossierReceived): LocalDateTime | null {
  const taken = movements.find((each) => each.to.office === competentOffice && each.purpose !== 'result');
  return taken?.takenAt ?? null;
}
