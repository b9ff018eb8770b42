import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { isProblemCode, ProblemError, problemText } from '../../../contract/problems.ts';
import { mayDigitise } from '../../../domain/digitise/allowed.ts';
import { describe, type Description } from '../../../domain/digitise/description.ts';
import type { DocumentTypeCode } from '../../../domain/digitise/document-types.ts';
import type { DossierPaperDigitised } from '../../../domain/dossier/events/change.ts';
import type { DossierView } from '../../../domain/dossier/fold.ts';
import type { ScanView } from '../../../domain/dossier/view.ts';
import type { PaperRole, PaperRule } from '../../../domain/procedure/catalogue.ts';
import type { MadeFrom, WaitingScan } from '../../store/scan-files.ts';
import type { Acting } from '../acting.ts';
import type { DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import { composePdf } from './pdf.ts';
import { userIdOf, type createWaiting } from './waiting.ts';

type Row = CallOutput<'digitise.attach'>;

/** Digitised papers of a dossier: made, listed, taken out. */
export function createPapers(context: DeskContext, acting: Acting, waiting: ReturnType<typeof createWaiting>) {
  const { store, changed } = context;

  /** @throws ProblemError TN-05 */
  const viewOf = (dossierId: string): DossierView => {
    const view = store.dossiers.get(dossierId);
    if (view === null) throw new ProblemError('TN-05');
    return view;
  };
  const nameOf = (id: string): string =>
    (store.reference.get('users') ?? []).find((user) => user.id === id)?.name ?? id;
  const rulesOf = (view: DossierView): readonly PaperRule[] =>
    context.reference.catalogue().procedures.find(({ code }) => code === view.intake.procedure.code)?.papers ?? [];
  const ruleOf = (view: DossierView, paperId: string): PaperRule | null =>
    rulesOf(view).find((rule) => rule.id === paperId) ?? null;
  const rowOf = ({ actor, ...scan }: ScanView): Row => {
    const stand = store.toSend.standOf(scan.fileId);
    return {
      ...scan,
      by: nameOf(actor),
      here: store.vault.has(scan.fileId),
      sent: stand?.state ?? null,
      notSentBecause: stand?.state === 'setAside' && isProblemCode(stand.code) ? problemText(stand.code).what : null,
    };
  };

  /**
   * Whether the paper may become a file under this name. One the catalogue no longer has is judged by the name alone.
   * @throws ProblemError SH-06
   */
  function assertAllowed(view: DossierView, paperId: string | null, type: string): void {
    const rule = paperId === null ? null : ruleOf(view, paperId);
    if (!mayDigitise(rule, type).may) throw new ProblemError('SH-06');
  }

  return {
    /** The digitised paper as the dossier has it now. @throws ProblemError SH-12, TN-05 */
    kept: (dossierId: string, fileId: string): ScanView => keptIn(viewOf(dossierId), fileId),
    codeOf: (dossierId: string): string => viewOf(dossierId).codes[0] ?? '',
    /** @throws ProblemError TN-05 */
    list: (dossierId: string): Row[] => viewOf(dossierId).scans.map(rowOf),
    /** @throws ProblemError TN-05 */
    prepare(dossierId: string): CallOutput<'digitise.prepare'> {
      const view = viewOf(dossierId);
      const { applicant } = view.intake;
      const papers = view.received?.papers ?? [];
      return {
        code: view.codes[0] ?? '',
        ownerId: applicant?.personalId ?? applicant?.taxCode ?? '',
        papers: papers
          .filter((paper) => paper.state !== 'notNeeded')
          .map(({ paperId, name, group }) => {
            const rule = ruleOf(view, paperId);
            const documentType = rule?.role === undefined ? null : typeOfRole[rule.role];
            return { paperId, name, group, may: mayDigitise(rule, documentType).may, documentType };
          }),
      };
    },
    /** @throws ProblemError LT-03, SH-03 … SH-07, SH-09, SH-11, TN-05 */
    async attach(session: DeskSession, input: CallInput<'digitise.attach'>): Promise<Row> {
      const actor = userIdOf(session);
      const view = viewOf(input.dossierId);
      const description = describe(input.description);
      if (description === null) throw new ProblemError('SH-07');
      assertAllowed(view, input.paperId, description.documentType);
      const used = [...new Set(input.pages.map((page) => page.fileId))].map((fileId) => waiting.own(session, fileId));
      const done = [...new Set(input.done)].map((fileId) => waiting.own(session, fileId));
      const sources = new Map<string, Uint8Array>();
      for (const scan of used) sources.set(scan.hash, await store.vault.read(scan.hash));
      const facts = { title: description.title, at: new Date(context.now()) };
      const pdf = await composePdf(input.pages, sources, facts);
      const fileId = await store.vault.put(pdf);
      const pages = input.pages.length;
      const body: DossierPaperDigitised = {
        fileId,
        paperId: input.paperId,
        ...wireOf(description),
        pages,
        bytes: pdf.length,
        madeFrom: wayOf(used),
        at: context.localNow(),
      };
      await acting.write(
        session,
        view.id,
        null,
        () => [{ type: 'dossier.paperDigitised', body }],
        () => store.scans.add({ hash: fileId, bytes: pdf.length, pages, kind: 'pdf' }, context.now()),
      );
      // From here on the paper is safe: what it was made from may go, out of the scanner folder too.
      for (const scan of done) waiting.dealtWith(scan);
      changed('scans');
      return rowOf({ ...body, actor, removedBecause: null });
    },
    /** Takes it out of the dossier; the bytes follow a week later, unless another dossier names them. @throws ProblemError SH-12 */
    async remove(session: DeskSession, dossierId: string, fileId: string, reason: string): Promise<void> {
      await acting.write(session, dossierId, null, (view, { now: at }) => [
        { type: 'dossier.digitisedRemoved', body: { fileId: keptIn(view, fileId).fileId, reason, at } },
      ]);
      changed('scans');
    },
  };
}

function keptIn(view: DossierView, fileId: string): ScanView {
  const scan = view.scans.find((each) => each.fileId === fileId && each.removedBecause === null);
  if (scan === undefined) throw new ProblemError('SH-12');
  return scan;
}

const typeOfRole: Readonly<Record<PaperRole, DocumentTypeCode>> = {
  form: 'DON',
  identity: 'TUY-THAN',
  residence: 'CU-TRU',
  authorisation: 'UY-QUYEN',
};

function wireOf({ documentType, ownerId, title, summary, validFrom, validTo, scope }: Description) {
  return { documentType, ownerId, title, summary, validFrom, validTo, scope };
}

/** One word for how the pages came in: the scanner's before the camera's before a file's. */
function wayOf(scans: readonly WaitingScan[]): MadeFrom {
  const ways = new Set(scans.map((scan) => scan.madeFrom));
  return ways.has('scanner') ? 'scanner' : ways.has('camera') ? 'camera' : 'file';
}
