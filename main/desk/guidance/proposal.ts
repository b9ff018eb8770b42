import type { Assessment, ReceiptContent } from '../../../contract/desk/receipt.ts';
import { sha256 } from '../../../contract/signing.ts';
import type { Office } from '../../../contract/sync.ts';
import type { DossierView } from '../../../domain/dossier/view.ts';
import { demandsOf, reasonForGuidance, type PaperSaid, type ProposedDemand } from '../../../domain/guidance/demands.ts';
import { likelyReason, proposedRefusal, type Refusal } from '../../../domain/guidance/refusal.ts';
import { returnCode, returnCodeFacts } from '../../../domain/guidance/return-code.ts';
import type { Procedure } from '../../../domain/procedure/catalogue.ts';
import type { Checklist, ChecklistVerdict } from '../../../domain/procedure/checklist.ts';
import { nameOfUser, ownOffice, type DeskContext } from '../context.ts';

/** What the desk has found out about the receipt so far. */
export interface ProposalFacts {
  readonly content: ReceiptContent;
  readonly draftId: string | null;
  /** What has happened to the dossier before; null for a new one. */
  readonly view: DossierView | null;
  readonly procedure: Procedure;
  readonly checklist: Checklist;
  readonly verdict: ChecklistVerdict;
  /** Agency that decides, where it is another office than ours. */
  readonly agency: string | null;
  /** What is missing of people, procedure and case: without it no slip can be written. */
  readonly missing: Assessment['missing'];
}

export interface Proposal {
  readonly demands: readonly ProposedDemand[];
  readonly reason: string;
  readonly guidance: NonNullable<Assessment['guidance']>;
}

type Missing = Assessment['missing'][number];

/** What the slip would ask for (Mẫu 02), and what must still be said before it can be printed. */
export function guidanceProposal(context: DeskContext, facts: ProposalFacts): Proposal {
  const { content, view, checklist, verdict, procedure, draftId } = facts;
  const said = saidOf(content);
  const demands = demandsOf(checklist, said, content.guidance.further);
  const reason = reasonForGuidance(demands, procedure.decision);
  const rounds = view?.rounds ?? [];
  const round = rounds.length + 1;
  const of = checklist.submit.length + checklist.present.length;
  return {
    demands,
    reason,
    guidance: {
      demands: demands.map(shown),
      reason,
      seen: of - unseenRows(checklist, said),
      of,
      round,
      before: rounds.map((each) => ({
        round: each.round,
        at: each.at,
        answered: each.answeredAt !== null,
        approvedBy: each.approvedBy === null ? null : nameOfUser(context, each.approvedBy),
        returnCode: each.returnCode,
        demands: each.demands.map((demand) =>
          shown({ ...demand, papers: demand.paperId === null ? [] : [demand.paperId] }),
        ),
      })),
      returnCode: draftId === null ? '' : codeToComeBack(draftId, round),
      answerBy: content.guidance.answerBy,
      missing: [...facts.missing, ...missingForSlip(verdict, demands, content, said)],
    },
  };
}

/** The same on every machine that knows the dossier and how often it was asked for something. */
export function codeToComeBack(dossierId: string, round: number): string {
  return returnCode(sha256(returnCodeFacts(dossierId, round)));
}

function shown({ papers, name, state, bring, reason }: ProposedDemand): Proposal['guidance']['demands'][number] {
  return { papers: [...papers], name, state, bring, reason };
}

function saidOf(content: ReceiptContent): Record<string, PaperSaid> {
  return Object.fromEntries(
    Object.entries(content.papers).map(([id, { state, note }]) => {
      const said = content.guidance.papers[id];
      return [id, { state, why: said?.why ?? null, bring: said?.bring ?? null, note }];
    }),
  );
}

function unseenRows(checklist: Checklist, said: Readonly<Record<string, PaperSaid>>): number {
  return [...checklist.submit, ...checklist.present].filter(
    ({ paper, initial }) => (said[paper.id]?.state ?? initial) === 'unseen',
  ).length;
}

function missingForSlip(
  verdict: ChecklistVerdict,
  demands: readonly ProposedDemand[],
  content: ReceiptContent,
  said: Readonly<Record<string, PaperSaid>>,
): Missing[] {
  const missing: Missing[] = [];
  if (verdict.unseen.length > 0) {
    const n = verdict.unseen.length;
    missing.push({ field: 'papers', text: { vi: `còn ${n} giấy tờ`, en: `${n} papers left` } });
  }
  const unsaid = demands.find(({ papers, state }) => state === 'wrong' && papers.every((id) => !isExplained(said[id])));
  if (unsaid !== undefined) {
    const text = { vi: 'chưa chọn vì sao', en: 'not said why' };
    missing.push({ field: 'reason', text });
  }
  if (demands.length === 0) {
    missing.push({ field: 'demands', text: { vi: 'chưa có mục nào', en: 'nothing asked for' } });
  }
  const idle = content.guidance.further.find(({ name, bring }) => name.trim() !== '' && bring.trim() === '');
  if (idle !== undefined) {
    const text = { vi: 'chưa ghi cần mang', en: 'not said what to bring' };
    missing.push({ field: 'further', text });
  }
  return missing;
}

function isExplained(said: PaperSaid | undefined): boolean {
  if (said === undefined || said.why === null) return false;
  return said.why !== 'other' || said.note.trim() !== '';
}

/** The refusal as it would be printed: what is proposed, with what the officer changed. */
export function refusalProposal(
  context: DeskContext,
  facts: ProposalFacts,
): { readonly refusal: Refusal; readonly shown: NonNullable<Assessment['refusal']> } {
  const { content, procedure, view } = facts;
  const offices = (context.store.reference.get('offices') ?? []).filter((row) => !row.disabled).map(known);
  const about = {
    procedure,
    office: known(ownOffice(context)),
    offices,
    agency: offices.find((row) => row.id === facts.agency) ?? null,
    address: content.applicant?.address ?? '',
    rounds: view?.rounds ?? [],
  };
  const own = content.guidance.refusal;
  const why = own.why ?? likelyReason(about);
  const proposed = proposedRefusal(why, about);
  const reason = own.reason ?? proposed.reason;
  const legalBasis = own.legalBasis ?? proposed.legalBasis;
  const agencyName = own.agencyName ?? proposed.rightAgency?.name ?? '';
  const agencyAddress = own.agencyAddress ?? proposed.rightAgency?.address ?? '';
  const missing: Missing[] = [...facts.missing];
  const add = (field: string, vi: string, en: string): void => void missing.push({ field, text: { vi, en } });
  if (reason.trim() === '') add('reason', 'chưa ghi lý do', 'no reason given');
  if (legalBasis.trim() === '') add('legalBasis', 'chưa ghi căn cứ', 'no legal ground given');
  if (why === 'wrong-authority' && agencyName.trim() === '') {
    add('agencyName', 'chưa ghi cơ quan có thẩm quyền', 'the right agency is not named');
  }
  return {
    refusal: {
      why,
      reason: reason.trim(),
      legalBasis: legalBasis.trim(),
      rightAgency: agencyName.trim() === '' ? null : { name: agencyName.trim(), address: agencyAddress.trim() },
    },
    shown: { why, reason, legalBasis, agencyName, agencyAddress, missing },
  };
}

function known({ id, kind, name, shortName, address }: Office) {
  return { id, kind, name, shortName, address };
}
