import type { LocalDateTime } from '../../calendar/civil-date.ts';
import type { CurrentDossierEvent } from '../events.ts';
import type { SlipIssued } from '../events/slip.ts';
import type { DossierView, StoryLine } from '../view.ts';
import {
  cancelledLine,
  correctedLine,
  digitisedLine,
  digitisedRemovedLine,
  erasedLine,
  formName,
  notedLine,
  paidLine,
  refundedLine,
  settledLine,
  slipLine,
} from './change-lines.ts';
import { acceptedLine, foundLine, handedOverLine } from './handover-lines.ts';
import {
  assignedLine,
  dutyAskedLine,
  dutyDoneLine,
  extendedLine,
  finishedLine,
  opinionAskedLine,
  opinionLine,
  opinionReportedLine,
  stepLine,
  stoppedLine,
  supplementAskedLine,
  supplementedLine,
  withdrawalLine,
} from './processing-lines.ts';
import { guidedLine, receivedLine, refusedLine, submittedLine } from './receipt-lines.ts';
import { archivedLine, notifiedLine, returnedLine, shelvedLine } from './result-lines.ts';
import { told, type Before, type Told } from './told.ts';

/** One line of a dossier's story with what the fold knows of its event. */
export interface StoryEntry {
  readonly line: StoryLine;
  readonly told: Told;
}

/** A slip made by the same person so soon after what it puts on paper is that paper, not a line of its own, ms. */
const SOON = 15 * 60_000;

/**
 * What has been done to a dossier, oldest first, each in a sentence. `eventOf` gives an event by its id: null where it
 * cannot be read (erased, or of a newer release). First slips stand as the paper of what they are about.
 */
export function storyOf(view: DossierView, eventOf: (id: string) => CurrentDossierEvent | null): StoryEntry[] {
  const entries: { line: StoryLine; told: Told; event: CurrentDossierEvent | null }[] = [];
  let due: LocalDateTime | null = null;
  let receipts = 0;
  for (const line of view.story) {
    const event = eventOf(line.eventId);
    if (event?.type === 'dossier.received') receipts += 1;
    const before: Before = { due, opinions: view.work.opinions };
    const isAgain = event?.type === 'dossier.received' && receipts > 1;
    const words = line.erased
      ? erasedWords(event, before)
      : event === null
        ? newer
        : isAgain
          ? again
          : tell(event, before);
    const at = event?.type === 'dossier.slipIssued' ? placeOf(event.body, line, entries) : -1;
    const about = entries[at];
    if (about !== undefined && event?.type === 'dossier.slipIssued') {
      const paper = about.told.paper ?? formName(event.body.form);
      entries[at] = { ...about, told: { ...about.told, paper: join(paper, event.body) } };
    } else entries.push({ line, told: words, event });
    if (event !== null && !line.setAside) due = dueAfter(event, due);
  }
  return entries.map(({ line, told: words }) => ({ line, told: words }));
}

/** What it was stays, what it said does not. */
function erasedWords(event: CurrentDossierEvent | null, before: Before): Told {
  if (event === null) return told(gone);
  return { ...tell(event, before), detail: gone };
}

const gone = { vi: 'Nội dung đã xóa', en: 'Content erased' };
const newer: Told = told({ vi: 'Việc do bản mới hơn ghi', en: 'Recorded by a newer release' });
const again: Told = told({ vi: 'Tiếp nhận lần nữa ở nơi khác', en: 'Received once more elsewhere' });

/** The entry a first slip belongs to; -1: it is a line of its own. */
function placeOf(
  slip: SlipIssued,
  line: StoryLine,
  entries: readonly { readonly line: StoryLine; readonly event: CurrentDossierEvent | null }[],
): number {
  if (slip.copyOf !== null || slip.voids !== null) return -1;
  return entries.findLastIndex((entry) => {
    const isIt = slip.about === null ? entry.event?.type === 'dossier.received' : entry.line.eventId === slip.about;
    return isIt && entry.line.actor === line.actor && Math.abs(line.at - entry.line.at) <= SOON;
  });
}

/** The form takes the place of a bare number: "Mẫu 04". */
function join(paper: NonNullable<Told['paper']>, { form }: SlipIssued): NonNullable<Told['paper']> {
  const name = formName(form);
  return paper.vi.startsWith('Văn bản ') || paper.vi === name.vi
    ? name
    : { vi: `${paper.vi}, ${name.vi}`, en: `${paper.en}, ${name.en}` };
}

/** The promise that holds after an event. */
function dueAfter(event: CurrentDossierEvent, due: LocalDateTime | null): LocalDateTime | null {
  if (event.type === 'dossier.corrected') return event.body.change.due?.at ?? due;
  const promises =
    event.type === 'dossier.received' ||
    event.type === 'dossier.supplemented' ||
    event.type === 'dossier.financialFulfilled' ||
    event.type === 'dossier.extended';
  return promises ? (event.body.due.at ?? due) : due;
}

/** Complete: an event without its words does not compile. */
export function tell(event: CurrentDossierEvent, before: Before): Told {
  switch (event.type) {
    case 'dossier.submitted':
      return submittedLine(event.body);
    case 'dossier.guided':
      return guidedLine(event.body);
    case 'dossier.refused':
      return refusedLine(event.body);
    case 'dossier.received':
      return receivedLine(event.body);
    case 'dossier.slipIssued':
      return slipLine(event.body);
    case 'dossier.handedOver':
      return handedOverLine(event.body);
    case 'dossier.handoverAccepted':
      return acceptedLine(event.body);
    case 'dossier.paperFound':
      return foundLine(event.body);
    case 'dossier.assigned':
      return assignedLine(event.body);
    case 'dossier.stepSet':
      return stepLine(event.body);
    case 'dossier.supplementRequested':
      return supplementAskedLine(event.body);
    case 'dossier.supplemented':
      return supplementedLine(event.body, before);
    case 'dossier.financialRequested':
      return dutyAskedLine(event.body);
    case 'dossier.financialFulfilled':
      return dutyDoneLine(event.body, before);
    case 'dossier.opinionAsked':
      return opinionAskedLine(event.body);
    case 'dossier.opinionReceived':
      return opinionLine(event.body, before);
    case 'dossier.opinionReported':
      return opinionReportedLine(event.body, before);
    case 'dossier.withdrawalRequested':
      return withdrawalLine(event.body);
    case 'dossier.stopped':
      return stoppedLine(event.body);
    case 'dossier.extended':
      return extendedLine(event.body, before);
    case 'dossier.finished':
      return finishedLine(event.body);
    case 'dossier.resultShelved':
      return shelvedLine(event.body);
    case 'dossier.notified':
      return notifiedLine(event.body);
    case 'dossier.returned':
      return returnedLine(event.body);
    case 'dossier.archived':
      return archivedLine(event.body);
    case 'dossier.feePaid':
      return paidLine(event.body);
    case 'dossier.feeRefunded':
      return refundedLine(event.body);
    case 'dossier.corrected':
      return correctedLine(event.body, before);
    case 'dossier.cancelled':
      return cancelledLine(event.body);
    case 'dossier.noted':
      return notedLine(event.body);
    case 'dossier.settled':
      return settledLine(event.body);
    case 'dossier.paperDigitised':
      return digitisedLine(event.body);
    case 'dossier.digitisedRemoved':
      return digitisedRemovedLine(event.body);
    case 'dossier.erased':
      return erasedLine(event.body);
  }
}
