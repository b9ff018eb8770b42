import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { sha256 } from '../../../contract/signing.ts';
import type { CarriedPaper, Holder } from '../../../domain/dossier/events/common.ts';
import type { DossierReturned } from '../../../domain/dossier/events/result.ts';
import { lawWords } from '../../../domain/dossier/law.ts';
import { codeOfView, type DossierView } from '../../../domain/dossier/view.ts';
import { authorityFaults } from '../../../domain/results/authority.ts';
import { feeOwed } from '../../../domain/results/fee-owed.ts';
import { originalsOnFile } from '../../../domain/results/returning.ts';
import { collectorWords } from '../../../domain/results/collector.ts';
import { awaited } from '../../../domain/results/whereabouts.ts';
import type { Act, Acting, Moment } from '../acting.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import type { ResultRows } from './rows.ts';

type Input = CallInput<'results.return'>;

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

/** Into the citizen's hands (trả kết quả), to the post, or to the archive. */
export function createGiving(context: DeskContext, acting: Acting, rows: ResultRows) {
  const { store } = context;

  /** @throws ProblemError TK-05 */
  const drawingOf = ({ signature, drawing }: Input): Buffer | null => {
    if (signature !== 'screen') return null;
    const png = Buffer.from(drawing ?? '', 'base64url');
    if (!png.subarray(0, PNG.length).equals(PNG)) throw new ProblemError('TK-05');
    return png;
  };
  const payment = (view: DossierView, input: Input, { now }: Moment): Act[] => {
    const owed = feeOwed(view);
    if (input.payment === null || owed === 0) return [];
    const { paymentId, how, receiptNumber, reference } = input.payment;
    const { office } = enrolmentOf(context);
    const at = { office, counter: ownCounter(context).name, at: now };
    const body = {
      paymentId,
      how,
      amount: owed,
      receiptNumber: receiptNumber.trim(),
      reference: reference.trim(),
      ...at,
    };
    return [{ type: 'dossier.feePaid', body }];
  };
  const originals = (view: DossierView, input: Input): CarriedPaper[] =>
    originalsOnFile(view)
      .map(({ paper }) => paper)
      .filter((paper) => input.originals.includes(paper.name));

  /** The result. @throws ProblemError TK-03, TK-04 */
  const result = (view: DossierView, input: Input, moment: Moment, drawn: Buffer | null): Act[] => {
    const waits = awaited(view);
    if (waits !== null && (waits.at === 'unit' || waits.at === 'way')) {
      throw new ProblemError('TK-03', { code: codeOfView(view) });
    }
    const all = view.result.finished?.papers ?? [];
    const papers = all.filter((paper) => input.papers.includes(paper.name));
    if (papers.length === 0 && all.length > 0) throw new ProblemError('TK-04');
    const body: DossierReturned = {
      to: input.to,
      identity: input.to.kind === 'post' ? 'none' : input.identity,
      slipShown: input.slipShown,
      papers,
      originals: originals(view, input),
      signature: input.to.kind === 'post' ? 'post' : input.signature,
      drawingSha256: drawn === null ? null : sha256(drawn),
      apology: input.apology,
      at: moment.now,
      override: moment.override,
    };
    return [...payment(view, input, moment), { type: 'dossier.returned', body }];
  };

  /** The papers of a stopped or cancelled dossier, by hand. @throws ProblemError TK-04, HS-02 */
  const papersBack = (view: DossierView, input: Input, moment: Moment): Act[] => {
    const papers = originals(view, input);
    if (papers.length === 0) throw new ProblemError('TK-04');
    if (authorityFaults(view.intake, input.to).length > 0 && moment.override === null) {
      throw new ProblemError('HS-02', { rules: lawWords['no-authority'].vi, breaks: 'no-authority' });
    }
    const { user, now } = moment;
    const { office } = enrolmentOf(context);
    const who = collectorWords(view.intake, input.to);
    const to: Holder = {
      kind: input.to.kind === 'post' ? 'post' : 'citizen',
      office,
      place: who.right,
      user: '',
      name: who.name,
    };
    const from = view.custody.holder ?? acting.holderHere(user);
    const given: Act = {
      type: 'dossier.handedOver',
      body: { batch: null, purpose: 'return', from, to, papers, by: null, seenOnSlip: null, at: now },
    };
    const why: Act[] =
      moment.override === null ? [] : [{ type: 'dossier.noted', body: { text: moment.override.reason, at: now } }];
    return [given, ...why];
  };

  return {
    async give(session: DeskSession, input: Input): Promise<CallOutput<'results.return'>> {
      const drawn = drawingOf(input);
      let at = '';
      await acting.write(
        session,
        input.dossierId,
        input.approval,
        (view, moment) => {
          rows.waiting(view.id);
          at = moment.now;
          const isResult = view.state === 'finished' || view.state === 'archived';
          return isResult ? result(view, input, moment, drawn) : papersBack(view, input, moment);
        },
        () => {
          if (drawn !== null) store.results.keepSignature(sha256(drawn), drawn);
        },
      );
      return { at };
    },
    /** @throws ProblemError TN-05, TK-01, TK-06 */
    async archive(session: DeskSession, { dossierId, place }: CallInput<'results.archive'>) {
      await acting.write(session, dossierId, null, (view, { now }) => {
        const { waits } = rows.waiting(view.id);
        const { next, isDue } = rows.row(view, waits);
        if (next.kind !== 'archive' || !isDue) throw new ProblemError('TK-06', { code: codeOfView(view) });
        const rule = rows.rule()?.basis ?? '';
        return [{ type: 'dossier.archived', body: { rule: rule.slice(0, 500), place: place.trim(), at: now } }];
      });
      return {};
    },
    drawing(dossierId: string): CallOutput<'results.drawing'> {
      const hash = store.dossiers.get(dossierId)?.result.returned?.drawingSha256 ?? null;
      const png = hash === null ? null : store.results.signature(hash);
      return { png: png === null ? null : Buffer.from(png).toString('base64url') };
    },
  };
}
