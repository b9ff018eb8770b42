import type { CurrentDossierEvent } from './events.ts';
import type { Correction } from './events/change.ts';
import type { Demand, Holder, Intake, NewDue, Override } from './events/common.ts';
import type { DossierRest } from './events/erasure.ts';
import type { DueAtReceipt, FeeAtReceipt } from './events/receipt.ts';
import type { KnownEvent } from './history.ts';
import { restsOf } from '../log/erased.ts';

/**
 * What may stay of an event whose body is erased by law: code, offices, procedure, state, dates and money, so that
 * counts and books go on being true. People, what they brought and wrote, every free text and every tie to another
 * dossier go. Null: nothing of it stays but that it was.
 * @param dossierId the dossier it is about
 */
export function restOf(event: CurrentDossierEvent, dossierId: string): DossierRest | null {
  switch (event.type) {
    case 'dossier.submitted': {
      const { intake, fee } = event.body;
      const gone = { papers: [], fee: { ...fee, reference: '' }, resultAddress: '', note: '' };
      return { ...event, body: { ...event.body, ...gone, intake: nobodys(intake) } };
    }
    case 'dossier.guided': {
      const { intake, filledIn, override } = event.body;
      const gone = { demands: [NO_DEMAND], reason: '', papers: [] };
      const left = { ...filledIn, resultAddress: '', land: null, note: '' };
      return {
        ...event,
        body: { ...event.body, ...gone, intake: nobodys(intake), filledIn: left, override: allowed(override) },
      };
    }
    case 'dossier.refused': {
      const gone = { reason: '', legalBasis: '', rightAgency: null };
      return { ...event, body: { ...event.body, ...gone, intake: nobodys(event.body.intake) } };
    }
    case 'dossier.received': {
      const { due, fee } = event.body;
      const gone = { applicant: null, submitter: null, papers: [], resultAddress: '', land: null, note: '' };
      // Others of the same visit may still name the person.
      const left = { visit: dossierId, due: silentDue(due), fee: silentFee(fee) };
      return { ...event, body: { ...event.body, ...gone, ...left } };
    }
    case 'dossier.slipIssued': {
      const { copyOf } = event.body;
      const gone = { pdfSha256: NO_HASH, checkCode: '', token: '' };
      return { ...event, body: { ...event.body, ...gone, copyOf: copyOf === null ? null : { ...copyOf, reason: '' } } };
    }
    case 'dossier.handedOver': {
      const { from, to } = event.body;
      return { ...event, body: { ...event.body, from: hands(from), to: hands(to), papers: [] } };
    }
    case 'dossier.handoverAccepted':
      return { ...event, body: { ...event.body, by: hands(event.body.by), papers: [], missing: [] } };
    case 'dossier.paperFound': {
      const paper = { paperId: null, name: '', originals: 0, copies: 0 };
      return { ...event, body: { ...event.body, paper, by: hands(event.body.by), note: '' } };
    }
    case 'dossier.assigned':
    case 'dossier.opinionReported':
    case 'dossier.resultShelved':
    case 'dossier.archived':
      return event;
    case 'dossier.stepSet':
      return { ...event, body: { ...event.body, words: '' } };
    case 'dossier.supplementRequested': {
      const gone = { demands: [NO_DEMAND], reason: '' };
      return { ...event, body: { ...event.body, ...gone, override: allowed(event.body.override) } };
    }
    case 'dossier.supplemented':
      return { ...event, body: { ...event.body, papers: [], due: silentNewDue(event.body.due) } };
    case 'dossier.financialRequested':
      return { ...event, body: { ...event.body, what: '', noticeNumber: '' } };
    case 'dossier.financialFulfilled':
      return { ...event, body: { ...event.body, evidence: '', due: silentNewDue(event.body.due) } };
    case 'dossier.opinionAsked':
      return { ...event, body: { ...event.body, content: '', documentNumber: '' } };
    case 'dossier.opinionReceived':
      return { ...event, body: { ...event.body, answer: '', documentNumber: '' } };
    case 'dossier.withdrawalRequested':
      return { ...event, body: { ...event.body, by: '', reason: '' } };
    case 'dossier.stopped': {
      const gone = { reason: '', stage: '', fees: '', papersBack: [] };
      return { ...event, body: { ...event.body, ...gone } };
    }
    case 'dossier.extended': {
      const { due, override } = event.body;
      return { ...event, body: { ...event.body, reason: '', due: silentNewDue(due), override: allowed(override) } };
    }
    case 'dossier.finished':
      return { ...event, body: { ...event.body, papers: [], reason: '', legalBasis: '' } };
    case 'dossier.notified':
      return { ...event, body: { ...event.body, text: '' } };
    case 'dossier.returned': {
      const { to, override } = event.body;
      // Without names: that paper went out, and how much, is what the chain of hands is told by.
      const papers = event.body.papers.map((paper) => ({ ...paper, name: '', number: '' }));
      const originals = event.body.originals.map((paper) => ({ ...paper, paperId: null, name: '' }));
      const gone = { papers, originals, drawingSha256: null };
      // By whom it was collected went with the person; that somebody stood there is in `identity`.
      const left = to.kind === 'post' ? { kind: 'post' as const, number: '' } : { kind: 'applicant' as const };
      return { ...event, body: { ...event.body, ...gone, to: left, override: allowed(override) } };
    }
    case 'dossier.feePaid':
      return { ...event, body: { ...event.body, reference: '' } };
    case 'dossier.feeRefunded':
      return { ...event, body: { ...event.body, reason: '' } };
    case 'dossier.corrected': {
      const { change, override } = event.body;
      return {
        ...event,
        body: { ...event.body, change: silentChange(change), reason: '', override: allowed(override) },
      };
    }
    case 'dossier.cancelled':
      return { ...event, body: { ...event.body, reason: '', mergedInto: null, papersBack: [] } };
    case 'dossier.settled':
      return { ...event, body: { ...event.body, change: silentChange(event.body.change), reason: '' } };
    case 'dossier.noted':
    case 'dossier.paperDigitised':
    case 'dossier.digitisedRemoved':
    case 'dossier.erased':
      return null;
  }
}

/** What stays of each event an erasure among these names, by id. */
export function restsIn(known: readonly KnownEvent[]): ReadonlyMap<string, DossierRest | null> {
  return restsOf(
    known.flatMap(({ envelope: { id }, event }) =>
      event?.type === 'dossier.erased' ? [{ id, events: event.body.events }] : [],
    ),
  );
}

/**
 * The events with what may stay in the place of what was erased, whether its body is gone from this machine yet or not:
 * so two machines that know the erasure show the same.
 */
export function withRests(known: readonly KnownEvent[]): readonly KnownEvent[] {
  const rests = restsIn(known);
  if (rests.size === 0) return known;
  return known.map((each) => {
    const rest = rests.get(each.envelope.id);
    // An erasure is never erased.
    return rest === undefined || each.event?.type === 'dossier.erased' ? each : { ...each, event: rest };
  });
}

const NO_HASH = '0'.repeat(64);
const NO_DEMAND: Demand = {
  paperId: null,
  name: '',
  state: 'missing',
  originals: 0,
  certified: 0,
  copies: 0,
  bring: '',
  reason: '',
};

function nobodys(intake: Intake): Intake {
  return { ...intake, applicant: null, submitter: null };
}

function allowed(override: Override | null): Override | null {
  return override === null ? null : { reason: '' };
}

/** Who serves the public stays named; a citizen who held paper does not. */
export function hands(holder: Holder): Holder {
  return holder.kind === 'citizen' || holder.kind === 'post' ? { ...holder, place: '', user: '', name: '' } : holder;
}

function silentDue(due: DueAtReceipt): DueAtReceipt {
  // A date entered by hand has its basis in the officer's own words.
  return { ...due, basis: '', steps: [], warnings: [], enteredBecause: silent(due.enteredBecause) };
}

function silentNewDue(due: NewDue): NewDue {
  return { ...due, enteredBecause: silent(due.enteredBecause) };
}

function silent(text: string | null): string | null {
  return text === null ? null : '';
}

function silentFee(fee: FeeAtReceipt): FeeAtReceipt {
  return { ...fee, basis: '' };
}

/** Which fields were corrected stays known. */
function silentChange(change: Correction): Correction {
  const { due, fee } = change;
  return {
    ...change,
    ...('applicant' in change ? { applicant: null } : {}),
    ...('submitter' in change ? { submitter: null } : {}),
    ...('papers' in change ? { papers: [] } : {}),
    ...('resultAddress' in change ? { resultAddress: '' } : {}),
    ...('land' in change ? { land: null } : {}),
    ...('note' in change ? { note: '' } : {}),
    ...(due === undefined ? {} : { due: silentDue(due) }),
    ...(fee === undefined ? {} : { fee: silentFee(fee) }),
  };
}
