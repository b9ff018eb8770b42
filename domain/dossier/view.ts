import type { ClockMark } from '../calendar/processing-clock.ts';
import type { CivilDate, LocalDateTime } from '../calendar/civil-date.ts';
import type { CarriedPaper, Demand, Holder, Intake, Override } from './events/common.ts';
import type { DossierPaperDigitised } from './events/change.ts';
import type { DossierErased } from './events/erasure.ts';
import type { DossierGuided, DossierRefused, DossierSubmitted } from './events/guidance.ts';
import type { BatchRef, Purpose, SeenOnSlip } from './events/handover.ts';
import type {
  DossierExtended,
  DossierFinancialRequested,
  DossierFinished,
  DossierStopped,
  DossierWithdrawalRequested,
  WorkStep,
} from './events/processing.ts';
import type { DossierReceived, PaperTaken } from './events/receipt.ts';
import type { DossierNotified, DossierReturned } from './events/result.ts';
import type { SlipIssued } from './events/slip.ts';
import type { LawBreak } from './law.ts';
import type { DossierState } from './states.ts';

/** Why a dossier needs attention (cần xem lại). A person settles it with another event; nothing waits for it. */
export interface Flag {
  readonly kind:
    | 'received-twice'
    | 'unreadable'
    /** The table has no place for it in this state; kept without effect. */
    | 'out-of-place'
    /** Past a limit, and nobody named allowed it. */
    | 'not-approved'
    /** Two events of which neither saw the other decide the same thing (hai nơi ghi khác nhau). */
    | 'two-sides'
    /** A paper on the list was not in the bundle. */
    | 'paper-missing'
    /** Given by somebody who, as far as is known, did not hold it. */
    | 'custody-gap';
  readonly events: readonly string[];
  readonly breaks: readonly LawBreak[];
}

/** The name by which a settlement means a flag: the same whichever of its events stands first. */
export function flagKey(flag: Pick<Flag, 'kind' | 'events'>): string {
  return [flag.kind, ...[...flag.events].sort()].join(' ');
}

export interface StoryLine {
  readonly eventId: string;
  readonly type: string;
  readonly actor: string;
  readonly approvedBy: string | null;
  /** Milliseconds since 1970-01-01T00:00Z by the server's clock as the device knew it. */
  readonly at: number;
  /** Whether a settlement took its effect away. */
  readonly setAside: boolean;
  /** Whether what it said was erased by law. */
  readonly erased: boolean;
}

/** One request for what is missing (lần yêu cầu bổ sung), at the counter or by the unit. */
export interface Round {
  readonly eventId: string;
  readonly by: 'counter' | 'unit';
  readonly round: number;
  readonly demands: readonly Demand[];
  readonly reason: string;
  readonly returnCode: string;
  /** Last day to come back; null where none was set. */
  readonly answerBy: CivilDate | null;
  readonly at: LocalDateTime;
  readonly answeredAt: LocalDateTime | null;
  /** What the unit asked for, as it was brought to the shop; empty for a guidance, whose receipt lists everything. */
  readonly brought: readonly PaperTaken[];
  readonly override: Override | null;
  readonly approvedBy: string | null;
}

/** One change of hands; `takenAt` null: given, not yet signed for. */
export interface Movement {
  readonly batch: BatchRef | null;
  readonly purpose: Purpose;
  readonly from: Holder | null;
  readonly to: Holder;
  readonly papers: readonly CarriedPaper[];
  /** Last lawful moment to give it; null where none is set or the gift is not known. */
  readonly by: LocalDateTime | null;
  readonly givenAt: LocalDateTime | null;
  readonly takenAt: LocalDateTime | null;
  readonly missing: readonly CarriedPaper[];
  readonly seenOnSlip: SeenOnSlip | null;
  /** The event by which it was signed for; empty until then. */
  readonly takenBy: string;
}

export interface MissingPaper {
  readonly paper: CarriedPaper;
  readonly lastHolder: Holder | null;
  /** The event by which it was noticed. */
  readonly eventId: string;
}

/** Chain of custody of the paper (NĐ 61/2018 Điều 21): who holds it now, and every hand before. */
export interface Custody {
  readonly holder: Holder | null;
  /** Vietnam local time. */
  readonly since: LocalDateTime | null;
  readonly movements: readonly Movement[];
  /** Listed once, not there when it was taken over, not found since; with who held it last. */
  readonly missing: readonly MissingPaper[];
}

export interface Opinion {
  readonly opinionId: string;
  readonly agency: string;
  readonly content: string;
  readonly answerBy: string;
  readonly askedAt: LocalDateTime;
  readonly answer: string | null;
  readonly documentNumber: string;
  readonly answeredAt: LocalDateTime | null;
  /** When the head of the shop was told that the answer is late. */
  readonly reportedAt: LocalDateTime | null;
}

export interface Work {
  readonly assignee: string;
  readonly assigneeName: string;
  readonly step: WorkStep | null;
  readonly stepWords: string;
  readonly stepAt: LocalDateTime | null;
  readonly opinions: readonly Opinion[];
  /** The financial obligation last asked for. */
  readonly duty: DossierFinancialRequested | null;
  readonly withdrawal: DossierWithdrawalRequested | null;
  /** The last apology with a new date. */
  readonly extension: DossierExtended | null;
  readonly stop: DossierStopped | null;
}

/** The promise to the citizen and what moved it. Dates are those written in the events. */
export interface DossierClock {
  /** For `processingClock`, oldest first. */
  readonly marks: readonly ClockMark[];
  /** What Mẫu 01 said. */
  readonly firstDue: LocalDateTime | null;
  /** What holds now; null while paused, in the fast lane, and before receipt. */
  readonly dueAt: LocalDateTime | null;
  readonly pausedSince: LocalDateTime | null;
  readonly pausedFor: 'supplement' | 'financial' | null;
  /** What the wait under way does to the clock (decision 6). */
  readonly goesOnBy: 'restart' | 'resume' | null;
  readonly extensions: number;
  readonly endedAt: LocalDateTime | null;
}

/** Money taken for it or given back, that at receipt among them. */
export interface Payment {
  readonly paymentId: string;
  /** Taken with the receipt itself: a correction of the receipt's fee corrects this one. */
  readonly atReceipt: boolean;
  /** Đồng; negative: given back. */
  readonly amount: number;
  readonly how: 'cash' | 'transfer' | 'online';
  readonly receiptNumber: string;
  readonly note: string;
  readonly office: string;
  readonly counter: string;
  readonly actor: string;
  readonly at: LocalDateTime;
}

/** A correction (đính chính): which fields, why, when (Vietnam local time). */
export interface MadeRight {
  readonly eventId: string;
  readonly fields: readonly string[];
  readonly reason: string;
  readonly at: LocalDateTime;
}

/** What a person has looked at and settled (đã chốt); those set aside themselves are not among them. */
export interface Settlement {
  readonly eventId: string;
  readonly actor: string;
  /** Keys of the flags it closed, those of verdicts among them. */
  readonly flags: readonly string[];
  readonly setAside: readonly string[];
  readonly reason: string;
  readonly callBack: boolean;
  /** Vietnam local time. */
  readonly at: LocalDateTime;
}

export interface Result {
  readonly finished: DossierFinished | null;
  readonly shelf: {
    readonly office: string;
    readonly place: string;
    readonly at: LocalDateTime;
    /** Since when it has lain at that office, wherever it was moved to there. */
    readonly since: LocalDateTime;
  } | null;
  readonly returned: DossierReturned | null;
  readonly archivedAt: LocalDateTime | null;
}

export interface SlipView extends SlipIssued {
  readonly eventId: string;
  /** Id of the slip that replaced it; null while it holds, empty where it is void and none holds in its place. */
  readonly voidedBy: string | null;
}

export interface ScanView extends DossierPaperDigitised {
  /** Who answers for the match with the paper. */
  readonly actor: string;
  readonly removedBecause: string | null;
}

/** An erasure by law (xóa nội dung theo quyết định): by which document, on whose order, when. */
export interface Erasure extends Omit<DossierErased, 'events'> {
  readonly eventId: string;
}

/** What people call it by: its code, before receipt the portal's or the code to come back with. May be empty. */
export function codeOfView(view: Pick<DossierView, 'codes' | 'submitted' | 'rounds'>): string {
  return view.codes[0] ?? view.submitted?.portalCode ?? view.rounds.at(-1)?.returnCode ?? '';
}

/** Everything it can be asked for by: codes it was printed with, the portal's, those to come back with. */
export function codesOfView({
  codes,
  submitted,
  rounds,
}: Pick<DossierView, 'codes' | 'submitted' | 'rounds'>): string[] {
  const more = [submitted?.portalCode ?? '', ...rounds.map((round) => round.returnCode)];
  return [...codes, ...more.filter((code) => code !== '')];
}

/** State of a dossier (hồ sơ) = fold of all its known events; byte-identical on machines that know the same ones (S5). */
export interface DossierView {
  readonly id: string;
  readonly foldVersion: number;
  readonly state: DossierState;
  /** Who it is about and who decides, from the first event on, corrections included. */
  readonly intake: Intake;
  /** When it came into being here, Vietnam local time: guided, refused, submitted or received. */
  readonly openedAt: LocalDateTime;
  readonly submitted: DossierSubmitted | null;
  /** The newest guidance at the counter, with the papers as they were seen. */
  readonly guided: DossierGuided | null;
  readonly refused: DossierRefused | null;
  /** The receipt with its corrections; null before it. */
  readonly received: DossierReceived | null;
  /** Every code it was ever printed with; the first is the current one. Empty before receipt. */
  readonly codes: readonly string[];
  readonly rounds: readonly Round[];
  readonly custody: Custody;
  readonly work: Work;
  readonly clock: DossierClock;
  readonly result: Result;
  readonly payments: readonly Payment[];
  readonly slips: readonly SlipView[];
  readonly scans: readonly ScanView[];
  readonly notices: readonly DossierNotified[];
  readonly corrections: readonly MadeRight[];
  readonly mergedInto: string | null;
  readonly settlements: readonly Settlement[];
  /** Oldest first; empty for nearly every dossier. */
  readonly erasures: readonly Erasure[];
  readonly flags: readonly Flag[];
  /** Flags a person has closed. */
  readonly settled: readonly Flag[];
  readonly story: readonly StoryLine[];
  /** Heads of the aggregate: what the next event comes after. */
  readonly heads: readonly string[];
}
